import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { RLP } from 'micro-eth-signer/core/rlp.js'
import type { GenesisFile } from './client.ts'
import { isMapping } from './entries.ts'

/** A genesis file as it was read back. */
export interface ReadGenesis {
  readonly file: GenesisFile
  /** Addresses of the validators of the first block. */
  readonly validators: readonly string[]
}

/** A genesis file, with its validators; undefined when it is none. */
export function readGenesis(read: unknown): ReadGenesis | undefined {
  const value = withUsualNames(read)
  if (genesisGap(value) !== undefined) return undefined
  const file = value as GenesisFile // its shape is checked above
  const validators = validatorsIn(file.extraData)
  return validators === undefined ? undefined : { file, validators }
}

/**
 * A genesis file whose parts have the names that clients write. They read any capitals, but for those of `alloc`: normalizeKeys in
 * GenesisReader.java of Besu.
 */
export function withUsualNames(value: unknown): unknown {
  if (!isMapping(value)) return value
  const file = renamed(value, ['config', 'extraData'])
  return isMapping(file.config) ? { ...file, config: renamed(file.config, ['chainId']) } : file
}

const renamed = (values: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(values).map(([key, one]) => [
      names.find((name) => name.toLowerCase() === key.toLowerCase()) ?? key,
      one,
    ]),
  )

/** What a value lacks for being a genesis file, in words; undefined when it lacks nothing. */
export function genesisGap(value: unknown): string | undefined {
  if (!isMapping(value)) return 'it is not a mapping'
  const { config, alloc, extraData } = value
  if (!isMapping(config)) return 'config is missing'
  if (config.chainId === undefined) return 'config.chainId is missing'
  if (!isMapping(alloc)) return 'alloc is missing'
  if (!Object.values(alloc).every(isMapping)) return 'an account of alloc is not a mapping'
  if (typeof extraData !== 'string') return 'extraData is missing'
  if (validatorsIn(extraData) === undefined) return 'extraData does not list validators'
  return undefined
}

/**
 * Validators in the extra data of a first block. QBFT and IBFT 2.0 have RLP of [vanity, validators, ...]: QbftExtraDataCodec.java and
 * IbftExtraDataCodec.java of Besu. IBFT of GoQuorum has 32 bytes of vanity, and RLP of [validators, ...] after them (EIP-650).
 */
export function validatorsIn(extraData: string): string[] | undefined {
  const bytes = bytesOf(extraData)
  if (bytes === undefined) return undefined
  return addressesIn(listOf(bytes)?.[1]) ?? addressesIn(listOf(bytes.subarray(32))?.[0])
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    return hexToBytes(text.replace(/^0x/i, ''))
  } catch {
    return undefined
  }
}

function listOf(bytes: Uint8Array): readonly unknown[] | undefined {
  try {
    const value: unknown = RLP.decode(bytes)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function addressesIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const addresses = value.filter((one) => one instanceof Uint8Array && one.length === 20)
  return addresses.length === value.length ? addresses.map((one) => `0x${bytesToHex(one)}`) : undefined
}

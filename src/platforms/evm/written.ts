import type { EvmClient, GenesisFile } from './client.ts'
import type { Fork } from './schema.ts'

/** Readers of genesis files do not tell capitals from small letters: JsonUtil.java of Besu, encoding/json of Go. */
export function entryOf(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(values, name)) return values[name]
  const lower = name.toLowerCase()
  return Object.entries(values).find(([key]) => key.toLowerCase() === lower)?.[1]
}

/** A value of a genesis file: as it is written, and what it means; files of other generators write the same in other ways. */
interface Written {
  readonly written: unknown
  /** Comparable: equal texts mean the same. */
  readonly meaning: string
}

/** What a genesis file says, by the fields of the definition. What it leaves out has the client's own default. */
export type WrittenGenesis = Readonly<Record<WrittenField, Written>>

export type WrittenField =
  | 'chainId'
  | 'blockPeriodSeconds'
  | 'requestTimeoutSeconds'
  | 'epochLength'
  | 'gasLimit'
  | 'freeGas'
  | 'contractSizeLimit'
  | 'blockReward'
  | 'miningBeneficiary'
  | 'accounts'

export function writtenGenesis(file: GenesisFile, client: EvmClient): WrittenGenesis {
  const { config } = file
  const number = (value: unknown, otherwise: number | bigint = 0): Written => ({
    written: value,
    meaning: amount(value ?? otherwise),
  })
  const bft = (name: string, otherwise: number): Written => number(entryOf(config.qbft, name), otherwise)
  const beneficiary = String(entryOf(config.qbft, 'miningbeneficiary') ?? '').trim()
  const limit = client.contractSizeLimit(config)
  return {
    chainId: number(config.chainId),
    blockPeriodSeconds: bft('blockperiodseconds', client.defaultTimes.blockPeriodSeconds),
    requestTimeoutSeconds: bft('requesttimeoutseconds', client.defaultTimes.requestTimeoutSeconds),
    epochLength: bft('epochlength', 30_000),
    gasLimit: number(entryOf(file, 'gasLimit')),
    freeGas: freeGas(config),
    contractSizeLimit: number(limit, 24_576),
    blockReward: bft('blockreward', 0),
    miningBeneficiary: {
      written: beneficiary === '' ? undefined : beneficiary,
      meaning: beneficiary.toLowerCase().replace(/^0x/, ''),
    },
    accounts: { written: file.alloc, meaning: JSON.stringify(accounts(file.alloc)) },
  }
}

const london: Fork = 'londonBlock'

/** Before London there is no base fee that could be zero. */
function freeGas(config: GenesisFile['config']): Written {
  const free = entryOf(config, 'zeroBaseFee') === true
  return { written: free, meaning: entryOf(config, london) === undefined ? 'no base fee' : String(free) }
}

/** Balances, code and storage by address: what the state of the first block is made of. Anything else is a remark. */
const accounts = (alloc: GenesisFile['alloc']): readonly unknown[] =>
  Object.entries(alloc)
    .map(([address, account]) => {
      const field = (name: string): unknown => entryOf(account, name)
      return [
        bare(address).padStart(40, '0'),
        amount(field('balance') ?? 0),
        amount(field('nonce') ?? 0),
        bare(String(field('code') ?? '')),
        slots(field('storage')),
      ] as const
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** A slot that holds zero is not there. */
const slots = (storage: unknown): readonly (readonly [string, string])[] =>
  Object.entries((storage ?? {}) as Readonly<Record<string, unknown>>)
    .map(([slot, value]) => [word(slot), word(String(value))] as const)
    .filter(([, value]) => !/^0*$/.test(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** A storage word with all of its 64 digits. */
const word = (text: string): string => bare(text).padStart(64, '0')

const bare = (text: string): string => text.toLowerCase().replace(/^0x/, '')

/** A number however it is written: in digits, in hexadecimal ones, in quotes or not. */
function amount(value: unknown): string {
  const text = String(value).trim()
  return /^(\d+|0[xX][0-9a-fA-F]+)$/.test(text) ? BigInt(text).toString() : text
}

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { RLP } from 'micro-eth-signer/core/rlp.js'
import type { Material } from '../../material/material.ts'
import { readArtifact } from './artifact.ts'
import type { EvmClient, GenesisFile } from './client.ts'
import type { Account, Genesis } from './schema.ts'

/** Clients tell a BFT block by this mix hash: the last 32 characters of "practical byzantine fault tolerance" in ASCII (EIP-650). */
const mixHash = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365'

/**
 * The first block of a network whose validators have these addresses ("0x" and 40 digits, any order). `material` has the files
 * that accounts name.
 */
export const genesisFile = (
  client: EvmClient,
  genesis: Genesis,
  validators: readonly string[],
  material: Pick<Material, 'value'>,
): GenesisFile => ({
  config: client.config(genesis),
  nonce: '0x0',
  timestamp: '0x0',
  gasLimit: `0x${genesis.gasLimit.toString(16)}`,
  difficulty: '0x1',
  mixHash,
  coinbase: `0x${'0'.repeat(40)}`,
  alloc: allocations(genesis, material, client),
  extraData: qbftExtraData(validators),
})

/** Accounts as they stand in the file, where their order has no meaning. */
export const allocations = (
  { accounts }: Genesis,
  material: Pick<Material, 'value'>,
  { storageWord }: Pick<EvmClient, 'storageWord'>,
): GenesisFile['alloc'] =>
  Object.fromEntries(
    [...accounts]
      .sort((a, b) => (a.address.toLowerCase() < b.address.toLowerCase() ? -1 : 1))
      .map((account) => [account.address.toLowerCase(), allocation(account, material, storageWord)]),
  )

/** The first round waits twice the block period, as Besu's documentation advises for QBFT. */
export const requestTimeout = (genesis: Genesis): number =>
  genesis.requestTimeoutSeconds ?? 2 * genesis.blockPeriodSeconds

function allocation(
  { balance, code: given, artifact, storage, nonce }: Account,
  material: Pick<Material, 'value'>,
  storageWord: EvmClient['storageWord'],
): Record<string, unknown> {
  const code = given ?? (artifact === undefined ? undefined : codeOf(artifact, material))
  return {
    balance: `0x${balance.toString(16)}`,
    ...(nonce === undefined ? {} : { nonce: `0x${nonce.toString(16)}` }),
    ...(code === undefined ? {} : { code: code.toLowerCase() }),
    ...(storage === undefined
      ? {}
      : {
          storage: Object.fromEntries(
            Object.entries(storage)
              .map((slot) => slot.map(storageWord))
              .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
          ),
        }),
  }
}

/** Empty for an invalid file, which the rules report. */
function codeOf(artifact: string, material: Pick<Material, 'value'>): string {
  const read = readArtifact(material.value(artifact))
  return 'code' in read ? read.code : '0x'
}

/**
 * QBFT's extra data: RLP of [32 bytes of vanity, validators in ascending order, no vote, round 0, no seals];
 * Besu, QbftExtraDataCodec.java.
 */
export function qbftExtraData(validators: readonly string[]): string {
  const addresses = [...validators].sort().map((address) => hexToBytes(address.slice(2)))
  return `0x${bytesToHex(RLP.encode([new Uint8Array(32), addresses, [], new Uint8Array(0), []]))}`
}

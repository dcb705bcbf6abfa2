import type { GenesisFile } from './client.ts'
import { entryOf, isMapping, mappingOf } from './entries.ts'

/** Options of GoQuorum in a genesis file: it has some that no other client reads. */

type Config = GenesisFile['config']

/** Whether the nodes of a chain run, or ran, GoQuorum. */
export const isOfGoQuorum = (config: Config): boolean =>
  entryOf(config, 'isQuorum') === true ||
  ['txnSizeLimit', 'maxCodeSize', 'maxCodeSizeConfig'].some((name) => entryOf(config, name) !== undefined)

/** The list at a key; an empty one for anything else. */
function listOf(config: Config, key: string): readonly unknown[] {
  const list = entryOf(config, key)
  return Array.isArray(list) ? list : []
}

interface CodeLimit {
  /** The first block with the limit. */
  readonly block: number
  readonly bytes: number
}

/** Largest sizes of contracts: in kilobytes, in one of three places, of which the last one decides. GetMaxCodeSize in params/config.go. */
export function codeLimits(config: Config): readonly CodeLimit[] {
  const among = (key: string, field: string): CodeLimit[] =>
    listOf(config, key)
      .filter(isMapping)
      .map((one) => ({ block: Number(entryOf(one, 'block')), bytes: 1024 * Number(entryOf(one, field) ?? 0) }))
      .filter(({ bytes }) => bytes > 0)
  const single = 1024 * Number(entryOf(config, 'maxCodeSize') ?? 0)
  return [
    ...(single > 0 ? [{ block: Number(entryOf(config, 'maxCodeSizeChangeBlock') ?? 0), bytes: single }] : []),
    ...among('maxCodeSizeConfig', 'size'),
    ...among('transitions', 'contractsizelimit'),
  ]
}

/** DefaultMinGasLimit in params/protocol_params.go. */
const defaultGasLimit = 700_000_000

/** The least gas limit of a block, which GoQuorum applies from the first block on: GetMinerMinGasLimit in params/config.go. */
export function leastGasLimit(config: Config): number {
  const given = listOf(config, 'transitions')
    .filter(isMapping)
    .filter((one) => Number(entryOf(one, 'block')) <= 1)
    .map((one) => Number(entryOf(one, 'miner.gaslimit') ?? 0))
    .filter((limit) => limit > 0)
  return given.at(-1) ?? defaultGasLimit
}

/** Options that make GoQuorum count 2F + 1 signatures of a block: QuorumSize in consensus/istanbul/qbft/core/core.go. */
export function fewSignatures(config: Config): readonly string[] {
  const until = Number(entryOf(mappingOf(config, 'qbft'), 'ceil2Nby3Block') ?? 0)
  const byTransition = listOf(config, 'transitions').flatMap((one, at) =>
    isMapping(one) && entryOf(one, '2FPlus1Enabled') === true ? [`config.transitions[${at}].2FPlus1Enabled`] : [],
  )
  return [...(until > 0 ? ['config.qbft.ceil2Nby3Block'] : []), ...byTransition]
}

/** The last release of Besu that speaks eth/66 with full synchronization, which GoQuorum speaks: EthProtocolManager.java. */
export const lastBridge = '25.7.0'

/** Whether a node that answers `web3_clientVersion` like this runs GoQuorum. */
export const runsGoQuorum = (software: string): boolean => /\bquorum-v\d/.test(software)

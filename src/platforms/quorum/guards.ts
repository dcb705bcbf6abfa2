import { type Guard, type GuardedOption, guardsAmong } from '../guard.ts'
import { gethOptions, ownedOptions } from './arguments.ts'
import type { QuorumLedgerNode, QuorumNetwork } from './network.ts'

/** APIs that only read the chain. */
const harmless = new Set(['eth', 'net', 'web3'])
const dangerous = (api: string): boolean => !harmless.has(api.toLowerCase())

/** geth's options that keep others out, or hold them to a limit, names of older releases included: cmd/utils/flags.go of GoQuorum. */
const table: readonly GuardedOption[] = [
  { pattern: /^(http|ws)\.api$|^(rpc|ws)api$/, kind: 'allowed', dangerous },
  { pattern: /^(http\.corsdomain|ws\.origins|rpccorsdomain|wsorigins|rpcvhosts)$/, kind: 'allowed' },
  { pattern: /^(pprof|plugins\.skipverify|rpc\.enabledeprecatedpersonal|graphql)$/, kind: 'off' },
  { pattern: /^(netrestrict|keystore|signer|plugins\.publickey|rpcclitls\.|plugins)/, kind: 'key' },
  { pattern: /^(miner\.gasprice|txpool\.pricelimit|gpo\.)/, kind: 'least' },
  { pattern: /^rpc\.(gascap|txfeecap|evmtimeout)$/, kind: 'most' },
  { pattern: /^(config|ethstats|pprof\.|metrics\.influxdb|override\.|trustednodes)/, kind: 'watched' },
]

/** What keeps others out of a node. */
export const nodeGuards = (node: QuorumLedgerNode, network: QuorumNetwork): readonly Guard[] =>
  guardsAmong(
    gethOptions(node, network),
    table,
    (option) => (Object.hasOwn(node.own.settings, option) ? [...node.path, 'settings', option] : node.path),
    (option) => ownedOptions.has(option),
  )

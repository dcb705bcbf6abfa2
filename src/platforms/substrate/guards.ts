import type { Path } from '../../network/finding.ts'
import { canonical } from '../../network/options/table.ts'
import { type Guard, type GuardedOption, guardsAmong } from '../guard.ts'
import { isValidator, type SubstrateLedgerNode } from './network.ts'
import { byCanonicalName, table as optionTable } from './options.ts'
import { ownerOf } from './owned.ts'

/** Options that keep others out, or hold them to a limit: sc-cli 0.51.0, params/rpc_params.rs, network_params.rs and import_params.rs. */
const table: readonly GuardedOption[] = [
  { pattern: /^rpc-methods$/, kind: 'watched', always: true },
  { pattern: /^rpc-rate-limit$|^rpc-max-|^rpc-message-buffer-capacity/, kind: 'most' },
  { pattern: /^rpc-rate-limit-whitelisted-ips$/, kind: 'allowed' },
  { pattern: /^rpc-rate-limit-trust-proxy-headers$/, kind: 'off' },
  { pattern: /^reserved-only$/, kind: 'on', always: true },
  // Another runtime than that of the chain decides what a node takes for true.
  { pattern: /^wasm-runtime-overrides$/, kind: 'watched', always: true },
  { pattern: /^telemetry-url$/, kind: 'watched', always: true },
]

/** What keeps others out of a node. */
export function nodeGuards(node: SubstrateLedgerNode): readonly Guard[] {
  const { cors, settings } = node.own
  const pathOf = (option: string): Path => {
    const written = Object.keys(settings).find((name) => canonical(name, optionTable) === option)
    return written === undefined ? node.path : [...node.path, 'settings', written]
  }
  return [
    ...guardsAmong(byCanonicalName(settings), table, pathOf, (option) => ownerOf(node, option) !== undefined),
    ...(isValidator(node)
      ? []
      : [
          {
            name: 'cors',
            value: cors === undefined || cors.includes('*') ? undefined : cors,
            kind: 'allowedOrAll',
            path: cors === undefined ? node.path : [...node.path, 'cors'],
          } as const,
        ]),
  ]
}

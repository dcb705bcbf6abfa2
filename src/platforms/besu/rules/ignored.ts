import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { canonical } from '../../../network/options/table.ts'
import { isValidator } from '../../evm/network.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'
import { besuOptions } from '../config.ts'
import { table } from '../options.ts'

interface Ignoring {
  readonly pattern: RegExp
  readonly why: string
  readonly hint: string
  isIgnored(node: BesuLedgerNode, options: ReturnType<typeof besuOptions>): boolean
}

const isFalse = (value: unknown): boolean => value === undefined || value === false

/** Options that Besu passes over, most of them with a warning in its log: BesuCommand.issueOptionWarnings and the classes of options. */
const rows: readonly Ignoring[] = [
  {
    pattern: /^(sync-min-peers|checkpoint)$/,
    why: 'Besu ignores it with sync-mode FULL, which Chancery sets',
    hint: 'remove it, or add `sync-mode: SNAP`',
    isIgnored: (_node, options) => String(options['sync-mode']).toUpperCase() === 'FULL',
  },
  {
    pattern: /^rpc-ws-/,
    why: 'a validator has no WebSocket',
    hint: 'give it to a node with the role rpc or archive',
    isIgnored: isValidator,
  },
  {
    pattern: /^remote-connections-max-percentage$/,
    why: 'Besu ignores it without remote-connections-limit-enabled',
    hint: 'remove it, or add `remote-connections-limit-enabled: true`',
    isIgnored: (_node, options) => isFalse(options['remote-connections-limit-enabled']),
  },
  {
    pattern: /^rpc-(http|ws)-api-methods?-no-auth$/,
    why: 'the node asks nobody for a token',
    hint: 'remove it, or add `authentication: {publicKey: …}`',
    isIgnored: ({ own }) => own.authentication === undefined,
  },
  {
    pattern: /^api-gas-and-priority-fee-(lower|upper)-bound-coefficient$/,
    why: 'Besu ignores it without api-gas-and-priority-fee-limiting-enabled',
    hint: 'remove it, or add `api-gas-and-priority-fee-limiting-enabled: true`',
    isIgnored: (_node, options) => isFalse(options['api-gas-and-priority-fee-limiting-enabled']),
  },
  {
    pattern: /^(poa-discovery-retry-bootnodes|filter-on-enr-fork-id|Xv5-.*|Xp2p-dns-discovery-server)$/,
    why: 'discovery is off: peers follow from the definition',
    hint: 'remove it',
    isIgnored: () => true,
  },
]

export const ignoredProblems = (node: BesuLedgerNode, network: BesuNetwork): Problem[] => {
  const options = besuOptions(node, network)
  return Object.keys(node.own.settings).flatMap((option): Problem[] => {
    const name = canonical(option, table)
    const row = rows.find(({ pattern, isIgnored }) => pattern.test(name) && isIgnored(node, options))
    if (row === undefined) return []
    return [
      {
        rule: 'ignored-setting',
        severity: 'warning',
        message: `${option} of ${nodeId(node)} has no effect: ${row.why}`,
        hint: row.hint,
        path: [...node.path, 'settings', option],
        atKey: true,
      },
    ]
  })
}

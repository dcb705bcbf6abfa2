import type { Path } from '../../network/finding.ts'
import { type Guard, type GuardedOption, guardsAmong } from '../guard.ts'
import type { CordaLedgerNode } from './network.ts'
import { leavesOf } from './options.ts'
import { ownerOf } from './owned.ts'

/** Keys of node.conf that keep others out, or decide whose code runs: NodeConfiguration.kt of 4.10. */
const table: readonly GuardedOption[] = [
  { pattern: /^crlCheckSoftFail$/, kind: 'off', authenticates: true, always: true },
  { pattern: /^crlCheckArtemisServer$/, kind: 'on', authenticates: true, always: true },
  { pattern: /^tlsCertCrl/, kind: 'watched', always: true },
  // Which CorDapps and contract code the node takes: by default none that the key of developers signed.
  {
    pattern: /^(cordappSignerKeyFingerprintBlacklist$|blacklistedAttachmentSigningKeys$|rotatedCordappSignerKeys\.)/,
    kind: 'watched',
    always: true,
  },
  { pattern: /^flowOverrides\./, kind: 'watched', always: true },
  { pattern: /^networkParameterAcceptanceSettings\./, kind: 'watched', always: true },
  { pattern: /^extraNetworkMapKeys$/, kind: 'watched', always: true },
]

/** What keeps others out of a node. */
export function nodeGuards(node: CordaLedgerNode): readonly Guard[] {
  const leaves = leavesOf(node.own.settings)
  const pathOf = (key: string): Path => [
    ...node.path,
    'settings',
    ...(leaves.find((leaf) => leaf.key === key)?.path ?? []),
  ]
  const options = Object.fromEntries(leaves.map(({ key, value }) => [key, value]))
  return [...guardsAmong(options, table, pathOf, (key) => ownerOf(key) !== undefined), permissions(node)]
}

/** Who may do what by RPC. ALL starts any flow, and ends the node (Permissions.kt of Corda 4.12). */
const permissions = ({ own: { rpcUsers }, path }: CordaLedgerNode): Guard => ({
  name: 'rpcUsers',
  value: rpcUsers.flatMap((user) => user.permissions.map((permission) => `${user.username}: ${permission}`)).sort(),
  kind: 'allowed',
  dangerous: (item) => /: (ALL|InvokeRpc\..*)$/.test(item),
  path: [...path, 'rpcUsers'],
})

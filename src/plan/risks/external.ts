import { addressText } from '../../network/address.ts'
import { type ExternalNode, nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { missingFrom, pairs, type Revision } from './revision.ts'

/** Parties and nodes that somebody else runs, and that our nodes dial and trust. */
export const externalRisks = (before: Revision, after: Revision): Risk[] => [
  ...missingFrom(after.network.external, before.network.external, nodeId).map(added),
  // What the loss of one that agrees on blocks means is reported by the ledger's own risks.
  ...missingFrom(before.network.external, after.network.external, nodeId)
    .filter(({ role }) => !after.platform.definition.consensusRoles.includes(role))
    .map(removed),
  ...parties(before, after),
]

const added = (node: ExternalNode): Risk => ({
  id: 'external-added',
  severity: 'caution',
  subject: nodeId(node),
  message: `${nodeId(node)} (${node.role}) is new and is run by somebody else: our nodes dial it at ${addressText(node)}, and let it in as ${ownText(node.own)}`,
  hint: `ask ${node.organization}, outside of this pull request, whether that is its address and its key`,
  path: node.path,
})

const removed = (node: ExternalNode): Risk => ({
  id: 'external-removed',
  severity: 'caution',
  subject: nodeId(node),
  message: `${nodeId(node)} (${node.role}), which somebody else runs at ${addressText(node)}, leaves the definition: our nodes no longer dial it`,
  hint: `tell ${node.organization}`,
  path: ['external'],
})

const parties = (before: Revision, after: Revision): Risk[] =>
  pairs(before.network.externalParties, after.network.externalParties, ({ name }) => name).flatMap(({ was, is }) => {
    const [old, now] = [ownText(was.own), ownText(is.own)]
    if (old === now) return []
    return [
      {
        id: 'external-changed',
        severity: 'danger',
        subject: is.name,
        message: `the external party ${is.name} is ${now} instead of ${old}: others may be let in as it`,
        hint: `ask ${is.name}, outside of this pull request`,
        path: is.path,
      },
    ]
  })

/** Fields of the platform: `nodeId d95d04…`. */
const ownText = (own: Readonly<Record<string, unknown>>): string => {
  const fields = Object.entries(own).filter(([, value]) => value !== undefined)
  return fields.length === 0 ? 'it is' : fields.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ')
}

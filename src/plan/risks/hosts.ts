import { addressText } from '../../network/address.ts'
import type { Cluster, ExternalNode } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { counted } from '../../words.ts'
import { dialledClusters, dialling, isOnLedger, redialled } from './dialling.ts'
import { type Kept, keptClusters, pairs, type Revision, runningNodes } from './revision.ts'

/** Names and addresses that nodes dial. */
export const hostRisks = (before: Revision, after: Revision): Risk[] => [
  ...keptClusters(before, after).flatMap((kept) => clusterHost(before, after, kept)),
  ...pairs(before.network.external, after.network.external, externalId).flatMap((kept) => externalAddress(after, kept)),
]

const externalId = ({ organization, name }: ExternalNode): string => `${organization}/${name}`

const hostOf = ({ domain, address }: Cluster): string => domain ?? address ?? ''

function clusterHost(before: Revision, after: Revision, { was, is }: Kept<Cluster>): Risk[] {
  const inside = runningNodes(before).filter(({ cluster }) => cluster.name === was.name).length
  if (hostOf(was) === hostOf(is) || inside === 0) return []
  const dialled = dialledClusters(before).has(was.name)
  const effect = dialled
    ? `${dialling(after)} the old one until ${redialled(after)}`
    : 'no node runs elsewhere, so only clients notice'
  return [
    {
      id: 'host-changed',
      severity: dialled ? 'danger' : 'caution',
      subject: is.name,
      message: `${is.name} is reached at ${hostOf(is)} instead of ${hostOf(was)}: the address of ${counted(inside, 'node')} changes, and ${effect}`,
      hint: `${isOnLedger(after) ? `keep the Ambassador reachable at ${hostOf(was)}, too, until the ledger has the new one` : `let ${hostOf(was)} also resolve to the Ambassador until every node elsewhere has restarted`}${after.network.external.length > 0 ? ', and tell the external parties' : ''}`,
      path: [...is.path, is.domain === undefined ? 'address' : 'domain'],
    },
  ]
}

function externalAddress(after: Revision, { was, is }: Kept<ExternalNode>): Risk[] {
  const [old, now] = [addressText(was), addressText(is)]
  // Where the ledger decides, its own risks say so.
  if (old === now || isOnLedger(after)) return []
  return [
    {
      id: 'peer-address-changed',
      severity: 'caution',
      subject: externalId(is),
      message: `${externalId(is)} is dialled at ${now} instead of ${old}: our nodes dial the old address until they restart`,
      hint: 'ask its owner to keep the old address until then, and restart our nodes one after the other',
      path: [...is.path, was.host === is.host ? 'port' : 'host'],
    },
  ]
}

import { endpointKey } from '../../network/endpoint.ts'
import { type LedgerNode, nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { dialledClusters, dialling, redialled } from './dialling.ts'
import { type Kept, keptNodes, type Revision } from './revision.ts'

/** An endpoint that others dial gets another port: by a pin, or because the lock was lost. */
export function portRisks(before: Revision, after: Revision): Risk[] {
  const dialled = dialledClusters(before)
  return keptNodes(before, after)
    .filter(({ was, is }) => was.cluster.name === is.cluster.name)
    .flatMap((kept) => endpoints(before, after, kept, dialled))
}

function endpoints(
  before: Revision,
  after: Revision,
  { is }: Kept<LedgerNode>,
  dialledIn: ReadonlySet<string>,
): Risk[] {
  const cluster = is.cluster.name
  const dialled = dialledIn.has(cluster)
  return after.platform.definition.endpoints(is).flatMap((endpoint): Risk[] => {
    const key = endpointKey(is, endpoint)
    const [old, now] = [before.ports[cluster]?.[key], after.ports[cluster]?.[key]]
    if (old === undefined || now === undefined || old === now) return []
    return [
      {
        id: 'port-changed',
        severity: dialled ? 'danger' : 'caution',
        subject: key,
        message: `the port of ${nodeId(is)} (${endpoint.name}) at the Ambassador of ${cluster} is ${now} instead of ${old}: ${dialled ? `${dialling(after)} the old one until ${redialled(after)}` : 'no node runs elsewhere'}`,
        hint:
          is.port === undefined
            ? `restore network.lock.yaml from Git: it says ${old}`
            : `remove \`port:\`, and ${old} stays; or have the new port opened and tell those who dial it`,
        path: is.port === undefined ? is.path : [...is.path, 'port'],
      },
    ]
  })
}

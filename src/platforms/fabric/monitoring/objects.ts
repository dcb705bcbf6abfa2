import type { LedgerNode } from '../../../network/network.ts'
import { watchingObjects } from '../../monitoring.ts'
import type { ClusterView } from '../../platform.ts'
import type { FabricLedgerNode } from '../network.ts'
import { authorities, authorityPath, certificatePath } from '../places.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import { alerts } from './alerts.ts'
import { panels } from './panels.ts'

type View = ClusterView<FabricTop, FabricNode>

export const monitoringObjects = (nodes: readonly FabricLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Hyperledger Fabric',
    metrics: { matchLabels: { 'app.kubernetes.io/name': 'fabric' }, port: 'operations', path: '/metrics' },
    panels: (of) => panels(of, view.network),
    alerts: (of) => alerts(of, view.network),
    certificates,
  })

/** Of the nodes, and of those who issued theirs. */
const certificates = (nodes: readonly LedgerNode[]): readonly string[] => {
  const issuers = [...new Set(nodes.map(({ organization }) => organization.name))].sort()
  return [
    ...issuers.flatMap((name) => authorities.map((authority) => authorityPath(name, authority))),
    ...nodes.flatMap(({ name, organization }) =>
      (['sign', 'tls'] as const).map((which) => certificatePath(organization.name, name, which)),
    ),
  ]
}

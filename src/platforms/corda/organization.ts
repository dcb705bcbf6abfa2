import type { ClusterView, Overlay } from '../platform.ts'
import { monitoringObjects } from './monitoring.ts'
import type { CordaLedgerNode } from './network.ts'
import { networkPolicies } from './network-policy.ts'
import type { CordaNode, CordaTop } from './schema.ts'
import { zoneFiles, zoneName } from './zone-files.ts'

type View = ClusterView<CordaTop, CordaNode>

/** What the nodes of one organization in one cluster share: truststores of the zone, and who may talk to whom. */
export function organizationOverlay(nodes: readonly CordaLedgerNode[], view: View): Overlay {
  const files = zoneFiles(view.network, view.material)
  const watched = monitoringObjects(nodes, view)
  return {
    bases: ['organization'],
    configMaps: [{ name: zoneName(view.network, view.material), files: Object.keys(files), naming: 'kept' }],
    files,
    patches: {},
    objects: {
      'network-policy.yaml': networkPolicies(nodes, view),
      ...(watched.length === 0 ? {} : { 'monitoring.yaml': watched }),
    },
    sealed: {},
    renames: {},
  }
}

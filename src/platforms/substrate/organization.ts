import type { ClusterView, Overlay } from '../platform.ts'
import { monitoringObjects } from './monitoring.ts'
import type { SubstrateLedgerNode } from './network.ts'
import { networkPolicies } from './network-policy.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'
import { specSourceOf } from './spec-source.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

/** What the nodes of one organization in one cluster share: the chain spec, and who may talk to whom. */
export function organizationOverlay(nodes: readonly SubstrateLedgerNode[], view: View): Overlay {
  const source = specSourceOf(view)
  const specs = 'url' in source ? [] : source.configMaps
  const watched = monitoringObjects(nodes, view)
  return {
    bases: ['organization'],
    configMaps: specs.map(({ name, files }) => ({ name, files: Object.keys(files), naming: 'kept' })),
    files: Object.assign({}, ...specs.map(({ files }) => files)),
    patches: {},
    objects: {
      'network-policy.yaml': networkPolicies(nodes, view),
      ...(watched.length === 0 ? {} : { 'monitoring.yaml': watched }),
    },
    sealed: {},
    renames: {},
  }
}

import { contentName } from '../../content-name.ts'
import type { ClusterView, Overlay } from '../platform.ts'
import { genesisFilesOf } from './genesis.ts'
import { monitoringObjects } from './monitoring.ts'
import type { IndyLedgerNode } from './network.ts'
import { networkPolicies } from './network-policy.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/** Names of indy-node for the first transactions, in a folder with the name of the pool. */
export const genesisFile = { pool: 'pool_transactions_genesis', domain: 'domain_transactions_genesis' } as const

/** What the validators of one organization in one cluster share: the genesis, and who may talk to whom. */
export function organizationOverlay(nodes: readonly IndyLedgerNode[], view: View): Overlay {
  const watched = monitoringObjects(nodes, view)
  return {
    bases: [],
    configMaps: [{ name: genesisName(view), files: Object.values(genesisFile), naming: 'kept' }],
    files: genesisFiles(view),
    patches: {},
    objects: {
      'network-policy.yaml': networkPolicies(nodes, view),
      ...(watched.length === 0 ? {} : { 'monitoring.yaml': watched }),
    },
    sealed: {},
    renames: {},
  }
}

/** The ConfigMap is in the organization's root, the nodes are in separate roots. */
export const genesisName = (view: View): string => contentName('genesis', ...Object.values(genesisFiles(view)))

function genesisFiles({ network, material }: View): Readonly<Record<string, string>> {
  const files = genesisFilesOf(network, material)
  if (files === undefined) throw new Error('no genesis of the pool: material must be complete before rendering')
  return { [genesisFile.pool]: files.pool, [genesisFile.domain]: files.domain }
}

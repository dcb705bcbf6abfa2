import type { ProbePlan } from '../../probe/target.ts'
import type { ClusterView } from '../platform.ts'
import { organizationOf } from '../tolerance.ts'
import type { BesuLedgerNode } from './network.ts'
import { peersOfAny } from './peers.ts'
import type { BesuNode, BesuTop } from './schema.ts'

/** Their static nodes. What these nodes may dial, a pod with their name may. */
export const probePlan = (nodes: readonly BesuLedgerNode[], view: ClusterView<BesuTop, BesuNode>): ProbePlan => ({
  labels: { 'app.kubernetes.io/name': 'besu' },
  targets: peersOfAny(nodes, view).map(({ node, host, port }) => ({
    node: `${organizationOf(node)}/${node.name}`,
    endpoint: 'p2p',
    host,
    port,
  })),
})

import { nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { ProbePlan } from '../probe-plan.ts'
import type { SubstrateLedgerNode } from './network.ts'
import { peersOfAny } from './peers.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'

/** The peers that these nodes begin with. What these nodes may dial, a pod with their name may. */
export const probePlan = (
  nodes: readonly SubstrateLedgerNode[],
  view: ClusterView<SubstrateTop, SubstrateNode>,
): ProbePlan => ({
  labels: { 'app.kubernetes.io/name': 'substrate' },
  targets: peersOfAny(nodes, view).map(({ node, host, port }) => ({ node: nodeId(node), endpoint: 'p2p', host, port })),
})

import { isOurs, nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { ProbePlan, ProbeTarget } from '../probe-plan.ts'
import { type CordaLedgerNode, isNetworkMap } from './network.ts'
import type { CordaNode, CordaTop } from './schema.ts'

type View = ClusterView<CordaTop, CordaNode>

/**
 * All nodes, as the network map has them: at the Ambassador, also that of their own cluster, so that a load balancer without hairpin is
 * found.
 */
export const dialled = ({ network, outside }: Pick<View, 'network' | 'outside'>): readonly ProbeTarget[] =>
  [...network.nodes, ...network.external].map((node) => {
    const endpoint = isNetworkMap(node) ? 'http' : 'p2p'
    return {
      node: nodeId(node),
      endpoint,
      ...(isOurs(node) ? outside(node, endpoint) : { host: node.host, port: node.port }),
    }
  })

/** What nodes may dial, a pod with their name may. Nodes that are to be adopted do not listen here yet. */
export function probePlan(_nodes: readonly CordaLedgerNode[], view: View): ProbePlan {
  const elsewhere = new Set(view.network.nodes.filter((node) => node.elsewhere).map(nodeId))
  return {
    labels: { 'app.kubernetes.io/name': 'corda' },
    targets: dialled(view).filter(({ node }) => !elsewhere.has(node)),
  }
}

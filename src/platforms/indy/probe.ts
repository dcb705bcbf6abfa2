import { type LedgerNode, nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { ProbePlan, ProbeTarget } from '../probe-plan.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/** Every node that one of these dials: all others, as seen from this cluster. */
export const peersOf = (nodes: readonly LedgerNode<IndyNode>[], { network, addressOf }: View): ProbeTarget[] =>
  network.nodes
    .filter((other) => nodes.some((node) => node !== other))
    .map((other) => ({ node: nodeId(other), endpoint: 'node', ...addressOf(other, 'node') }))

export const probePlan = (nodes: readonly LedgerNode<IndyNode>[], view: View): ProbePlan => ({
  labels: { 'app.kubernetes.io/name': 'indy' },
  targets: peersOf(nodes, view),
})

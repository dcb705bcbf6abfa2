import { type LedgerNode, nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { ProbePlan, ProbeTarget } from '../probe-plan.ts'
import type { TemplateNode, TemplateTop } from './schema.ts'

type View = ClusterView<TemplateTop, TemplateNode>

/** Every node that one of these dials: all others, as seen from this cluster. */
export const peersOf = (nodes: readonly LedgerNode<TemplateNode>[], { network, addressOf }: View): ProbeTarget[] =>
  network.nodes
    .filter((other) => nodes.some((node) => node !== other))
    .map((other) => ({ node: nodeId(other), endpoint: 'p2p', ...addressOf(other, 'p2p') }))

export const probePlan = (nodes: readonly LedgerNode<TemplateNode>[], view: View): ProbePlan => ({
  labels: { 'app.kubernetes.io/name': 'template' },
  targets: peersOf(nodes, view),
})

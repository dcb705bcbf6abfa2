import type { ClusterView } from '../platform.ts'
import type { ProbePlan } from '../probe-plan.ts'
import type { EvmClient } from './client.ts'
import { type EvmLedgerNode, nameOf } from './network.ts'
import { peersOfAny } from './peers.ts'
import type { EvmNode, EvmTop } from './schema.ts'

/** Their static nodes. What these nodes may dial, a pod with their name may. */
export const probePlan = (
  nodes: readonly EvmLedgerNode[],
  view: ClusterView<EvmTop, EvmNode>,
  client: EvmClient,
): ProbePlan => ({
  labels: { 'app.kubernetes.io/name': client.id },
  targets: peersOfAny(nodes, view, client).map(({ node, host, port }) => ({
    node: nameOf(node),
    endpoint: 'p2p',
    host,
    port,
  })),
})

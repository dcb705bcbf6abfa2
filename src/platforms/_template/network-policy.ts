import type { LedgerNode } from '../../network/network.ts'
import { networkPolicy, ofNetwork, podsNamed, tcp, toAddresses } from '../network-policy.ts'
import type { ClusterView } from '../platform.ts'
import { peersOf } from './probe.ts'
import type { TemplateNode, TemplateTop } from './schema.ts'

type View = ClusterView<TemplateTop, TemplateNode>

/**
 * The default forbids everything but DNS, in both directions. Peers of this cluster dial each other directly; those of other clusters
 * dial, and are dialled, at the Ambassadors, whose namespaces are some of the network's.
 */
export function networkPolicies(nodes: readonly LedgerNode<TemplateNode>[], view: View): object[] {
  const members = ofNetwork(view.network.name)
  const p2p = [tcp(9700)]
  const elsewhere = peersOf(nodes, view).filter(({ host }) => !host.endsWith('.svc.cluster.local'))
  return [
    networkPolicy('peers', podsNamed('template'), {
      ingress: [{ from: members, ports: p2p }],
      egress: [{ to: members, ports: p2p }, ...toAddresses(elsewhere)],
    }),
  ]
}

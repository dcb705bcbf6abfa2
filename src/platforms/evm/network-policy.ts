import {
  inNamespaces,
  metricsPolicies,
  networkPolicy,
  ofNetwork,
  podsNamed,
  tcp,
  toAddresses,
} from '../network-policy.ts'
import type { ClusterView } from '../platform.ts'
import type { EvmClient } from './client.ts'
import type { EvmLedgerNode } from './network.ts'
import { type Peer, peersOfAny } from './peers.ts'
import type { EvmNode, EvmTop } from './schema.ts'

type View = ClusterView<EvmTop, EvmNode>

/** The base forbids everything. These policies allow what the organization's nodes need: peers here and elsewhere, and clients from outside. */
export function networkPolicies(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): object[] {
  return [
    peers(nodes, view, client),
    ...clientsOutside('clients-outside', nodes, 'rpc', client.ports.rpc),
    ...clientsOutside('clients-outside-ws', nodes, 'ws', client.ports.ws),
    // They tell heights and peers, nothing of the ledger's content.
    ...metricsPolicies('metrics', podsNamed(client.id), client.ports.metrics, view.network.monitoring.namespaces),
  ]
}

/**
 * Peers of this cluster come from the namespaces of the network; those of other clusters come through the Ambassador, whose
 * namespace is one of these, with its address. To dial them, their Ambassadors' ports are opened, and only those.
 */
function peers(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): object {
  const members = ofNetwork(view.network.name)
  const p2p = [tcp(client.ports.p2p)]
  return networkPolicy('peers', podsNamed(client.id), {
    ingress: [{ from: members, ports: p2p }],
    egress: [{ to: members, ports: p2p }, ...toAddresses(peersOfAny(nodes, view, client).filter(isElsewhere))],
  })
}

/** Those of the own cluster have the name of a Service. */
const isElsewhere = ({ host }: Peer): boolean => !host.endsWith('.svc.cluster.local')

/** Clients outside the cluster reach the nodes that expose an endpoint, at its port and no other, through the Ambassador. */
function clientsOutside(name: string, nodes: readonly EvmLedgerNode[], endpoint: string, port: number): object[] {
  const exposed = nodes.filter(({ expose }) => expose.includes(endpoint))
  const [first] = exposed
  if (first === undefined) return []
  const values = exposed.map((node) => node.name)
  const from = inNamespaces([first.cluster.ambassador.namespace])
  return [
    networkPolicy(
      name,
      { matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'In', values }] },
      { ingress: [{ from, ports: [tcp(port)] }] },
    ),
  ]
}

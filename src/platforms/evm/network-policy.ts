import { rangeOfOne } from '../../ip-address.ts'
import { isIpAddress } from '../../network/address.ts'
import { inNamespaces, metricsPolicies, networkPolicy, ofNetwork, podsNamed, tcp } from '../network-policy.ts'
import type { ClusterView } from '../platform.ts'
import { portRanges } from '../port-ranges.ts'
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
    egress: [{ to: members, ports: p2p }, ...elsewhere(peersOfAny(nodes, view, client))],
  })
}

/** Egress to peers outside the cluster: to their IP address where it is known, otherwise by port. */
function elsewhere(all: readonly Peer[]): object[] {
  const byDestination = new Map<string, Set<number>>()
  for (const { host, port } of all) {
    if (host.endsWith('.svc.cluster.local')) continue
    const destination = isIpAddress(host) ? rangeOfOne(host) : ''
    byDestination.set(destination, (byDestination.get(destination) ?? new Set()).add(port))
  }
  return [...byDestination]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cidr, numbers]) => ({
      ...(cidr === '' ? {} : { to: [{ ipBlock: { cidr } }] }),
      ports: portRanges([...numbers]),
    }))
}

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

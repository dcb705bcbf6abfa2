import { isIpAddress } from '../../network/address.ts'
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
  ]
}

const policy = (name: string, podSelector: object, rules: object): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: { podSelector, ...rules },
})

/**
 * Peers of this cluster come from the namespaces of the network; those of other clusters come through the Ambassador, whose
 * namespace is one of these, with its address. To dial them, their Ambassadors' ports are opened, and only those.
 */
function peers(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): object {
  const members = [{ namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': view.network.name } } }]
  const p2p = [{ port: client.ports.p2p, protocol: 'TCP' }]
  return policy(
    'peers',
    { matchLabels: { 'app.kubernetes.io/name': client.id } },
    {
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: members, ports: p2p }],
      egress: [{ to: members, ports: p2p }, ...elsewhere(peersOfAny(nodes, view, client))],
    },
  )
}

/** Egress to peers outside the cluster: to their IP address where it is known, otherwise by port. */
function elsewhere(all: readonly Peer[]): object[] {
  const byDestination = new Map<string, Set<number>>()
  for (const { host, port } of all) {
    if (host.endsWith('.svc.cluster.local')) continue
    const destination = isIpAddress(host) ? `${host}/32` : ''
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
  const { namespace } = first.cluster.ambassador
  const from = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }]
  return [
    policy(
      name,
      { matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'In', values }] },
      { policyTypes: ['Ingress'], ingress: [{ from, ports: [{ port, protocol: 'TCP' }] }] },
    ),
  ]
}

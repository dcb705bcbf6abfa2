import { rangeOfOne } from '../../ip-address.ts'
import { type Address, isIpAddress } from '../../network/address.ts'
import { inNamespaces, metricsPolicies, networkPolicy, ofNetwork, podsNamed, tcp } from '../network-policy.ts'
import type { ClusterView } from '../platform.ts'
import { portRanges } from '../port-ranges.ts'
import { bootnodesOf } from './chain-spec/bootnodes.ts'
import { ports } from './command-line.ts'
import type { SubstrateLedgerNode } from './network.ts'
import { peersOfAny } from './peers.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'
import { specSourceOf } from './spec-source.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

/** The base forbids everything. These policies allow what the organization's nodes need: peers here and elsewhere, and clients from outside. */
export function networkPolicies(nodes: readonly SubstrateLedgerNode[], view: View): object[] {
  return [
    peers(nodes, view),
    ...specDownload(view),
    ...clientsOutside(nodes),
    // They tell heights and peers, nothing of the ledger's content.
    ...metricsPolicies('metrics', podsNamed('substrate'), ports.metrics, view.network.monitoring.namespaces),
  ]
}

/**
 * Peers of this cluster come from the namespaces of the network; those of other clusters come through the Ambassador, whose
 * namespace is one of these, with its address. To dial them, their Ambassadors' ports are opened, and those of the bootnodes of a spec
 * that is used as it is, and no others.
 */
function peers(nodes: readonly SubstrateLedgerNode[], view: View): object {
  const members = ofNetwork(view.network.name)
  const p2p = [tcp(ports.p2p)]
  return networkPolicy('peers', podsNamed('substrate'), {
    ingress: [{ from: members, ports: p2p }],
    egress: [
      { to: members, ports: p2p },
      ...elsewhere([...peersOfAny(nodes, view), ...bootnodesOf(view.network, view.material)]),
    ],
  })
}

/** Egress to peers outside the cluster: to their IP address where it is known, otherwise by port. */
function elsewhere(all: readonly Address[]): object[] {
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

/** The init container of every node fetches a spec that is at a URL. */
function specDownload(view: View): object[] {
  const source = specSourceOf(view)
  if (!('url' in source)) return []
  const { hostname, port } = new URL(source.url)
  const destination = isIpAddress(hostname) ? { to: [{ ipBlock: { cidr: rangeOfOne(hostname) } }] } : {}
  return [
    networkPolicy('chain-spec', podsNamed('substrate'), {
      egress: [{ ...destination, ports: [tcp(port === '' ? 443 : Number(port))] }],
    }),
  ]
}

/** Clients outside the cluster reach the nodes that expose JSON-RPC, at its port and no other, through the Ambassador. */
function clientsOutside(nodes: readonly SubstrateLedgerNode[]): object[] {
  const exposed = nodes.filter(({ expose }) => expose.includes('rpc'))
  const [first] = exposed
  if (first === undefined) return []
  const values = exposed.map((node) => node.name)
  const from = inNamespaces([first.cluster.ambassador.namespace])
  return [
    networkPolicy(
      'clients-outside',
      { matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'In', values }] },
      { ingress: [{ from, ports: [tcp(ports.rpc)] }] },
    ),
  ]
}

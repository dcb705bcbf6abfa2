import { listenerOf } from '../../network/passthrough.ts'
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
import { portRanges } from '../port-ranges.ts'
import { ports } from './config.ts'
import { type FabricLedgerNode, isAuthority, isOrderer, isPeer } from './network.ts'
import type { FabricNode, FabricTop } from './schema.ts'

type View = ClusterView<FabricTop, FabricNode>

/**
 * Whom the nodes and Jobs of an organization reach, and who reaches them, beside what base/organization allows. What comes from
 * other clusters comes through the Ambassador, whose namespace is one of the network's.
 */
export function networkPolicies(nodes: readonly FabricLedgerNode[], view: View): object[] {
  const members = ofNetwork(view.network.name)
  const dialled = egress(view, members)
  const ambassador = nodes[0]?.cluster.ambassador.namespace ?? ''
  const exposed = nodes.filter((node) => isAuthority(node) && node.expose.length > 0)
  return [
    ...(nodes.some(isOrderer)
      ? [
          networkPolicy('orderers', selects('orderer'), {
            ingress: [{ from: members, ports: [tcp(ports.orderer)] }],
            egress: dialled,
          }),
        ]
      : []),
    ...(nodes.some(isPeer)
      ? [
          networkPolicy('peers', selects('peer'), {
            ingress: [{ from: members, ports: [tcp(ports.peer)] }],
            egress: dialled,
          }),
        ]
      : []),
    networkPolicy('jobs', jobs, { egress: dialled }),
    // Not for everybody: a client of this port may change the level of the log.
    ...metricsPolicies('operations', podsNamed('fabric'), ports.operations, view.network.monitoring.namespaces),
    ...(exposed.length === 0
      ? []
      : [
          networkPolicy('ca-clients-outside', instances(exposed), {
            ingress: [{ from: inNamespaces([ambassador]), ports: [tcp(ports.ca)] }],
          }),
        ]),
  ]
}

const selects = (component: string): object => ({
  matchLabels: { 'app.kubernetes.io/name': 'fabric', 'app.kubernetes.io/component': component },
})

const instances = (nodes: readonly FabricLedgerNode[]): object => ({
  matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'In', values: nodes.map(({ name }) => name) }],
})

/** Those that talk to peers and orderers as clients do. */
const jobs = {
  matchLabels: { 'app.kubernetes.io/name': 'fabric-job' },
  matchExpressions: [
    {
      key: 'app.kubernetes.io/component',
      operator: 'In',
      values: ['peer-join', 'chaincode-lifecycle', 'channel-update'],
    },
  ],
}

/**
 * All peers and orderers. A channel has one address for each, that at its Ambassador, which nodes of the same cluster use too:
 * their own Ambassador is among the destinations. A connection to the load balancer's address may be turned to the
 * Ambassador's pods before a policy sees it, so the network's own namespaces are allowed at the ports of these pods as well.
 */
function egress(view: View, members: readonly object[]): object[] {
  const { nodes, external, clusters } = view.network
  const ambassador = clusters.find(({ name }) => name === view.cluster)?.ambassador
  const addresses = [
    ...nodes.filter((node) => !isAuthority(node)).map((node) => view.outside(node, 'grpc')),
    ...external.map(({ host, port }) => ({ host, port })),
  ]
  const arriving = addresses.map(({ port }) => (ambassador === undefined ? port : listenerOf(ambassador, port)))
  const own = ambassador?.existing ? inNamespaces([ambassador.namespace]) : []
  return [
    { to: [...members, ...own], ports: [tcp(ports.orderer), tcp(ports.peer), ...portRanges(arriving)] },
    ...toAddresses(addresses),
  ]
}

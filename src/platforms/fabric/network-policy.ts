import { groupBy } from '../../group-by.ts'
import { isIpAddress } from '../../network/address.ts'
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
  const members = [{ namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': view.network.name } } }]
  const dialled = egress(view, members)
  const exposed = nodes.filter((node) => isAuthority(node) && node.expose.length > 0)
  return [
    ...(nodes.some(isOrderer)
      ? [
          policy('orderers', selects('orderer'), {
            ingress: [{ from: members, ports: [tcp(ports.orderer)] }],
            egress: dialled,
          }),
        ]
      : []),
    ...(nodes.some(isPeer)
      ? [policy('peers', selects('peer'), { ingress: [{ from: members, ports: [tcp(ports.peer)] }], egress: dialled })]
      : []),
    policy('jobs', jobs, { egress: dialled }),
    ...(exposed.length === 0
      ? []
      : [
          policy('ca-clients-outside', instances(exposed), {
            ingress: [{ from: ambassador(nodes), ports: [tcp(ports.ca)] }],
          }),
        ]),
  ]
}

const tcp = (port: number): object => ({ port, protocol: 'TCP' })

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

const policy = (name: string, podSelector: object, rules: { ingress?: object[]; egress?: object[] }): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: {
    podSelector,
    policyTypes: [
      ...(rules.ingress === undefined ? [] : ['Ingress']),
      ...(rules.egress === undefined ? [] : ['Egress']),
    ],
    ...rules,
  },
})

const ambassador = ([node]: readonly FabricLedgerNode[]): object[] => [
  {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': node?.cluster.ambassador.namespace } },
  },
]

/**
 * All peers and orderers. A channel has one address for each, that at its Ambassador, which nodes of the same cluster use too:
 * their own Ambassador is among the destinations. A connection to the load balancer's address may be turned to the
 * Ambassador's pods before a policy sees it, so the network's own namespaces are allowed at these ports as well.
 */
function egress(view: View, members: object[]): object[] {
  const { nodes, external } = view.network
  const addresses = [
    ...nodes.filter((node) => !isAuthority(node)).map((node) => view.outside(node, 'grpc')),
    ...external.map(({ host, port }) => ({ host, port })),
  ]
  const byDestination = groupBy(addresses, ({ host }) => (isIpAddress(host) ? host : ''))
  return [
    { to: members, ports: [tcp(ports.orderer), tcp(ports.peer), ...portRanges(addresses.map(({ port }) => port))] },
    ...[...byDestination]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([host, all]) => ({
        ...(host === '' ? {} : { to: [{ ipBlock: { cidr: `${host}/${host.includes(':') ? 128 : 32}` } }] }),
        ports: portRanges(all.map(({ port }) => port)),
      })),
  ]
}

import type { Address } from '../../network/address.ts'
import { listenerOf } from '../../network/passthrough.ts'
import { inNamespaces, networkPolicy, podsNamed, tcp, toAddresses } from '../network-policy.ts'
import type { ClusterView } from '../platform.ts'
import { portRanges } from '../port-ranges.ts'
import { jarsOf } from './jars.ts'
import { type CordaLedgerNode, isNetworkMap, isRpcExposed, ownPartiesOf } from './network.ts'
import { ports } from './node-conf.ts'
import { dialled } from './probe.ts'
import type { CordaNode, CordaTop } from './schema.ts'
import { zoneUrls } from './zone.ts'

type View = ClusterView<CordaTop, CordaNode>

/** The base forbids everything. The network map has one address for each node, so all messages come through the Ambassador. */
export function networkPolicies(nodes: readonly CordaLedgerNode[], view: View): object[] {
  const ambassador = inNamespaces(nodes.slice(0, 1).map(({ cluster }) => cluster.ambassador.namespace))
  const exposed = nodes.filter(isRpcExposed)
  return [
    // An Ambassador that is not ours has a policy already, on every platform.
    ...(nodes.some(({ cluster }) => cluster.ambassador.existing) ? [] : fromAmbassador(nodes, ambassador)),
    networkPolicy('to-peers', dialling(view), { egress: peers(view, ambassador) }),
    networkPolicy('to-services', dialling(view), { egress: toAddresses(servicesOf(nodes, view)) }),
    ...(exposed.length === 0 ? [] : [networkPolicy('to-rpc', asking, { egress: toRpc(exposed, view, ambassador) })]),
  ]
}

/** Doorman and network map of a demo zone dial nobody. */
const dialling = ({ network: { top } }: View): object =>
  top.zone.demo
    ? {
        matchLabels: { 'app.kubernetes.io/name': 'corda' },
        matchExpressions: [{ key: 'app.kubernetes.io/component', operator: 'NotIn', values: ['network-map'] }],
      }
    : podsNamed('corda')

/** One for the nodes, one for clients of those that expose RPC, and one for doorman and network map of a demo zone. */
function fromAmbassador(nodes: readonly CordaLedgerNode[], from: readonly object[]): object[] {
  const letIn = (name: string, chosen: readonly CordaLedgerNode[], port: number): object[] =>
    chosen.length === 0
      ? []
      : [networkPolicy(name, { matchExpressions: [instances(chosen)] }, { ingress: [{ from, ports: [tcp(port)] }] })]
  return [
    ...letIn('from-ambassador', ownPartiesOf({ nodes }), ports.p2p),
    ...letIn('zone-from-ambassador', nodes.filter(isNetworkMap), ports.http),
    ...letIn('clients-outside', nodes.filter(isRpcExposed), ports.rpc),
  ]
}

const instances = (nodes: readonly CordaLedgerNode[]): object => ({
  key: 'app.kubernetes.io/instance',
  operator: 'In',
  values: nodes.map(({ name }) => name),
})

/** The Jobs of `verify --probe`, which look at the certificate of RPC. No node dials it. */
const asking = { matchLabels: { 'app.kubernetes.io/name': 'corda', 'app.kubernetes.io/component': 'inquiry' } }

/** As clients outside reach it, and as a connection to the own load balancer arrives. */
function toRpc(exposed: readonly CordaLedgerNode[], { outside }: View, ambassador: readonly object[]): object[] {
  const arriving = exposed.map((node) => listenerOf(node.cluster.ambassador, outside(node, 'rpc').port))
  return [{ to: ambassador, ports: portRanges(arriving) }, ...toAddresses(exposed.map((node) => outside(node, 'rpc')))]
}

/**
 * Nodes of the definition, and external ones. A connection to the load balancer of the own cluster may be turned to the Ambassador's pods
 * before a policy sees it, so its namespace is allowed at these ports as well.
 */
function peers(view: View, ambassador: readonly object[]): object[] {
  const here = view.network.nodes.filter(({ cluster }) => cluster.name === view.cluster)
  const arriving = here.map((node) =>
    listenerOf(node.cluster.ambassador, view.outside(node, isNetworkMap(node) ? 'http' : 'p2p').port),
  )
  return [{ to: ambassador, ports: portRanges(arriving) }, ...toAddresses(dialled(view))]
}

/** What nodes dial besides each other: doorman and network map, their databases, and where JARs are. */
const servicesOf = (nodes: readonly CordaLedgerNode[], view: View): readonly Address[] => [
  ...Object.values(zoneUrls(view)).map(addressOfUrl),
  ...nodes.flatMap(({ own: { database } }) => (database === undefined ? [] : [databaseAddress(database.url)])),
  ...nodes.flatMap(jarsOf).flatMap(({ jars }) => ('url' in jars ? [addressOfUrl(jars.url)] : [])),
]

function addressOfUrl(text: string): Address {
  const { hostname, port, protocol } = new URL(text)
  const host = hostname.replace(/^\[|\]$/g, '')
  return { host, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) }
}

/** `jdbc:postgresql://host:5432/name`, where 5432 is the default. */
function databaseAddress(text: string): Address {
  const { host, port } = addressOfUrl(text.replace(/^jdbc:postgresql:/, 'https:'))
  return { host, port: port === 443 && !/:443\//.test(text) ? 5432 : port }
}

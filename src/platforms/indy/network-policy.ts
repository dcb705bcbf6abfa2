import { groupBy } from '../../group-by.ts'
import { type Address, isIpAddress } from '../../network/address.ts'
import type { ClusterView } from '../platform.ts'
import { portRanges } from '../port-ranges.ts'
import { genesisFilesOf, genesisValidators } from './genesis.ts'
import type { IndyLedgerNode } from './network.ts'
import { dialled } from './probe.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/** The base forbids everything. The pool has one address for each validator, so all connections come through the Ambassador. */
export function networkPolicies(nodes: readonly IndyLedgerNode[], view: View): object[] {
  const ambassador = namespace(nodes)
  return [
    // An Ambassador that is not ours has a policy already, on every platform.
    ...(nodes.some(({ cluster }) => cluster.ambassador.existing) ? [] : [fromAmbassador(nodes, ambassador)]),
    policy(
      'to-pool',
      { matchLabels: { 'app.kubernetes.io/name': 'indy' } },
      { policyTypes: ['Egress'], egress: egress(view, ambassador) },
    ),
  ]
}

const fromAmbassador = (nodes: readonly IndyLedgerNode[], from: object[]): object =>
  policy(
    'from-ambassador',
    {
      matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'In', values: nodes.map(({ name }) => name) }],
    },
    { policyTypes: ['Ingress'], ingress: [{ from, ports: [tcp(9701), tcp(9702)] }] },
  )

const tcp = (port: number): object => ({ port, protocol: 'TCP' })

const policy = (name: string, podSelector: object, rules: object): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: { podSelector, ...rules },
})

const namespace = ([node]: readonly IndyLedgerNode[]): object[] => [
  { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': node?.cluster.ambassador.namespace } } },
]

/**
 * Those of the definition, and those of the genesis: a new validator begins with these, and a validator that moved is dialled at the
 * old one until the ledger has the new one.
 */
const addressesIn = (view: View): readonly Address[] => [
  ...dialled(view),
  ...genesisValidators(genesisFilesOf(view.network, view.material)?.pool ?? '').flatMap(
    ({ nodeHost, nodePort, clientHost, clientPort }) => [
      { host: nodeHost, port: nodePort },
      { host: clientHost, port: clientPort },
    ],
  ),
]

/**
 * The validators, and no other address where those are known. A connection to the load balancer of the own cluster may be turned to
 * the Ambassador's pods before a policy sees it, so its namespace is allowed at these ports as well.
 */
function egress(view: View, ambassador: object[]): object[] {
  const here = view.network.nodes.filter(({ cluster }) => cluster.name === view.cluster)
  const ours = here.flatMap((node) => [view.outside(node, 'node').port, view.outside(node, 'client').port])
  const byDestination = groupBy(addressesIn(view), ({ host }) => (isIpAddress(host) ? `${host}/32` : ''))
  return [
    { to: ambassador, ports: portRanges(ours) },
    ...[...byDestination]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([cidr, targets]) => ({
        ...(cidr === '' ? {} : { to: [{ ipBlock: { cidr } }] }),
        ports: portRanges(targets.map(({ port }) => port)),
      })),
  ]
}

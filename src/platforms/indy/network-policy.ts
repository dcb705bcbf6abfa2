import type { Address } from '../../network/address.ts'
import { inNamespaces, networkPolicy, podsNamed, tcp, toAddresses } from '../network-policy.ts'
import type { ClusterView } from '../platform.ts'
import { portRanges } from '../port-ranges.ts'
import { genesisFilesOf, genesisValidators } from './genesis.ts'
import type { IndyLedgerNode } from './network.ts'
import { dialled } from './probe.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/** The base forbids everything. The pool has one address for each validator, so all connections come through the Ambassador. */
export function networkPolicies(nodes: readonly IndyLedgerNode[], view: View): object[] {
  const ambassador = inNamespaces(nodes.slice(0, 1).map(({ cluster }) => cluster.ambassador.namespace))
  return [
    // An Ambassador that is not ours has a policy already, on every platform.
    ...(nodes.some(({ cluster }) => cluster.ambassador.existing) ? [] : [fromAmbassador(nodes, ambassador)]),
    networkPolicy('to-pool', podsNamed('indy'), { egress: egress(view, ambassador, ['node', 'client']) }),
    networkPolicy('applications', applications, { egress: egress(view, ambassador, ['client']) }),
  ]
}

const fromAmbassador = (nodes: readonly IndyLedgerNode[], from: readonly object[]): object =>
  networkPolicy(
    'from-ambassador',
    {
      matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'In', values: nodes.map(({ name }) => name) }],
    },
    { ingress: [{ from, ports: [tcp(9701), tcp(9702)] }] },
  )

/** Of the organization, which are no validators: they are clients of the pool. */
const applications = { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'NotIn', values: ['indy'] }] }

type EndpointName = 'node' | 'client'

interface Dialled extends Address {
  readonly endpoint: string
}

/**
 * Those of the definition, and those of the genesis: a new validator begins with these, and a validator that moved is dialled at the
 * old one until the ledger has the new one.
 */
const addressesIn = (view: View): readonly Dialled[] => [
  ...dialled(view),
  ...genesisValidators(genesisFilesOf(view.network, view.material)?.pool ?? '').flatMap(
    ({ nodeHost, nodePort, clientHost, clientPort }) => [
      { endpoint: 'node', host: nodeHost, port: nodePort },
      { endpoint: 'client', host: clientHost, port: clientPort },
    ],
  ),
]

/**
 * Endpoints of the validators, and no other address where those are known. A connection to the load balancer of the own cluster may
 * be turned to the Ambassador's pods before a policy sees it, so its namespace is allowed at these ports as well.
 */
function egress(view: View, ambassador: readonly object[], names: readonly EndpointName[]): object[] {
  const here = view.network.nodes.filter(({ cluster }) => cluster.name === view.cluster)
  const ours = here.flatMap((node) => names.map((name) => view.outside(node, name).port))
  const reached = addressesIn(view).filter(({ endpoint }) => names.some((name) => name === endpoint))
  return [{ to: ambassador, ports: portRanges(ours) }, ...toAddresses(reached)]
}

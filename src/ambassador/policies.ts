import { groupBy } from '../group-by.ts'
import type { Cluster, LedgerNode, Network } from '../network/network.ts'
import { inNamespaces, metricsPolicies, networkPolicy, ofNetwork, podsNamed, tcp } from '../platforms/network-policy.ts'
import type { Platform } from '../platforms/platform.ts'
import { apiServerPolicy, dnsPolicy } from './cluster-services.ts'
import { routerHealthPort, routerPort } from './router.ts'
import type { Route } from './routes.ts'
import type { OpenPort } from './service.ts'

/**
 * What the Ambassador's own pods may do besides their base: accept connections from outside, and dial the ports of nodes that have
 * a route.
 */
export function ambassadorPolicies(
  network: Network,
  cluster: Cluster,
  routes: readonly Route[],
  open: readonly OpenPort[],
): object[] {
  const shared = routes.filter(({ kind }) => kind === 'sni')
  const own = routes.filter(({ kind }) => kind !== 'sni')
  const members = ofNetwork(network.name)
  const [emissary, router] = [podsNamed('emissary'), podsNamed('router')]
  const { namespaces } = network.monitoring
  const elsewhere = servicesElsewhere(cluster)
  return [
    dnsPolicy(cluster),
    apiServerPolicy(cluster),
    networkPolicy('routes', emissary, {
      ingress: [{ ...sources(network, cluster), ports: open.map(({ targetPort }) => tcp(targetPort)) }],
    }),
    networkPolicy('nodes', emissary, {
      egress: [
        ...(own.length === 0 ? [] : [{ to: members, ports: targets(own) }]),
        ...(shared.length === 0 ? [] : [{ to: [{ podSelector: router }], ports: [tcp(routerPort)] }]),
      ],
    }),
    ...metricsPolicies('metrics', emissary, administrationPort, namespaces),
    ...(shared.length === 0
      ? []
      : [
          networkPolicy('router-nodes', router, { egress: [{ to: members, ports: targets(shared) }] }),
          ...metricsPolicies('router-metrics', router, routerHealthPort, namespaces),
        ]),
    ...(elsewhere.length === 0 ? [] : [networkPolicy('filters', emissary, { egress: elsewhere })]),
  ]
}

/** Of Emissary: its metrics, and its probes. */
const administrationPort = 8877

/** Ports of the nodes that routes target. */
const targets = (routes: readonly Route[]): object[] =>
  [...new Set(routes.map(({ endpoint }) => endpoint.port))].sort((a, b) => a - b).map(tcp)

/**
 * From anywhere: who may connect is the load balancer's to say, which still sees the client's address. Without one, this policy
 * says it; the nodes of this cluster, which may dial its own public name, are not kept out.
 */
function sources({ name }: Network, { ambassador: { publish, sourceRanges } }: Cluster): object {
  if (publish === 'LoadBalancer' || sourceRanges.length === 0) return {}
  return { from: [...sourceRanges.map((cidr) => ({ ipBlock: { cidr } })), ...ofNetwork(name)] }
}

/** Services that filter HTTP requests. Their pods may listen on another port than the Service, so the policy names none. */
const servicesElsewhere = ({ ambassador: { authentication, rateLimit } }: Cluster): object[] =>
  [
    ...new Set([authentication?.service, rateLimit].flatMap((service) => /\.([^:]+):/.exec(service ?? '')?.[1] ?? [])),
  ].map((namespace) => ({ to: inNamespaces([namespace]) }))

/**
 * Lets an Emissary that somebody else runs reach the nodes of an organization: its namespace is no part of the network, whose
 * members the platforms' own policies let in. A policy for each set of ports that the same nodes have.
 */
export function policiesForExisting(platform: Platform, nodes: readonly LedgerNode[]): object[] {
  const [first] = nodes
  if (first === undefined || !first.cluster.ambassador.existing) return []
  const from = inNamespaces([first.cluster.ambassador.namespace])
  const routed = nodes.map((node) => {
    const reached = platform.definition
      .endpoints(node)
      .filter(({ reached: how, name }) => how === 'by-port' || (how === 'by-host' && node.expose.includes(name)))
    return { name: node.name, ports: [...new Set(reached.map(({ port }) => port))].sort((a, b) => a - b) }
  })
  return [...groupBy(routed, ({ ports }) => ports.join(' '))]
    .filter(([ports]) => ports !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same], at) =>
      networkPolicy(
        `ambassador-${at + 1}`,
        {
          matchExpressions: [
            { key: 'app.kubernetes.io/instance', operator: 'In', values: same.map(({ name }) => name) },
          ],
        },
        { ingress: [{ from, ports: (same[0]?.ports ?? []).map(tcp) }] },
      ),
    )
}

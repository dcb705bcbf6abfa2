import { itemPath, writtenAt } from '../network/as-written.ts'
import type { Path, Problem } from '../network/finding.ts'
import type { Cluster, LedgerNode, Network } from '../network/network.ts'
import { nodeId } from '../network/network.ts'
import { isComplete } from '../network/size.ts'
import { specialRange } from '../network/special-addresses.ts'
import type { Platform } from '../platforms/platform.ts'
import { type ProviderId, providers } from '../providers/index.ts'
import { endpointsByHost, exposedEndpoints } from './exposed-endpoints.ts'
import { serverNameOf } from './sharing.ts'
import { ambassadorSizes } from './sizes.ts'

/** Fields that have no effect, besides those that ambassador/settings.ts refuses. `definition` is as written. */
export const effectProblems = (network: Network, platform: Platform, definition: unknown): Problem[] => [
  ...network.clusters.flatMap((cluster) => ofCluster({ network, platform, definition, cluster })),
  ...qualifiedNames(network),
  ...network.nodes.flatMap((node) => [...pinnedPort(node, platform), ...decidedSize(node, platform, definition)]),
]

/** Own amounts take precedence. A CouchDB beside the node has its size too. */
function decidedSize(node: LedgerNode, platform: Platform, definition: unknown): Problem[] {
  const path = [...node.path, 'size']
  const sizes = platform.definition.sizes(node.role)
  if (writtenAt(definition, path) === undefined || !isComplete(sizes, node.resources)) return []
  if (platform.definition.sizesBeside?.(node) === true) return []
  return [problem(`size of ${nodeId(node)} has no effect: ${everyAmount}`, 'remove size', path)]
}

interface Given {
  readonly network: Network
  readonly platform: Platform
  readonly definition: unknown
  readonly cluster: Cluster
}

const problem = (message: string, hint: string, path: Path, severity: Problem['severity'] = 'warning'): Problem => ({
  rule: 'no-effect',
  severity,
  message,
  hint,
  path,
})

const ofCluster = (given: Given): Problem[] => [
  ...fields(given),
  ...withoutClients(given),
  ...spread(given),
  ...annotations(given),
  ...ranges(given),
]

const everyAmount = 'resources set every amount'

/** Why a field of an Ambassador has no effect; undefined where it has one, or another check reports it. */
const reasons: Readonly<Record<string, (given: Given) => string | undefined>> = {
  replicas: ({ cluster: { ambassador } }) =>
    ambassador.existing
      ? 'an existing Emissary has its own pods'
      : ambassador.publish === 'LoadBalancer'
        ? undefined
        : `with ${ambassador.publish} every machine runs a pod`,
  tlsSecret: ({ cluster: { ambassador } }) => (ambassador.cleartext ? 'cleartext terminates no TLS' : undefined),
  selfSigned: ({ cluster: { ambassador } }) =>
    ambassador.issuer !== undefined && ambassador.issuer.kind !== 'SelfSigned'
      ? 'the issuer issues the certificate'
      : undefined,
  passthrough: ({ cluster, network, platform }) => {
    if (cluster.ambassador.passthrough !== 'sni' || cluster.ambassador.existing) return undefined
    const nodes = network.nodes.filter((node) => node.cluster === cluster)
    const endpoints = nodes.flatMap((node) =>
      platform.definition.endpoints(node).map((endpoint) => ({ node, endpoint })),
    )
    if (nodes.length === 0 || endpoints.some(({ node, endpoint }) => serverNameOf(node, endpoint) !== undefined))
      return undefined
    return endpoints.some(({ endpoint }) => endpoint.protocol === 'tls' && endpoint.reached === 'by-port')
      ? 'without a domain, endpoints have no names to share a port by'
      : `no endpoint of ${platform.definition.title} there uses its own TLS, so each has its own port`
  },
  size: ({ cluster: { ambassador } }) =>
    !ambassador.existing && isComplete(ambassadorSizes, ambassador.resources) ? everyAmount : undefined,
  loadBalancerClass: ({ cluster: { ambassador, provider } }) => {
    const { className } = ambassador.loadBalancer
    const other = className === undefined ? undefined : otherProvider(provider, className, 'classes')
    return other === undefined
      ? undefined
      : `no controller there handles ${className}, which belongs to ${providers[other].title}`
  },
}

const fields = (given: Given): Problem[] =>
  Object.entries(reasons).flatMap(([field, reasonOf]) => {
    const path = [...given.cluster.path, 'ambassador', field]
    const reason = writtenAt(given.definition, path) ? reasonOf(given) : undefined
    return reason === undefined
      ? []
      : [problem(`${field} of cluster ${given.cluster.name} has no effect: ${reason}`, `remove ${field}`, path)]
  })

/** Settings for clients of HTTP endpoints. */
const forClients = ['tlsSecret', 'issuer', 'selfSigned', 'cleartext', 'authentication', 'rateLimit', 'bodyLimit']

/** A notice, as a node may be exposed later; a warning where the ledger has nothing to expose. */
function withoutClients(given: Given): Problem[] {
  const { network, platform, definition, cluster } = given
  if (network.nodes.some((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0)) return []
  const later = network.nodes.some((node) => endpointsByHost(node, platform).length > 0)
  return (
    forClients
      // A name alone: the Secret may exist already.
      .filter((field) => !later || field !== 'tlsSecret')
      .map((field) => ({ field, path: [...cluster.path, 'ambassador', field] }))
      .filter(({ field, path }) => writtenAt(definition, path) && reasons[field]?.(given) === undefined)
      .map(({ field, path }) =>
        problem(
          `${field} of cluster ${cluster.name} has no effect: ${later ? 'no node there is exposed' : `${platform.definition.title} has no HTTP endpoints behind the Ambassador`}`,
          later ? 'it is for HTTP endpoints of nodes with `expose`' : `remove ${field}`,
          path,
          later ? 'notice' : 'warning',
        ),
      )
  )
}

/** The other provider that a key or a class belongs to. What runs on `kubernetes` is unknown. */
function otherProvider(own: ProviderId, text: string, what: 'annotations' | 'classes'): ProviderId | undefined {
  if (own === 'kubernetes') return undefined
  const owner = (Object.keys(providers) as ProviderId[]).find((id) => providers[id][what]?.test(text) === true) // keys of a literal
  // MetalLB runs on unmanaged machines too.
  const isTheirs = owner === undefined || owner === own || (owner === 'kubernetes' && providers[own].local)
  return isTheirs ? undefined : owner
}

const annotations = ({ cluster }: Given): Problem[] =>
  Object.keys(cluster.ambassador.annotations).flatMap((key): Problem[] => {
    const { name, provider, path, ambassador } = cluster
    if (ambassador.existing) return []
    const at = { path: [...path, 'ambassador', 'annotations', key], atKey: true }
    const isForLoadBalancer = Object.values(providers).some(({ annotations: own }) => own?.test(key) === true)
    if (isForLoadBalancer && ambassador.publish !== 'LoadBalancer')
      return [
        {
          ...problem(
            `the annotation ${key} of cluster ${name} has no effect: with ${ambassador.publish} there is no load balancer`,
            'remove it, or publish: LoadBalancer',
            at.path,
          ),
          atKey: true,
        },
      ]
    const other = otherProvider(provider, key, 'annotations')
    if (other === undefined) return []
    return [
      {
        ...problem(
          `the annotation ${key} of cluster ${name} has no effect: it configures load balancers of ${providers[other].title}, and this cluster is ${providers[provider].title}`,
          'remove it, or correct the provider',
          at.path,
        ),
        atKey: true,
      },
    ]
  })

/** A duplicate range, and a range without clients. */
function ranges({ cluster, definition }: Given): Problem[] {
  const path = [...cluster.path, 'ambassador', 'sourceRanges']
  const { sourceRanges } = cluster.ambassador
  return [...new Set(sourceRanges)].flatMap((range, _, all): Problem[] => {
    const special = specialRange(range)
    if (special !== undefined)
      return [
        problem(
          `the range ${range} of cluster ${cluster.name} admits nobody: ${range.split('/')[0]} ${special.reason}`,
          'list the source addresses of clients and of the other clusters',
          itemPath(definition, path, range),
        ),
      ]
    if (all.length === sourceRanges.length || sourceRanges.filter((other) => other === range).length < 2) return []
    return [
      problem(
        `sourceRanges of cluster ${cluster.name} have ${range} twice`,
        'remove one of the two',
        itemPath(definition, path, range, 'last'),
      ),
    ]
  })
}

/** Names of images at a mirror have its registry. */
const qualifiedNames = ({ images: { registry, qualified } }: Network): Problem[] =>
  qualified === true && registry !== undefined
    ? [
        problem('images.qualified has no effect: images.registry is the registry', 'remove qualified', [
          'images',
          'qualified',
        ]),
      ]
    : []

/** A pod on every machine shares none. */
function spread({ cluster }: Given): Problem[] {
  const { name, path, ambassador } = cluster
  const { existing, publish, placement } = ambassador
  if (existing || publish === 'LoadBalancer' || placement?.spread !== 'required') return []
  return [
    problem(
      `spread of the Ambassador of ${name} has no effect: with ${publish} every machine runs a pod`,
      'remove spread',
      [...path, 'ambassador', 'placement', 'spread'],
    ),
  ]
}

/** `port` pins the port of an endpoint at the Ambassador. */
const pinnedPort = (node: LedgerNode, platform: Platform): Problem[] =>
  node.port === undefined || platform.definition.endpoints(node).some(({ reached }) => reached === 'by-port')
    ? []
    : [
        problem(
          `port of ${nodeId(node)} has no effect: none of its endpoints has a port at the Ambassador`,
          'remove it, or expose the node',
          [...node.path, 'port'],
        ),
      ]

import { itemPath } from '../network/as-written.ts'
import type { Problem } from '../network/finding.ts'
import type { Ambassador, Cluster, Network } from '../network/network.ts'
import { providers } from '../providers/index.ts'

/** Settings of an Ambassador that do not go together, or that the provider of the cluster does not have. */
export const settingProblems = (network: Network, definition: unknown): Problem[] =>
  network.clusters.flatMap((cluster) => [
    ...forExisting(cluster),
    ...forLoadBalancers(cluster, definition),
    ...passthrough(cluster),
    ...nodePorts(cluster),
    ...sourceRanges(cluster),
    ...certificate(cluster),
    ...externalDns(cluster),
  ])

const problem = (
  { path }: Cluster,
  field: string,
  message: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem => ({ rule: 'ambassador-setting', severity, message, hint, path: [...path, 'ambassador', field] })

/** Fields that the definition may have only for an Ambassador of ours, in the order of the schema. */
const own: readonly (readonly [field: string, given: (ambassador: Ambassador) => boolean])[] = [
  ['publish', ({ publish }) => publish !== 'LoadBalancer'],
  ['visibility', ({ loadBalancer }) => loadBalancer.visibility !== 'public'],
  ['loadBalancerClass', ({ loadBalancer }) => loadBalancer.className !== undefined],
  ['addresses', ({ loadBalancer }) => loadBalancer.addresses.length > 0],
  ['addressPool', ({ loadBalancer }) => loadBalancer.pool !== undefined],
  ['annotations', ({ annotations }) => Object.keys(annotations).length > 0],
  ['externalDns', ({ externalDns }) => externalDns],
  ['proxyProtocol', ({ proxyProtocol }) => proxyProtocol],
  ['passthrough', ({ passthrough: how }) => how === 'sni'],
  ['authentication', ({ authentication }) => authentication !== undefined],
  ['rateLimit', ({ rateLimit }) => rateLimit !== undefined],
  ['bodyLimit', ({ bodyLimit }) => bodyLimit !== undefined],
]

/** Its load balancer, Listeners and filters serve others too: they are for whoever runs it. */
const forExisting = (cluster: Cluster): Problem[] =>
  !cluster.ambassador.existing
    ? []
    : own
        .filter(([, given]) => given(cluster.ambassador))
        .map(([field]) =>
          problem(
            cluster,
            field,
            `${field} of cluster ${cluster.name} cannot be set for an Emissary that runs already`,
            `whoever runs it decides that, for all who use it: remove ${field}, or existing`,
          ),
        )

function forLoadBalancers(cluster: Cluster, definition: unknown): Problem[] {
  const { ambassador, provider: id, name } = cluster
  const { loadBalancer, publish, proxyProtocol } = ambassador
  const provider = providers[id]
  const { visibility, addresses, pool, className } = loadBalancer
  if (ambassador.existing) return []
  if (publish !== 'LoadBalancer') {
    const given = {
      visibility: visibility !== 'public',
      loadBalancerClass: className,
      addresses: addresses.length,
      addressPool: pool,
    }
    return Object.entries(given)
      .filter(([, value]) => value !== undefined && value !== false && value !== 0)
      .map(([field]) =>
        problem(
          cluster,
          field,
          `${field} of cluster ${name} is for a load balancer: with ${publish} there is none`,
          `remove it, or publish: LoadBalancer`,
        ),
      )
  }
  const wrong = addresses.length === 0 ? undefined : provider.addressProblem(loadBalancer)
  const culprit = addresses.find(
    (address) => provider.addressProblem({ ...loadBalancer, addresses: [address] }) !== undefined,
  )
  return [
    ...(wrong === undefined
      ? []
      : [
          {
            ...problem(
              cluster,
              'addresses',
              `addresses of cluster ${name} (${addresses.join(', ')}) cannot be: with ${provider.title} they ${wrong}`,
              'see docs/providers.md for what it takes',
            ),
            ...(culprit === undefined
              ? {}
              : { path: itemPath(definition, [...cluster.path, 'ambassador', 'addresses'], culprit) }),
          },
        ]),
    ...(visibility === 'internal' && !provider.internal
      ? [
          problem(
            cluster,
            'visibility',
            `${provider.title} has no internal load balancers (cluster ${name})`,
            'what it gives the Service is decided by what runs there: choose a pool (addressPool), a class (loadBalancerClass) or annotations',
          ),
        ]
      : []),
    ...(pool !== undefined && !provider.pools
      ? [
          problem(
            cluster,
            'addressPool',
            `addressPool of cluster ${name} is for MetalLB, which ${provider.title} has no use for`,
            'remove it; `addresses` asks for fixed ones',
          ),
        ]
      : []),
    ...(proxyProtocol && !provider.proxyProtocol
      ? [
          problem(
            cluster,
            'proxyProtocol',
            `the load balancers of ${provider.title} (cluster ${name}) do not speak the PROXY protocol: every connection would be cut`,
            'remove it: client addresses are kept without it where the provider can (docs/providers.md)',
          ),
        ]
      : []),
  ]
}

function passthrough(cluster: Cluster): Problem[] {
  const { ambassador, name } = cluster
  if (ambassador.passthroughPort === undefined) return []
  if (ambassador.passthrough === 'sni' && ambassador.publish !== 'NodePort') return []
  const reason = ambassador.passthrough === 'sni' ? 'with NodePort it is 30082' : 'no endpoints share a port there'
  return [
    problem(
      cluster,
      'passthroughPort',
      `passthroughPort of cluster ${name} has no effect: ${reason}`,
      'remove it, or set passthrough: sni',
    ),
  ]
}

/** https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
function nodePorts(cluster: Cluster): Problem[] {
  const { publish, ports, existing } = cluster.ambassador
  if (publish !== 'NodePort' || existing || (ports.first >= 30000 && ports.last <= 32767)) return []
  return [
    {
      rule: 'port-pool',
      severity: 'error',
      message: `the ports ${ports.first}-${ports.last} of cluster ${cluster.name} are no node ports: Kubernetes gives 30000-32767`,
      hint: 'others dial the node port itself: use a range such as 30000-30079, which Kubernetes leaves for last when it chooses ports by itself',
      path: [...cluster.path, 'ambassador', 'ports'],
    },
  ]
}

/** Ranges that nobody looks at are worse than none. */
function sourceRanges(cluster: Cluster): Problem[] {
  const { ambassador, provider: id, name } = cluster
  if (ambassador.sourceRanges.length === 0) return []
  const path = [...cluster.path, 'ambassador', 'sourceRanges']
  const warn = (message: string, hint: string): Problem[] => [
    { rule: 'source-ranges', severity: 'warning', message, hint, path },
  ]
  if (ambassador.existing)
    return warn(
      `sourceRanges of cluster ${name} have no effect: the load balancer belongs to the Emissary that runs already`,
      'have its owner set them there; they are kept here for what findings and plans say',
    )
  if (ambassador.publish === 'LoadBalancer')
    return providers[id].sourceRanges
      ? []
      : warn(
          `sourceRanges of cluster ${name} keep nobody out: the load balancer of ${providers[id].title} does not pass on the client's address`,
          'let a firewall do it, or publish: hostPort, where a network policy does',
        )
  return ambassador.proxyProtocol
    ? warn(
        `sourceRanges of cluster ${name} hold for the load balancer that you put before it, not for its clients`,
        'list the addresses of that load balancer here, and let it decide who may connect',
      )
    : []
}

function certificate(cluster: Cluster): Problem[] {
  const { ambassador, provider: id, name } = cluster
  const { issuer, cleartext } = ambassador
  if (issuer === undefined) return []
  const field = issuer.kind === 'SelfSigned' ? 'selfSigned' : 'issuer'
  if (cleartext)
    return [
      problem(
        cluster,
        field,
        `cluster ${name} has ${field} and cleartext`,
        'keep one: without TLS there is no certificate',
      ),
    ]
  if (issuer.kind !== 'SelfSigned' || providers[id].local) return []
  return [
    problem(
      cluster,
      field,
      `clients of cluster ${name} cannot know that they reach it: its certificate is signed by itself`,
      'name an issuer of cert-manager that clients trust (ambassador.issuer), or provide a certificate (ambassador.tlsSecret)',
      'warning',
    ),
  ]
}

/** It makes records of names, and knows the addresses of load balancers and of machines with node ports alone. */
function externalDns(cluster: Cluster): Problem[] {
  const { ambassador, domain, name } = cluster
  if (!ambassador.externalDns || ambassador.existing) return []
  if (domain === undefined)
    return [
      problem(
        cluster,
        'externalDns',
        `cluster ${name} is reached by its address: there is no name that external-dns could make a record of`,
        'give the cluster a domain in place of the address, or remove externalDns',
      ),
    ]
  if (ambassador.publish !== 'hostPort') return []
  return [
    problem(
      cluster,
      'externalDns',
      `external-dns does not see the addresses of cluster ${name}: its Service has none with publish: hostPort`,
      'create the record yourself, or choose publish: LoadBalancer or NodePort',
    ),
  ]
}

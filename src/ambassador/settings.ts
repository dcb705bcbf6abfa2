import { itemPath } from '../network/as-written.ts'
import type { Problem } from '../network/finding.ts'
import type { Ambassador, Cluster, Network } from '../network/network.ts'
import { providers } from '../providers/index.ts'
import { externalDnsAnnotationProblems } from './external-dns-annotations.ts'
import { externalDnsProblems } from './external-dns-problems.ts'
import { classProblems } from './load-balancer-classes.ts'

/** Settings of an Ambassador that contradict each other, or that the provider of the cluster does not support. */
export const settingProblems = (network: Network, definition: unknown): Problem[] =>
  network.clusters.flatMap((cluster) => [
    ...forExisting(cluster),
    ...forLoadBalancers(cluster, definition),
    ...passthrough(cluster),
    ...nodePorts(cluster),
    ...sourceRanges(cluster),
    ...certificate(cluster),
    ...classProblems(cluster),
    ...externalDnsProblems(cluster, definition),
    ...externalDnsAnnotationProblems(cluster),
  ])

const problem = (
  { path }: Cluster,
  field: string,
  message: string,
  hint: string,
  severity: Problem['severity'] = 'error',
): Problem => ({ rule: 'ambassador-setting', severity, message, hint, path: [...path, 'ambassador', field] })

/** Fields that the definition may have only for an Ambassador that Chancery runs, in the order of the schema. */
const own: readonly (readonly [field: string, given: (ambassador: Ambassador) => boolean])[] = [
  ['size', ({ size }) => size !== 'small'],
  ['resources', ({ resources }) => resources !== undefined],
  ['placement', ({ placement }) => placement !== undefined],
  ['publish', ({ publish }) => publish !== 'LoadBalancer'],
  ['visibility', ({ loadBalancer }) => loadBalancer.visibility !== 'public'],
  ['loadBalancerClass', ({ loadBalancer }) => loadBalancer.className !== undefined],
  ['addresses', ({ loadBalancer }) => loadBalancer.addresses.length > 0],
  ['addressPool', ({ loadBalancer }) => loadBalancer.pool !== undefined],
  ['annotations', ({ annotations }) => Object.keys(annotations).length > 0],
  ['externalDns', ({ externalDns }) => externalDns !== undefined],
  ['proxyProtocol', ({ proxyProtocol }) => proxyProtocol],
  ['passthrough', ({ passthrough: how }) => how === 'sni'],
  ['authentication', ({ authentication }) => authentication !== undefined],
  ['rateLimit', ({ rateLimit }) => rateLimit !== undefined],
  ['bodyLimit', ({ bodyLimit }) => bodyLimit !== undefined],
]

/** The load balancer, Listeners and filters of an existing Emissary serve others too: its owner configures them. */
const forExisting = (cluster: Cluster): Problem[] =>
  !cluster.ambassador.existing
    ? []
    : own
        .filter(([, given]) => given(cluster.ambassador))
        .map(([field]) =>
          problem(
            cluster,
            field,
            `${field} of cluster ${cluster.name} cannot be set for an existing Emissary`,
            `its owner configures that for all its users: remove ${field}, or existing`,
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
          `${field} of cluster ${name} configures a load balancer: with ${publish} there is none`,
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
              `addresses of cluster ${name} (${addresses.join(', ')}) are invalid: with ${provider.title} they ${wrong}`,
              'see docs/providers.md for the addresses of each provider',
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
            'the load balancer that runs there decides on the address: choose a pool (addressPool), a class (loadBalancerClass) or annotations',
          ),
        ]
      : []),
    ...(pool !== undefined && !provider.pools
      ? [
          problem(
            cluster,
            'addressPool',
            `addressPool of cluster ${name} configures MetalLB, which ${provider.title} does not use`,
            'remove it; `addresses` sets fixed addresses',
          ),
        ]
      : []),
    ...(proxyProtocol && !provider.proxyProtocol
      ? [
          problem(
            cluster,
            'proxyProtocol',
            `the load balancers of ${provider.title} (cluster ${name}) do not speak the PROXY protocol: every connection would be cut`,
            'remove it: where the provider can, it keeps client addresses without the protocol (docs/providers.md)',
          ),
        ]
      : []),
  ]
}

function passthrough(cluster: Cluster): Problem[] {
  const { ambassador, name } = cluster
  if (ambassador.passthroughPort === undefined) return []
  if (ambassador.passthrough === 'sni' && ambassador.publish !== 'NodePort') return []
  const reason =
    ambassador.passthrough === 'sni' ? 'with NodePort the port is 30082' : 'no endpoints share a port there'
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
      message: `ports ${ports.first}-${ports.last} of cluster ${cluster.name}: node ports are 30000-32767`,
      hint: 'clients dial the node port itself: use a range such as 30000-30079, which Kubernetes allocates last',
      path: [...cluster.path, 'ambassador', 'ports'],
    },
  ]
}

/** Ranges that nothing enforces are worse than none. */
function sourceRanges(cluster: Cluster): Problem[] {
  const { ambassador, provider: id, name } = cluster
  if (ambassador.sourceRanges.length === 0) return []
  const path = [...cluster.path, 'ambassador', 'sourceRanges']
  const warn = (message: string, hint: string): Problem[] => [
    { rule: 'source-ranges', severity: 'warning', message, hint, path },
  ]
  if (ambassador.existing)
    return warn(
      `sourceRanges of cluster ${name} have no effect: the load balancer belongs to the existing Emissary`,
      'ask its owner to set them there; findings and plans use the ranges in this file',
    )
  if (ambassador.publish === 'LoadBalancer')
    return providers[id].sourceRanges
      ? []
      : warn(
          `sourceRanges of cluster ${name} keep nobody out: the load balancer of ${providers[id].title} hides the client's address`,
          'use a firewall, or publish: hostPort, where a network policy enforces them',
        )
  return ambassador.proxyProtocol
    ? warn(
        `sourceRanges of cluster ${name} apply to the load balancer in front of it, not to its clients`,
        'list the addresses of that load balancer here, and restrict clients there',
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
        `cluster ${name} has both ${field} and cleartext`,
        'keep one: without TLS there is no certificate',
      ),
    ]
  if (issuer.kind !== 'SelfSigned' || providers[id].local) return []
  return [
    problem(
      cluster,
      field,
      `clients of cluster ${name} cannot verify it: its certificate is self-signed`,
      'set an issuer of cert-manager that clients trust (ambassador.issuer), or provide a certificate (ambassador.tlsSecret)',
      'warning',
    ),
  ]
}

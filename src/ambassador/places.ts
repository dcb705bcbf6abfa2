import { itemPath } from '../network/as-written.ts'
import type { Path, Problem } from '../network/finding.ts'
import type { Cluster, Network } from '../network/network.ts'
import { specialAddress } from '../network/special-addresses.ts'
import type { Platform } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { isAddress } from '../providers/provider.ts'
import { entrancesOf } from './entrances.ts'
import { exposedEndpoints } from './exposed-endpoints.ts'
import { serverNameOf } from './sharing.ts'

/** Where an Ambassador is reached: whether its provider can give it that address, and those ports. */
export const placeProblems = (network: Network, platform: Platform, definition: unknown): Problem[] =>
  network.clusters
    .filter(({ ambassador }) => !ambassador.existing)
    .flatMap((cluster) => [
      ...addresses(cluster, definition),
      ...ownAddress(cluster, definition),
      ...replicas(cluster),
      ...traefik(cluster, network, platform),
    ])

/** Addresses that lead nowhere, and the same one twice. */
function addresses({ ambassador, name, path }: Cluster, definition: unknown): Problem[] {
  const all = ambassador.loadBalancer.addresses
  const at = (address: string): Path => itemPath(definition, [...path, 'ambassador', 'addresses'], address, 'last')
  return [...new Set(all)].flatMap((address): Problem[] => {
    const special = isAddress(address) ? specialAddress(address) : undefined
    if (special !== undefined)
      return [
        {
          rule: 'unreachable-address',
          severity: 'error',
          message: `the address ${address} of the load balancer of cluster ${name} ${special.reason}`,
          hint: 'write an address that the provider has for you',
          path: at(address),
        },
      ]
    if (all.filter((other) => other === address).length < 2) return []
    return [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        message: `addresses of cluster ${name} have ${address} twice`,
        hint: 'remove one of the two: a load balancer has an address once',
        path: at(address),
      },
    ]
  })
}

/** RFC 1918 and RFC 6598: translated on the way, as in data centres. */
const privateRanges = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/

/** The address that others dial has to be that of the load balancer. */
function ownAddress(
  { address, domain, ambassador, name, path, provider: id }: Cluster,
  definition: unknown,
): Problem[] {
  const { title, takesAddress, local } = providers[id]
  if (address === undefined || domain !== undefined || ambassador.publish !== 'LoadBalancer' || local) return []
  const given = ambassador.loadBalancer.addresses
  if (given.length === 0) {
    if (takesAddress) return []
    return [
      {
        rule: 'cluster-address',
        severity: 'warning',
        message: `cluster ${name} has the address ${address}, and its load balancer another one: ${title} chooses it`,
        hint:
          ambassador.loadBalancer.visibility === 'internal'
            ? 'name it in ambassador.addresses, one a subnet, or use a domain'
            : 'name the allocations of its Elastic IPs in ambassador.addresses (eipalloc-…), or use a domain, whose record is a CNAME',
        path: [...path, 'address'],
      },
    ]
  }
  // Something in front may lead from the one to the other.
  if (given.includes(address) || !given.every((text) => isAddress(text) && !privateRanges.test(text))) return []
  return [
    {
      rule: 'cluster-address',
      severity: 'error',
      message: `cluster ${name} has the address ${address}, and its load balancer ${given.join(', ')}`,
      hint: 'write the same address in both, or remove ambassador.addresses',
      path: itemPath(definition, [...path, 'ambassador', 'addresses'], given[0] ?? ''),
    },
  ]
}

/** A restart of the only pod cuts all links of the cluster. */
function replicas({ ambassador, name, path, provider }: Cluster): Problem[] {
  if (ambassador.replicas > 1 || ambassador.publish !== 'LoadBalancer' || providers[provider].local) return []
  return [
    {
      rule: 'ambassador-setting',
      severity: 'warning',
      message: `the Ambassador of cluster ${name} has one pod: when it restarts, or its machine does, all links of the cluster are cut`,
      hint: 'take 2 replicas or more',
      path: [...path, 'ambassador', 'replicas'],
    },
  ]
}

/** K3s brings Traefik, whose Service has 80 and 443 of every machine: https://docs.k3s.io/networking/networking-services */
function traefik(cluster: Cluster, network: Network, platform: Platform): Problem[] {
  const { ambassador, name, provider, path } = cluster
  if (provider !== 'k3s' || ambassador.publish === 'NodePort' || ambassador.loadBalancer.className !== undefined)
    return []
  const { http, https, passthrough } = entrancesOf(ambassador)
  const taken = (port: number): boolean => port === 80 || port === 443
  const exposing = network.nodes.find((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0)
  const shares =
    ambassador.passthrough === 'sni' &&
    taken(passthrough.port) &&
    network.nodes.some(
      (node) =>
        node.cluster === cluster &&
        platform.definition.endpoints(node).some((endpoint) => serverNameOf(node, endpoint) !== undefined),
    )
  if (!shares && (exposing === undefined || !(ambassador.cleartext ? taken(http.port) : taken(https.port)))) return []
  return [
    {
      rule: 'port-reserved',
      severity: 'warning',
      message: `cluster ${name} needs ${shares ? 'port 443' : 'ports 80 and 443'}, which Traefik has on every machine of K3s: its ${ambassador.publish === 'hostPort' ? 'pods stay' : 'load balancer stays'} pending`,
      hint: 'start K3s with --disable=traefik, and accept this warning; or use publish: NodePort',
      path: shares || exposing === undefined ? [...path, 'ambassador', 'passthrough'] : [...exposing.path, 'expose'],
    },
  ]
}

import { familyOf } from '../ip-address.ts'
import { isIpAddress } from '../network/address.ts'
import { itemPath } from '../network/as-written.ts'
import type { Path, Problem } from '../network/finding.ts'
import type { Cluster, Network } from '../network/network.ts'
import { resourceAmounts } from '../network/rules/amounts.ts'
import { resourceProblems } from '../network/rules/sizes.ts'
import { isPrivate, specialAddress } from '../network/special-addresses.ts'
import type { Platform } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { entrancesOf } from './entrances.ts'
import { exposedEndpoints } from './exposed-endpoints.ts'
import { serverNameOf } from './sharing.ts'
import { ambassadorMemory, ambassadorSizes } from './sizes.ts'

/** Whether the provider of a cluster can give its Ambassador the address and the ports. */
export const placeProblems = (network: Network, platform: Platform, definition: unknown): Problem[] =>
  network.clusters
    .filter(({ ambassador }) => !ambassador.existing)
    .flatMap((cluster) => [
      ...addresses(cluster, definition),
      ...ownAddress(cluster, definition),
      ...replicas(cluster),
      ...amounts(cluster),
      ...traefik(cluster, network, platform),
    ])

/** Unusable addresses, and duplicates. */
function addresses({ ambassador, name, path }: Cluster, definition: unknown): Problem[] {
  const all = ambassador.loadBalancer.addresses
  const at = (address: string): Path => itemPath(definition, [...path, 'ambassador', 'addresses'], address, 'last')
  return [...new Set(all)].flatMap((address): Problem[] => {
    const special = isIpAddress(address) ? specialAddress(address) : undefined
    if (special !== undefined)
      return [
        {
          rule: 'unreachable-address',
          severity: 'error',
          message: `the address ${address} of the load balancer of cluster ${name} ${special.reason}`,
          hint: 'use an address that the provider assigned to you',
          path: at(address),
        },
      ]
    if (all.filter((other) => other === address).length < 2) return []
    return [
      {
        rule: 'ambassador-setting',
        severity: 'error',
        message: `addresses of cluster ${name} have ${address} twice`,
        hint: 'remove the duplicate',
        path: at(address),
      },
    ]
  })
}

/** Others dial the address of the cluster, so it must be the load balancer's. */
function ownAddress(
  { address, domain, ambassador, name, path, provider: id, ipFamilies }: Cluster,
  definition: unknown,
): Problem[] {
  const { title, takesAddress, addressProblem, local } = providers[id]
  if (address === undefined || domain !== undefined || ambassador.publish !== 'LoadBalancer' || local) return []
  const given = ambassador.loadBalancer.addresses
  if (given.length === 0) {
    // Another finding reports an address of a family that the cluster does not have.
    const isOfCluster = ipFamilies.some((family) => family === familyOf(address))
    const wrong =
      takesAddress && isOfCluster ? addressProblem({ ...ambassador.loadBalancer, addresses: [address] }) : undefined
    if (wrong !== undefined)
      return [
        {
          rule: 'cluster-address',
          severity: 'error',
          message: `the address ${address} of cluster ${name} is invalid: with ${title} addresses ${wrong}`,
          hint: 'set a domain, and what the load balancer needs in ambassador.addresses',
          path: [...path, 'address'],
        },
      ]
    if (takesAddress) return []
    return [
      {
        rule: 'cluster-address',
        severity: 'warning',
        message: `cluster ${name} has the address ${address}, but ${title} chooses another one for its load balancer`,
        hint:
          ambassador.loadBalancer.visibility === 'internal'
            ? 'list it in ambassador.addresses, one for each subnet, or use a domain'
            : 'list the allocations of its Elastic IPs in ambassador.addresses (eipalloc-…), or use a domain with a CNAME record',
        path: [...path, 'address'],
      },
    ]
  }
  // A data centre may translate one to the other.
  if (given.includes(address) || !given.every((text) => isIpAddress(text) && !isPrivate(text))) return []
  return [
    {
      rule: 'cluster-address',
      severity: 'error',
      message: `cluster ${name} has the address ${address}, but its load balancer has ${given.join(', ')}`,
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
      message: `the Ambassador of cluster ${name} has one pod: a restart of the pod or its machine cuts every link of the cluster`,
      hint: 'set 2 replicas or more',
      path: [...path, 'ambassador', 'replicas'],
    },
  ]
}

/** Requests and limits of each pod of Emissary. */
function amounts({ ambassador: { size, resources }, name, path, provider }: Cluster): Problem[] {
  const what = `the Ambassador of cluster ${name}`
  const at = [...path, 'ambassador', 'resources']
  return [
    ...resourceProblems(what, resources, ambassadorSizes[size], at),
    ...resourceAmounts(what, resources, at, { provider, need: ambassadorMemory, title: 'the pod' }),
  ]
}

/** K3s includes Traefik, whose Service uses 80 and 443 of every machine: https://docs.k3s.io/networking/networking-services */
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
      message: `cluster ${name} needs ${shares ? 'port 443' : 'ports 80 and 443'}, which Traefik uses on every K3s machine: its ${ambassador.publish === 'hostPort' ? 'pods stay' : 'load balancer stays'} pending`,
      hint: 'start K3s with --disable=traefik and acknowledge this warning, or use publish: NodePort',
      path: shares || exposing === undefined ? [...path, 'ambassador', 'passthrough'] : [...exposing.path, 'expose'],
    },
  ]
}

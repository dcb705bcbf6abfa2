import { hostOf } from '../address.ts'
import { comparePaths, type Problem } from '../finding.ts'
import { type Cluster, type Network, nodeId } from '../network.ts'

/** RFC 1035, 2.3.4: a name has at most 255 octets, 253 characters as it is written. */
export const hostLimit = 253

/** Addresses of clusters: exactly one DNS name or IP address each, and no name that resolves to another cluster. */
export function clusterProblems(network: Network): Problem[] {
  return [...places(network), ...hosts(network), ...nested(network)]
}

function places(network: Network): Problem[] {
  const problems: Problem[] = []
  const taken = new Map<string, string>()
  for (const { name, domain, address, path } of network.clusters) {
    if (domain === undefined && address === undefined) {
      problems.push({
        rule: 'cluster-address',
        severity: 'error',
        message: `cluster ${name} has neither domain nor address, so nobody can reach it`,
        hint: 'add the DNS name (domain) or the IP address (address) of its Ambassador',
        path,
      })
      continue
    }
    if (domain !== undefined && address !== undefined) {
      problems.push({
        rule: 'cluster-address',
        severity: 'error',
        message: `cluster ${name} has both domain and address`,
        hint: 'keep one: the domain, or without DNS the address',
        path: [...path, 'address'],
      })
    }
    const own = domain ?? address ?? ''
    const other = taken.get(own)
    if (other !== undefined) {
      problems.push({
        rule: 'cluster-address',
        severity: 'error',
        message: `clusters ${other} and ${name} have the same ${domain === undefined ? 'address' : 'domain'} ${own}`,
        hint: 'give each cluster its own name: each has its own Ambassador',
        path: [...path, domain === undefined ? 'address' : 'domain'],
      })
    }
    taken.set(own, name)
  }
  return problems
}

function hosts(network: Network): Problem[] {
  const problems: Problem[] = []
  for (const node of network.nodes) {
    const host = hostOf(node)
    if (host.length > hostLimit) {
      problems.push({
        rule: 'name-length',
        severity: 'error',
        message: `the host name of ${nodeId(node)} has ${host.length} characters, more than ${hostLimit}`,
        hint: 'shorten the names it is made of: node, organization, domain of the cluster',
        path: [...node.path, 'name'],
      })
    }
    const thief = network.clusters.find(
      ({ name, domain }) =>
        domain !== undefined &&
        name !== node.cluster.name &&
        host.endsWith(`.${domain}`) &&
        domain.length > (node.cluster.domain ?? '').length,
    )
    if (thief !== undefined) {
      problems.push({
        rule: 'cluster-address',
        severity: 'error',
        message: `${host} of ${nodeId(node)} (cluster ${node.cluster.name}) is below ${thief.domain}, the domain of cluster ${thief.name}`,
        hint: `give cluster ${thief.name} a domain that is not below ${node.cluster.domain}: the name would resolve to the wrong Ambassador`,
        path: [...thief.path, 'domain'],
      })
    }
  }
  return problems
}

/**
 * A DNS wildcard matches any number of labels, unless a name in between has a record (RFC 4592). While the lower record does not exist,
 * its names resolve to the upper cluster.
 */
function nested({ clusters, nodes }: Network): Problem[] {
  return clusters.flatMap(({ name, domain, path }): Problem[] => {
    const upper = clusters.find((other) => other.domain !== undefined && domain?.endsWith(`.${other.domain}`))
    // Names of nodes with this problem are already errors.
    if (upper === undefined || nodes.some((node) => node.cluster === upper && hostOf(node).endsWith(`.${domain}`)))
      return []
    return [
      {
        rule: 'cluster-address',
        severity: 'warning',
        message: `the domain ${domain} of cluster ${name} is below ${upper.domain}, that of cluster ${upper.name}: without a separate record its names resolve to the Ambassador of ${upper.name}`,
        hint: `give cluster ${name} a domain that is not below ${upper.domain}`,
        path: [...path, 'domain'],
      },
    ]
  })
}

/** The kubeconfig context of a cluster, or its name as default. */
export function contextProblems({ clusters }: Network): Problem[] {
  const contextOf = ({ name, context }: Cluster): string => context ?? name
  return clusters
    .toSorted((a, b) => comparePaths(a.path, b.path))
    .flatMap((cluster, at, all): Problem[] => {
      const { name, context, path } = cluster
      const other = all.find(
        (candidate, index) =>
          candidate !== cluster &&
          contextOf(candidate) === contextOf(cluster) &&
          (index < at || candidate.context === undefined),
      )
      if (context === undefined || other === undefined) return []
      return [
        {
          rule: 'cluster-context',
          severity: 'warning',
          message: `clusters ${other.name} and ${name} have the same context ${context}: apply would write both to one cluster`,
          hint: 'name a different kubeconfig context for each',
          path: [...path, 'context'],
        },
      ]
    })
}

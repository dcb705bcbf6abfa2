import { providers } from '../../providers/index.ts'
import { addressText, hostOf, isIpAddress } from '../address.ts'
import type { Path, Problem } from '../finding.ts'
import { type Cluster, type ExternalNode, type Network, nodeId } from '../network.ts'
import { isSingleName, specialAddress, specialName } from '../special-addresses.ts'

/** Addresses of clusters and external nodes that resolve to nothing, or to the network itself. */
export const addressProblems = (network: Network): Problem[] => [
  ...network.clusters.flatMap((cluster) => ofCluster(cluster, network)),
  ...network.external.flatMap((node) => ofExternal(node, network)),
]

const problem = (severity: Problem['severity'], message: string, hint: string, path: Path): Problem => ({
  rule: 'unreachable-address',
  severity,
  message,
  hint,
  path,
})

function ofCluster(cluster: Cluster, network: Network): Problem[] {
  const { name, domain, address, path } = cluster
  return [
    ...(address === undefined ? [] : special(`address ${address} of cluster ${name}`, address, [...path, 'address'])),
    ...(domain === undefined ? [] : special(`domain ${domain} of cluster ${name}`, domain, [...path, 'domain'])),
    ...(domain !== undefined && isSingleName(domain)
      ? [
          problem(
            'error',
            `domain ${domain} of cluster ${name} is the name of a single load balancer or machine: names below it do not exist`,
            'use a domain of your own, and point its DNS record *.<domain> at this name (CNAME)',
            [...path, 'domain'],
          ),
        ]
      : []),
  ]

  function special(what: string, host: string, at: Path): Problem[] {
    const found = specialOf(host)
    if (found === undefined) return []
    // For a single local cluster only programs on the same machine connect.
    const alone = providers[cluster.provider].local && network.clusters.length === 1 && network.external.length === 0
    const severity = found.onMachine && alone ? 'notice' : found.severity
    return [problem(severity, `the ${what} ${found.reason}`, placeOf(host), at)]
  }
}

const placeOf = (host: string): string =>
  isIpAddress(host)
    ? 'write the address where other clusters and clients reach the Ambassador'
    : 'write a domain that the DNS servers of all clusters and clients resolve'

const specialOf = (host: string) => {
  if (!isIpAddress(host)) return specialName(host)
  const found = specialAddress(host)
  return found === undefined ? undefined : { ...found, severity: 'error' as const }
}

function ofExternal(node: ExternalNode, network: Network): Problem[] {
  const { host, path } = node
  const at = [...path, 'host']
  const found = specialOf(host)
  if (found !== undefined)
    return [
      problem(
        // An external party may have its node in the only cluster.
        found.inCluster === true && network.clusters.length === 1 ? 'notice' : found.severity,
        `the host ${host} of ${nodeId(node)} ${found.reason}`,
        'ask its owner for the name or address, and the port, where others reach it',
        at,
      ),
    ]
  return home(node, network, at)
}

/** Hosts that resolve to an Ambassador of this network, not to the party. */
function home(node: ExternalNode, { clusters, nodes }: Network, at: Path): Problem[] {
  const { host, port } = node
  const hint = 'ask its owner for the name or address where others reach it'
  const same = nodes.find((ours) => ours.cluster.domain !== undefined && hostOf(ours) === host)
  if (same !== undefined)
    return [problem('error', `the host ${host} of ${nodeId(node)} belongs to our own node ${nodeId(same)}`, hint, at)]
  const cluster = clusters.find(({ domain, address, ambassador: { ports } }) =>
    domain === undefined
      ? address === host && port >= ports.first && port <= ports.last
      : host === domain || host.endsWith(`.${domain}`),
  )
  if (cluster === undefined) return []
  if (cluster.domain === undefined)
    return [
      problem(
        'error',
        `${addressText({ host, port })} of ${nodeId(node)} is a port of our own cluster ${cluster.name}`,
        hint,
        at,
      ),
    ]
  return [
    problem(
      'warning',
      `the host ${host} of ${nodeId(node)} is below ${cluster.domain}: without a separate DNS record it resolves to our own cluster ${cluster.name}`,
      hint,
      at,
    ),
  ]
}

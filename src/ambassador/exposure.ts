import { hostOf } from '../network/address.ts'
import type { Problem } from '../network/finding.ts'
import { type Ambassador, type LedgerNode, type Network, nodeId } from '../network/network.ts'
import { isOpenToAll } from '../network/open-to-all.ts'
import type { Platform } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { exposedEndpoints } from './exposed-endpoints.ts'

/** X.520 upper bound of a common name, which certificate authorities still enforce. */
const commonNameLimit = 64

/** A host name that no certificate can have as its common name. One from an issuer has none. */
export function longHostProblems(
  host: string,
  { cleartext, issuer }: Ambassador,
  { hint, path }: Pick<Required<Problem>, 'hint' | 'path'>,
): Problem[] {
  if (cleartext || issuer !== undefined || host.length <= commonNameLimit) return []
  const message = `the host name ${host} has ${host.length} characters: the common name of a certificate has at most ${commonNameLimit}`
  return [{ rule: 'name-length', severity: 'error', message, hint, path }]
}

/** Findings on what becomes reachable from outside, and for whom. */
export function exposureProblems(network: Network, platform: Platform): Problem[] {
  return [
    ...openPorts(network, platform),
    ...exposedHosts(network, platform),
    ...unguarded(network, platform),
    ...withoutTls(network, platform),
  ]
}

/** A ledger that accepts every connection to its port is only as private as its source ranges. */
function openPorts(network: Network, platform: Platform): Problem[] {
  return network.clusters.flatMap((cluster) => {
    const opened = network.nodes.some(
      (node) =>
        node.cluster.name === cluster.name &&
        platform.definition
          .endpoints(node)
          .some(
            ({ reached, protocol, authenticates }) => reached === 'by-port' && protocol === 'tcp' && !authenticates,
          ),
    )
    if (!opened || !isOpenToAll(cluster)) return []
    return [
      {
        rule: 'open-to-all',
        severity: 'warning',
        message: `the ports of cluster ${cluster.name} are open to the whole internet: anyone who reaches one can read the ledger`,
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
        path: [
          ...cluster.path,
          'ambassador',
          ...(cluster.ambassador.sourceRanges.length === 0 ? [] : ['sourceRanges']),
        ],
      } as const,
    ]
  })
}

function exposedHosts(network: Network, platform: Platform): Problem[] {
  const byHost = (node: LedgerNode): string[] =>
    exposedEndpoints(node, platform)
      .map(({ name }) => name)
      .sort()
  return (
    network.nodes
      .map((node) => ({ node, exposed: byHost(node) }))
      // A separate finding reports a cluster with neither.
      .filter(
        ({ node: { cluster }, exposed }) => exposed.length > 0 && (cluster.domain ?? cluster.address) !== undefined,
      )
      .flatMap(({ node, exposed }): Problem[] => {
        const path = [...node.path, 'expose']
        if (node.cluster.domain === undefined) {
          return [
            {
              rule: 'expose-needs-domain',
              severity: 'error',
              message: `${nodeId(node)} exposes ${exposed.join(' and ')} in cluster ${node.cluster.name}, which has an address but no domain`,
              hint: 'HTTP endpoints share ports 80 and 443 by host name: set a domain for the cluster, or do not expose the node',
              path,
            },
          ]
        }
        const hint = 'shorten the name of the node, of the organization, or the domain of the cluster'
        return longHostProblems(hostOf(node), node.cluster.ambassador, { hint, path })
      })
  )
}

/** Endpoints that are exposed to everyone without authentication. */
const unguarded = (network: Network, platform: Platform): Problem[] =>
  network.nodes.flatMap((node): Problem[] => {
    if (!isOpenToAll(node.cluster) || node.cluster.ambassador.authentication !== undefined) return []
    const open = exposedEndpoints(node, platform)
      .filter(({ authenticates }) => !authenticates)
      .map(({ name }) => name)
    if (open.length === 0) return []
    return [
      {
        rule: 'unguarded-endpoint',
        severity: 'warning',
        message: `${open.join(' and ')} of ${nodeId(node)} would answer the whole internet: the endpoint has no authentication`,
        hint: 'set authentication at the node or the Ambassador (ambassador.authentication), or narrow ambassador.sourceRanges',
        path: [...node.path, 'expose'],
      },
    ]
  })

/** Annotations that make the load balancer of a cloud terminate TLS. */
const endsTls = /ssl|tls|cert/i

/** Requests, tokens included, would cross the internet in clear text. Not where a load balancer, or a proxy before node ports, terminates TLS. */
const withoutTls = (network: Network, platform: Platform): Problem[] =>
  network.clusters.flatMap((cluster): Problem[] => {
    const { cleartext, existing, publish, loadBalancer, annotations } = cluster.ambassador
    if (!cleartext || existing || publish !== 'LoadBalancer' || providers[cluster.provider].local) return []
    if (loadBalancer.visibility === 'internal' || Object.keys(annotations).some((key) => endsTls.test(key))) return []
    const exposed = network.nodes.find(
      (node) => node.cluster.name === cluster.name && exposedEndpoints(node, platform).length > 0,
    )
    if (exposed === undefined) return []
    return [
      {
        rule: 'ambassador-setting',
        severity: 'warning',
        message: `clients of ${nodeId(exposed)} reach cluster ${cluster.name} without TLS: anyone on the path can read and change their requests`,
        hint: 'set an issuer (ambassador.issuer) or a certificate (ambassador.tlsSecret) instead of cleartext, which is for local clusters',
        path: [...cluster.path, 'ambassador', 'cleartext'],
      },
    ]
  })

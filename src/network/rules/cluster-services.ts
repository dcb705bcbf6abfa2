import { rangeFamily } from '../../ip-address.ts'
import { itemPath, writtenAt } from '../as-written.ts'
import type { Path, Problem } from '../finding.ts'
import type { Cluster, Network } from '../network.ts'
import { isLinkLocal, specialRange } from '../special-addresses.ts'

/** Where DNS and the API server are, and who reads metrics: what network policies let through. `definition` is as written. */
export const clusterServiceProblems = (network: Network, definition: unknown): Problem[] => [
  ...network.clusters.flatMap((cluster) => [
    ...dnsProblems(cluster, definition),
    ...apiServerProblems(cluster, definition),
  ]),
  ...unreadMetrics(network),
]

const idle = (message: string, path: Path, hint = 'remove it'): Problem => ({
  rule: 'no-effect',
  severity: 'warning',
  message,
  hint,
  path,
})

const isEverything = (range: string): boolean => range.endsWith('/0')

function dnsProblems(cluster: Cluster, definition: unknown): Problem[] {
  const path = [...cluster.path, 'dns', 'addresses']
  // Otherwise they are the usual ones, some of which a cluster has.
  if (writtenAt(definition, path) === undefined) return []
  const { name, dns } = cluster
  return dns.addresses.flatMap((range): Problem[] => {
    const at = itemPath(definition, path, range)
    // A cache on the machine has such an address.
    const reason = isLinkLocal(range) ? otherFamily(range, cluster) : unreached(range, cluster)
    if (reason !== undefined) return [idle(`${range} in dns.addresses of cluster ${name} has no effect: ${reason}`, at)]
    if (!isEverything(range)) return []
    return [
      {
        rule: 'network-policy',
        severity: 'warning',
        message: `pods of cluster ${name} may ask any DNS server (${range}): names that they ask for can carry data out`,
        hint: "list the addresses of the cluster's own DNS",
        path: at,
      },
    ]
  })
}

function apiServerProblems(cluster: Cluster, definition: unknown): Problem[] {
  const { name, path, apiServer, ambassador } = cluster
  const own = [...path, 'apiServer']
  if (writtenAt(definition, own) !== undefined && ambassador.existing)
    return [
      idle(
        `apiServer of cluster ${name} has no effect: the policies of an existing Emissary are not rendered`,
        own,
        'remove apiServer',
      ),
    ]
  return apiServer.ranges.flatMap((range): Problem[] => {
    const reason = unreached(range, cluster) ?? (isEverything(range) ? 'any address is the default' : undefined)
    return reason === undefined
      ? []
      : [
          idle(
            `${range} in apiServer.ranges of cluster ${name} has no effect: ${reason}`,
            itemPath(definition, [...own, 'ranges'], range),
          ),
        ]
  })
}

/** Why no pod of a cluster reaches a range; undefined where one may. */
function unreached(range: string, cluster: Cluster): string | undefined {
  const special = specialRange(range)
  return otherFamily(range, cluster) ?? (special && `${range.split('/')[0]} ${special.reason}`)
}

const otherFamily = (range: string, { ipFamilies }: Cluster): string | undefined =>
  ipFamilies.includes(rangeFamily(range)) ? undefined : `the cluster has ${ipFamilies} only`

function unreadMetrics({ monitoring: { namespaces, podMonitor, alerts } }: Network): Problem[] {
  if (namespaces.length > 0 || !(podMonitor || alerts)) return []
  return [
    {
      rule: 'monitoring',
      severity: 'warning',
      message: 'monitoring.namespaces is empty: network policies let no Prometheus read metrics',
      hint: `name the namespace of your Prometheus, or remove ${podMonitor ? 'podMonitor' : 'alerts'}`,
      path: ['monitoring', 'namespaces'],
    },
  ]
}

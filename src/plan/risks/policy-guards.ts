import type { Cluster, Network } from '../../network/network.ts'
import { usualDnsAddresses } from '../../network/resolve-cluster.ts'
import type { Risk } from '../../network/risk.ts'
import type { Guard } from '../../platforms/guard.ts'
import { guardChanges, guardRisksOf } from './guards.ts'
import { keptClusters, type Revision } from './revision.ts'

/** Network policies let more through, by fields of the definition: who reads metrics, which DNS pods ask, where the API server is. */
export const policyGuardRisks = (before: Revision, after: Revision): Risk[] =>
  guardRisksOf([
    ...guardChanges({
      subject: after.network.name,
      was: ofNetwork(before.network),
      is: ofNetwork(after.network),
      path: ['monitoring'],
      isReached: false,
    }),
    ...keptClusters(before, after).flatMap(({ was, is }) =>
      guardChanges({ subject: is.name, was: ofCluster(was), is: ofCluster(is), path: is.path, isReached: false }),
    ),
  ])

const ofNetwork = ({ monitoring }: Network): readonly Guard[] => [
  {
    name: 'monitoring.namespaces',
    value: monitoring.namespaces,
    kind: 'allowed',
    path: ['monitoring', 'namespaces'],
  },
]

/** What follows from the provider alone is compared by its own risk. */
function ofCluster(cluster: Cluster): readonly Guard[] {
  const { dns, apiServer, path } = cluster
  const usual = usualDnsAddresses(cluster)
  const labels = dns.labels && Object.entries(dns.labels).map(([key, value]) => `${key}=${value}`)
  return [
    { name: 'dns.namespace', value: dns.namespace, kind: 'watched', path: [...path, 'dns', 'namespace'] },
    { name: 'dns.labels', value: labels, kind: 'watched', path: [...path, 'dns', 'labels'] },
    {
      name: 'dns.addresses',
      value: dns.addresses.filter((range) => !usual.includes(range)),
      kind: 'allowed',
      path: [...path, 'dns', 'addresses'],
    },
    {
      name: 'apiServer.ranges',
      value: apiServer.ranges.length === 0 ? undefined : apiServer.ranges,
      kind: 'allowedOrAll',
      path: [...path, 'apiServer'],
    },
  ]
}

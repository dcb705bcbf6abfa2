import { type DnsRecord, dnsRecords, withAddresses } from '../ambassador/dns.ts'
import { routesOf } from '../ambassador/routes.ts'
import type { CheckedNetwork } from '../check/checked-network.ts'
import { topology } from '../render/topology.ts'
import type { ClusterResult } from '../report/cluster-result.ts'

/** The description of a network in every result, with the addresses of Ambassadors that were looked up. */
export function describe(
  { network, platform, lock }: CheckedNetwork,
  results: readonly ClusterResult[] = [],
): {
  clusters: readonly string[]
  dnsRecords: readonly DnsRecord[]
  topology: string
} {
  const routes = routesOf(network, platform, lock.ports)
  return {
    clusters: network.clusters.map(({ name }) => name),
    dnsRecords: withAddresses(
      dnsRecords(network, routes),
      new Map(results.map(({ cluster, addresses = [] }) => [cluster, addresses])),
    ),
    topology: topology(network, routes),
  }
}

import { type DnsRecord, dnsRecords } from '../ambassador/dns.ts'
import { routesOf } from '../ambassador/routes.ts'
import { topology } from '../render/topology.ts'
import type { Subject } from './inspect.ts'

/** What every result says of a network. */
export function describe({ network, platform, lock }: Subject): {
  clusters: readonly string[]
  dnsRecords: readonly DnsRecord[]
  topology: string
} {
  const routes = routesOf(network, platform, lock.ports)
  return {
    clusters: network.clusters.map(({ name }) => name),
    dnsRecords: dnsRecords(network, routes),
    topology: topology(network, routes),
  }
}

import { type DnsRecord, dnsRecords } from '../../ambassador/dns.ts'
import { routesOf } from '../../ambassador/routes.ts'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import { nodeId } from '../../network/network.ts'
import type { PlannedRoute } from '../../plan/plan.ts'

export function reachability({ network, platform, lock }: CheckedNetwork): {
  routes: PlannedRoute[]
  records: DnsRecord[]
} {
  const routes = routesOf(network, platform, lock.ports)
  return {
    routes: routes.map(({ cluster, node, endpoint, url }) => ({
      cluster,
      node: nodeId(node),
      endpoint: endpoint.name,
      url,
    })),
    records: [...dnsRecords(network, routes)],
  }
}

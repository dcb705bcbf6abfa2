import type { Cluster } from '../network/network.ts'
import { providers } from '../providers/index.ts'
import { entrancesOf, redirects } from './entrances.ts'
import { recordAnnotations } from './external-dns.ts'
import { httpRoutes } from './http.ts'
import type { Route } from './routes.ts'

/** A port of the Ambassador: the port that clients dial, and the port that Emissary listens on. */
export interface OpenPort {
  readonly name: string
  readonly port: number
  readonly targetPort: number
}

/** The port of one TCPMapping. */
export const tcpPort = (port: number): OpenPort => ({ name: `tcp-${port}`, port, targetPort: port })

/** Exactly the ports in use: a port without a listener fails the health check of a load balancer. */
export function openPorts({ ambassador }: Cluster, routes: readonly Route[]): OpenPort[] {
  const { http, https, passthrough } = entrancesOf(ambassador)
  const hasHttp = httpRoutes(routes).length > 0
  const tcp = routes
    .filter(({ kind }) => kind === 'tcp')
    .map(({ port }) => tcpPort(port))
    .sort((a, b) => a.port - b.port)
  const open = (name: string, { port, listener }: typeof http): OpenPort => ({ name, port, targetPort: listener })
  return [
    ...(hasHttp && (ambassador.cleartext || redirects(ambassador)) ? [open('http', http)] : []),
    ...(hasHttp && !ambassador.cleartext ? [open('https', https)] : []),
    ...(routes.some(({ kind }) => kind === 'sni') ? [open('passthrough', passthrough)] : []),
    ...tcp,
  ]
}

/** The fields of the Ambassador's Service besides its base. */
export function service(cluster: Cluster, open: readonly OpenPort[]): object {
  const { publish, sourceRanges, annotations } = cluster.ambassador
  const fields = publish === 'LoadBalancer' ? loadBalancer(cluster, open) : { annotations: {} }
  const { annotations: given, ...spec } = fields
  const all = Object.entries({ ...given, ...recordAnnotations(cluster), ...annotations }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'ambassador', ...(all.length === 0 ? {} : { annotations: Object.fromEntries(all) }) },
    spec: {
      ...(publish === 'LoadBalancer' ? {} : { type: publish === 'NodePort' ? 'NodePort' : 'ClusterIP' }),
      // Every machine runs a pod, so no machine forwards a connection, and Emissary sees the client's address.
      ...(publish === 'NodePort' ? { externalTrafficPolicy: 'Local' } : {}),
      ...spec,
      ...(publish !== 'LoadBalancer' || sourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: sourceRanges }),
      ports: open.map((port) => ({
        ...port,
        ...(publish === 'NodePort' ? { nodePort: port.port } : {}),
        protocol: 'TCP',
      })),
    },
  }
}

function loadBalancer(cluster: Cluster, open: readonly OpenPort[]) {
  const { loadBalancer: wanted, proxyProtocol } = cluster.ambassador
  return providers[cluster.provider].service({
    ...wanted,
    addresses: requestedAddresses(cluster),
    ports: open.map(({ port }) => port),
    proxyProtocol,
    families: cluster.ipFamilies,
  })
}

/** The addresses that a load balancer is asked to have: listed ones, else the address that others dial. */
export function requestedAddresses({ provider, address, ambassador }: Cluster): readonly string[] {
  const { addresses } = ambassador.loadBalancer
  if (addresses.length > 0) return addresses
  return address === undefined || !providers[provider].takesAddress ? [] : [address]
}

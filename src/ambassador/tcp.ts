import { serviceAddress } from '../network/address.ts'
import type { Cluster } from '../network/network.ts'
import type { EmissaryObject, MakeObject } from './emissary-object.ts'
import { entrancesOf } from './entrances.ts'
import { routerPort, routerService } from './router.ts'
import type { Route } from './routes.ts'

/** `peer1.trade-north:7051`: with the namespace, as Emissary would look in that of the route. */
export const backendOf = ({ node, endpoint }: Route): string =>
  `${endpoint.service}.${node.organization.namespace}:${serviceAddress(node, endpoint).port}`

/**
 * TCPMappings without host: bytes pass as they are, so the ledger's own protocol and TLS stay whole. With a host Emissary would end
 * TLS itself; so what shares a port is told apart by the router behind it.
 */
export function tcpMappings(make: MakeObject, cluster: Cluster, routes: readonly Route[]): EmissaryObject[] {
  const own = routes
    .filter(({ kind }) => kind === 'tcp')
    .map((route) =>
      make('TCPMapping', [route.endpoint.name, route.node.name, route.node.organization.name], {
        port: route.port,
        service: backendOf(route),
      }),
    )
  if (!routes.some(({ kind }) => kind === 'sni')) return own
  const { listener } = entrancesOf(cluster.ambassador).passthrough
  const service = `${routerService}.${cluster.ambassador.namespace}:${routerPort}`
  return [...own, make('TCPMapping', ['passthrough'], { port: listener, service })]
}

/**
 * Emissary makes the Listeners of TCPMappings itself, but those hand the header of the PROXY protocol on to the ledger. A load
 * balancer that sends it does so on every port, so every port gets one of ours.
 */
export const proxyListeners = (make: MakeObject, mappings: readonly EmissaryObject[]): EmissaryObject[] =>
  mappings
    .map(({ spec }) => Number(spec.port))
    .sort((a, b) => a - b)
    .map((port) => make('Listener', [`proxy-${port}`], listenerSpec(port, { protocolStack: ['PROXY', 'TCP'] })))

/**
 * With the security model XFP and no l7Depth, Envoy overwrites X-Forwarded-Proto with what the connection really is: a client
 * cannot pass for secure. SECURE would take cleartext on 8443 as secure.
 */
export const listenerSpec = (port: number, protocol: object): object => ({
  port,
  ...protocol,
  securityModel: 'XFP',
  hostBinding: { namespace: { from: 'SELF' } },
})

import { groupBy } from '../group-by.ts'
import type { Ambassador, Cluster, LedgerNode } from '../network/network.ts'
import type { EmissaryObject, MakeObject } from './emissary-object.ts'
import { entrancesOf, redirects } from './entrances.ts'
import type { Route } from './routes.ts'
import { backendOf, listenerSpec } from './tcp.ts'

export const httpRoutes = (routes: readonly Route[]): Route[] => routes.filter(({ kind }) => kind === 'http')

/** Listeners for HTTP. A TCPMapping on the port of one would freeze that Emissary: see entrances.ts. */
export function httpListeners(make: MakeObject, { ambassador }: Cluster, routes: readonly Route[]): EmissaryObject[] {
  if (httpRoutes(routes).length === 0) return []
  const { http, https } = entrancesOf(ambassador)
  const { proxyProtocol, cleartext } = ambassador
  // HTTPSPROXY would expect TLS before the header that the load balancer sends first.
  const plain = proxyProtocol ? { protocolStack: ['PROXY', 'HTTP', 'TCP'] } : { protocol: 'HTTP' }
  const secure = proxyProtocol ? { protocolStack: ['PROXY', 'TLS', 'HTTP', 'TCP'] } : { protocol: 'HTTPS' }
  return [
    ...(cleartext || redirects(ambassador) ? [make('Listener', ['http'], listenerSpec(http.listener, plain))] : []),
    ...(cleartext ? [] : [make('Listener', ['https'], listenerSpec(https.listener, secure))]),
  ]
}

/** A Host for each node that exposes something, and a Mapping for each endpoint it exposes. */
export function hosts(make: MakeObject, { ambassador }: Cluster, routes: readonly Route[]): EmissaryObject[] {
  const exposed = groupBy(httpRoutes(routes), ({ node }) => node)
  if (exposed.size === 0) return []
  return [
    // An existing Emissary has its own Hosts, and other names to serve.
    ...(ambassador.existing ? [] : [otherwise(make)]),
    ...[...exposed].flatMap(([node, own]) => [
      host(make, node, own[0]?.host ?? ''),
      ...own.map((route) => mapping(make, route)),
    ]),
  ]
}

/**
 * Matches every name that no other Host has, and refuses it. While the TLS Secret is missing, the other Hosts are inactive; without
 * an active Host, Emissary would make one that serves every Mapping in clear text.
 */
const otherwise = (make: MakeObject): EmissaryObject =>
  make('Host', ['otherwise'], {
    hostname: '*',
    acmeProvider: { authority: 'none' },
    requestPolicy: { insecure: { action: 'Reject' } },
  })

function host(make: MakeObject, node: LedgerNode, hostname: string): EmissaryObject {
  const { ambassador } = node.cluster
  const { cleartext, tlsSecret } = ambassador
  return make('Host', ['host', node.name, node.organization.name], {
    hostname,
    acmeProvider: { authority: 'none' },
    // Without h2 among the protocols, gRPC clients refuse the connection.
    ...(cleartext
      ? {}
      : { tlsSecret: { name: tlsSecret }, tls: { alpn_protocols: 'h2,http/1.1', min_tls_version: 'v1.2' } }),
    requestPolicy: { insecure: { action: insecureAction(ambassador) } },
  })
}

const insecureAction = (ambassador: Ambassador): string =>
  ambassador.cleartext ? 'Route' : redirects(ambassador) ? 'Redirect' : 'Reject'

function mapping(make: MakeObject, route: Route): EmissaryObject {
  const { node, endpoint } = route
  const { rateLimit } = node.cluster.ambassador
  const name = [endpoint.name, node.name, node.organization.name]
  return make('Mapping', name, {
    hostname: route.host,
    prefix: endpoint.pathPrefix ?? '/',
    service: `${endpoint.protocol === 'https' ? 'https://' : ''}${backendOf(route)}`,
    ...timing(route),
    ...(rateLimit === undefined ? {} : { labels: { [rateLimitDomain]: [{ requests: requestLabels(route) }] } }),
  })
}

/** A subscription may be silent for long; a call to a contract may take longer than Emissary's three seconds. */
function timing({ endpoint: { protocol } }: Route): object {
  const silent = { timeout_ms: 0, idle_timeout_ms: 3_600_000 }
  if (protocol === 'ws') return { allow_upgrade: ['websocket'], ...silent }
  if (protocol === 'grpc') return { grpc: true, ...silent }
  return { timeout_ms: 30_000 }
}

/** Emissary's own domain for labels. */
const rateLimitDomain = 'ambassador'

const requestLabels = ({ node }: Route): object[] => [
  { remote_address: { key: 'remote_address' } },
  { generic_key: { key: 'node', value: `${node.organization.name}/${node.name}` } },
]

/** External filters for each request. They apply to the whole Emissary, so an existing one gets none. */
export function filters(make: MakeObject, { ambassador }: Cluster, routes: readonly Route[]): EmissaryObject[] {
  const { authentication, rateLimit } = ambassador
  if (httpRoutes(routes).length === 0) return []
  return [
    ...(authentication === undefined
      ? []
      : [
          make('AuthService', ['authentication'], {
            auth_service: authentication.service,
            proto: authentication.protocol,
            protocol_version: 'v3',
            timeout_ms: 5000,
            ...(authentication.headers.length === 0 ? {} : { allowed_request_headers: authentication.headers }),
            // Explicit: when the filter does not answer, requests are refused.
            failure_mode_allow: false,
          }),
        ]),
    ...(rateLimit === undefined
      ? []
      : [
          make('RateLimitService', ['rate-limit'], {
            service: rateLimit,
            protocol_version: 'v3',
            domain: rateLimitDomain,
            timeout_ms: 100,
          }),
        ]),
  ]
}

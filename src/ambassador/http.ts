import { groupBy } from '../group-by.ts'
import type { Ambassador, Cluster } from '../network/network.ts'
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

/** A Host for each node that exposes something, or name that several share, and a Mapping for each endpoint there. */
export function hosts(make: MakeObject, { ambassador }: Cluster, routes: readonly Route[]): EmissaryObject[] {
  const exposed = groupBy(httpRoutes(routes), ({ host }) => host)
  if (exposed.size === 0) return []
  return [
    // An existing Emissary has its own Hosts, and other names to serve.
    ...(ambassador.existing ? [] : [otherwise(make)]),
    ...[...exposed.values()].flatMap((own) => [
      ...own.slice(0, 1).map((route) => host(make, route)),
      // Of a name that several nodes share, each endpoint has one Service.
      ...[...groupBy(own, ({ endpoint }) => endpoint.name).values()].flatMap((same) =>
        same.slice(0, 1).map((route) => mapping(make, route)),
      ),
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

/** No node of an organization is called like a name that several share. */
const nameOf = ({ node, shared = node.name }: Route): string => shared

function host(make: MakeObject, route: Route): EmissaryObject {
  const { ambassador } = route.node.cluster
  const { cleartext, tlsSecret } = ambassador
  return make('Host', ['host', nameOf(route), route.node.organization.name], {
    hostname: route.host,
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
  const name = [endpoint.name, nameOf(route), node.organization.name]
  return make('Mapping', name, {
    hostname: route.host,
    prefix: endpoint.pathPrefix ?? '/',
    service: `${endpoint.protocol === 'https' ? 'https://' : ''}${backendOf(route)}`,
    ...(endpoint.hostHeader === undefined ? {} : { host_rewrite: endpoint.hostHeader }),
    ...timing(route),
    ...(route.shared === undefined ? {} : amongSeveral(route)),
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

/**
 * kube-proxy chooses a ready pod for each connection, and Envoy keeps connections. So a connection that fails is tried with another
 * pod, before anything was sent; and connections of requests end now and then, so that a pod that came back gets its share.
 */
const amongSeveral = ({ endpoint: { protocol } }: Route): object => ({
  retry_policy: { retry_on: 'connect-failure', num_retries: 2 },
  // Envoy retries three requests at a time otherwise: https://www.envoyproxy.io/docs/envoy/v1.37.0/intro/arch_overview/upstream/circuit_breaking
  circuit_breakers: [{ max_retries: 1024 }],
  ...(protocol === 'ws' ? {} : { cluster_max_connection_lifetime_ms: 300_000 }),
})

/** Emissary's own domain for labels. */
const rateLimitDomain = 'ambassador'

const requestLabels = (route: Route): object[] => [
  { remote_address: { key: 'remote_address' } },
  { generic_key: { key: 'node', value: `${route.node.organization.name}/${nameOf(route)}` } },
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

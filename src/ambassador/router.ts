import type { IpFamily } from '../ip-address.ts'
import { serviceAddress } from '../network/address.ts'
import { dumpYaml } from '../yaml.ts'
import type { Route } from './routes.ts'
import { serverNameOf } from './sharing.ts'

/** As in the base manifests (base/router). */
export const routerService = 'router'
export const routerPort = 8443
export const routerHealthPort = 8002
export const routerReplicas = 2
const router = { name: 'router', config: 'router-routes' } as const

/** Envoy's own default, explicit: the load balancer's is as long or shorter. */
const idleTimeout = '3600s'

const filter = (name: string, type: string, fields: object = {}): object => ({
  name: `envoy.filters.${name}`,
  typed_config: { '@type': `type.googleapis.com/envoy.extensions.filters.${type}`, ...fields },
})

/** Dots, as in names of routes, separate the organization from the node. */
const clusterOf = ({ node, endpoint }: Route): string => `${endpoint.name}.${node.name}.${node.organization.name}`

/**
 * Files of the router, an Envoy that takes them up while it runs: only connections of a node whose entry changed end. It holds no
 * key: it reads the name in the first message of TLS, and passes on all bytes, that message included.
 */
export function routerFiles(routes: readonly Route[], families: readonly IpFamily[]): Readonly<Record<string, string>> {
  const shared = routes.filter(({ kind }) => kind === 'sni')
  return {
    'listeners.yaml': dumpYaml({
      resources: [listener(shared, families), ...(families.includes('IPv6') ? [ipv6Health] : [])],
    }),
    'clusters.yaml': dumpYaml({ resources: [...shared.map(cluster), ...(families.includes('IPv6') ? [health] : [])] }),
  }
}

export const routerConfigMap = {
  name: router.config,
  files: ['listeners.yaml', 'clusters.yaml'],
  naming: 'plain',
} as const

/** A chain for each name, and none for any other: such a connection is closed. */
const listener = (routes: readonly Route[], families: readonly IpFamily[]): object => ({
  '@type': 'type.googleapis.com/envoy.config.listener.v3.Listener',
  name: 'passthrough',
  address: {
    socket_address: families.includes('IPv6')
      ? { address: '::', ipv4_compat: true, port_value: routerPort }
      : { address: '0.0.0.0', port_value: routerPort },
  },
  listener_filters: [filter('listener.tls_inspector', 'listener.tls_inspector.v3.TlsInspector')],
  // For connections that send nothing.
  listener_filters_timeout: '10s',
  per_connection_buffer_limit_bytes: 1_048_576,
  filter_chains: routes.map((route) => ({
    name: clusterOf(route),
    filter_chain_match: { server_names: [(serverNameOf(route.node, route.endpoint) ?? '').toLowerCase()] },
    filters: [
      filter('network.tcp_proxy', 'network.tcp_proxy.v3.TcpProxy', {
        stat_prefix: clusterOf(route),
        cluster: clusterOf(route),
        idle_timeout: idleTimeout,
      }),
    ],
  })),
})

/** The base has its port for IPv4, at which it serves no more than health and metrics. */
const health = {
  '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
  name: 'health',
  load_assignment: {
    cluster_name: 'health',
    endpoints: [
      {
        lb_endpoints: [
          { endpoint: { address: { socket_address: { address: '127.0.0.1', port_value: routerHealthPort } } } },
        ],
      },
    ],
  },
}

const ipv6Health = {
  '@type': 'type.googleapis.com/envoy.config.listener.v3.Listener',
  name: 'health-ipv6',
  address: { socket_address: { address: '::', port_value: routerHealthPort } },
  filter_chains: [
    {
      filters: [
        filter('network.tcp_proxy', 'network.tcp_proxy.v3.TcpProxy', { stat_prefix: 'health-ipv6', cluster: 'health' }),
      ],
    },
  ],
}

function cluster(route: Route): object {
  const { host, port } = serviceAddress(route.node, route.endpoint)
  const address = { socket_address: { address: host, port_value: port } }
  return {
    '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
    name: clusterOf(route),
    type: 'STRICT_DNS',
    dns_lookup_family: 'V4_PREFERRED',
    connect_timeout: '5s',
    // Detects a node that disappears, independent of the ledger's own keep-alive.
    upstream_connection_options: { tcp_keepalive: { keepalive_time: 60, keepalive_interval: 15, keepalive_probes: 4 } },
    load_assignment: {
      cluster_name: clusterOf(route),
      endpoints: [{ lb_endpoints: [{ endpoint: { address } }] }],
    },
  }
}

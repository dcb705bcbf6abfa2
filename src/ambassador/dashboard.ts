import type { Network } from '../network/network.ts'
import { dashboard } from '../platforms/dashboard.ts'

/** Envoy's metrics: https://www.envoyproxy.io/docs/envoy/latest/configuration/upstream/cluster_manager/cluster_stats */
export function ambassadorDashboard({ name, clusters }: Network): object {
  const of = 'namespace=~"$namespace",pod=~"$pod"'
  const perRoute = (metric: string): string => `sum by (envoy_cluster_name) (rate(${metric}{${of}}[5m]))`
  const route = '{{envoy_cluster_name}}'
  const pod = '{{namespace}}/{{pod}}'
  return dashboard({
    name: 'ambassador-dashboard',
    id: `${name}-ambassador`,
    title: `Ambassador: ${name}`,
    tags: [name],
    namespaces: [
      ...new Set(clusters.flatMap(({ ambassador }) => (ambassador.existing ? [] : ambassador.namespace))),
    ].sort(),
    podsFrom: 'up',
    panels: [
      { title: 'Pods that answer', expressions: [`up{${of}}`], legend: pod, unit: 'none' },
      {
        title: 'Open connections',
        expressions: [`sum by (envoy_cluster_name) (envoy_cluster_upstream_cx_active{${of}})`],
        legend: route,
        unit: 'none',
        description: 'By the Service and port of the route',
      },
      {
        title: 'New connections a second',
        expressions: [perRoute('envoy_cluster_upstream_cx_total')],
        legend: route,
        unit: 'none',
      },
      {
        title: 'Failed connections a second',
        expressions: [perRoute('envoy_cluster_upstream_cx_connect_fail')],
        legend: route,
        unit: 'none',
        description: 'The node behind the route does not accept them',
      },
      {
        title: 'From nodes',
        expressions: [perRoute('envoy_cluster_upstream_cx_rx_bytes_total')],
        legend: route,
        unit: 'Bps',
      },
      {
        title: 'To nodes',
        expressions: [perRoute('envoy_cluster_upstream_cx_tx_bytes_total')],
        legend: route,
        unit: 'Bps',
      },
      {
        title: 'HTTP requests a second',
        expressions: [
          `sum by (envoy_http_conn_manager_prefix, envoy_response_code_class) (rate(envoy_http_downstream_rq_xx{${of},envoy_http_conn_manager_prefix=~"ingress_.*"}[5m]))`,
        ],
        legend: '{{envoy_http_conn_manager_prefix}} {{envoy_response_code_class}}xx',
        unit: 'none',
      },
      {
        title: 'Days until the first certificate expires',
        expressions: [`envoy_server_days_until_first_cert_expiring{${of}} < 36500`],
        legend: pod,
        unit: 'none',
        description: 'Nothing where the Ambassador has no certificate',
      },
      { title: 'Memory', expressions: [`envoy_server_memory_allocated{${of}}`], legend: pod, unit: 'bytes' },
    ],
  })
}

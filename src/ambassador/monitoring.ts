import type { Cluster, Network } from '../network/network.ts'
import { type Alert, alertRules, podMonitor } from '../platforms/monitoring-objects.ts'
import { ambassadorDashboard } from './dashboard.ts'
import type { Route } from './routes.ts'

/** Emissary's administration gives Envoy's metrics beside its own: get_prometheus_metrics in diagd.py of Emissary. */
const emissary = { matchLabels: { 'app.kubernetes.io/name': 'emissary' }, port: 'admin', path: '/metrics' }

const router = { matchLabels: { 'app.kubernetes.io/name': 'router' }, port: 'health', path: '/metrics' }

/** What somebody who watches the network asked for, of the Ambassador of one cluster. `routes` are those of this cluster. */
export function ambassadorMonitoring(network: Network, cluster: Cluster, routes: readonly Route[]): object[] {
  const { monitoring } = network
  const shares = routes.some(({ kind }) => kind === 'sni')
  return [
    ...(monitoring.podMonitor ? [podMonitor('ambassador', monitoring, emissary)] : []),
    ...(monitoring.podMonitor && shares ? [podMonitor('router', monitoring, router)] : []),
    ...(monitoring.dashboard ? [ambassadorDashboard(network)] : []),
    ...(monitoring.alerts
      ? [alertRules('ambassador', monitoring, network.name, alerts(network, cluster, routes))]
      : []),
  ]
}

/** Days left of a certificate that cert-manager should have renewed: it begins at a third of 90 days. */
const fewDays = 14

function alerts({ name: network }: Network, cluster: Cluster, routes: readonly Route[]): Alert[] {
  const { namespace, replicas, publish, cleartext } = cluster.ambassador
  const of = `namespace="${namespace}",pod=~"ambassador-.*"`
  const up = `up{${of}} == 1`
  const terminatesTls = routes.some(({ kind }) => kind === 'http') && !cleartext
  const fixed: Alert[] = [
    {
      name: 'AmbassadorDown',
      expression: `absent(${up})`,
      lasting: '2m',
      severity: 'critical',
      labels: { namespace },
      summary: `${network}: the Ambassador of ${cluster.name} is down, or does not answer Prometheus`,
    },
    {
      name: 'AmbassadorRouteFails',
      expression: routeFails(`namespace="${namespace}"`),
      lasting: '10m',
      severity: 'warning',
      summary: `${network}: no connection to {{ $labels.envoy_cluster_name }} succeeds in the Ambassador of ${cluster.name}`,
    },
  ]
  return [
    ...fixed,
    ...(publish === 'LoadBalancer' && replicas > 1
      ? [
          {
            name: 'AmbassadorReduced',
            expression: `count(${up}) < ${replicas}`,
            lasting: '10m',
            severity: 'warning' as const,
            labels: { namespace },
            summary: `${network}: only {{ $value }} of ${replicas} pods of the Ambassador of ${cluster.name} answer Prometheus`,
          },
        ]
      : []),
    ...(terminatesTls
      ? [
          {
            name: 'AmbassadorCertificateExpires',
            expression: `envoy_server_days_until_first_cert_expiring{${of}} < ${fewDays}`,
            lasting: '1h',
            severity: 'warning' as const,
            summary: `${network}: a certificate of the Ambassador of ${cluster.name} expires in {{ $value }} days`,
          },
        ]
      : []),
  ]
}

/** Envoy counts a connection that fails among all connections: nothing else than failures in five minutes. */
function routeFails(of: string): string {
  const failed = `envoy_cluster_upstream_cx_connect_fail{${of}}`
  const successes = `envoy_cluster_upstream_cx_total{${of}} - ${failed}`
  const sum = 'sum by (envoy_cluster_name)'
  return `${sum} (increase(${failed}[5m])) > 0 unless ${sum} (increase((${successes})[5m:])) > 0`
}

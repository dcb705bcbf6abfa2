import type { Cluster, Network } from '../network/network.ts'
import { alertRules, podMonitor } from '../platforms/monitoring-objects.ts'
import { ambassadorAlerts } from './alerts.ts'
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
      ? [alertRules('ambassador', monitoring, network.name, ambassadorAlerts(network, cluster, routes))]
      : []),
  ]
}

import type { LedgerNode } from '../network/network.ts'
import { dashboard, type Panel, type PanelSelectors } from './dashboard.ts'
import {
  certificateAlerts,
  jobAlert,
  nodeAlerts,
  type RunningNodes,
  scrapedNodes,
  volumeAlert,
  volumePanel,
} from './ledger-alerts.ts'
import { type Alert, alertRules, type MetricsPort, podMonitor } from './monitoring-objects.ts'
import type { ClusterView } from './platform.ts'

/** What a ledger lets Prometheus and Grafana see. */
export interface Watched {
  /** The ledger's, before the name of the network. */
  readonly title: string
  /** Where its nodes have metrics; undefined for a ledger without. */
  readonly metrics?: MetricsPort
  panels(of: PanelSelectors): readonly Panel[]
  /** `of` is a selector of the ledger's pods in one cluster: `namespace=~"a|b"`. */
  alerts(of: string): readonly Alert[]
  /** How its nodes are seen to run; otherwise by Prometheus itself. */
  readonly running?: RunningNodes
  /** Public files with the certificates that these nodes need. */
  certificates?(nodes: readonly LedgerNode[]): readonly string[]
}

/** What somebody who watches the network asked for: per organization, but for values of the whole network in a cluster. */
export function watchingObjects(
  nodes: readonly LedgerNode[],
  view: Pick<ClusterView, 'network' | 'cluster' | 'material'>,
  watched: Watched,
): object[] {
  const { network, cluster, material } = view
  const { monitoring } = network
  const here = network.nodes.filter((node) => node.cluster.name === cluster)
  const namespaces = namespacesOf(here)
  const of = `namespace=~"${namespaces.join('|')}"`
  // Two dashboards of one network would fight for one place in Grafana.
  const isFirst = nodes[0] !== undefined && nodes[0].organization.namespace === namespaces[0]
  const certificates = watched.certificates?.(here) ?? []
  return [
    ...(monitoring.podMonitor && watched.metrics !== undefined
      ? [podMonitor('ledger', monitoring, watched.metrics)]
      : []),
    ...(monitoring.dashboard && isFirst ? [ledgerDashboard(view, watched)] : []),
    ...(monitoring.alerts && isFirst
      ? [
          alertRules('ledger', monitoring, network.name, [
            ...watched.alerts(of),
            ...nodeAlerts(network.name, here, watched.running ?? scrapedNodes),
            ...certificateAlerts(network.name, certificates, material),
            volumeAlert(network.name, of),
            jobAlert(network.name, of),
          ]),
        ]
      : []),
  ]
}

/** The same in every cluster of the network: clusters may share a Grafana, where it has one place. */
function ledgerDashboard({ network }: Pick<ClusterView, 'network'>, { title, metrics, panels }: Watched): object {
  const selectors = { pods: 'namespace=~"$namespace",pod=~"$pod"', namespaces: 'namespace=~"$namespace"' }
  return dashboard({
    name: 'ledger-dashboard',
    id: network.name,
    title: `${title}: ${network.name}`,
    tags: [network.name],
    namespaces: namespacesOf(network.nodes),
    podsFrom: metrics === undefined ? 'kube_pod_info' : 'up',
    panels: [...panels(selectors), volumePanel(selectors.namespaces)],
  })
}

const namespacesOf = (nodes: readonly LedgerNode[]): readonly string[] =>
  [...new Set(nodes.map(({ organization }) => organization.namespace))].sort()

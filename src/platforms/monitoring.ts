import { createHash } from 'node:crypto'
import type { LedgerNode, Monitoring } from '../network/network.ts'
import type { ClusterView } from './platform.ts'

/** One chart of a dashboard. */
export interface Panel {
  readonly title: string
  /** PromQL; each gives lines with labels. */
  readonly expressions: readonly string[]
  /** Labels by which a line is called: `{{pod}}`. */
  readonly legend: string
  /** A unit of Grafana: `s`, `short`, `bytes`. */
  readonly unit: string
  readonly description?: string
}

export interface Alert {
  readonly name: string
  readonly expression: string
  /** How long it has to be so: `2m`. */
  readonly lasting: string
  readonly severity: 'critical' | 'warning'
  readonly summary: string
}

interface Metrics {
  readonly matchLabels: Readonly<Record<string, string>>
  /** Name of the container's port. */
  readonly port: string
  readonly path: string
}

/** What a ledger lets Prometheus and Grafana see. `of` is a selector of its pods: `namespace=~"a|b"`. */
export interface Watched {
  /** The ledger's, before the name of the network. */
  readonly title: string
  /** Where its nodes have metrics; undefined for a ledger without. */
  readonly metrics?: Metrics
  panels(of: string): readonly Panel[]
  alerts(of: string): readonly Alert[]
}

/** What somebody who watches the network asked for: per organization, but for values of the whole network in a cluster. */
export function watchingObjects(
  nodes: readonly LedgerNode[],
  { network, cluster }: Pick<ClusterView, 'network' | 'cluster'>,
  watched: Watched,
): object[] {
  const { monitoring } = network
  const here = network.nodes.filter((node) => node.cluster.name === cluster)
  const namespaces = [...new Set(here.map(({ organization }) => organization.namespace))].sort()
  const of = `namespace=~"${namespaces.join('|')}"`
  // Two dashboards of one network would fight for one place in Grafana.
  const isFirst = nodes[0] !== undefined && nodes[0].organization.namespace === namespaces[0]
  return [
    ...(monitoring.podMonitor && watched.metrics !== undefined ? [podMonitor(monitoring, watched.metrics)] : []),
    ...(monitoring.dashboard && isFirst
      ? [dashboard({ network: network.name, title: `${watched.title}: ${network.name}`, panels: watched.panels(of) })]
      : []),
    ...(monitoring.alerts && isFirst ? [alertRules(monitoring, network.name, watched.alerts(of))] : []),
  ]
}

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor */
const podMonitor = ({ labels }: Monitoring, { matchLabels, port, path }: Metrics): object => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PodMonitor',
  metadata: { name: 'ledger', labels },
  spec: { selector: { matchLabels }, podMetricsEndpoints: [{ port, path }] },
})

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule */
const alertRules = ({ labels }: Monitoring, network: string, alerts: readonly Alert[]): object => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'ledger', labels },
  spec: {
    groups: [
      {
        name: `chancery-${network}`,
        rules: alerts.map(({ name, expression, lasting, severity, summary }) => ({
          alert: name,
          expr: expression,
          for: lasting,
          labels: { severity, network },
          annotations: { summary },
        })),
      },
    ],
  },
})

/** A ConfigMap that Grafana's sidecar takes up. https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
function dashboard({
  network,
  title,
  panels,
}: {
  readonly network: string
  readonly title: string
  readonly panels: readonly Panel[]
}): object {
  const [width, height] = [12, 8]
  const model = {
    // The same for every cluster of the network, which may share a Grafana.
    uid: createHash('sha256').update(`chancery ${network}`).digest('hex').slice(0, 16),
    title,
    tags: ['chancery', network],
    timezone: 'browser',
    schemaVersion: 39,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    templating: {
      list: [{ name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Data source' }],
    },
    panels: panels.map((panel, at) => ({
      id: at + 1,
      type: 'timeseries',
      title: panel.title,
      ...(panel.description === undefined ? {} : { description: panel.description }),
      datasource: { type: 'prometheus', uid: `\${datasource}` },
      gridPos: { x: (at % 2) * width, y: Math.floor(at / 2) * height, w: width, h: height },
      fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
      targets: panel.expressions.map((expr, index) => ({
        refId: String.fromCharCode(65 + index),
        expr,
        legendFormat: panel.legend,
      })),
    })),
  }
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'ledger-dashboard', labels: { grafana_dashboard: '1' } },
    data: { [`${network}.json`]: `${JSON.stringify(model, null, 2)}\n` },
  }
}

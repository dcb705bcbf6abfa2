import { createHash } from 'node:crypto'
import type { Monitoring } from '../network/network.ts'

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

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor */
export const podMonitor = (
  { labels }: Monitoring,
  {
    matchLabels,
    port,
    path,
  }: { readonly matchLabels: Readonly<Record<string, string>>; readonly port: string; readonly path: string },
): object => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PodMonitor',
  metadata: { name: 'ledger', labels },
  spec: { selector: { matchLabels }, podMetricsEndpoints: [{ port, path }] },
})

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule */
export const alertRules = ({ labels }: Monitoring, network: string, alerts: readonly Alert[]): object => ({
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
export function dashboard({
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

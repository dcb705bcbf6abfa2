import type { Monitoring } from '../network/network.ts'

export interface Alert {
  readonly name: string
  readonly expression: string
  /** How long it has to be so: `2m`. */
  readonly lasting: string
  readonly severity: 'critical' | 'warning'
  /** Labels that the expression does not give. */
  readonly labels?: Readonly<Record<string, string>>
  readonly summary: string
}

/** Where pods have metrics. */
export interface MetricsPort {
  readonly matchLabels: Readonly<Record<string, string>>
  /** Name of the container's port. */
  readonly port: string
  readonly path: string
}

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor */
export const podMonitor = (
  name: string,
  { labels }: Pick<Monitoring, 'labels'>,
  { matchLabels, port, path }: MetricsPort,
): object => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PodMonitor',
  metadata: { name, labels },
  spec: { selector: { matchLabels }, podMetricsEndpoints: [{ port, path }] },
})

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule */
export const alertRules = (
  name: string,
  { labels }: Pick<Monitoring, 'labels'>,
  network: string,
  alerts: readonly Alert[],
): object => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name, labels },
  spec: {
    groups: [
      {
        name: name === 'ledger' ? `chancery-${network}` : `chancery-${network}-${name}`,
        rules: alerts.map((alert) => ({
          alert: alert.name,
          expr: alert.expression,
          for: alert.lasting,
          labels: { severity: alert.severity, network, ...alert.labels },
          annotations: { summary: alert.summary, runbook_url: runbook(alert.name) },
        })),
      },
    ],
  },
})

/** What to do first, by the name of the alert. */
const runbook = (name: string): string =>
  `https://github.com/chancery-dev/chancery/blob/main/docs/guides/monitor.md#${name.toLowerCase()}`

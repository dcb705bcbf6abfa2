import type { Panel, PanelSelectors } from './dashboard.ts'
import type { RunningNodes } from './ledger-alerts.ts'

/**
 * What kube-state-metrics and the kubelet know of the pods of a ledger that serves no metrics.
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload
 */

/** What differs between ledgers. */
interface PodPanels {
  /** Of the ledger, in its pods. */
  readonly container: string
  readonly ready: Pick<Panel, 'title' | 'description'>
  readonly restarts?: Pick<Panel, 'description'>
}

export const podPanels =
  ({ container, ready, restarts = {} }: PodPanels) =>
  ({ pods, namespaces }: PanelSelectors): Panel[] => [
    {
      expressions: [`kube_statefulset_status_replicas_ready{${namespaces}}`],
      legend: '{{namespace}}/{{statefulset}}',
      unit: 'none',
      ...ready,
    },
    {
      title: 'Restarts',
      expressions: [`kube_pod_container_status_restarts_total{${pods},container="${container}"}`],
      legend: '{{namespace}}/{{pod}}',
      unit: 'none',
      ...restarts,
    },
    {
      title: 'Processor',
      expressions: [`rate(container_cpu_usage_seconds_total{${pods},container="${container}"}[5m])`],
      legend: '{{namespace}}/{{pod}}',
      unit: 'none',
      description: 'Cores in use',
    },
    {
      title: 'Memory',
      expressions: [`container_memory_working_set_bytes{${pods},container="${container}"}`],
      legend: '{{namespace}}/{{pod}}',
      unit: 'bytes',
    },
  ]

/** StatefulSets of a namespace whose pod is ready. */
export const readyIn = (namespace: string): string =>
  `kube_statefulset_status_replicas_ready{namespace="${namespace}"} > 0`

export const readyNodes: RunningNodes = {
  label: 'statefulset',
  value: ({ name }) => name,
  expression: readyIn,
  otherwise: 'is not ready',
}

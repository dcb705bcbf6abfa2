import { groupBy } from '../../group-by.ts'
import type { Panel, PanelSelectors } from '../dashboard.ts'
import { type RunningNodes, sample } from '../ledger-alerts.ts'
import { watchingObjects } from '../monitoring.ts'
import type { Alert } from '../monitoring-objects.ts'
import type { ClusterView } from '../platform.ts'
import { type CordaLedgerNode, isNotary } from './network.ts'
import type { CordaNode, CordaTop } from './schema.ts'

type View = ClusterView<CordaTop, CordaNode>

/**
 * A node has its metrics in JMX, and serves them with Jolokia's agent only, which no image of Corda has. So these are what kube-state-metrics and
 * the kubelet know of its pods. https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload
 */
export const monitoringObjects = (nodes: readonly CordaLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Corda',
    panels,
    alerts: () => notaryAlerts(view),
    running,
  })

const container = 'container="corda"'

const panels = ({ pods, namespaces }: PanelSelectors): Panel[] => [
  {
    title: 'Ready nodes',
    expressions: [`kube_statefulset_status_replicas_ready{${namespaces}}`],
    legend: '{{namespace}}/{{statefulset}}',
    unit: 'none',
    description:
      '1 while a node listens. `chancery verify` asks for its certificate, and what the network map has of it',
  },
  {
    title: 'Restarts',
    expressions: [`kube_pod_container_status_restarts_total{${pods},${container}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'none',
    description: 'A node ends when the network parameters change, and takes up the new ones',
  },
  {
    title: 'Processor',
    expressions: [`rate(container_cpu_usage_seconds_total{${pods},${container}}[5m])`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'none',
    description: 'Cores in use',
  },
  {
    title: 'Memory',
    expressions: [`container_memory_working_set_bytes{${pods},${container}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'bytes',
  },
]

const ready = (namespace: string): string => `kube_statefulset_status_replicas_ready{namespace="${namespace}"} > 0`

const running: RunningNodes = {
  label: 'statefulset',
  value: ({ name }) => name,
  expression: ready,
  otherwise: 'is not ready',
}

/** Longer than a start takes: states of a notary wait for it, and nothing takes its place. One rule for each organization. */
function notaryAlerts({ network, cluster }: View): Alert[] {
  const here = network.nodes.filter((node) => node.cluster.name === cluster && !node.elsewhere && isNotary(node))
  return [...groupBy(here, ({ organization }) => organization.namespace)].map(([namespace, notaries]): Alert => {
    const all = notaries.map(({ name }) => sample(1, 'statefulset', name)).join(' or ')
    return {
      name: 'LedgerStandsStill',
      expression: `(${all}) unless on (statefulset) (${ready(namespace)})`,
      lasting: '10m',
      severity: 'critical',
      labels: { namespace },
      summary: `${network.name}: the notary ${namespace}/{{ $labels.statefulset }} is not ready: its states cannot be spent`,
    }
  })
}

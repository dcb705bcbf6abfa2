import { counted } from '../../words.ts'
import type { Panel, PanelSelectors } from '../dashboard.ts'
import type { RunningNodes } from '../ledger-alerts.ts'
import { watchingObjects } from '../monitoring.ts'
import type { Alert } from '../monitoring-objects.ts'
import type { ClusterView } from '../platform.ts'
import { faultTolerance } from './consensus.ts'
import { validatorCount } from './genesis.ts'
import type { IndyLedgerNode } from './network.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/**
 * indy-node serves no metrics: these are what kube-state-metrics and the kubelet know of its pods.
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload
 */
export const monitoringObjects = (nodes: readonly IndyLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Hyperledger Indy',
    panels,
    alerts: (of) => alerts(of, view),
    running,
  })

const container = 'container="indy"'

const panels = ({ pods, namespaces }: PanelSelectors): Panel[] => [
  {
    title: 'Ready validators',
    expressions: [`kube_statefulset_status_replicas_ready{${namespaces}}`],
    legend: '{{namespace}}/{{statefulset}}',
    unit: 'none',
    description: '1 while the ports of a validator are open. `chancery verify` asks whether it takes part in the pool',
  },
  {
    title: 'Restarts',
    expressions: [`kube_pod_container_status_restarts_total{${pods},${container}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'none',
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

const running: RunningNodes = {
  label: 'statefulset',
  value: ({ name }) => name,
  expression: (namespace) => `kube_statefulset_status_replicas_ready{namespace="${namespace}"} > 0`,
  otherwise: 'is not ready',
}

function alerts(of: string, { network, cluster, material }: View): Alert[] {
  const here = network.nodes.filter((node) => node.cluster.name === cluster && !node.elsewhere)
  const most = faultTolerance(validatorCount(network, material))
  const names = [...new Set(here.map(({ name }) => name))].sort().join('|')
  const ready = `kube_statefulset_status_replicas_ready{${of},statefulset=~"${names}"} > 0`
  // Prometheus sees one cluster: where that has no more than f validators, it alone cannot stop the pool.
  if (here.length <= most) return []
  return [
    {
      name: 'LedgerStandsStill',
      expression: `${here.length} - (count(${ready}) or vector(0)) > ${most}`,
      lasting: '1m',
      severity: 'critical',
      summary: `${network.name}: more than ${counted(most, 'validator')} are not ready: the pool orders no transaction`,
    },
  ]
}

import { counted } from '../../words.ts'
import { type Alert, type Panel, watchingObjects } from '../monitoring.ts'
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
  })

const container = 'container="indy"'

const panels = (of: string): Panel[] => [
  {
    title: 'Ready validators',
    expressions: [`kube_statefulset_status_replicas_ready{${of}}`],
    legend: '{{namespace}}/{{statefulset}}',
    unit: 'none',
    description: '1 while the ports of a validator are open. `chancery verify` asks whether it takes part in the pool',
  },
  {
    title: 'Restarts',
    expressions: [`kube_pod_container_status_restarts_total{${of},${container}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'none',
  },
  {
    title: 'Processor',
    expressions: [`rate(container_cpu_usage_seconds_total{${of},${container}}[5m])`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'none',
    description: 'Cores in use',
  },
  {
    title: 'Memory',
    expressions: [`container_memory_working_set_bytes{${of},${container}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'bytes',
  },
  {
    title: 'Volumes',
    expressions: [`kubelet_volume_stats_used_bytes{${of}}`],
    legend: '{{namespace}}/{{persistentvolumeclaim}}',
    unit: 'bytes',
  },
]

/** Share of a volume that may be used: a full one stops its validator. */
const fullest = 0.85

function alerts(of: string, { network, cluster, material }: View): Alert[] {
  const here = network.nodes.filter((node) => node.cluster.name === cluster)
  const most = faultTolerance(validatorCount(network, material))
  const ready = `kube_statefulset_status_replicas_ready{${of},statefulset=~"${[...new Set(here.map(({ name }) => name))].sort().join('|')}"}`
  return [
    // Prometheus sees one cluster: where that has no more than f validators, it alone cannot stop the pool.
    ...(here.length > most
      ? [
          {
            name: 'LedgerStandsStill',
            expression: `count(${ready} == 0) > ${most}`,
            lasting: '1m',
            severity: 'critical' as const,
            summary: `${network.name}: more than ${counted(most, 'validator')} are not ready: the pool orders no transaction`,
          },
        ]
      : []),
    {
      name: 'LedgerNodeDown',
      expression: `${ready} == 0`,
      lasting: '5m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.statefulset }} is not ready`,
    },
    {
      name: 'LedgerVolumeFull',
      expression: `kubelet_volume_stats_used_bytes{${of}} / kubelet_volume_stats_capacity_bytes{${of}} > ${fullest}`,
      lasting: '15m',
      severity: 'warning',
      summary: `${network.name}: volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is more than ${100 * fullest}% full`,
    },
  ]
}

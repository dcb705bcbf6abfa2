import { counted } from '../../words.ts'
import { watchingObjects } from '../monitoring.ts'
import type { Alert } from '../monitoring-objects.ts'
import type { ClusterView } from '../platform.ts'
import { podPanels, readyNodes } from '../pod-monitoring.ts'
import { faultTolerance } from './consensus.ts'
import { validatorCount } from './genesis.ts'
import type { IndyLedgerNode } from './network.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type View = ClusterView<IndyTop, IndyNode>

/** indy-node serves no metrics. */
export const monitoringObjects = (nodes: readonly IndyLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Hyperledger Indy',
    panels,
    alerts: (of) => alerts(of, view),
    running: readyNodes,
  })

const panels = podPanels({
  container: 'indy',
  ready: {
    title: 'Ready validators',
    description: '1 while the ports of a validator are open. `chancery verify` asks whether it takes part in the pool',
  },
})

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

import { groupBy } from '../../group-by.ts'
import { sample } from '../ledger-alerts.ts'
import { watchingObjects } from '../monitoring.ts'
import type { Alert } from '../monitoring-objects.ts'
import type { ClusterView } from '../platform.ts'
import { podPanels, readyIn, readyNodes } from '../pod-monitoring.ts'
import { type CordaLedgerNode, isNotary } from './network.ts'
import type { CordaNode, CordaTop } from './schema.ts'

type View = ClusterView<CordaTop, CordaNode>

/** A node has its metrics in JMX, and serves them with Jolokia's agent only, which no image of Corda has. */
export const monitoringObjects = (nodes: readonly CordaLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Corda',
    panels,
    alerts: () => notaryAlerts(view),
    running: readyNodes,
  })

const panels = podPanels({
  container: 'corda',
  ready: {
    title: 'Ready nodes',
    description:
      '1 while a node listens. `chancery verify` asks for its certificate, and what the network map has of it',
  },
  restarts: { description: 'A node ends when the network parameters change, and takes up the new ones' },
})

/** Longer than a start takes: states of a notary wait for it, and nothing takes its place. One rule for each organization. */
function notaryAlerts({ network, cluster }: View): Alert[] {
  const here = network.nodes.filter((node) => node.cluster.name === cluster && !node.elsewhere && isNotary(node))
  return [...groupBy(here, ({ organization }) => organization.namespace)].map(([namespace, notaries]): Alert => {
    const all = notaries.map(({ name }) => sample(1, 'statefulset', name)).join(' or ')
    return {
      name: 'LedgerStandsStill',
      expression: `(${all}) unless on (statefulset) (${readyIn(namespace)})`,
      lasting: '10m',
      severity: 'critical',
      labels: { namespace },
      summary: `${network.name}: the notary ${namespace}/{{ $labels.statefulset }} is not ready: its states cannot be spent`,
    }
  })
}

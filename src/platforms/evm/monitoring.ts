import { type Alert, type Panel, watchingObjects } from '../monitoring.ts'
import type { ClusterView } from '../platform.ts'
import type { EvmClient } from './client.ts'
import type { EvmLedgerNode } from './network.ts'
import { paceOf } from './pace.ts'
import type { EvmNode, EvmTop } from './schema.ts'

type View = ClusterView<EvmTop, EvmNode>

export const monitoringObjects = (nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): object[] =>
  watchingObjects(nodes, view, {
    title: client.title,
    metrics: {
      matchLabels: { 'app.kubernetes.io/name': client.id },
      port: 'metrics',
      path: client.metrics.path,
    },
    panels: (of) => panels(client, of, view),
    alerts: (of) => alerts(client, of, view),
  })

const legend = '{{namespace}}/{{pod}}'

function panels(client: EvmClient, of: string, { network, material }: View): Panel[] {
  const { metrics, title } = client
  const { blockPeriodSeconds } = network.top.genesis
  const { block, idle } = paceOf(network, material, client)
  return [
    { title: 'Block', expressions: [`${metrics.height}{${of}}`], legend, unit: 'none' },
    ...(metrics.age === undefined
      ? []
      : [
          {
            title: 'Age of the last block',
            expressions: [metrics.age(of)],
            legend,
            unit: 's',
            description: 'Where it grows on every node, the chain is stopped',
          },
        ]),
    {
      title: 'Seconds for a block',
      expressions: [`1 / rate(${metrics.height}{${of}}[5m])`],
      legend,
      unit: 's',
      description: `${blockPeriodSeconds} from the genesis, unless a transition changes it${idle > block ? `; up to ${idle} without transactions` : ''}. Every round without agreement makes it longer${title === 'Besu' ? '; Besu has no metric of rounds' : ''}`,
    },
    { title: 'Peers', expressions: [`${metrics.peers}{${of}}`], legend, unit: 'none' },
    ...metrics.others(of),
    { title: 'Memory', expressions: [`process_resident_memory_bytes{${of}}`], legend, unit: 'bytes' },
  ]
}

const staleBlocks = 30
const staleEmptyBlocks = 3
/** Of a metric without the time of the last block. */
const leastWindow = 5
const farBehind = 50

function alerts(client: EvmClient, of: string, { network, material }: View): Alert[] {
  const { metrics } = client
  const { block, idle } = paceOf(network, material, client)
  const stale = Math.max(60, staleBlocks * block, staleEmptyBlocks * idle)
  const window = Math.max(leastWindow, Math.ceil((staleEmptyBlocks * idle) / 60))
  const height = `${metrics.height}{${of}}`
  return [
    {
      name: 'LedgerStandsStill',
      expression:
        metrics.age === undefined ? `max(delta(${height}[${window}m])) <= 0` : `min(${metrics.age(of)}) > ${stale}`,
      lasting: '1m',
      severity: 'critical',
      summary: `${network.name}: no block for more than ${metrics.age === undefined ? 60 * window : stale} seconds`,
    },
    {
      name: 'LedgerNodeBehind',
      expression: `scalar(max(${height})) - ${height} > ${farBehind}`,
      lasting: '5m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} is more than ${farBehind} blocks behind`,
    },
    {
      name: 'LedgerNodeAlone',
      expression: `${metrics.peers}{${of}} == 0`,
      lasting: '2m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} has no peer`,
    },
  ]
}

import type { Panel, PanelSelectors } from '../dashboard.ts'
import { watchingObjects } from '../monitoring.ts'
import type { Alert } from '../monitoring-objects.ts'
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

function panels(client: EvmClient, { pods: of }: PanelSelectors, { network, material }: View): Panel[] {
  const { metrics, title } = client
  const { blockPeriodSeconds } = network.top.genesis
  const { block, idle } = paceOf(network, material, client)
  return [
    { title: 'Block', expressions: [`${metrics.height}{${of}}`], legend, unit: 'none' },
    ...(metrics.blockTime === undefined
      ? []
      : [
          {
            title: 'Age of the last block',
            expressions: [`time() - ${metrics.blockTime}{${of}}`],
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
    { title: 'Memory', expressions: [`${metrics.memory}{${of}}`], legend, unit: 'bytes' },
  ]
}

const staleBlocks = 30
const staleEmptyBlocks = 3
/** Minutes, for a metric without the time of the last block. */
const leastWindow = 5
const farBehind = 50

function alerts(client: EvmClient, of: string, view: View): Alert[] {
  const { network } = view
  const { metrics } = client
  return [
    standsStill(client, of, view),
    {
      name: 'LedgerNodeBehind',
      expression: behind(client, of),
      lasting: '5m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} is more than ${farBehind} blocks behind`,
    },
    ...(network.nodes.length + network.external.length < 2 ? [] : aboutPeers(network.name, `${metrics.peers}{${of}}`)),
  ]
}

/** Not while a node catches up: the time of its last block then runs faster than the clock, or its height grows. */
function standsStill(client: EvmClient, of: string, { network, material }: View): Alert {
  const { metrics } = client
  const { block, idle } = paceOf(network, material, client)
  const stale = Math.max(60, staleBlocks * block, staleEmptyBlocks * idle)
  const window = Math.max(leastWindow, Math.ceil((staleEmptyBlocks * idle) / 60))
  const blockTime = `${metrics.blockTime}{${of}}`
  return {
    name: 'LedgerStandsStill',
    expression:
      metrics.blockTime === undefined
        ? `max(delta(${metrics.height}{${of}}[${window}m])) <= 0`
        : `min(time() - ${blockTime}) > ${stale} unless on () max(deriv(${blockTime}[3m])) > 2`,
    lasting: '1m',
    severity: 'critical',
    summary: `${network.name}: no block for more than ${metrics.blockTime === undefined ? 60 * window : stale} seconds`,
  }
}

/** Behind another node of the cluster, or behind what the node itself has heard of: it may be the only one here. */
function behind({ metrics }: EvmClient, of: string): string {
  const height = `${metrics.height}{${of}}`
  const others = `scalar(max(${height})) - ${height} > ${farBehind}`
  return metrics.knownHeight === undefined
    ? others
    : `${others} or ${metrics.knownHeight}{${of}} - ${height} > ${farBehind}`
}

const aboutPeers = (network: string, peers: string): Alert[] => [
  {
    name: 'LedgerNodeAlone',
    expression: `${peers} == 0`,
    lasting: '2m',
    severity: 'warning',
    summary: `${network}: {{ $labels.namespace }}/{{ $labels.pod }} has no peer`,
  },
  {
    name: 'LedgerPeersLost',
    expression: `(${peers} > 0) < 0.5 * max_over_time(${peers}[1d])`,
    lasting: '10m',
    severity: 'warning',
    summary: `${network}: {{ $labels.namespace }}/{{ $labels.pod }} has {{ $value }} peers, less than half of what it had within a day`,
  },
]

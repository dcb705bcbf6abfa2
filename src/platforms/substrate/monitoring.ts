import type { Panel, PanelSelectors } from '../dashboard.ts'
import { watchingObjects } from '../monitoring.ts'
import type { Alert } from '../monitoring-objects.ts'
import type { ClusterView } from '../platform.ts'
import type { SubstrateLedgerNode } from './network.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

/**
 * Names of metrics: sc-service 0.50.0, metrics.rs; sc-network 0.49.1, service/metrics.rs; sc-network-sync 0.48.0, engine.rs;
 * sc-consensus-grandpa 0.34.0, environment.rs; sc-proposer-metrics 0.20.0. The same in sc-service 0.63.0 and sc-network 0.61.0.
 */
const metric = {
  best: (of: string): string => `substrate_block_height{${of},status="best"}`,
  final: (of: string): string => `substrate_block_height{${of},status="finalized"}`,
  /** The newest block that its peers have. */
  known: (of: string): string => `substrate_block_height{${of},status="sync_target"}`,
  peers: (of: string): string => `substrate_sub_libp2p_peers_count{${of}}`,
}

export const monitoringObjects = (nodes: readonly SubstrateLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Substrate',
    metrics: { matchLabels: { 'app.kubernetes.io/name': 'substrate' }, port: 'metrics', path: '/metrics' },
    panels,
    alerts: (of) => alerts(of, view),
  })

const legend = '{{namespace}}/{{pod}}'

const panels = ({ pods: of }: PanelSelectors): Panel[] => [
  {
    title: 'Final block',
    expressions: [metric.final(of)],
    legend,
    unit: 'none',
    description: 'Where it grows on no node, too few authorities vote',
  },
  { title: 'Newest block', expressions: [metric.best(of)], legend, unit: 'none' },
  {
    title: 'Blocks that are not final yet',
    expressions: [`${metric.best(of)} - ignoring(status) ${metric.final(of)}`],
    legend,
    unit: 'none',
    description: 'A few, while all is well',
  },
  {
    title: 'Seconds for a block',
    expressions: [`1 / rate(${metric.best(of)}[5m])`],
    legend,
    unit: 's',
    description: 'The slots of validators that are lost stay empty, which makes it longer',
  },
  { title: 'Peers', expressions: [metric.peers(of)], legend, unit: 'none' },
  {
    title: 'Rounds of votes in a minute',
    expressions: [`60 * rate(substrate_finality_grandpa_round{${of}}[5m])`],
    legend,
    unit: 'none',
    description: 'GRANDPA, of validators',
  },
  {
    title: 'Blocks made in a minute',
    expressions: [`60 * rate(substrate_proposer_block_constructed_count{${of}}[5m])`],
    legend,
    unit: 'none',
    description: 'By this node. All validators take turns',
  },
  {
    title: 'Transactions that wait',
    expressions: [`substrate_ready_transactions_number{${of}}`],
    legend,
    unit: 'none',
  },
  {
    title: 'Memory',
    expressions: [`container_memory_working_set_bytes{${of},container="substrate"}`],
    legend,
    unit: 'bytes',
    description: 'From the kubelet: a node has no metric of it',
  },
]

/** Minutes without a final block: five hundred slots of a second, fifty of six. */
const stale = 5
const farBehind = 50

/** Not while a node catches up: its heights grow, too. */
function alerts(of: string, { network }: View): Alert[] {
  return [
    {
      name: 'LedgerStandsStill',
      expression: `max(delta(${metric.best(of)}[${stale}m])) <= 0`,
      lasting: '1m',
      severity: 'critical',
      summary: `${network.name}: no block for more than ${60 * stale} seconds`,
    },
    {
      name: 'LedgerFinalityStopped',
      expression: `max(delta(${metric.final(of)}[${stale}m])) <= 0 and on () max(delta(${metric.best(of)}[${stale}m])) > 0`,
      lasting: '1m',
      severity: 'critical',
      summary: `${network.name}: blocks are made, but none became final for more than ${60 * stale} seconds`,
    },
    {
      name: 'LedgerNodeBehind',
      expression: behind(of),
      lasting: '5m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} is more than ${farBehind} blocks behind`,
    },
    ...(network.nodes.length + network.external.length < 2 ? [] : aboutPeers(network.name, of)),
  ]
}

/** Behind another node of the cluster, or behind what its peers have: it may be the only one here. Both without the label `status`, so that one node fires once. */
const behind = (of: string): string =>
  [
    `max without (status) (scalar(max(${metric.best(of)})) - ${metric.best(of)} > ${farBehind})`,
    `${metric.known(of)} - ignoring(status) ${metric.best(of)} > ${farBehind}`,
  ].join(' or ')

const aboutPeers = (network: string, of: string): Alert[] => [
  {
    name: 'LedgerNodeAlone',
    expression: `${metric.peers(of)} == 0`,
    lasting: '2m',
    severity: 'warning',
    summary: `${network}: {{ $labels.namespace }}/{{ $labels.pod }} has no peer`,
  },
  {
    name: 'LedgerPeersLost',
    expression: `(${metric.peers(of)} > 0) < 0.5 * max_over_time(${metric.peers(of)}[1d])`,
    lasting: '10m',
    severity: 'warning',
    summary: `${network}: {{ $labels.namespace }}/{{ $labels.pod }} has {{ $value }} peers, less than half of what it had within a day`,
  },
]

import { type Alert, type Panel, watchingObjects } from '../monitoring.ts'
import type { ClusterView } from '../platform.ts'
import { type FabricLedgerNode, type FabricNetwork, membersOf } from './network.ts'
import type { FabricNode, FabricTop } from './schema.ts'

type View = ClusterView<FabricTop, FabricNode>

/** Metrics of peers, orderers and CAs: docs/source/metrics_reference.rst of Fabric. */
export const monitoringObjects = (nodes: readonly FabricLedgerNode[], view: View): object[] =>
  watchingObjects(nodes, view, {
    title: 'Hyperledger Fabric',
    metrics: { matchLabels: { 'app.kubernetes.io/name': 'fabric' }, port: 'operations', path: '/metrics' },
    panels,
    alerts: (of) => alerts(of, view.network),
  })

const legend = '{{namespace}}/{{pod}} {{channel}}'

const panels = (of: string): Panel[] => [
  { title: 'Height of channels', expressions: [`ledger_blockchain_height{${of}}`], legend, unit: 'none' },
  {
    title: 'Transactions in a second',
    expressions: [
      `max by (channel, validation_code) (sum by (pod, channel, validation_code) (rate(ledger_transaction_count{${of}}[5m])))`,
    ],
    legend: '{{channel}} {{validation_code}}',
    unit: 'none',
    description: 'Counted by a peer, by validation code',
  },
  {
    title: 'Answers of orderers to transactions',
    expressions: [`sum by (channel, status) (rate(broadcast_processed_count{${of}}[5m]))`],
    legend: '{{channel}} {{status}}',
    unit: 'none',
    description: 'SERVICE_UNAVAILABLE: the channel has no leader',
  },
  {
    title: 'Proposals that failed',
    expressions: [
      `rate(endorser_proposal_validation_failures{${of}}[5m])`,
      `rate(endorser_proposal_simulation_failures{${of}}[5m])`,
      `rate(endorser_proposal_acl_failures{${of}}[5m])`,
    ],
    legend: '{{__name__}} {{namespace}}/{{pod}} {{channel}}',
    unit: 'none',
  },
  {
    title: 'Leaders',
    expressions: [`consensus_etcdraft_is_leader{${of}}`, `consensus_BFT_is_leader{${of}}`],
    legend,
    unit: 'none',
    description: '1 where an orderer leads. The leader may be in another cluster',
  },
  {
    title: 'Peers known by gossip',
    expressions: [`gossip_membership_total_peers_known{${of}}`],
    legend,
    unit: 'none',
  },
  {
    title: 'Memory',
    expressions: [`process_resident_memory_bytes{${of}}`],
    legend: '{{namespace}}/{{pod}}',
    unit: 'bytes',
  },
]

/** Blocks behind the highest node at which a node counts as too far behind. */
const farBehind = 50

function alerts(of: string, network: FabricNetwork): Alert[] {
  const height = `ledger_blockchain_height{${of}}`
  const shared = network.top.channels.filter(
    (channel) => membersOf(network, channel).flatMap(({ peers }) => peers).length > 1,
  )
  return [
    {
      name: 'LedgerRefusesTransactions',
      expression: `sum by (channel) (rate(broadcast_processed_count{${of},status="SERVICE_UNAVAILABLE"}[5m])) > 0`,
      lasting: '2m',
      severity: 'critical',
      summary: `${network.name}: orderers of channel {{ $labels.channel }} refuse transactions: the channel has no leader`,
    },
    {
      name: 'LedgerStandsStill',
      expression: `sum by (channel) (rate(broadcast_processed_count{${of},status="SUCCESS"}[5m])) > 0 and on (channel) max by (channel) (delta(${height}[5m])) <= 0`,
      lasting: '5m',
      severity: 'critical',
      summary: `${network.name}: orderers accept transactions of channel {{ $labels.channel }}, but it has no new block`,
    },
    {
      name: 'LedgerNodeBehind',
      expression: `max by (channel) (${height}) - on (channel) group_right () ${height} > ${farBehind}`,
      lasting: '5m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} is more than ${farBehind} blocks behind in channel {{ $labels.channel }}`,
    },
    // A peer that is the only one of its channel knows no other.
    ...(shared.length === 0
      ? []
      : [
          {
            name: 'LedgerNodeAlone',
            expression: `gossip_membership_total_peers_known{${of},channel=~"${shared.map(({ name }) => name.replaceAll('.', '\\\\.')).join('|')}"} == 0`,
            lasting: '5m',
            severity: 'warning' as const,
            summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} knows no other peer of channel {{ $labels.channel }}`,
          },
        ]),
  ]
}

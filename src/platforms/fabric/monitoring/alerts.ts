import type { Alert } from '../../monitoring-objects.ts'
import { type FabricNetwork, membersOf } from '../network.ts'

/** Blocks behind the highest node at which a node counts as too far behind. */
const farBehind = 50

/** Consenters of this cluster, by channel: an orderer that has left a channel keeps 0. */
const consenters = (of: string): string =>
  `consensus_etcdraft_active_nodes{${of}} and on (namespace, pod, channel) participation_consensus_relation{${of}} == 1`

export function alerts(of: string, network: FabricNetwork): Alert[] {
  const height = `ledger_blockchain_height{${of}}`
  return [
    {
      name: 'LedgerRefusesTransactions',
      expression: `sum by (channel) (rate(broadcast_processed_count{${of},status="SERVICE_UNAVAILABLE"}[5m])) > 0`,
      lasting: '2m',
      severity: 'critical',
      summary: `${network.name}: orderers of channel {{ $labels.channel }} refuse transactions: the channel has no leader`,
    },
    {
      name: 'LedgerWithoutLeader',
      expression: `max by (channel) (${consenters(of)}) == 0`,
      lasting: '2m',
      severity: 'critical',
      summary: `${network.name}: orderers of channel {{ $labels.channel }} know no leader`,
    },
    {
      name: 'LedgerOrderersMissing',
      expression: `(max by (channel) (${consenters(of)}) > 0) < max by (channel) (consensus_etcdraft_cluster_size{${of}})`,
      lasting: '10m',
      severity: 'warning',
      summary: `${network.name}: only {{ $value }} orderers of channel {{ $labels.channel }} are in contact with its leader`,
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
    ...aboutPeers(of, network),
  ]
}

/** A peer that is the only one of its channel knows no other. */
function aboutPeers(of: string, network: FabricNetwork): Alert[] {
  const shared = network.top.channels.filter(
    (channel) => membersOf(network, channel).flatMap(({ peers }) => peers).length > 1,
  )
  if (shared.length === 0) return []
  const names = shared.map(({ name }) => name.replaceAll('.', '\\\\.')).join('|')
  const known = `gossip_membership_total_peers_known{${of},channel=~"${names}"}`
  return [
    {
      name: 'LedgerNodeAlone',
      expression: `${known} == 0`,
      lasting: '5m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} knows no other peer of channel {{ $labels.channel }}`,
    },
    {
      name: 'LedgerPeersLost',
      expression: `(${known} > 0) < 0.5 * max_over_time(${known}[1d])`,
      lasting: '10m',
      severity: 'warning',
      summary: `${network.name}: {{ $labels.namespace }}/{{ $labels.pod }} knows {{ $value }} peers of channel {{ $labels.channel }}, less than half of what it knew within a day`,
    },
  ]
}

import { away, growing, growingThen, steady, turning, type WatchedCase, type WatchedCluster } from './watched.ts'

const [manufacturer, retailer] = ['tradelane-manufacturer', 'tradelane-retailer'] as const
const podOf = (namespace: string, name: string): string => `namespace="${namespace}",pod="${name}-0"`
const authority = podOf(manufacturer, 'ca')
const orderers = [podOf(manufacturer, 'orderer1'), podOf(manufacturer, 'orderer2'), podOf(retailer, 'orderer1')]
const peers = [podOf(manufacturer, 'peer1'), podOf(retailer, 'peer1')]
const [someOrderer, , otherOrderer] = orderers
const [somePeer] = peers
const of = (pod: string | undefined): string => `{${pod},channel="trade"}`

const height = 'ledger_blockchain_height'
const active = 'consensus_etcdraft_active_nodes'
const relation = 'participation_consensus_relation'
const known = 'gossip_membership_total_peers_known'
const processed = (pod: string | undefined, status: string): string =>
  `broadcast_processed_count{${pod},channel="trade",type="ENDORSER_TRANSACTION",status="${status}"}`

const eachOrderer = (metric: string, values: string): Record<string, string> =>
  Object.fromEntries(orderers.map((pod) => [`${metric}${of(pod)}`, values]))
const heights = (values: string): Record<string, string> =>
  Object.fromEntries([...orderers, ...peers].map((pod) => [`${height}${of(pod)}`, values]))
const transactions = (status: string, values: string): Record<string, string> =>
  Object.fromEntries(orderers.map((pod) => [processed(pod, status), values]))

const peerLabels = { namespace: manufacturer, pod: 'peer1-0', channel: 'trade' }
const onTrade = { channel: 'trade' }
const noLeader = [
  {
    alert: 'LedgerWithoutLeader',
    labels: onTrade,
    summary: 'tradelane: orderers of channel trade know no leader',
  },
]
const soonExpired = (certificate: string, left: string) => ({
  alert: 'LedgerCertificateExpires',
  labels: { certificate: `material/public/${certificate}.crt` },
  summary: `tradelane: material/public/${certificate}.crt expires in ${left}`,
})
/** Certificates of nodes of the cluster; those of authorities expire later. */
const certificatesHere = [
  'manufacturer/ca/tls',
  ...['orderer1', 'orderer2', 'peer1'].flatMap((name) => [`manufacturer/${name}/sign`, `manufacturer/${name}/tls`]),
  ...['orderer1', 'peer1'].flatMap((name) => [`retailer/${name}/sign`, `retailer/${name}/tls`]),
]

const cases: readonly WatchedCase[] = [
  { name: 'all is well', at: ['1m', '5m', '35m', '75m'] },
  {
    name: 'a channel has no transactions',
    series: { ...heights(steady(100)), ...transactions('SUCCESS', steady(50)) },
    at: ['5m', '35m', '75m'],
  },
  {
    name: 'orderers refuse transactions',
    series: { ...transactions('SERVICE_UNAVAILABLE', growing(5, 3)), ...transactions('SUCCESS', steady(50)) },
    at: ['10m'],
    fires: [
      {
        alert: 'LedgerRefusesTransactions',
        labels: onTrade,
        summary: 'tradelane: orderers of channel trade refuse transactions: the channel has no leader',
      },
    ],
  },
  {
    name: 'orderers refused transactions before',
    series: { ...transactions('SERVICE_UNAVAILABLE', steady(5)) },
    at: ['10m', '35m'],
  },
  {
    name: 'orderers know no leader',
    series: eachOrderer(active, turning(5, 10, 0)),
    at: ['8m', '35m'],
    fires: noLeader,
  },
  {
    name: 'orderers elect a leader for a minute',
    series: eachOrderer(active, '5x20 0x1 5x120'),
    at: ['10m30s', '11m', '12m', '20m'],
  },
  {
    name: 'an orderer has left the channel',
    series: { [`${active}${of(otherOrderer)}`]: steady(0), [`${relation}${of(otherOrderer)}`]: steady(3) },
    at: ['10m', '35m'],
  },
  {
    name: 'the only orderer of the cluster has left the channel',
    series: {
      ...Object.fromEntries(
        orderers.slice(0, 2).flatMap((pod) => [active, relation].map((metric) => [`${metric}${of(pod)}`, undefined])),
      ),
      [`${active}${of(otherOrderer)}`]: steady(0),
      [`${relation}${of(otherOrderer)}`]: steady(3),
    },
    at: ['10m', '35m'],
  },
  {
    name: 'some orderers are not in contact with the leader',
    series: eachOrderer(active, turning(5, 10, 3)),
    at: ['20m'],
    fires: [
      {
        alert: 'LedgerOrderersMissing',
        labels: onTrade,
        summary: 'tradelane: only 3 orderers of channel trade are in contact with its leader',
      },
    ],
  },
  {
    name: 'orderers accept transactions, and there is no block',
    series: heights(growingThen(100, 1, 10)),
    at: ['16m'],
    fires: [
      {
        alert: 'LedgerStandsStill',
        labels: onTrade,
        summary: 'tradelane: orderers accept transactions of channel trade, but it has no new block',
      },
    ],
  },
  {
    name: 'an orderer starts again, and counts from zero',
    series: {
      [processed(someOrderer, 'SUCCESS')]: '50+2x19 stale _x3 0+2x120',
      [`${height}${of(someOrderer)}`]: '100+1x19 stale _x3 123+1x120',
      [`${active}${of(someOrderer)}`]: '5x19 stale _x3 0 5x120',
      [`up{${someOrderer}}`]: away(1, 20, 4),
    },
    at: ['10m30s', '11m', '12m', '13m', '15m', '20m'],
  },
  {
    name: 'a peer is behind',
    series: { [`${height}${of(somePeer)}`]: growing(40, 1) },
    at: ['10m'],
    fires: [
      {
        alert: 'LedgerNodeBehind',
        labels: peerLabels,
        summary: 'tradelane: tradelane-manufacturer/peer1-0 is more than 50 blocks behind in channel trade',
      },
    ],
  },
  {
    name: 'a peer knows no other',
    series: { [`${known}${of(somePeer)}`]: turning(4, 10, 0) },
    at: ['12m'],
    fires: [
      {
        alert: 'LedgerNodeAlone',
        labels: peerLabels,
        summary: 'tradelane: tradelane-manufacturer/peer1-0 knows no other peer of channel trade',
      },
    ],
  },
  {
    name: 'a peer loses most of its peers',
    series: { [`${known}${of(somePeer)}`]: turning(4, 10, 1) },
    at: ['17m'],
    fires: [
      {
        alert: 'LedgerPeersLost',
        labels: peerLabels,
        summary:
          'tradelane: tradelane-manufacturer/peer1-0 knows 1 peers of channel trade, less than half of what it knew within a day',
      },
    ],
  },
  {
    name: 'a certificate authority is gone',
    series: { [`up{${authority}}`]: undefined },
    at: ['10m'],
    fires: [
      {
        alert: 'LedgerNodeDown',
        labels: { namespace: manufacturer, pod: 'ca-0' },
        summary: 'tradelane: tradelane-manufacturer/ca-0 is down, or does not answer Prometheus',
      },
    ],
  },
  {
    name: 'certificates expire in 20 days',
    start: new Date('2026-12-11T00:00:00Z'),
    at: ['30m'],
    fires: certificatesHere.map((certificate) => soonExpired(certificate, '20d 23h 25m 0s')),
  },
  { name: 'certificates expire in 31 days', start: new Date('2026-11-30T00:00:00Z'), at: ['30m'] },
]

export const fabric: WatchedCluster = {
  golden: 'fabric',
  cluster: 'eu',
  healthy: {
    ...Object.fromEntries([authority, ...orderers, ...peers].map((pod) => [`up{${pod}}`, steady(1)])),
    ...heights(growing(100, 1)),
    ...eachOrderer(active, steady(5)),
    ...eachOrderer('consensus_etcdraft_cluster_size', steady(5)),
    ...eachOrderer(relation, steady(1)),
    ...transactions('SUCCESS', growing(50, 2)),
    ...Object.fromEntries(peers.map((pod) => [`${known}${of(pod)}`, steady(4)])),
    'up{namespace="tradelane-ambassador",pod="ambassador-a"}': steady(1),
    'up{namespace="tradelane-ambassador",pod="ambassador-b"}': steady(1),
    'up{namespace="tradelane-ambassador",pod="ambassador-c"}': steady(1),
  },
  cases,
}

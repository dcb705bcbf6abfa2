import { ambassadorCases, ambassadorHealthy } from './ambassador.ts'
import {
  away,
  beginSeconds,
  growing,
  growingThen,
  steady,
  thenGone,
  turning,
  type WatchedCase,
  type WatchedCluster,
} from './watched.ts'

interface EvmMetrics {
  readonly height: string
  readonly peers: string
}

/** A block every three seconds, on nodes with five peers. */
const node = ({ height, peers }: EvmMetrics, pod: string): Record<string, string> => ({
  [`up{${pod}}`]: steady(1),
  [`${height}{${pod}}`]: growing(1000, 10),
  [`${peers}{${pod}}`]: steady(5),
})

const inCluster = (namespace: string): Record<string, string> => ({
  [`kubelet_volume_stats_used_bytes{namespace="${namespace}",persistentvolumeclaim="v1"}`]: steady(40),
  [`kubelet_volume_stats_capacity_bytes{namespace="${namespace}",persistentvolumeclaim="v1"}`]: steady(100),
  [`kube_job_failed{namespace="${namespace}",job_name="vote",condition="true"}`]: steady(0),
})

const besuMetrics = { height: 'ethereum_blockchain_height', peers: 'ethereum_peer_count' }
const [rpc, v1, v2] = [
  'namespace="trade-north",pod="rpc-0"',
  'namespace="trade-north",pod="v1-0"',
  'namespace="southern",pod="v2-0"',
] as const
const all = [rpc, v1, v2]
const blockTime = 'besu_blockchain_chain_head_timestamp'
const known = 'ethereum_best_known_block_number'
const each = (metric: string, values: string | undefined): Record<string, string | undefined> =>
  Object.fromEntries(all.map((pod) => [`${metric}{${pod}}`, values]))

const labels = { namespace: 'southern', pod: 'v2-0' }
const stopped = [{ alert: 'LedgerStandsStill', summary: 'trade: no block for more than 90 seconds' }]
const down = [
  { alert: 'LedgerNodeDown', labels, summary: 'trade: southern/v2-0 is down, or does not answer Prometheus' },
]

const metricsOf = ['up', besuMetrics.height, besuMetrics.peers, blockTime, known]

const cases: readonly WatchedCase[] = [
  { name: 'all is well', at: ['1m', '5m', '35m', '75m'] },
  {
    name: 'the chain stops',
    series: {
      ...each(blockTime, growingThen(beginSeconds, 30, 20)),
      ...each(besuMetrics.height, growingThen(1000, 10, 20)),
      ...each(known, growingThen(1000, 10, 20)),
    },
    at: ['13m', '20m'],
    fires: stopped,
  },
  {
    name: 'the chain stops, and no block is older than 90 seconds yet',
    series: each(blockTime, growingThen(beginSeconds, 30, 20)),
    at: ['10m', '11m'],
  },
  {
    name: 'a new chain has no block yet',
    series: { ...each(blockTime, steady(0)), ...each(besuMetrics.height, steady(0)) },
    at: ['3m'],
    fires: stopped,
  },
  {
    name: 'all nodes of the cluster catch up',
    series: {
      ...each(blockTime, growing(beginSeconds - 360_000, 600)),
      ...each(besuMetrics.height, growing(1000, 200)),
      ...each(known, growing(1000, 200)),
    },
    at: ['5m', '30m'],
  },
  {
    name: 'the chain stops on all nodes but one that is gone',
    series: {
      ...each(blockTime, growingThen(beginSeconds, 30, 20)),
      [`${blockTime}{${v2}}`]: undefined,
      [`up{${v2}}`]: undefined,
    },
    at: ['20m'],
    fires: [...stopped, ...down],
  },
  {
    name: 'a node is behind the others',
    series: { [`${besuMetrics.height}{${v2}}`]: growing(940, 10) },
    at: ['10m'],
    fires: [{ alert: 'LedgerNodeBehind', labels, summary: 'trade: southern/v2-0 is more than 50 blocks behind' }],
  },
  {
    name: 'a node is a little behind the others',
    series: { [`${besuMetrics.height}{${v2}}`]: growing(960, 10) },
    at: ['10m', '30m'],
  },
  {
    name: 'a node is behind what it has heard of, as the only one of its cluster',
    series: {
      ...each(besuMetrics.height, undefined),
      ...each(known, undefined),
      [`${besuMetrics.height}{${v2}}`]: growing(1000, 1),
      [`${known}{${v2}}`]: growing(1000, 10),
    },
    at: ['15m'],
    fires: [{ alert: 'LedgerNodeBehind', labels, summary: 'trade: southern/v2-0 is more than 50 blocks behind' }],
  },
  {
    name: 'a node has no peer',
    series: { [`${besuMetrics.peers}{${v2}}`]: turning(5, 10, 0) },
    at: ['8m'],
    fires: [{ alert: 'LedgerNodeAlone', labels, summary: 'trade: southern/v2-0 has no peer' }],
  },
  {
    name: 'a node loses most of its peers',
    series: { [`${besuMetrics.peers}{${v2}}`]: turning(5, 10, 2) },
    at: ['16m'],
    fires: [
      {
        alert: 'LedgerPeersLost',
        labels,
        summary: 'trade: southern/v2-0 has 2 peers, less than half of what it had within a day',
      },
    ],
  },
  {
    name: 'a node loses some of its peers',
    series: { [`${besuMetrics.peers}{${v2}}`]: turning(5, 10, 3) },
    at: ['30m'],
  },
  { name: 'a pod is gone', series: goneWith(v2), at: ['12m', '30m'], fires: down },
  { name: 'a pod was never there', series: withoutPod(v2), at: ['6m'], fires: down },
  { name: 'a pod does not answer', series: { [`up{${v2}}`]: turning(1, 10, 0) }, at: ['12m'], fires: down },
  {
    name: 'nodes are upgraded, one after the other',
    series: Object.fromEntries(
      all.flatMap((pod, at) => [
        [`up{${pod}}`, away(1, 10 + 12 * at, 6)],
        // It finds its peers again one by one.
        [`${besuMetrics.peers}{${pod}}`, `5x${9 + 12 * at} stale _x5 0 1 2 3 5x120`],
      ]),
    ),
    at: ['6m', '8m', '10m', '12m', '15m', '18m', '21m', '25m'],
  },
  {
    name: 'Prometheus misses all metrics for a minute and a half',
    series: {
      ...each('up', away(1, 20, 3)),
      ...each(blockTime, `${beginSeconds}+30x19 stale _x2 ${beginSeconds + 690}+30x120`),
    },
    at: ['10m30s', '11m30s', '12m', '14m'],
  },
  {
    name: 'a volume is nearly full',
    series: { 'kubelet_volume_stats_used_bytes{namespace="southern",persistentvolumeclaim="v1"}': steady(81) },
    at: ['20m'],
    fires: [
      {
        alert: 'LedgerVolumeFull',
        labels: { namespace: 'southern', persistentvolumeclaim: 'v1' },
        summary: 'trade: volume southern/v1 is more than 80% full',
      },
    ],
  },
  {
    name: 'a Job has failed',
    series: { 'kube_job_failed{namespace="southern",job_name="vote",condition="true"}': steady(1) },
    at: ['20m'],
    fires: [
      {
        alert: 'LedgerJobFailed',
        labels: { namespace: 'southern', job_name: 'vote', condition: 'true' },
        summary: 'trade: Job southern/vote failed',
      },
    ],
  },
  { name: 'another namespace has trouble', series: { 'up{namespace="other",pod="v1-0"}': steady(0) }, at: ['20m'] },
  ...ambassadorCases,
]

function goneWith(pod: string): Record<string, string> {
  return {
    [`up{${pod}}`]: thenGone(1, 10),
    [`${besuMetrics.height}{${pod}}`]: '1000+10x9 stale',
    [`${besuMetrics.peers}{${pod}}`]: '5x9 stale',
    [`${blockTime}{${pod}}`]: `${beginSeconds}+30x9 stale`,
    [`${known}{${pod}}`]: '1000+10x9 stale',
  }
}

function withoutPod(pod: string): Record<string, undefined> {
  return Object.fromEntries(metricsOf.map((metric) => [`${metric}{${pod}}`, undefined]))
}

export const besu: WatchedCluster = {
  golden: 'two-clusters',
  cluster: 'eu',
  healthy: {
    ...Object.assign({}, ...all.map((pod) => node(besuMetrics, pod))),
    ...each(blockTime, growing(beginSeconds, 30)),
    ...each(known, growing(1000, 10)),
    ...inCluster('southern'),
    ...inCluster('trade-north'),
    ...ambassadorHealthy,
  },
  cases,
}

const quorumMetrics = { height: 'chain_head_block', peers: 'p2p_peers' }
const quorumPods = [
  'namespace="legacy-left",pod="v1-0"',
  'namespace="legacy-right",pod="v2-0"',
  'namespace="legacy-right",pod="rpc-0"',
] as const
const [left] = quorumPods
const heights = (values: string): Record<string, string> =>
  Object.fromEntries(quorumPods.map((pod) => [`${quorumMetrics.height}{${pod}}`, values]))
const leftLabels = { namespace: 'legacy-left', pod: 'v1-0' }

export const quorum: WatchedCluster = {
  golden: 'quorum',
  cluster: 'one',
  healthy: {
    ...Object.assign({}, ...quorumPods.map((pod) => node(quorumMetrics, pod))),
    ...inCluster('legacy-left'),
    'up{namespace="legacy-ambassador",pod="ambassador-a"}': steady(1),
    'up{namespace="legacy-ambassador",pod="ambassador-b"}': steady(1),
  },
  cases: [
    { name: 'all is well', at: ['1m', '5m', '35m'] },
    {
      name: 'the chain stops',
      series: heights(growingThen(1000, 10, 20)),
      at: ['17m', '30m'],
      fires: [{ alert: 'LedgerStandsStill', summary: 'legacy: no block for more than 300 seconds' }],
    },
    { name: 'the chain stops for four minutes', series: heights(growingThen(1000, 10, 20)), at: ['13m'] },
    {
      name: 'a node starts again, with height 0 until it has read its chain',
      series: { [`${quorumMetrics.height}{${left}}`]: `1000+10x19 stale _x2 0x2 1250+10x120` },
      at: ['11m30s', '12m', '13m', '15m', '17m'],
    },
    {
      name: 'a node is behind',
      series: { [`${quorumMetrics.height}{${left}}`]: growing(900, 10) },
      at: ['10m'],
      fires: [
        {
          alert: 'LedgerNodeBehind',
          labels: leftLabels,
          summary: 'legacy: legacy-left/v1-0 is more than 50 blocks behind',
        },
      ],
    },
    {
      name: 'a node has no peer',
      series: { [`${quorumMetrics.peers}{${left}}`]: steady(0) },
      at: ['8m'],
      fires: [{ alert: 'LedgerNodeAlone', labels: leftLabels, summary: 'legacy: legacy-left/v1-0 has no peer' }],
    },
    {
      name: 'all pods are gone',
      series: Object.fromEntries(
        quorumPods.flatMap((pod) =>
          ['up', quorumMetrics.height, quorumMetrics.peers].map((metric) => [`${metric}{${pod}}`, undefined]),
        ),
      ),
      at: ['10m'],
      fires: [
        ['legacy-left', 'v1-0'],
        ['legacy-right', 'v2-0'],
        ['legacy-right', 'rpc-0'],
      ].map(([namespace = '', pod = '']) => ({
        alert: 'LedgerNodeDown',
        labels: { namespace, pod },
        summary: `legacy: ${namespace}/${pod} is down, or does not answer Prometheus`,
      })),
    },
  ],
}

import {
  away,
  growing,
  growingThen,
  steady,
  thenGone,
  turning,
  type WatchedCase,
  type WatchedCluster,
} from './watched.ts'

const pods = ['boot1', 'rpc1', 'validator1', 'validator2'].map((name) => `namespace="foodtrace-farmer",pod="${name}-0"`)
const [, rpc = '', validator = ''] = pods

const height = (pod: string, status: 'best' | 'finalized' | 'sync_target'): string =>
  `substrate_block_height{${pod},status="${status}",chain="foodtrace"}`
const peers = (pod: string): string => `substrate_sub_libp2p_peers_count{${pod},chain="foodtrace"}`

/** A block every six seconds, final after two more, on nodes with six peers. */
const node = (pod: string): Record<string, string> => ({
  [`up{${pod}}`]: steady(1),
  [height(pod, 'best')]: growing(1000, 5),
  [height(pod, 'finalized')]: growing(998, 5),
  [height(pod, 'sync_target')]: growing(1000, 5),
  [peers(pod)]: steady(6),
})

const each = (series: (pod: string) => Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.assign({}, ...pods.map(series))

const labels = { namespace: 'foodtrace-farmer', pod: 'validator1-0' }
const stopped = [{ alert: 'LedgerStandsStill', summary: 'foodtrace: no block for more than 300 seconds' }]
const notFinal = [
  {
    alert: 'LedgerFinalityStopped',
    summary: 'foodtrace: blocks are made, but none became final for more than 300 seconds',
  },
]
const behind = [
  {
    alert: 'LedgerNodeBehind',
    labels: { ...labels, chain: 'foodtrace' },
    summary: 'foodtrace: foodtrace-farmer/validator1-0 is more than 50 blocks behind',
  },
]
const down = [
  {
    alert: 'LedgerNodeDown',
    labels,
    summary: 'foodtrace: foodtrace-farmer/validator1-0 is down, or does not answer Prometheus',
  },
]
const used = 'kubelet_volume_stats_used_bytes{namespace="foodtrace-farmer",persistentvolumeclaim="rpc1"}'
const capacity = 'kubelet_volume_stats_capacity_bytes{namespace="foodtrace-farmer",persistentvolumeclaim="rpc1"}'

const cases: readonly WatchedCase[] = [
  { name: 'all is well', at: ['6m', '35m', '75m'] },
  {
    name: 'nothing becomes final any more',
    series: each((pod) => ({ [height(pod, 'finalized')]: growingThen(998, 5, 20) })),
    at: ['17m', '30m'],
    fires: notFinal,
  },
  {
    name: 'nothing becomes final for two minutes',
    series: each((pod) => ({ [height(pod, 'finalized')]: `998+5x19 1093x4 1118+5x130` })),
    at: ['11m', '12m', '14m'],
  },
  {
    name: 'the chain stops',
    series: each((pod) => ({
      [height(pod, 'best')]: growingThen(1000, 5, 20),
      [height(pod, 'finalized')]: growingThen(998, 5, 20),
      [height(pod, 'sync_target')]: growingThen(1000, 5, 20),
    })),
    at: ['17m', '30m'],
    fires: stopped,
  },
  {
    name: 'all nodes of the cluster catch up',
    series: each((pod) => ({
      [height(pod, 'best')]: growing(1000, 200),
      [height(pod, 'finalized')]: growing(512, 200),
      [height(pod, 'sync_target')]: growing(1040, 200),
    })),
    at: ['6m', '30m'],
  },
  {
    name: 'a node is behind the others',
    series: { [height(validator, 'best')]: growing(940, 5), [height(validator, 'sync_target')]: growing(940, 5) },
    at: ['10m'],
    fires: behind,
  },
  {
    name: 'a node is behind what its peers have, as the only one of its cluster',
    series: {
      ...each((pod) => ({ [height(pod, 'best')]: undefined, [height(pod, 'sync_target')]: undefined })),
      [height(validator, 'best')]: growing(1000, 1),
      [height(validator, 'sync_target')]: growing(1000, 10),
    },
    at: ['15m'],
    fires: behind,
  },
  {
    name: 'a node is a little behind the others',
    series: { [height(validator, 'best')]: growing(960, 5) },
    at: ['10m', '30m'],
  },
  {
    name: 'a node has no peer',
    series: { [peers(validator)]: turning(6, 10, 0) },
    at: ['8m'],
    fires: [
      {
        alert: 'LedgerNodeAlone',
        labels: { ...labels, chain: 'foodtrace' },
        summary: 'foodtrace: foodtrace-farmer/validator1-0 has no peer',
      },
    ],
  },
  {
    name: 'a node loses most of its peers',
    series: { [peers(validator)]: turning(6, 10, 2) },
    at: ['16m'],
    fires: [
      {
        alert: 'LedgerPeersLost',
        labels: { ...labels, chain: 'foodtrace' },
        summary: 'foodtrace: foodtrace-farmer/validator1-0 has 2 peers, less than half of what it had within a day',
      },
    ],
  },
  { name: 'a node loses some of its peers', series: { [peers(validator)]: turning(6, 10, 3) }, at: ['30m'] },
  {
    name: 'a pod is gone',
    series: {
      [`up{${validator}}`]: thenGone(1, 10),
      [height(validator, 'best')]: thenGone(1000, 10),
      [height(validator, 'finalized')]: thenGone(998, 10),
      [height(validator, 'sync_target')]: thenGone(1000, 10),
      [peers(validator)]: thenGone(6, 10),
    },
    at: ['12m', '30m'],
    fires: down,
  },
  {
    name: 'a node starts again',
    series: {
      [`up{${rpc}}`]: away(1, 20, 4),
      [height(rpc, 'best')]: '1000+5x19 stale _x3 1115+5x130',
      [peers(rpc)]: '6x19 stale _x3 1 3 6x130',
    },
    at: ['10m', '11m', '12m', '13m', '15m'],
  },
  {
    name: 'a volume is nearly full',
    series: { [used]: steady(81), [capacity]: steady(100) },
    at: ['20m'],
    fires: [
      {
        alert: 'LedgerVolumeFull',
        labels: { namespace: 'foodtrace-farmer', persistentvolumeclaim: 'rpc1' },
        summary: 'foodtrace: volume foodtrace-farmer/rpc1 is more than 80% full',
      },
    ],
  },
]

export const substrate: WatchedCluster = {
  golden: 'substrate',
  cluster: 'eu',
  healthy: {
    ...Object.assign({}, ...pods.map(node)),
    'up{namespace="foodtrace-ambassador",pod="ambassador-a"}': steady(1),
    'up{namespace="foodtrace-ambassador",pod="ambassador-b"}': steady(1),
  },
  cases,
}

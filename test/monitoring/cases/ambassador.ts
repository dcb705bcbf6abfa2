import { growing, steady, thenGone, turning, type WatchedCase } from './watched.ts'

/** Of an Ambassador with three pods, at a cluster `eu` of the network `trade`. */
const of = 'namespace="trade-ambassador"'
const pods = ['a', 'b', 'c'].map((name) => `${of},pod="ambassador-${name}"`)
const route = (pod: string | undefined): string => `${pod},envoy_cluster_name="v1_trade_north_30303"`

const each = (metric: string, values: string): Record<string, string> =>
  Object.fromEntries(pods.map((pod) => [`${metric}{${pod}}`, values]))

/** Connections a half minute, and how many of them fail. */
const connections = (all: number, failing: number): Record<string, string> =>
  Object.fromEntries(
    pods.flatMap((pod) => [
      [`envoy_cluster_upstream_cx_total{${route(pod)}}`, growing(20, all)],
      [`envoy_cluster_upstream_cx_connect_fail{${route(pod)}}`, growing(3, failing)],
    ]),
  )

const days = 'envoy_server_days_until_first_cert_expiring'

export const ambassadorHealthy = {
  ...each('up', steady(1)),
  ...each(days, steady(60)),
  ...connections(1, 0),
}

export const ambassadorCases: readonly WatchedCase[] = [
  {
    name: 'the Ambassador is gone',
    series: each('up', thenGone(1, 10)),
    at: ['9m'],
    fires: [
      {
        alert: 'AmbassadorDown',
        labels: { namespace: 'trade-ambassador' },
        summary: 'trade: the Ambassador of eu is down, or does not answer Prometheus',
      },
    ],
  },
  {
    name: 'the Ambassador does not answer',
    series: each('up', turning(1, 10, 0)),
    at: ['9m'],
    fires: [
      {
        alert: 'AmbassadorDown',
        labels: { namespace: 'trade-ambassador' },
        summary: 'trade: the Ambassador of eu is down, or does not answer Prometheus',
      },
    ],
  },
  {
    name: 'one pod of the Ambassador is away',
    series: { [`up{${pods[0]}}`]: thenGone(1, 10) },
    at: ['20m'],
    fires: [
      {
        alert: 'AmbassadorReduced',
        labels: { namespace: 'trade-ambassador' },
        summary: 'trade: only 2 of 3 pods of the Ambassador of eu answer Prometheus',
      },
    ],
  },
  {
    name: 'one pod of the Ambassador is replaced by another one',
    series: { [`up{${pods[0]}}`]: thenGone(1, 20), [`up{${of},pod="ambassador-d"}`]: `_x22 ${steady(1)}` },
    at: ['11m', '20m', '30m'],
  },
  {
    name: 'no connection to a node succeeds',
    series: connections(1, 1),
    at: ['20m'],
    fires: [
      {
        alert: 'AmbassadorRouteFails',
        labels: { envoy_cluster_name: 'v1_trade_north_30303' },
        summary: 'trade: no connection to v1_trade_north_30303 succeeds in the Ambassador of eu',
      },
    ],
  },
  { name: 'some connections to a node fail', series: connections(4, 3), at: ['20m', '30m'] },
  {
    name: 'a certificate of the Ambassador expires',
    series: each(days, steady(9)),
    at: ['35m'],
  },
  {
    name: 'a certificate of the Ambassador expires, for more than an hour',
    series: each(days, steady(9)),
    at: ['70m'],
    fires: pods.map((_, at) => ({
      alert: 'AmbassadorCertificateExpires',
      labels: { namespace: 'trade-ambassador', pod: `ambassador-${'abc'.charAt(at)}` },
      summary: 'trade: a certificate of the Ambassador of eu expires in 9 days',
    })),
  },
  // As Envoy 1.37 counts them without a certificate.
  { name: 'the Ambassador has no certificate', series: each(days, steady(4294967295)), at: ['20m', '35m'] },
]

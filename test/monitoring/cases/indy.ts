import { away, steady, turning, type WatchedCluster } from './watched.ts'

/** Two of the four validators of the pool, which tolerates the loss of one. */
const validators = ['identity-bank', 'identity-city'] as const
const ready = (namespace: string): string =>
  `kube_statefulset_status_replicas_ready{namespace="${namespace}",statefulset="validator1"}`
const down = (namespace: string) => ({
  alert: 'LedgerNodeDown',
  labels: { namespace, statefulset: 'validator1' },
  summary: `identity: ${namespace}/validator1 is not ready`,
})
const stopped = {
  alert: 'LedgerStandsStill',
  summary: 'identity: more than 1 validator are not ready: the pool orders no transaction',
}
const [bank, city] = validators

export const indy: WatchedCluster = {
  golden: 'indy',
  cluster: 'north',
  healthy: {
    ...Object.fromEntries(validators.map((namespace) => [ready(namespace), steady(1)])),
    'up{namespace="identity-ambassador",pod="ambassador-a"}': steady(1),
    'up{namespace="identity-ambassador",pod="ambassador-b"}': steady(1),
  },
  cases: [
    { name: 'all is well', at: ['1m', '35m', '75m'] },
    {
      name: 'a validator is not ready',
      series: { [ready(bank)]: turning(1, 10, 0) },
      at: ['11m'],
      fires: [down(bank)],
    },
    {
      name: 'two validators are not ready',
      series: { [ready(bank)]: turning(1, 10, 0), [ready(city)]: turning(1, 10, 0) },
      at: ['11m'],
      fires: [stopped, down(bank), down(city)],
    },
    { name: 'a StatefulSet is gone', series: { [ready(city)]: undefined }, at: ['6m'], fires: [down(city)] },
    {
      name: 'kube-state-metrics is not there',
      series: { [ready(bank)]: undefined, [ready(city)]: undefined },
      at: ['6m'],
      fires: [stopped, down(bank), down(city)],
    },
    {
      name: 'validators start again, one after the other',
      series: { [ready(bank)]: '1x20 0x5 1x120', [ready(city)]: '1x28 0x5 1x120' },
      at: ['10m', '12m', '15m', '17m', '20m'],
    },
    {
      name: 'kube-state-metrics starts again',
      series: { [ready(bank)]: away(1, 20, 2), [ready(city)]: away(1, 20, 2) },
      at: ['10m', '10m30s', '11m', '12m'],
    },
  ],
}

import { away, steady, turning, type WatchedCluster } from './watched.ts'

const ready = (node: string): string =>
  `kube_statefulset_status_replicas_ready{namespace="bonds-bank",statefulset="${node}"}`
const down = (statefulset: string) => ({
  alert: 'LedgerNodeDown',
  labels: { namespace: 'bonds-bank', statefulset },
  summary: `bonds: bonds-bank/${statefulset} is not ready`,
})
const waiting = {
  alert: 'LedgerStandsStill',
  labels: { namespace: 'bonds-bank', statefulset: 'notary1' },
  summary: 'bonds: the notary bonds-bank/notary1 is not ready: its states cannot be spent',
}

export const corda: WatchedCluster = {
  golden: 'corda',
  cluster: 'eu',
  healthy: {
    [ready('node1')]: steady(1),
    [ready('notary1')]: steady(1),
    'up{namespace="bonds-ambassador",pod="ambassador-a"}': steady(1),
    'up{namespace="bonds-ambassador",pod="ambassador-b"}': steady(1),
  },
  cases: [
    { name: 'all is well', at: ['1m', '35m', '75m'] },
    {
      name: 'a node is not ready: only itself is lost',
      series: { [ready('node1')]: turning(1, 10, 0) },
      at: ['11m', '20m'],
      fires: [down('node1')],
    },
    {
      name: 'a notary is not ready',
      series: { [ready('notary1')]: turning(1, 10, 0) },
      at: ['16m'],
      fires: [waiting, down('notary1')],
    },
    {
      name: 'a notary starts again, which takes minutes',
      series: { [ready('notary1')]: '1x20 0x9 1x120' },
      at: ['11m', '13m', '15m', '17m'],
    },
    {
      name: 'a StatefulSet is gone',
      series: { [ready('notary1')]: undefined },
      at: ['11m'],
      fires: [waiting, down('notary1')],
    },
    {
      name: 'kube-state-metrics starts again',
      series: { [ready('node1')]: away(1, 20, 2), [ready('notary1')]: away(1, 20, 2) },
      at: ['10m', '10m30s', '11m', '12m'],
    },
  ],
}

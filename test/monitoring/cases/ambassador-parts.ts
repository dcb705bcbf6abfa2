import { fabric } from './fabric.ts'
import { steady, thenGone, turning, type WatchedCluster } from './watched.ts'

const besuPods = ['v3', 'r3'].map((name) => `namespace="ways-acme",pod="${name}-0"`)
const unavailable = 'kube_daemonset_status_number_unavailable{namespace="ways-ambassador",daemonset="ambassador"}'

/** An Ambassador on every machine. */
export const machines: WatchedCluster = {
  golden: 'ambassadors',
  cluster: 'machines',
  healthy: {
    ...Object.fromEntries(besuPods.map((pod) => [`up{${pod}}`, steady(1)])),
    'up{namespace="ways-ambassador",pod="ambassador-a"}': steady(1),
    'up{namespace="ways-ambassador",pod="ambassador-b"}': steady(1),
    [unavailable]: steady(0),
  },
  cases: [
    { name: 'all is well', at: ['5m', '35m'] },
    {
      name: 'the Ambassador is not ready on one machine',
      series: { [unavailable]: turning(0, 10, 1) },
      at: ['20m'],
      fires: [
        {
          alert: 'AmbassadorReduced',
          labels: { namespace: 'ways-ambassador', daemonset: 'ambassador' },
          summary: 'ways: machines without a ready pod of the Ambassador of machines: 1',
        },
      ],
    },
    { name: 'a machine is added', series: { [unavailable]: '0x10 1x10 0x130' }, at: ['9m', '12m', '20m'] },
  ],
}

const routers = ['a', 'b'].map((name) => `up{namespace="tradelane-ambassador",pod="router-${name}"}`)
const labels = { namespace: 'tradelane-ambassador' }

/** One port for all endpoints with their own TLS, behind the Ambassador. */
export const router: WatchedCluster = {
  golden: 'fabric',
  edit: ['{replicas: 3, ports: 15000-15019', '{passthrough: sni, replicas: 3, ports: 15000-15019'],
  cluster: 'eu',
  healthy: { ...fabric.healthy, ...Object.fromEntries(routers.map((pod) => [pod, steady(1)])) },
  cases: [
    { name: 'all is well', at: ['5m', '35m'] },
    {
      name: 'the router is gone',
      series: Object.fromEntries(routers.map((pod) => [pod, thenGone(1, 10)])),
      at: ['9m'],
      fires: [
        { alert: 'RouterDown', labels, summary: 'tradelane: the router of eu is down, or does not answer Prometheus' },
      ],
    },
    {
      name: 'one pod of the router is away',
      series: { [routers[0] ?? '']: thenGone(1, 10) },
      at: ['20m'],
      fires: [
        {
          alert: 'RouterReduced',
          labels,
          summary: 'tradelane: only 1 of 2 pods of the router of eu answer Prometheus',
        },
      ],
    },
  ],
}

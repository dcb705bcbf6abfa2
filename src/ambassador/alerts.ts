import type { Cluster, Network } from '../network/network.ts'
import type { Alert } from '../platforms/monitoring-objects.ts'
import { routerReplicas } from './router.ts'
import type { Route } from './routes.ts'
import { workload } from './workload.ts'

/** Days left of a certificate that cert-manager should have renewed: it begins at a third of 90 days. */
const fewDays = 14

/** What is wrong with the Ambassador of one cluster. `routes` are those of this cluster. */
export function ambassadorAlerts({ name: network }: Network, cluster: Cluster, routes: readonly Route[]): Alert[] {
  const { namespace, cleartext } = cluster.ambassador
  const terminatesTls = routes.some(({ kind }) => kind === 'http') && !cleartext
  return [
    ...(workload(cluster) === 'Deployment'
      ? podAlerts(network, 'Ambassador', cluster, cluster.ambassador.replicas)
      : [downAlert(network, 'Ambassador', cluster), machinesAlert(network, cluster)]),
    ...(routes.some(({ kind }) => kind === 'sni') ? podAlerts(network, 'Router', cluster, routerReplicas) : []),
    {
      name: 'AmbassadorRouteFails',
      expression: routeFails(`namespace="${namespace}"`),
      lasting: '10m',
      severity: 'warning',
      summary: `${network}: no connection to {{ $labels.envoy_cluster_name }} succeeds in the Ambassador of ${cluster.name}`,
    },
    ...(terminatesTls ? [certificateAlert(network, cluster)] : []),
  ]
}

/** What a Deployment of the Ambassador's namespace is: Emissary, or the router behind it. */
type Part = 'Ambassador' | 'Router'

const titles = { Ambassador: 'the Ambassador', Router: 'the router' } as const

/** The pods of a part are called like its Deployment. */
const podsOf = (part: Part, { ambassador }: Cluster): string =>
  `namespace="${ambassador.namespace}",pod=~"${part.toLowerCase()}-.*"`

const podAlerts = (network: string, part: Part, cluster: Cluster, replicas: number): Alert[] => [
  downAlert(network, part, cluster),
  ...(replicas > 1
    ? [
        {
          name: `${part}Reduced`,
          expression: `count(up{${podsOf(part, cluster)}} == 1) < ${replicas}`,
          lasting: '10m',
          severity: 'warning' as const,
          labels: { namespace: cluster.ambassador.namespace },
          summary: `${network}: only {{ $value }} of ${replicas} pods of ${titles[part]} of ${cluster.name} answer Prometheus`,
        },
      ]
    : []),
]

const downAlert = (network: string, part: Part, cluster: Cluster): Alert => ({
  name: `${part}Down`,
  expression: `absent(up{${podsOf(part, cluster)}} == 1)`,
  lasting: '2m',
  severity: 'critical',
  labels: { namespace: cluster.ambassador.namespace },
  summary: `${network}: ${titles[part]} of ${cluster.name} is down, or does not answer Prometheus`,
})

/** https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/daemonset-metrics.md */
const machinesAlert = (network: string, { name, ambassador: { namespace } }: Cluster): Alert => ({
  name: 'AmbassadorReduced',
  expression: `kube_daemonset_status_number_unavailable{namespace="${namespace}",daemonset="ambassador"} > 0`,
  lasting: '10m',
  severity: 'warning',
  summary: `${network}: machines without a ready pod of the Ambassador of ${name}: {{ $value }}`,
})

const certificateAlert = (network: string, cluster: Cluster): Alert => ({
  name: 'AmbassadorCertificateExpires',
  expression: `envoy_server_days_until_first_cert_expiring{${podsOf('Ambassador', cluster)}} < ${fewDays}`,
  lasting: '1h',
  severity: 'warning',
  summary: `${network}: a certificate of the Ambassador of ${cluster.name} expires in {{ $value }} days`,
})

/** Envoy counts a connection that fails among all connections: nothing else than failures in five minutes. */
function routeFails(of: string): string {
  const failed = `envoy_cluster_upstream_cx_connect_fail{${of}}`
  const successes = `envoy_cluster_upstream_cx_total{${of}} - ${failed}`
  const sum = 'sum by (envoy_cluster_name)'
  return `${sum} (increase(${failed}[5m])) > 0 unless ${sum} (increase((${successes})[5m:])) > 0`
}

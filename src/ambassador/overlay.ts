import type { Cluster, Network } from '../network/network.ts'
import type { Overlay } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { hosts, listeners, tcpMappings } from './emissary.ts'
import { http, https } from './reserved-ports.ts'
import type { Route } from './routes.ts'

/** A port of the Ambassador: what clients dial, and where Emissary listens. */
interface OpenPort {
  readonly name: string
  readonly port: number
  readonly targetPort: number
}

/** The Ambassador of one cluster: its base, the ports that are used, and its routes. `routes` are those of this cluster. */
export function ambassadorOverlay(network: Network, cluster: Cluster, routes: readonly Route[]): Overlay {
  const { replicas, cleartext } = cluster.ambassador
  const open = openPorts(routes, cleartext)
  const terminatesTls = routes.some(({ kind }) => kind === 'http') && !cleartext
  return {
    bases: ['ambassador'],
    configMaps: [],
    files: {},
    patches: {
      'deployment.yaml': [deployment(network.name, replicas)],
      'service.yaml': [service(cluster, open)],
      'module.yaml': [{ ...header('getambassador.io/v3alpha1', 'Module'), spec: { ambassador_id: [network.name] } }],
      ...(terminatesTls ? { 'role.yaml': [secretReader()] } : {}),
    },
    objects: {
      'network-policy.yaml': [ingressPolicy(open), egressPolicy(network.name)],
      ...nonEmpty('tcp-mappings.yaml', tcpMappings(network.name, routes)),
      ...nonEmpty('listeners.yaml', listeners(network.name, routes, cleartext)),
      ...nonEmpty('hosts.yaml', hosts(network.name, routes)),
    },
    sealed: {},
    renames: {},
  }
}

const header = (apiVersion: string, kind: string, name = 'ambassador') => ({ apiVersion, kind, metadata: { name } })

const nonEmpty = (file: string, objects: readonly object[]): Record<string, readonly object[]> =>
  objects.length === 0 ? {} : { [file]: objects }

/** Exactly the ports that are used: one that nobody listens on fails the health check of a load balancer. */
function openPorts(routes: readonly Route[], cleartext: boolean): OpenPort[] {
  const tcp = routes
    .filter(({ kind }) => kind === 'tcp')
    .map(({ port }) => ({ name: `tcp-${port}`, port, targetPort: port }))
    .sort((a, b) => a.port - b.port)
  const hasHttp = routes.some(({ kind }) => kind === 'http')
  return [
    ...(hasHttp ? [{ name: 'http', port: http.port, targetPort: http.listener }] : []),
    ...(hasHttp && !cleartext ? [{ name: 'https', port: https.port, targetPort: https.listener }] : []),
    ...tcp,
  ]
}

const deployment = (id: string, replicas: number): object => ({
  ...header('apps/v1', 'Deployment'),
  spec: {
    replicas,
    template: { spec: { containers: [{ name: 'emissary', env: [{ name: 'AMBASSADOR_ID', value: id }] }] } },
  },
})

function service(cluster: Cluster, ports: readonly OpenPort[]): object {
  const provider = providers[cluster.provider]
  const { annotations, loadBalancerClass, externalTrafficPolicy } = provider.service
  const { sourceRanges } = cluster.ambassador
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'ambassador', ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
    spec: {
      externalTrafficPolicy,
      ...(loadBalancerClass === undefined ? {} : { loadBalancerClass }),
      ...(cluster.address === undefined || !provider.fixedAddress ? {} : { loadBalancerIP: cluster.address }),
      ...(sourceRanges.length === 0 ? {} : { loadBalancerSourceRanges: sourceRanges }),
      ports: ports.map((port) => ({ ...port, protocol: 'TCP' })),
    },
  }
}

/** Ending TLS needs the certificate: Secrets of the Ambassador's own namespace, and of no other. */
const secretReader = (): object => ({
  ...header('rbac.authorization.k8s.io/v1', 'Role'),
  rules: [
    { apiGroups: ['getambassador.io'], resources: ['*'], verbs: ['list', 'watch'] },
    { apiGroups: [''], resources: ['secrets'], verbs: ['list', 'watch'] },
  ],
})

const emissaryPods = { matchLabels: { 'app.kubernetes.io/name': 'emissary' } }

/** From anywhere: who may connect is the load balancer's to say, which still sees the client's address. */
const ingressPolicy = (ports: readonly OpenPort[]): object => ({
  ...header('networking.k8s.io/v1', 'NetworkPolicy', 'routes'),
  spec: {
    podSelector: emissaryPods,
    policyTypes: ['Ingress'],
    ingress: [{ ports: ports.map(({ targetPort }) => ({ port: targetPort, protocol: 'TCP' })) }],
  },
})

const egressPolicy = (network: string): object => ({
  ...header('networking.k8s.io/v1', 'NetworkPolicy', 'nodes'),
  spec: {
    podSelector: emissaryPods,
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': network } } }] }],
  },
})

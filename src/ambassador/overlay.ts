import type { Cluster, Network } from '../network/network.ts'
import { podFields } from '../network/placement.ts'
import { placementOfAmbassador } from '../network/placement-of.ts'
import { resourcesField } from '../network/size.ts'
import type { Overlay } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { certificates } from './certificates.ts'
import { type EmissaryObject, objectMaker } from './emissary-object.ts'
import { entrancesOf, poolPorts } from './entrances.ts'
import { recordService } from './external-dns.ts'
import { filters, hosts, httpListeners } from './http.ts'
import { bindVariables, ipv6Mappings, lookupConfig } from './listening.ts'
import { ambassadorMonitoring } from './monitoring.ts'
import { ambassadorPolicies } from './policies.ts'
import { routerConfigMap, routerFiles } from './router.ts'
import type { Route } from './routes.ts'
import { type OpenPort, openPorts, service, tcpPort } from './service.ts'
import { ambassadorSizes } from './sizes.ts'
import { proxyListeners, tcpMappings } from './tcp.ts'
import { workload } from './workload.ts'

/** The Ambassador of one cluster: its base, the ports that are used, and its routes. `routes` are those of this cluster. */
export function ambassadorOverlay(network: Network, cluster: Cluster, routes: readonly Route[]): Overlay {
  const { ambassador } = cluster
  const make = objectMaker(network, ambassador)
  const mappings = tcpMappings(make, cluster, routes)
  const forHttp = ambassador.existing ? [] : httpListeners(make, cluster, routes)
  const listeners = [
    ...forHttp,
    ...(ambassador.proxyProtocol && !ambassador.existing ? proxyListeners(make, mappings) : []),
  ]
  const files = {
    ...nonEmpty('tcp-mappings.yaml', [...mappings, ...ipv6Mappings(make, cluster, mappings, forHttp)]),
    ...nonEmpty('listeners.yaml', listeners),
    ...nonEmpty('hosts.yaml', hosts(make, cluster, routes)),
    ...nonEmpty('certificates.yaml', certificates(network, cluster, routes)),
    ...nonEmpty('storage-class.yaml', storageClasses(cluster)),
  }
  const empty = { bases: [], configMaps: [], files: {}, patches: {}, sealed: {}, renames: {} }
  if (ambassador.existing) return { ...empty, objects: files }
  const open = openPorts(cluster, routes)
  const shares = routes.some(({ kind }) => kind === 'sni')
  return {
    ...empty,
    bases: [
      workload(cluster) === 'DaemonSet' ? 'ambassador-on-machines' : 'ambassador',
      ...(shares ? ['ambassador/router'] : []),
    ],
    ...(shares ? { configMaps: [routerConfigMap], files: routerFiles(routes, cluster.ipFamilies) } : {}),
    patches: patches(cluster, routes, open),
    objects: {
      'network-policy.yaml': ambassadorPolicies(network, cluster, routes, open),
      ...files,
      ...nonEmpty('filters.yaml', filters(make, cluster, routes)),
      ...nonEmpty('machines.yaml', recordService(cluster)),
      ...nonEmpty('monitoring.yaml', ambassadorMonitoring(network, cluster, routes)),
    },
  }
}

function patches(cluster: Cluster, routes: readonly Route[], open: readonly OpenPort[]): Overlay['patches'] {
  const { id, publish, cleartext } = cluster.ambassador
  const terminatesTls = routes.some(({ kind }) => kind === 'http') && !cleartext
  return {
    [`${workload(cluster).toLowerCase()}.yaml`]: [pods(cluster, open)],
    ...nonEmpty('router.yaml', routes.some(({ kind }) => kind === 'sni') ? routerPods(cluster) : []),
    'service.yaml': [service(cluster, open)],
    'module.yaml': [
      {
        ...header('getambassador.io/v3alpha1', 'Module'),
        spec: { ambassador_id: [id], ...moduleConfig(cluster, terminatesTls) },
      },
    ],
    ...(terminatesTls ? { 'role.yaml': [secretReader()] } : {}),
    ...(publish === 'hostPort' ? { 'namespace.yaml': [withHostPorts()] } : {}),
  }
}

const header = (apiVersion: string, kind: string, name = 'ambassador') => ({ apiVersion, kind, metadata: { name } })

const nonEmpty = (file: string, objects: readonly (object | EmissaryObject)[]): Record<string, readonly object[]> =>
  objects.length === 0 ? {} : { [file]: objects }

function pods(cluster: Cluster, open: readonly OpenPort[]): object {
  const { id, version, replicas, publish, size, resources } = cluster.ambassador
  const isDeployment = workload(cluster) === 'Deployment'
  const container = {
    name: 'emissary',
    env: [{ name: 'AMBASSADOR_ID', value: id }, ...bindVariables(cluster.ipFamilies)],
    ...(publish === 'hostPort' ? { ports: hostPorts(cluster, open) } : {}),
    ...resourcesField(ambassadorSizes, size, resources),
  }
  return {
    apiVersion: 'apps/v1',
    kind: workload(cluster),
    metadata: { name: 'ambassador', labels: { 'app.kubernetes.io/version': version } },
    spec: {
      ...(isDeployment ? { replicas } : {}),
      template: {
        spec: { ...placedPod(cluster, isDeployment && replicas > 1 ? 'emissary' : undefined), containers: [container] },
      },
    },
  }
}

function routerPods(cluster: Cluster): object[] {
  const spec = placedPod(cluster, 'router')
  return Object.keys(spec).length === 0
    ? []
    : [{ ...header('apps/v1', 'Deployment', 'router'), spec: { template: { spec } } }]
}

/** Fields of a pod for its placement. `spread` is the name label of pods that share a machine only if that is preferred to fewer pods. */
function placedPod(cluster: Cluster, spread: string | undefined): object {
  const placement = placementOfAmbassador(cluster)
  const isHard = placement.spread === 'required' && spread !== undefined
  return { ...podFields(placement), ...(isHard ? { topologySpreadConstraints: [onMachines(spread)] } : {}) }
}

/**
 * On two machines at least, of those that take pods. Anti-affinity would need one more for every roll-out: here pods are compared with those
 * of their own revision. https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
const onMachines = (name: string): object => ({
  maxSkew: 1,
  minDomains: 2,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'DoNotSchedule',
  nodeTaintsPolicy: 'Honor',
  matchLabelKeys: ['pod-template-hash'],
  labelSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
})

/**
 * The whole pool, whether a node uses a port or not: a change of this list replaces the Ambassador on every machine, and a new node
 * must not. Nothing listens on a port without a route.
 */
function hostPorts({ ambassador }: Cluster, open: readonly OpenPort[]): object[] {
  const pool = poolPorts(ambassador)
  const shared = open.filter(({ port }) => !pool.includes(port))
  return [...shared, ...pool.map(tcpPort)].map(({ name, port, targetPort }) => ({
    name,
    containerPort: targetPort,
    hostPort: port,
  }))
}

function moduleConfig({ ambassador, ipFamilies }: Cluster, terminatesTls: boolean): object {
  const { port, listener } = entrancesOf(ambassador).https
  const config = {
    // Clients send the port unless it is 443. Emissary would then match no Host, and answer 404.
    ...(terminatesTls && port === listener ? { strip_matching_host_port: true } : {}),
    ...(ambassador.bodyLimit === undefined ? {} : { buffer: { max_request_bytes: ambassador.bodyLimit } }),
    ...lookupConfig(ipFamilies),
  }
  return Object.keys(config).length === 0 ? {} : { config }
}

/** Terminating TLS needs the certificate: Secrets of the Ambassador's own namespace, and of no other. */
const secretReader = (): object => ({
  ...header('rbac.authorization.k8s.io/v1', 'Role'),
  rules: [
    { apiGroups: ['getambassador.io'], resources: ['*'], verbs: ['list', 'watch'] },
    { apiGroups: [''], resources: ['secrets'], verbs: ['list', 'watch'] },
  ],
})

/** Only the Pod Security Standard `privileged` allows host ports; violations of the others still appear as warnings. */
const withHostPorts = (): object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'ambassador', labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } },
})

/** Encrypted, made in the zone of the pod, able to grow, and kept when its claim is deleted. */
function storageClasses({ createStorageClass, storageClass, provider }: Cluster): object[] {
  const created = providers[provider].storage.created
  if (!createStorageClass || storageClass === undefined || created === undefined) return []
  return [
    {
      ...header('storage.k8s.io/v1', 'StorageClass', storageClass),
      ...created,
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
      reclaimPolicy: 'Retain',
    },
  ]
}

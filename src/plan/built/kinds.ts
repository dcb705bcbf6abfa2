import { groupOf, type Identity } from '../../cluster/objects.ts'

/** Kinds of Kubernetes that belong to a namespace, by group. */
const namespaced: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '',
    [
      ...['ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'PersistentVolumeClaim', 'Pod', 'PodTemplate'],
      ...['ReplicationController', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount'],
    ],
  ],
  ['apps', ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
  ['autoscaling', ['HorizontalPodAutoscaler']],
  ['batch', ['CronJob', 'Job']],
  ['coordination.k8s.io', ['Lease']],
  ['discovery.k8s.io', ['EndpointSlice']],
  ['events.k8s.io', ['Event']],
  ['networking.k8s.io', ['Ingress', 'NetworkPolicy']],
  ['policy', ['PodDisruptionBudget']],
  ['rbac.authorization.k8s.io', ['Role', 'RoleBinding']],
  ['resource.k8s.io', ['ResourceClaim', 'ResourceClaimTemplate']],
])

/** Kinds of others that belong to a namespace, and of which it is known what they do. */
const familiar: ReadonlyMap<string, readonly string[]> = new Map([
  ['monitoring.coreos.com', ['PodMonitor', 'PrometheusRule', 'ServiceMonitor', 'Probe']],
  ['cert-manager.io', ['Certificate', 'CertificateRequest', 'Issuer']],
  ['external-secrets.io', ['ExternalSecret', 'SecretStore', 'PushSecret']],
  ['autoscaling.k8s.io', ['VerticalPodAutoscaler']],
])

/**
 * What it is to the cluster: `inside` a namespace, `familiar` of others, a `route` of Emissary, something that `delivers` objects
 * from elsewhere, `wide` for the whole cluster, `unknown`.
 */
export type Standing = 'inside' | 'familiar' | 'route' | 'delivers' | 'opens' | 'wide' | 'unknown'

export function standingOf(object: Identity): Standing {
  const group = groupOf(object)
  if (namespaced.get(group)?.includes(object.kind) === true) return 'inside'
  if (familiar.get(group)?.includes(object.kind) === true) return 'familiar'
  if (group === 'getambassador.io') return 'route'
  if (
    /(?:^|\.)toolkit\.fluxcd\.io$|^(?:helm|fleet)\.cattle\.io$|^argoproj\.io$|(?:^|\.)crossplane\.io$|^tekton\.dev$/.test(
      group,
    )
  )
    return 'delivers'
  if (
    /^(?:gateway\.networking|networking\.istio|traefik|projectcontour|configuration\.konghq|k8s\.nginx)\./.test(
      `${group}.`,
    )
  )
    return 'opens'
  // Groups of Kubernetes itself end so, or have no dot.
  if (object.metadata.namespace === undefined || !group.includes('.') || group.endsWith('.k8s.io')) return 'wide'
  return 'unknown'
}

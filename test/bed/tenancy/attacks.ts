import { isJsonObject } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'

/** What the folder of one organization, retailer, may hold after a merge, and what the cluster says to it. */
export interface Attack {
  /** What follows "refuses". */
  readonly what: string
  readonly objects: readonly KubernetesObject[]
  /** In what the API server says. */
  readonly refusal: RegExp
}

const own = 'supplychain-retailer'
const others = 'supplychain-manufacturer'

const object = (
  apiVersion: string,
  kind: string,
  metadata: KubernetesObject['metadata'],
  rest: object = {},
): KubernetesObject => ({ apiVersion, kind, metadata, ...rest })

const image = 'example.test/image:1'

const deployment = (namespace: string, spec: object): KubernetesObject =>
  object(
    'apps/v1',
    'Deployment',
    { name: 'attack', namespace },
    {
      spec: {
        selector: { matchLabels: { app: 'attack' } },
        template: { metadata: { labels: { app: 'attack' } }, spec },
      },
    },
  )

const rbac = 'rbac.authorization.k8s.io/v1'
const administrators = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' }
const subjects = [{ kind: 'ServiceAccount', name: 'default', namespace: own }]
const forbidden = (verb: string, resource: string): RegExp =>
  new RegExp(`User "system:serviceaccount:flux-system:supplychain.retailer" cannot ${verb} resource "${resource}"`)

export const attacks: readonly Attack[] = [
  {
    what: 'a binding to cluster-admin',
    objects: [object(rbac, 'ClusterRoleBinding', { name: 'attack' }, { roleRef: administrators, subjects })],
    refusal: forbidden('patch', 'clusterrolebindings'),
  },
  {
    what: 'a binding to cluster-admin in its own namespace',
    objects: [object(rbac, 'RoleBinding', { name: 'attack', namespace: own }, { roleRef: administrators, subjects })],
    refusal: forbidden('patch', 'rolebindings'),
  },
  {
    what: 'more rights for its own account',
    objects: [
      object(
        rbac,
        'Role',
        { name: 'supplychain.retailer', namespace: own },
        { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
      ),
    ],
    refusal: forbidden('patch', 'roles'),
  },
  {
    what: 'a namespace without Pod Security',
    objects: [object('v1', 'Namespace', { name: own, labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } })],
    refusal: forbidden('patch', 'namespaces'),
  },
  {
    what: 'a pod in the namespace of another organization',
    objects: [deployment(others, { containers: [{ name: 'main', image }] })],
    refusal: forbidden('patch', 'deployments'),
  },
  {
    what: 'a pod that runs as Flux',
    objects: [
      deployment('flux-system', { serviceAccountName: 'kustomize-controller', containers: [{ name: 'main', image }] }),
    ],
    refusal: forbidden('patch', 'deployments'),
  },
  {
    what: 'a policy in the namespace of another organization',
    objects: [
      object(
        'networking.k8s.io/v1',
        'NetworkPolicy',
        { name: 'attack', namespace: others },
        { spec: { podSelector: {}, ingress: [{}] } },
      ),
    ],
    refusal: forbidden('patch', 'networkpolicies'),
  },
  {
    what: 'a route in the namespace of the Ambassador',
    objects: [
      object(
        'getambassador.io/v3alpha1',
        'TCPMapping',
        { name: 'attack', namespace: 'supplychain-ambassador' },
        { spec: { port: 15000, service: 'attack:1' } },
      ),
    ],
    refusal: forbidden('patch', 'tcpmappings'),
  },
  {
    what: 'a Kustomization that runs with the rights of Flux',
    objects: [
      object(
        'kustomize.toolkit.fluxcd.io/v1',
        'Kustomization',
        { name: 'attack', namespace: own },
        {
          spec: {
            interval: '10m',
            path: './',
            prune: true,
            sourceRef: { kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' },
          },
        },
      ),
    ],
    refusal: forbidden('patch', 'kustomizations'),
  },
  {
    what: 'a pod of its own, past every workload',
    objects: [
      object('v1', 'Pod', { name: 'attack', namespace: own }, { spec: { containers: [{ name: 'main', image }] } }),
    ],
    refusal: forbidden('patch', 'pods'),
  },
]

/** A workload whose pods Pod Security refuses: it is made, and none of its pods is. */
export const privileged: KubernetesObject = deployment(own, {
  containers: [{ name: 'main', image, securityContext: { privileged: true } }],
  volumes: [{ name: 'machine', hostPath: { path: '/' } }],
})

/** Whether a cluster has what an attack brings: something of that name with what it says. */
export async function isThere(cluster: Cluster, wanted: KubernetesObject): Promise<boolean> {
  const found = await cluster.get(wanted)
  return found !== undefined && has(found, wanted)
}

const has = (found: unknown, wanted: unknown): boolean =>
  isJsonObject(wanted)
    ? isJsonObject(found) && Object.entries(wanted).every(([field, value]) => has(found[field], value))
    : JSON.stringify(found) === JSON.stringify(wanted)

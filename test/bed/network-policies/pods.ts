import type { Cluster } from '../../../src/network/network.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { KubernetesObject } from '../cluster.ts'
import type { NetworkPart } from './networks.ts'

type Kind =
  | 'node'
  | 'job'
  | 'chaincode'
  | 'emissary'
  | 'router'
  | 'probe'
  | 'application'
  | 'idle'
  | 'prometheus'
  | 'stranger'
  | 'resolver'
  | 'dns'

/** A pod that stands in for one of a network, or for somebody else. */
export interface StandIn {
  readonly kind: Kind
  /** Number of its machine. */
  readonly machine: number
  readonly namespace: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** TCP ports that it listens on. */
  readonly ports: readonly number[]
  /** Absent for pods of no network. */
  readonly part?: NetworkPart
  /** Name of its node, of a Job its component. */
  readonly of: string
  /** Ports that Services know by their names. */
  readonly namedPorts: readonly JsonObject[]
  /** Ports of the machine, and its own that they arrive at. */
  readonly hostPorts: readonly ServedPort[]
}

interface ServedPort {
  /** That clients dial. */
  readonly port: number
  readonly targetPort: number
}

export const imageName = 'example.test/prober:1'

/** A port that nobody is meant to reach: every pod listens there, too. */
const unmeant = 6060
/** CouchDB beside a peer, which the manifest declares no port of. */
const couchdb = 5984
/** Of Emissary itself: https://github.com/emissary-ingress/emissary, python/ambassador/constants.py */
const administration = 8877

const component = (labels: Readonly<Record<string, string>>): string => labels['app.kubernetes.io/component'] ?? ''

/**
 * For each workload of a part a pod with its labels, which listens on its ports. One replica is as good as several, and so is one
 * node of a kind, or one Job, in each namespace.
 */
export function standInsOf(part: NetworkPart, machine: number): readonly StandIn[] {
  const workloads = part.objects.flatMap((object): StandIn[] => {
    if (!['StatefulSet', 'Deployment', 'DaemonSet', 'Job'].includes(object.kind)) return []
    const template = objectAt(object, 'spec', 'template')
    const labels = objectAt(template, 'metadata', 'labels') as Readonly<Record<string, string>> // labels are texts
    const containers = arrayAt(objectAt(template, 'spec'), 'containers').filter(isJsonObject)
    const declared = containers.flatMap((container) => arrayAt(container, 'ports').filter(isJsonObject))
    const kind = kindOf(object.kind, labels)
    const service = kind === 'emissary' ? servedPorts(part) : []
    const numbers = [
      ...(kind === 'emissary' ? [administration] : declared.map(({ containerPort }) => Number(containerPort))),
      ...service.map(({ targetPort }) => targetPort),
      ...(containers.some((container) => textAt(container, 'image').includes('couchdb')) ? [couchdb] : []),
      unmeant,
    ]
    return [
      {
        kind,
        machine,
        namespace: object.metadata.namespace ?? '',
        name: object.metadata.name,
        labels,
        ports: [...new Set(numbers)],
        part,
        of: kind === 'node' ? object.metadata.name : component(labels),
        namedPorts: declared.filter(({ hostPort }) => hostPort === undefined),
        hostPorts: declared.some(({ hostPort }) => hostPort !== undefined) ? service : [],
      },
    ]
  })
  const distinct = new Map(
    workloads.map((one) => [
      [one.namespace, one.kind, component(one.labels), exposedBy(one), one.ports].join(' '),
      one,
    ]),
  )
  return [...distinct.values(), ...othersOf(part, machine)]
}

function kindOf(workload: string, labels: Readonly<Record<string, string>>): Kind {
  if (workload === 'Job') return 'job'
  if (component(labels) === 'chaincode') return 'chaincode'
  if (component(labels) === 'ambassador') return 'emissary'
  return component(labels) === 'router' ? 'router' : 'node'
}

/** Of the Ambassador's Service. */
export function servedPorts({ objects }: NetworkPart): readonly ServedPort[] {
  const service = objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === 'ambassador')
  const ports = arrayAt(objectAt(service ?? {}, 'spec'), 'ports').filter(isJsonObject)
  return ports.map(({ port, targetPort }) => ({ port: Number(port), targetPort: Number(targetPort) }))
}

export function clusterOf({ checked, cluster }: NetworkPart): Cluster {
  const found = checked.network.clusters.find(({ name }) => name === cluster)
  if (found === undefined) throw new Error(`${checked.network.name} has no cluster ${cluster}`)
  return found
}

const exposedBy = ({ part, namespace, name }: StandIn): string =>
  part?.checked.network.nodes
    .find(
      (node) => node.name === name && node.organization.namespace === namespace && node.cluster.name === part.cluster,
    )
    ?.expose.join() ?? ''

/** In namespaces of a part, a pod that Chancery did not make; beside nodes of one organization, one like that of `verify --probe`. */
function othersOf(part: NetworkPart, machine: number): readonly StandIn[] {
  const { namespace: ambassador, existing } = clusterOf(part).ambassador
  const one = (kind: Kind, namespace: string, labels: StandIn['labels']): StandIn => {
    return {
      kind,
      machine,
      namespace,
      name: kind,
      labels,
      ports: [unmeant],
      part,
      of: '',
      namedPorts: [],
      hostPorts: [],
    }
  }
  return [
    one(existing ? 'emissary' : 'idle', ambassador, { app: 'other' }),
    ...[...part.probes]
      .slice(0, 1)
      .flatMap(([namespace, { labels }]) => [
        one('application', namespace, { app: 'shop' }),
        one('probe', namespace, { 'app.kubernetes.io/component': 'probe', ...labels }),
      ]),
  ]
}

/** Pods of no network, in namespaces without policies. */
export function strangers(machine: number): readonly StandIn[] {
  const one = (kind: Kind, namespace: string, labels: StandIn['labels'], ports: readonly number[]): StandIn => {
    return { kind, machine, namespace, name: kind, labels, ports, of: '', namedPorts: [], hostPorts: [] }
  }
  return [
    one('prometheus', 'monitoring', { 'app.kubernetes.io/name': 'prometheus' }, [9090]),
    one('stranger', 'strangers', { 'app.kubernetes.io/name': 'besu', 'app.kubernetes.io/component': 'vote' }, [
      unmeant,
    ]),
    // Has the label of the cluster's DNS, in another namespace.
    one('resolver', 'strangers', { 'k8s-app': 'kube-dns' }, [53]),
  ]
}

export function podObject({ namespace, name, labels, ports, namedPorts, hostPorts }: StandIn): KubernetesObject {
  const container: JsonObject = {
    name: 'prober',
    image: imageName,
    args: ['serve', ...ports.map(String)],
    ports: [...namedPorts, ...hostPorts.map(({ port, targetPort }) => ({ containerPort: targetPort, hostPort: port }))],
    securityContext: {
      runAsNonRoot: true,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
  }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 0,
      containers: [container],
    },
  }
}

import { arrayAt, isJsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { clusterOf, type NetworkPart, servedPorts } from './networks.ts'
import { type Kind, otherPod, type StandIn } from './stand-in.ts'

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

const exposedBy = ({ part, namespace, name }: StandIn): string =>
  part?.checked.network.nodes
    .find(
      (node) => node.name === name && node.organization.namespace === namespace && node.cluster.name === part.cluster,
    )
    ?.expose.join() ?? ''

/** Of https://github.com/cert-manager/cert-manager v1.21.2, pkg/issuer/acme/http/pod.go and http.go */
const solverLabels = { 'acme.cert-manager.io/http01-solver': 'true' }
const solverPort = 8089

/**
 * In namespaces of a part, a pod that Chancery did not make: beside an Ambassador the one with which cert-manager would answer HTTP-01,
 * beside nodes of one organization one like that of `verify --probe`.
 */
function othersOf(part: NetworkPart, machine: number): readonly StandIn[] {
  const { namespace: ambassador, existing } = clusterOf(part).ambassador
  const one = (kind: Kind, namespace: string, labels: StandIn['labels']): StandIn =>
    otherPod(kind, { machine, namespace, labels, ports: kind === 'solver' ? [solverPort, unmeant] : [unmeant], part })
  return [
    existing ? one('emissary', ambassador, { app: 'other' }) : one('solver', ambassador, solverLabels),
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
  const one = (kind: Kind, namespace: string, labels: StandIn['labels'], ports: readonly number[]): StandIn =>
    otherPod(kind, { machine, namespace, labels, ports })
  return [
    one('prometheus', 'monitoring', { 'app.kubernetes.io/name': 'prometheus' }, [9090]),
    one('stranger', 'strangers', { 'app.kubernetes.io/name': 'besu', 'app.kubernetes.io/component': 'vote' }, [
      unmeant,
    ]),
    // Has the label of the cluster's DNS, in another namespace.
    one('resolver', 'strangers', { 'k8s-app': 'kube-dns' }, [53]),
  ]
}

/** The DNS of the bed, which runs already. */
export const dnsPod = (machine: number): StandIn => ({
  ...otherPod('dns', { machine, namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: [53] }),
  name: 'coredns',
})

import { equal } from '../../cluster/difference/equal.ts'
import { at, groupOf, isRecord, type KubernetesObject, keyOf, listAt } from '../../cluster/objects.ts'
import { listed, several } from '../../words.ts'
import { type BuiltPart, type Issue, placedIn, subjectOf } from './issue.ts'
import { selects } from './selectors.ts'
import { type Fields, type Workload, workloadsIn } from './workloads.ts'

/** Services of a namespace that open a way in, or target other pods than without overrides. */
export function serviceIssues(parts: readonly BuiltPart[]): Issue[] {
  const rendered = new Map(placedIn(parts, 'rendered').map(({ object }) => [keyOf(object), object]))
  const [now, plain] = [workloadsIn(parts, 'objects'), workloadsIn(parts, 'rendered')]
  const labels = new Map(plain.map((workload) => [idOf(workload), workload.labels]))
  const relabelled = now.filter((workload) => !equal(labels.get(idOf(workload)), workload.labels))
  return placedIn(parts, 'objects')
    .filter(({ object }) => object.kind === 'Service' && groupOf(object) === '')
    .flatMap(({ part, object }): Issue[] => {
      const own = rendered.get(keyOf(object))
      if (own === undefined) return [...openings(part, object, undefined), ...aliases(part, object)]
      const isChanged = !equal(own.spec, object.spec) || !equal(annotationsOf(own), annotationsOf(object))
      return [
        ...(isChanged ? moves(part, object, own, now, plain) : joins(part, object, relabelled, plain)),
        ...(isChanged ? [...openings(part, object, own), ...turns(part, object, own)] : []),
      ]
    })
}

/** Other pods that a Service targets, by another selector. */
function moves(
  part: BuiltPart,
  object: KubernetesObject,
  own: KubernetesObject,
  now: readonly Workload[],
  plain: readonly Workload[],
): Issue[] {
  const [before, after] = [servedBy(own, plain).map(idOf), servedBy(object, now).map(idOf)]
  if (equal(before, after) && (after.length > 0 || equal(own.spec, object.spec))) return []
  const text = `targets ${several(after) || 'no pod that is known'} instead of ${several(before) || 'none'}`
  return [redirected(part, object, text)]
}

/** Pods that get into a Service by their labels, while it is as it is rendered. */
function joins(
  part: BuiltPart,
  object: KubernetesObject,
  relabelled: readonly Workload[],
  plain: readonly Workload[],
): Issue[] {
  const ids = new Set(relabelled.map(idOf))
  const before = new Set(
    servedBy(
      object,
      plain.filter((workload) => ids.has(idOf(workload))),
    ).map(idOf),
  )
  const joining = servedBy(object, relabelled).filter((workload) => !before.has(idOf(workload)))
  const [first] = joining
  if (first === undefined) return []
  return [redirected({ ...part, file: first.part.file }, object, `targets ${several(joining.map(idOf))} too`)]
}

const idOf = ({ part, id }: Workload): string => `${part.part}:${id}`

/** Pods that a Service targets; one without selector targets none by itself. */
function servedBy(service: KubernetesObject, workloads: readonly Workload[]): Workload[] {
  const selector = at(service, 'spec', 'selector')
  if (!isRecord(selector) || Object.keys(selector).length === 0) return []
  return workloads.filter(({ labels }) => selects({ matchLabels: selector }, labels))
}

/** What makes it reachable from outside. */
function openings(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  const [before, after] = [specOf(own), specOf(object)]
  const isOpen = ['LoadBalancer', 'NodePort'].includes(String(after.type))
  const wasOpen = isOpen && before.type === after.type
  const differing = ['loadBalancerSourceRanges', 'loadBalancerClass', 'ports'].filter(
    (field) => !equal(before[field], after[field]),
  )
  const annotations =
    wasOpen && own !== undefined ? changedFields(annotationsOf(own), annotationsOf(object)).filter(isOfProvider) : []
  const texts = [
    ...(isOpen && !wasOpen ? [`is of type ${after.type}`] : []),
    ...(listAt(after, 'externalIPs').length > 0 && !equal(before.externalIPs, after.externalIPs)
      ? ['takes addresses of others (externalIPs)']
      : []),
    ...(wasOpen ? differing.map((field) => `has another ${field} than what is rendered`) : []),
    ...(annotations.length > 0 ? [`tells the load balancer something else (${listed(annotations)})`] : []),
  ]
  return texts.map((text) => opened(part, object, text))
}

/** What makes those who dial it reach something else. */
function turns(part: BuiltPart, object: KubernetesObject, own: KubernetesObject): Issue[] {
  const [before, after] = [specOf(own), specOf(object)]
  const isOpen = ['LoadBalancer', 'NodePort'].includes(String(after.type))
  const fields = ['externalName', ...(isOpen ? [] : ['ports', 'type'])].filter(
    (field) => !equal(before[field], after[field]),
  )
  const isCut = before.selector !== undefined && after.selector === undefined
  return [...fields, ...(isCut ? ['selector'] : [])].map((field) =>
    redirected(part, object, `has another ${field} than what is rendered`),
  )
}

const aliases = (part: BuiltPart, object: KubernetesObject): Issue[] => {
  const name = at(object, 'spec', 'externalName')
  return name === undefined ? [] : [redirected(part, object, `targets ${String(name)}`)]
}

const specOf = (object: KubernetesObject | undefined): Fields => {
  const spec = at(object, 'spec')
  return isRecord(spec) ? spec : {}
}

const annotationsOf = ({ metadata: { annotations = {} } }: KubernetesObject): Fields => annotations

/** Annotations that clouds, load balancers and external-dns act on. */
const isOfProvider = (name: string): boolean =>
  /(?:kubernetes|x-k8s|k8s)\.io\/|load-?balancer|aws|azure|gke|google|oci\.|metallb|cilium|purelb|kube-vip/i.test(name)

/** An object without its metadata. */
export const contentOf = (object: KubernetesObject | undefined): unknown => {
  if (object === undefined) return undefined
  const { metadata: _, ...fields } = object
  return fields
}

/** Fields that differ, those of TLS by their path. */
export function changedFields(before: unknown, after: unknown): string[] {
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    if (equal(old[field], now[field])) return []
    const inner = field === 'tls' ? changedFields(old[field], now[field]).map((name) => `${field}.${name}`) : []
    return inner.length > 0 ? inner : [field]
  })
}

export const opened = (part: BuiltPart, object: KubernetesObject, text: string): Issue => ({
  id: 'exposed-otherwise',
  severity: 'danger',
  subject: subjectOf({ part, object }),
  text,
  hint: 'use expose of the definition: its rules, authentication and source ranges count there only',
  file: part.file,
  detail: [object.spec, annotationsOf(object)],
})

export const redirected = (part: BuiltPart, object: KubernetesObject, text: string): Issue => ({
  id: 'service-redirected',
  severity: 'danger',
  subject: subjectOf({ part, object }),
  text,
  hint: 'leave the Services of nodes as they are rendered: who dials a node would reach something else',
  file: part.file,
  detail: contentOf(object),
})

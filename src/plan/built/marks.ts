import { equal } from '../../cluster/difference/equal.ts'
import { at, isRecord, type KubernetesObject, keyOf, listAt } from '../../cluster/objects.ts'
import { listed } from '../../words.ts'
import { type BuiltPart, type Issue, renderedIn, subjectOf } from './issue.ts'
import { type Fields, workloadsOf } from './workloads.ts'

/** Metadata that a controller acts on: how Flux applies an object, what it is deleted with, which identity of a cloud it has. */
export function markIssues(part: BuiltPart): Issue[] {
  const rendered = renderedIn(part)
  return part.objects.flatMap((object) => {
    const own = rendered.get(keyOf(object))
    return [
      ...delivery(part, object, own),
      ...owners(part, object, own),
      ...identity(part, object, own),
      ...pods(part, object, own),
    ]
  })
}

const annotationsOf = (object: KubernetesObject | undefined): Fields => object?.metadata.annotations ?? {}

/** Names of annotations that differ. */
const differing = (before: Fields, after: Fields, names: RegExp): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => names.test(name) && before[name] !== after[name])
    .sort()

const forDelivery =
  /^(?:kustomize\.toolkit\.fluxcd\.io|argocd\.argoproj\.io|helm\.sh|config\.kubernetes\.io|kapp\.k14s\.io)\//

function delivery(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  const names = differing(annotationsOf(own), annotationsOf(object), forDelivery)
  if (names.length === 0) return []
  return [
    {
      id: 'delivery-object',
      severity: 'danger',
      subject: subjectOf({ part, object }),
      text: `tells the controller that applies it something else (${listed(names)})`,
      hint: 'leave these annotations as they are rendered: later changes may not reach the cluster, or data may be deleted',
      file: part.file,
      detail: names.map((name) => [name, annotationsOf(object)[name]]),
    },
  ]
}

/** What belongs to an object that does not exist is deleted by Kubernetes at once. */
function owners(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  const references = listAt(object, 'metadata', 'ownerReferences')
  if (references.length === 0 || equal(references, listAt(own, 'metadata', 'ownerReferences'))) return []
  return [
    {
      id: 'rendered-object-removed',
      severity: 'danger',
      subject: subjectOf({ part, object }),
      text: 'belongs to another object, and is deleted with it (ownerReferences)',
      hint: 'remove ownerReferences: what is in Git goes when it leaves Git',
      file: part.file,
      detail: references,
    },
  ]
}

const ofCloud = /^(?:eks\.amazonaws\.com|iam\.gke\.io|azure\.workload\.identity)\//

/** A ServiceAccount that acts as somebody in a cloud. */
function identity(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  const names = differing(annotationsOf(own), annotationsOf(object), ofCloud)
  if (object.kind !== 'ServiceAccount' || names.length === 0) return []
  return [
    {
      id: 'rights-granted',
      severity: 'danger',
      subject: subjectOf({ part, object }),
      text: `acts in a cloud as ${listed(names.map((name) => String(annotationsOf(object)[name] ?? 'nobody')))}`,
      hint: 'be sure what that identity may do: every pod of this ServiceAccount may do it',
      file: part.file,
    },
  ]
}

/** Annotations of pods by which others add containers, networks or rights to them. */
const ofPods =
  /apparmor|seccomp|istio\.io|linkerd\.io|vault\.hashicorp\.com|cni\.cncf\.io|cilium\.io|projectcalico|iam\.amazonaws/

function pods(part: BuiltPart, object: KubernetesObject, own: KubernetesObject | undefined): Issue[] {
  if (workloadsOf({ part, object }).length === 0) return []
  const names = differing(templateOf(own), templateOf(object), ofPods)
  if (names.length === 0) return []
  return [
    {
      id: 'container-changed',
      severity: 'danger',
      subject: subjectOf({ part, object }),
      text: `its pods have annotations that others act on (${listed(names)})`,
      hint: 'be sure what they add to the pod: containers beside the node, networks that no policy is for',
      file: part.file,
      detail: names.map((name) => [name, templateOf(object)[name]]),
    },
  ]
}

const templateOf = (object: KubernetesObject | undefined): Fields => {
  const template = at(object, 'spec', 'jobTemplate', 'spec', 'template') ?? at(object, 'spec', 'template') ?? object
  const annotations = at(template, 'metadata', 'annotations')
  return isRecord(annotations) ? annotations : {}
}

import { equal } from '../../cluster/difference/equal.ts'
import { at, isRecord, type KubernetesObject, keyOf, nameOf } from '../../cluster/objects.ts'
import type { Finding } from '../../network/finding.ts'
import type { BuiltPart } from '../../plan/built/index.ts'
import type { FileTree } from '../../render/tree.ts'
import { ciphertextHint, hasCiphertext } from './ciphertext.ts'
import { originIn } from './origin.ts'
import { type ObjectProblem, otherPods, plainSecret, podOfAnother } from './problems.ts'
import { unusedEntries } from './unused-entries.ts'
import { smallerVolumes } from './volumes.ts'

/** Certain errors in the result of overrides, independent of the base, at the place in the override. */
export const builtOverrideFindings = (parts: readonly BuiltPart[], overrides: FileTree): Finding[] =>
  parts
    .filter(({ objects, rendered }) => objects !== rendered)
    .flatMap((part) => {
      const rendered = new Map(part.rendered.map((object) => [keyOf(object), object]))
      const changed = part.objects.filter((object) => !equal(rendered.get(keyOf(object)), object))
      const findings = changed.flatMap((object): Finding[] => {
        const own = rendered.get(keyOf(object))
        const problems = [
          ...secret(object, own),
          ...elsewhere(part, object),
          ...replicas(part, object),
          ...(own === undefined ? [] : [...smallerVolumes(object, own), ...loadBalancers(object, own)]),
        ]
        if (problems.length === 0) return []
        const { kind, metadata } = object
        const place = originIn(overrides, part.file, { kind, name: metadata.name })
        return problems.map((problem) => ({ ...problem, severity: 'error', place }))
      })
      return [...findings, ...unusedEntries(part, overrides)]
    })

/** Secrets that come from no material file: in plain text, or with a ciphertext from elsewhere. */
function secret(object: KubernetesObject, own: KubernetesObject | undefined): ObjectProblem[] {
  const isOwn = own !== undefined && contents.every((field) => equal(own[field], object[field]))
  if (isOwn && !hasCiphertextIn({ ...object, ...withoutContents })) return []
  if (object.sops !== undefined || hasCiphertextIn(object))
    return [
      {
        rule: 'override-ciphertext',
        message: `${nameOf(object)} has a SOPS ciphertext that is not rendered`,
        hint: ciphertextHint,
      },
    ]
  const isFilled = [object.data, object.stringData].some((data) => isRecord(data) && Object.keys(data).length > 0)
  if (object.kind !== 'Secret' || isOwn || !isFilled) return []
  return [plainSecret(`${nameOf(object)} is a Secret in plain text in the repository`)]
}

/** The sealed content of an object. */
const contents = ['data', 'stringData', 'sops']
const withoutContents = { data: undefined, stringData: undefined, sops: undefined }

const hasCiphertextIn = (value: unknown): boolean => {
  if (typeof value === 'string') return hasCiphertext(value)
  if (Array.isArray(value)) return value.some(hasCiphertextIn)
  return isRecord(value) && Object.values(value).some(hasCiphertextIn)
}

/** kustomize sets the namespace of namespaced objects: an object with another namespace bypassed it. */
function elsewhere(part: BuiltPart, object: KubernetesObject): ObjectProblem[] {
  const { namespace } = object.metadata
  // The root of tenancy belongs to the cluster, and has the namespaces of all organizations.
  if (namespace === undefined || part.namespace === '' || namespace === part.namespace) return []
  return [
    {
      rule: 'override-namespace',
      message: `${nameOf(object)} is in namespace ${namespace}, and ${part.part} in ${part.cluster} has namespace ${part.namespace}`,
      hint: 'remove its namespace, or move the object to the override of its part',
    },
  ]
}

function replicas(part: BuiltPart, object: KubernetesObject): ObjectProblem[] {
  const node = part.rendered.find(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === nodeOf(object))
  if (
    node === undefined ||
    (at(object, 'spec', 'replicas') === at(node, 'spec', 'replicas') && object.kind === 'StatefulSet')
  )
    return []
  const count = object.kind === 'StatefulSet' ? at(object, 'spec', 'replicas') : 'a changing number of'
  const problem = at(node, 'spec', 'replicas') === 0 ? podOfAnother : otherPods
  return [problem(nameOf(object), node.metadata.name, String(count))]
}

/** The StatefulSet of an object: itself, or the one that it scales. */
function nodeOf(object: KubernetesObject): unknown {
  if (object.kind === 'StatefulSet') return object.metadata.name
  const target = at(object, 'spec', 'scaleTargetRef')
  return isRecord(target) && (target.kind === 'StatefulSet' || target.kind === undefined) ? target.name : undefined
}

/** The class of a load balancer cannot change in Kubernetes. */
function loadBalancers(object: KubernetesObject, own: KubernetesObject): ObjectProblem[] {
  const [now, rendered] = [object, own].map((service) => at(service, 'spec', 'loadBalancerClass'))
  if (object.kind !== 'Service' || now === rendered) return []
  return [
    {
      rule: 'override-load-balancer',
      message: `${nameOf(object)} has the loadBalancerClass ${String(now ?? 'of the cluster')} instead of ${String(rendered ?? 'that of the cluster')}`,
      hint: 'set loadBalancerClass of the Ambassador in the definition: Chancery checks it there, and it can never change',
    },
  ]
}

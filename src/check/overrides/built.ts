import { equal } from '../../cluster/difference/equal.ts'
import { at, isRecord, type KubernetesObject, keyOf, nameOf } from '../../cluster/objects.ts'
import type { Finding } from '../../network/finding.ts'
import type { BuiltPart } from '../../plan/built/index.ts'
import type { FileTree } from '../../render/tree.ts'
import { ciphertextHint, hasCiphertext } from './ciphertext.ts'
import { originIn } from './origin.ts'
import { type ObjectProblem, otherPods, plainSecret } from './problems.ts'
import { unusedEntries } from './unused-entries.ts'
import { smallerVolumes } from './volumes.ts'

/** What is certainly wrong with what overrides build, whatever was there before: where the override says it. */
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

/** Secrets that no file of material brings: written in plain text, or with a ciphertext from elsewhere. */
function secret(object: KubernetesObject, own: KubernetesObject | undefined): ObjectProblem[] {
  const isOwn = own !== undefined && contents.every((field) => equal(own[field], object[field]))
  if (isOwn && !hasCiphertextIn({ ...object, ...withoutContents })) return []
  if (object.sops !== undefined || hasCiphertextIn(object))
    return [
      {
        rule: 'override-ciphertext',
        message: `${nameOf(object)} has something that SOPS encrypted, and that is not rendered`,
        hint: ciphertextHint,
      },
    ]
  const isFilled = [object.data, object.stringData].some((data) => isRecord(data) && Object.keys(data).length > 0)
  if (object.kind !== 'Secret' || isOwn || !isFilled) return []
  return [plainSecret(`${nameOf(object)} is a Secret that is in plain text in the repository`)]
}

/** What is sealed, and how. */
const contents = ['data', 'stringData', 'sops']
const withoutContents = { data: undefined, stringData: undefined, sops: undefined }

const hasCiphertextIn = (value: unknown): boolean => {
  if (typeof value === 'string') return hasCiphertext(value)
  if (Array.isArray(value)) return value.some(hasCiphertextIn)
  return isRecord(value) && Object.values(value).some(hasCiphertextIn)
}

/** kustomize sets the namespace of what it takes for an object of one: what got another came around it. */
function elsewhere(part: BuiltPart, object: KubernetesObject): ObjectProblem[] {
  const { namespace } = object.metadata
  // That of tenancy is the cluster's own, and has those of all organizations.
  if (namespace === undefined || part.namespace === '' || namespace === part.namespace) return []
  return [
    {
      rule: 'override-namespace',
      message: `${nameOf(object)} is in the namespace ${namespace}: ${part.part} in ${part.cluster} has ${part.namespace}`,
      hint: 'leave the namespace to the root, or put the object into the override of the part that it is for',
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
  return [otherPods(nameOf(object), node.metadata.name, String(count))]
}

/** The StatefulSet that an object is, or that it scales. */
function nodeOf(object: KubernetesObject): unknown {
  if (object.kind === 'StatefulSet') return object.metadata.name
  const target = at(object, 'spec', 'scaleTargetRef')
  return isRecord(target) && (target.kind === 'StatefulSet' || target.kind === undefined) ? target.name : undefined
}

/** Kubernetes keeps the class that a load balancer was made with. */
function loadBalancers(object: KubernetesObject, own: KubernetesObject): ObjectProblem[] {
  const [now, rendered] = [object, own].map((service) => at(service, 'spec', 'loadBalancerClass'))
  if (object.kind !== 'Service' || now === rendered) return []
  return [
    {
      rule: 'override-load-balancer',
      message: `${nameOf(object)} has the loadBalancerClass ${String(now ?? 'of the cluster')} instead of ${String(rendered ?? 'that of the cluster')}`,
      hint: 'write loadBalancerClass of the Ambassador in the definition: it is checked there, and can never change',
    },
  ]
}

import type { KubernetesObject } from '../objects.ts'

/** The messages of servers about immutable fields, older releases and custom resources included. */
const phrases: readonly RegExp[] = [
  /field is immutable(?: when `immutable` is set)?/,
  /(?:\S+ )?(?:is|are) immutable(?: after creation[^\n]*)?/,
  /may not change once set/,
  /may not be changed/,
  // Of a Service that has another first family: its address stays.
  /expected an IPv[46] value as indicated by `ipFamilies\[\d\]`/,
  /cannot change roleRef/,
  /updates to statefulset spec for fields other than [^\n]*/,
  /updates to \w+ are forbidden/,
  /pod updates may not change fields other than [^\n]*/,
  /field can ?not be less than (?:status\.capacity|previous value)/,
  /only dynamically provisioned pvc can be resized [^\n]*/,
  /failed rule: self == oldSelf/,
]

/** The matching phrase; undefined without one. */
export function immutablePhrase(text: string): string | undefined {
  return phrases.map((phrase) => phrase.exec(text)?.[0]).find((found) => found !== undefined)
}

interface Change {
  readonly object: KubernetesObject
  readonly fields: readonly string[]
  /** What the server said. */
  readonly text: string
}

/** What a person can do without losing data. Chancery never deletes an object to recreate it. */
export const immutableHint = (change: Change): string => (hints[change.object.kind] ?? inGeneral)(change)

const hints: Readonly<Record<string, (change: Change) => string>> = {
  StatefulSet: (change) =>
    `delete the StatefulSet alone and apply again: \`${deletion(change)} --cascade=orphan\` leaves its pod running${takeover(change)}`,
  PersistentVolumeClaim: ({ text }) => {
    if (text.includes('less than'))
      return 'a claim can grow but never shrink: restore the former size; for less space, add a node with a smaller claim, and remove this node once the new one has caught up'
    if (text.includes('resized'))
      return 'restore the former size, or set allowVolumeExpansion in the storage class; otherwise back up the data, and replace this node by one with a larger claim'
    return 'restore the former value: recreating a claim loses its data; only its size can grow, where the storage class allows that. Otherwise back up the data, and replace this node'
  },
  Job: (change) => `a Job cannot change: \`${deletion(change)}\` and apply again; keep its logs first if you need them`,
  Service: (change) =>
    `restore the former value, or \`${deletion(change)}\` and apply again: its addresses change, those of a load balancer too`,
  Deployment: (change) => `\`${deletion(change)}\` and apply again: its pods stop until the new ones are ready`,
  RoleBinding: (change) => rights(change),
  ClusterRoleBinding: (change) => rights(change),
  Secret: (change) => kept(change),
  ConfigMap: (change) => kept(change),
  CustomResourceDefinition: () =>
    'restore the former value: deleting a CustomResourceDefinition deletes all objects of its kind, in every namespace',
  StorageClass: (change) =>
    `\`${deletion(change)}\` and apply again: existing volumes keep their settings, new ones get the new settings`,
  Namespace: () => 'restore the former value: deleting a namespace deletes everything in it, data included',
}

/** Tried with kube-controller-manager 1.37: a pod that does not match the new StatefulSet stays, and blocks it. */
function takeover({ object: { metadata }, fields }: Change): string {
  const pod = `\`kubectl delete pod ${metadata.name}-0${inNamespace(metadata.namespace)}\``
  if (fields.includes('spec.selector')) {
    return `; the new StatefulSet selects other labels, so delete the pod too (${pod}): its claims keep the data`
  }
  if (fields.includes('spec.volumeClaimTemplates')) {
    return `, and the new StatefulSet adopts it; existing claims stay unchanged, and a new claim needs a new pod (${pod})`
  }
  return ', and the new StatefulSet adopts it'
}

const rights = (change: Change): string =>
  `\`${deletion(change)}\` and apply again: until then its subjects lack these rights`

const kept = (change: Change): string =>
  `keep a copy, then \`${deletion(change)}\` and apply again: pods read the new content when they restart`

const inGeneral = (change: Change): string =>
  `restore the former value, or \`${deletion(change)}\` and apply again if nothing is lost`

const inNamespace = (namespace: string | undefined): string =>
  namespace === undefined ? '' : ` --namespace ${namespace}`

const deletion = ({ object: { kind, metadata } }: Change): string =>
  `kubectl delete ${kind.toLowerCase()} ${metadata.name}${inNamespace(metadata.namespace)}`

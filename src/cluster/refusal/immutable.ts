import type { KubernetesObject } from '../objects.ts'

/** How servers say that a field of what is there cannot be changed, the older ones and custom resources too. */
const phrases: readonly RegExp[] = [
  /field is immutable(?: when `immutable` is set)?/,
  /(?:\S+ )?(?:is|are) immutable(?: after creation[^\n]*)?/,
  /may not change once set/,
  /may not be changed/,
  /cannot change roleRef/,
  /updates to statefulset spec for fields other than [^\n]*/,
  /updates to \w+ are forbidden/,
  /pod updates may not change fields other than [^\n]*/,
  /field can ?not be less than (?:status\.capacity|previous value)/,
  /only dynamically provisioned pvc can be resized [^\n]*/,
  /failed rule: self == oldSelf/,
]

/** The words that say it; undefined when the text says something else. */
export function immutablePhrase(text: string): string | undefined {
  return phrases.map((phrase) => phrase.exec(text)?.[0]).find((found) => found !== undefined)
}

interface Change {
  readonly object: KubernetesObject
  readonly fields: readonly string[]
  /** What the server said. */
  readonly text: string
}

/** What a person can do without losing data. Chancery deletes nothing to make it anew. */
export const immutableHint = (change: Change): string => (hints[change.object.kind] ?? inGeneral)(change)

const hints: Readonly<Record<string, (change: Change) => string>> = {
  StatefulSet: (change) =>
    `delete the StatefulSet alone and apply again: \`${deletion(change)} --cascade=orphan\` leaves its pod running${takeover(change)}`,
  PersistentVolumeClaim: ({ text }) => {
    if (text.includes('less than'))
      return 'a claim can grow and never shrink: put the former size back; for less space, add a node with a smaller claim and remove this one when the new one has caught up'
    if (text.includes('resized'))
      return 'put the former size back, or have allowVolumeExpansion set in the storage class; otherwise back the data up, and add a node with a larger claim in place of this one'
    return 'put the former value back: a claim is never made anew, as its data would be lost; only its size can grow, where the storage class allows that. Otherwise back the data up, and add a node in place of this one'
  },
  Job: (change) =>
    `a Job runs once as it is: \`${deletion(change)}\` and apply again; its logs go with it, so keep what you need of them`,
  Service: (change) =>
    `put the former value back, or \`${deletion(change)}\` and apply again: its addresses change with that, those of a load balancer too`,
  Deployment: (change) => `\`${deletion(change)}\` and apply again: its pods stop until the new ones are ready`,
  RoleBinding: (change) => rights(change),
  ClusterRoleBinding: (change) => rights(change),
  Secret: (change) => kept(change),
  ConfigMap: (change) => kept(change),
  CustomResourceDefinition: () =>
    'put the former value back: deleting a CustomResourceDefinition deletes all objects of its kind, in every namespace',
  StorageClass: (change) =>
    `\`${deletion(change)}\` and apply again: volumes that exist keep what they have, new ones get the new settings`,
  Namespace: () => 'put the former value back: deleting a namespace deletes all that is in it, data too',
}

/** Tried with kube-controller-manager 1.37: what does not fit the new StatefulSet stays, and stands in its way. */
function takeover({ object: { metadata }, fields }: Change): string {
  const pod = `\`kubectl delete pod ${metadata.name}-0${inNamespace(metadata.namespace)}\``
  if (fields.includes('spec.selector')) {
    return `; the new one looks for other labels, so delete the pod too (${pod}): its claims keep the data`
  }
  if (fields.includes('spec.volumeClaimTemplates')) {
    return `, and the new one takes it over; claims that exist stay as they are, and one that is new needs the pod made anew (${pod})`
  }
  return ', and the new one takes it over'
}

const rights = (change: Change): string =>
  `\`${deletion(change)}\` and apply again: until then its subjects lack these rights`

const kept = (change: Change): string =>
  `keep a copy, then \`${deletion(change)}\` and apply again: pods see the new content when they are restarted`

const inGeneral = (change: Change): string =>
  `put the former value back, or \`${deletion(change)}\` and apply again if nothing is lost with it`

const inNamespace = (namespace: string | undefined): string =>
  namespace === undefined ? '' : ` --namespace ${namespace}`

const deletion = ({ object: { kind, metadata } }: Change): string =>
  `kubectl delete ${kind.toLowerCase()} ${metadata.name}${inNamespace(metadata.namespace)}`

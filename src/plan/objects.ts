import { type Difference, differencesOf } from '../cluster/difference/difference.ts'
import { at, type Identity, isKept, type KubernetesObject, keyOf } from '../cluster/objects.ts'

/** What a commit does to one object. */
export interface ObjectChange {
  /** `stay`: it is in no file any more, but Flux and direct apply leave it in the cluster, such as a volume claim. */
  readonly action: 'create' | 'change' | 'delete' | 'stay'
  /** As it will be; as it was where it is deleted or stays. */
  readonly object: Identity
  /** Fields, without those that only follow from another change; empty for all but `change`. */
  readonly differences: readonly Difference[]
  /** True when its pods are made anew. */
  readonly restarts: boolean
  /** Of a list of peers in which nothing but peers changes: who comes, goes and is dialled elsewhere, as `carrier/rpc1`. */
  readonly peers?: PeerChange
}

export interface PeerChange {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly moved: readonly string[]
}

/** Whom an object lists as peers, with their addresses, by `carrier/rpc1`; undefined for an object that is no such list, or holds anything else. */
export type PeersIn = (object: KubernetesObject) => ReadonlyMap<string, string> | undefined

/** What a commit does to one root: to the Ambassador, an organization, a node or Jobs in one cluster. */
export interface RootChange {
  /** `eu` */
  readonly cluster: string
  /** `ambassador`, `carrier`, `carrier/rpc1`, `carrier/jobs`. */
  readonly part: string
  readonly changes: readonly ObjectChange[]
  /** Objects of which nothing but labels and annotations changes, folded: `app.kubernetes.io/part-of: a → b`, and how many. */
  readonly routine: readonly { readonly text: string; readonly objects: number }[]
}

/** Objects of the same root before and after. */
export interface RootPair {
  readonly cluster: string
  readonly part: string
  readonly before: readonly KubernetesObject[]
  readonly after: readonly KubernetesObject[]
  readonly peersBefore?: PeersIn
  readonly peersAfter?: PeersIn
}

/** Compares what kustomize built of a root, object by object. Values of Secrets are masked. */
export function rootChange({ cluster, part, before, after, peersBefore, peersAfter }: RootPair): RootChange {
  const generations = generationsOf(before, after)
  const old = new Map(before.map((object) => [keyOf(object), object]))
  const now = new Map(after.map((object) => [keyOf(object), object]))
  const changed = after.flatMap((object): ObjectChange[] => {
    const former = old.get(keyOf(object)) ?? generations.former(object)
    if (former === undefined) return [{ action: 'create', object: identity(object), differences: [], restarts: false }]
    const differences = differencesOf(former, object).filter(({ field }) => field !== 'metadata.name')
    if (differences.length === 0) return []
    const own = differences.filter((difference) => !generations.follows(difference))
    const restarts = differences.some(inTemplate) && hasPods(former) && hasPods(object)
    const peers = own.every(inData) ? peerChange(peersBefore?.(former), peersAfter?.(object)) : undefined
    return [
      {
        action: 'change',
        object: identity(object),
        differences: own,
        restarts,
        ...(peers === undefined ? {} : { peers }),
      },
    ]
  })
  const gone = before
    .filter((object) => !now.has(keyOf(object)) && !generations.continues(object))
    .map(
      (object): ObjectChange => ({
        action: isKept(object) ? 'stay' : 'delete',
        object: identity(object),
        differences: [],
        restarts: false,
      }),
    )
  const all = [...changed, ...gone].sort((a, b) => (keyOf(a.object) < keyOf(b.object) ? -1 : 1))
  const isRoutine = ({ action, differences, restarts }: ObjectChange): boolean =>
    action === 'change' && !restarts && differences.length > 0 && differences.every(inLabels)
  return {
    cluster,
    part,
    changes: all.filter((change) => !isRoutine(change)),
    routine: folded(all.filter(isRoutine)),
  }
}

/** A StatefulSet without pods is that of a node that something else still runs. */
const hasPods = (object: KubernetesObject): boolean => at(object, 'spec', 'replicas') !== 0

const identity = ({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject): Identity => ({
  apiVersion,
  kind,
  metadata: namespace === undefined ? { name } : { name, namespace },
})

const inTemplate = ({ field }: Difference): boolean => field.startsWith('spec.template.')

const inLabels = ({ field }: Difference): boolean => /^metadata\.(labels|annotations)\b/.test(field)

const inData = ({ field }: Difference): boolean => /^data\b/.test(field)

function peerChange(before: ReturnType<PeersIn>, after: ReturnType<PeersIn>): PeerChange | undefined {
  if (before === undefined || after === undefined) return undefined
  return {
    added: [...after.keys()].filter((peer) => !before.has(peer)),
    removed: [...before.keys()].filter((peer) => !after.has(peer)),
    moved: [...after.keys()].filter((peer) => before.has(peer) && before.get(peer) !== after.get(peer)),
  }
}

/** The same difference in many objects is one line. */
function folded(changes: readonly ObjectChange[]): RootChange['routine'] {
  const counts = new Map<string, number>()
  for (const { differences } of changes) {
    const text = differences
      .map(({ field, before, after }) => `${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`)
      .join(', ')
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].map(([text, objects]) => ({ text, objects })).sort((a, b) => (a.text < b.text ? -1 : 1))
}

/** Name of a generated ConfigMap without the hash that kustomize appends: ten letters and digits, without some vowels. */
const stem = (name: string): string | undefined => /^(.+)-[a-z0-9]{10}$/.exec(name)?.[1]

const generated: ReadonlySet<string> = new Set(['ConfigMap', 'Secret'])

/** Pairs ConfigMaps that a generator gave a new name because their content changed: for people that is one object. */
function generationsOf(before: readonly KubernetesObject[], after: readonly KubernetesObject[]) {
  const key = ({ kind, metadata }: KubernetesObject): string | undefined => {
    const found = generated.has(kind) ? stem(metadata.name) : undefined
    return found === undefined ? undefined : `${kind}/${metadata.namespace ?? ''}/${found}`
  }
  const present = new Set(after.map(keyOf))
  const known = new Set(before.map(keyOf))
  const gone = new Map<string, KubernetesObject>()
  for (const object of before) {
    const found = key(object)
    if (found !== undefined && !present.has(keyOf(object))) gone.set(found, object)
  }
  const come = new Set(after.filter((object) => !known.has(keyOf(object))).flatMap((object) => key(object) ?? []))
  const pairs = new Set([...come].filter((found) => gone.has(found)))
  const isPaired = (object: KubernetesObject): boolean => pairs.has(key(object) ?? '')
  return {
    former: (object: KubernetesObject): KubernetesObject | undefined =>
      isPaired(object) ? gone.get(key(object) ?? '') : undefined,
    /** True for an old object with a new name. */
    continues: isPaired,
    /** True for a reference that follows the new name. */
    follows: ({ before: old, after: now }: Difference): boolean => {
      const [from, to] = [stem(unquoted(old)), stem(unquoted(now))]
      return from !== undefined && from === to
    },
  }
}

const unquoted = (text: string | undefined): string => (text ?? '').replace(/^"(.*)"$/, '$1')

import { at, isRecord, type KubernetesObject, listAt } from '../objects.ts'
import { withDigests } from './binary-data.ts'
import { equal } from './equal.ts'
import { type Excerpt, excerpt } from './excerpt.ts'
import { identitiesOf } from './identity.ts'
import { isSecret, maskSecret } from './mask.ts'
import { child, own } from './notation.ts'

/** The change of one field, for people. Long values are shortened; values of Secrets never appear. */
export interface Difference extends Excerpt {
  /** As Kubernetes writes it: `spec.template.spec.containers[name="node"].image`. */
  readonly field: string
}

/** Fields that only the server writes, and that applying does not change. */
const serverFields: ReadonlySet<string> = new Set(['status'])
const serverMetadata: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
])

/** Field by field, what differs between two versions of one object. A whole new subtree is one difference. Sorted by field; lists keep their order. */
export function differencesOf(before: KubernetesObject, after: KubernetesObject): Difference[] {
  const [old, now] = [content(before), content(after)]
  if (equal(old, now)) return []
  return compare('', ...shown(before, after))
}

/** Two versions of an object as people may see them: without what is only the server's, values of Secrets masked. */
export function shown(before: KubernetesObject, after: KubernetesObject): readonly [ShownFields, ShownFields] {
  const [old, now] = [content(before), content(after)]
  return isSecret(before) || isSecret(after) ? maskSecret(old, now) : [withDigests(old), withDigests(now)]
}

type ShownFields = Readonly<Record<string, unknown>>

/** Whether the fields that `manager` owns by server-side apply differ: taking over a field with an equal value is a change too. */
export function ownershipChanged(before: KubernetesObject, after: KubernetesObject, manager: string): boolean {
  return !equal(ownedBy(before, manager), ownedBy(after, manager))
}

/** Whether two versions have the same content, independent of the owners of fields. */
export const sameContent = (before: KubernetesObject, after: KubernetesObject): boolean =>
  equal(content(before), content(after))

/** Whether `after`, the answer to a dry run, equals `before`: nothing to write. */
export const isSame = (before: KubernetesObject, after: KubernetesObject, manager: string): boolean =>
  sameContent(before, after) && !ownershipChanged(before, after, manager)

function ownedBy(object: KubernetesObject, manager: string): readonly unknown[] {
  const entry = listAt(object, 'metadata', 'managedFields').find(
    (one) =>
      at(one, 'manager') === manager && at(one, 'operation') === 'Apply' && (at(one, 'subresource') ?? '') === '',
  )
  return [at(entry, 'apiVersion'), at(entry, 'fieldsV1')]
}

/** The object without fields that only the server writes. */
const content = (object: KubernetesObject): Readonly<Record<string, unknown>> => ({
  ...without(object, serverFields),
  metadata: without(object.metadata, serverMetadata),
})

const without = (fields: object, names: ReadonlySet<string>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)))

function compare(field: string, before: unknown, after: unknown): Difference[] {
  if (equal(before, after)) return []
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return names.flatMap((name) => compare(child(field, name), own(before, name), own(after, name)))
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(field, before, after)
  return [{ field, ...excerpt(before, after) }]
}

function compareLists(field: string, before: readonly unknown[], after: readonly unknown[]): Difference[] {
  const identities = identitiesOf(before, after)
  if (identities !== undefined) return compareMatched(field, ...identities)
  if ([...before, ...after].every((item) => typeof item !== 'object')) return [{ field, ...excerpt(before, after) }]
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, index) => compare(`${field}[${index}]`, before[index], after[index])).flat()
}

function compareMatched(
  field: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Difference[] {
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((identity) =>
    compare(`${field}[${identity}]`, before.get(identity), after.get(identity)),
  )
  const [old, now] = [
    [...before.keys()].filter((one) => after.has(one)),
    [...after.keys()].filter((one) => before.has(one)),
  ]
  return equal(old, now) ? found : [{ field, ...excerpt(old, now) }, ...found]
}

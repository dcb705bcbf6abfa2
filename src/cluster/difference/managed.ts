import { at, isRecord, type KubernetesObject, listAt } from '../objects.ts'

/**
 * Fields that a manager owns, as the API server writes them: `f:name` is a field, `k:{"name":"node"}` an item of a list that is
 * told apart by these values, `v:"text"` an item of a set, `.` the thing itself. What has nothing below it is owned as a whole.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ (FieldsV1)
 */
export type Owned = Readonly<Record<string, unknown>>

/** A position in an object, and the owners there: `own` is undefined where the manager owns nothing. */
export interface Ownership {
  readonly own: Owned | undefined
  readonly others: readonly Owned[]
}

/** The fields that a manager owns by server-side apply, and the fields of all others. */
export function ownershipOf(object: KubernetesObject, manager: string): Ownership {
  const entries = listAt(object, 'metadata', 'managedFields').filter((one) => (at(one, 'subresource') ?? '') === '')
  const isOwn = (entry: unknown): boolean => at(entry, 'manager') === manager && at(entry, 'operation') === 'Apply'
  const fields = (list: readonly unknown[]): Owned[] =>
    list.flatMap((one) => present(childOf(isRecord(one) ? one : undefined, 'fieldsV1')))
  return {
    own: fields(entries.filter(isOwn))[0],
    others: fields(entries.filter((entry) => !isOwn(entry))),
  }
}

/** The same, one step further into the object. */
export const below = ({ own, others }: Ownership, key: string): Ownership => ({
  own: childOf(own, key),
  others: others.flatMap((one) => present(childOf(one, key))),
})

function childOf(owned: Owned | undefined, key: string): Owned | undefined {
  const child = owned !== undefined && Object.hasOwn(owned, key) ? owned[key] : undefined
  return isRecord(child) ? child : undefined
}

const present = (owned: Owned | undefined): readonly Owned[] => (owned === undefined ? [] : [owned])

const parts = (owned: Owned | undefined): string[] => Object.keys(owned ?? {}).filter((key) => key !== '.')

/** Whether the server treats the value here as a whole: it has an owner, and no part of it has. */
export const isWhole = ({ own, others }: Ownership): boolean =>
  [own, ...others].some((one) => one !== undefined) && [own, ...others].every((one) => parts(one).length === 0)

/** Fields that only this manager owns. */
export const ownFields = ({ own }: Ownership): string[] =>
  parts(own).flatMap((key) => (key.startsWith('f:') ? [key.slice(2)] : []))

/** The keys of items of a list here, such as `name`; undefined for a list whose items have no separate owners. */
export function itemKeys({ own, others }: Ownership): readonly string[] | undefined {
  const key = [own, ...others].flatMap(parts).find((part) => part.startsWith('k:'))
  return key === undefined ? undefined : Object.keys(valuesIn(key))
}

/** Whether the list here is a set: its items are owned by their values. */
export const isSet = ({ own, others }: Ownership): boolean =>
  [own, ...others].flatMap(parts).some((part) => part.startsWith('v:'))

/** Items of a list, or of a set, that a manager owns: their key values, and the key to look below. */
export const ownItems = ({ own }: Ownership): readonly { readonly key: string; readonly value: unknown }[] =>
  parts(own).flatMap((key) => (/^[kv]:/.test(key) ? [{ key, value: JSON.parse(key.slice(2)) as unknown }] : []))

const valuesIn = (key: string): Owned => JSON.parse(key.slice(2)) as Owned // `k:` and an object, see above

import { isRecord, type KubernetesObject } from '../objects.ts'
import { isCustom } from '../stages.ts'
import { equal } from './equal.ts'
import { identitiesOf } from './identity.ts'
import { below, isSet, isWhole, itemKeys, type Ownership, ownershipOf, ownFields, ownItems } from './managed.ts'
import { own } from './notation.ts'
import { asServed, comesBack, isLeftOut, type Surroundings } from './sameness.ts'

type Fields = Readonly<Record<string, unknown>>
type Items = readonly unknown[]

/**
 * What `manager` would make of the object that is there, by the rules of server-side apply: what it wants is set, what it owns
 * and wants no more is removed, what others own stays. Nothing is asked, so what the server fills in or refuses is not known:
 * a field that is not wanted keeps the value that it has.
 */
export function mergedWith(live: KubernetesObject, desired: KubernetesObject, manager: string): KubernetesObject {
  const { status: _, ...wanted } = withoutStringData(desired)
  const where = { kind: live.kind, custom: isCustom(live), path: [] }
  const merged = mergeFields(live, wanted, ownershipOf(live, manager), where)
  return { ...live, ...merged }
}

/** Servers keep `stringData` of a Secret as `data`. */
function withoutStringData(object: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = object
  if (object.kind !== 'Secret' || !isRecord(stringData)) return object
  const encoded = Object.entries(stringData).map(([name, text]) => [name, Buffer.from(String(text)).toString('base64')])
  return { ...rest, data: { ...Object(object.data), ...Object.fromEntries(encoded) } }
}

function merge(live: unknown, desired: unknown, owner: Ownership, where: Surroundings): unknown {
  if (isRecord(live) && isRecord(desired) && !isTakenWhole(desired, owner, where))
    return mergeFields(live, desired, owner, where)
  if (Array.isArray(live) && Array.isArray(desired) && !isWhole(owner)) {
    const items = mergeItems(live, desired, owner, where)
    if (items !== undefined) return items
  }
  return asServed(live, desired, where)
}

/** An empty map that has an owner may be one whose parts have none; selectors are taken as a whole, empty ones too. */
const isTakenWhole = (desired: Fields, owner: Ownership, { path }: Surroundings): boolean =>
  isWhole(owner) && (Object.keys(desired).length > 0 || /selector$/i.test(path.at(-1) ?? ''))

function mergeFields(live: Fields, desired: Fields, owner: Ownership, where: Surroundings): Fields {
  const inner = (name: string): Surroundings => ({ ...where, path: [...where.path, name] })
  const wanted = Object.keys(desired).filter((name) => own(desired, name) !== null)
  const result = new Map(Object.entries(live))
  for (const name of wanted) {
    const value = desired[name]
    if (own(live, name) !== undefined)
      result.set(name, merge(live[name], value, below(owner, `f:${name}`), inner(name)))
    else if (!isLeftOut(value, inner(name))) result.set(name, value)
  }
  for (const name of ownFields(owner).filter((field) => !wanted.includes(field))) {
    if (comesBack(name, own(live, name))) continue
    const left = withoutOwned(own(live, name), below(owner, `f:${name}`), inner(name))
    if (left === undefined) result.delete(name)
    else result.set(name, left)
  }
  return Object.fromEntries(result)
}

/** What remains of a value that is no longer desired; undefined when nothing does. */
function withoutOwned(live: unknown, owner: Ownership, where: Surroundings): unknown {
  if (isRecord(live) && !isWhole(owner)) {
    const left = mergeFields(live, {}, owner, where)
    return Object.keys(left).length === 0 ? undefined : left
  }
  if (Array.isArray(live) && !isWhole(owner)) {
    const left = mergeItems(live, [], owner, where) ?? live
    return left.length === 0 ? undefined : left
  }
  return owner.others.length > 0 ? live : undefined
}

/** Undefined where items have no keys: the list then counts as a whole. */
function mergeItems(live: Items, desired: Items, owner: Ownership, where: Surroundings): Items | undefined {
  if (isSet(owner)) {
    const isGone = ({ key, value }: { readonly key: string; readonly value: unknown }): boolean =>
      !desired.some((item) => equal(item, value)) && below(owner, key).others.length === 0
    const gone = ownItems(owner).filter(isGone)
    const kept = live.filter((item) => !gone.some(({ value }) => equal(value, item)))
    return [...kept, ...desired.filter((item) => !kept.some((one) => equal(one, item)))]
  }
  const keys = itemKeys(owner)
  if (keys === undefined) {
    const [there, wanted] = identitiesOf(live, desired) ?? []
    return there === undefined || wanted === undefined || where.custom ? undefined : joined(there, wanted, where)
  }
  return mergeKeyed(live, desired, keys, owner, where)
}

/** A list without owners: items that others may have added stay. */
const joined = (
  live: ReadonlyMap<string, unknown>,
  desired: ReadonlyMap<string, unknown>,
  where: Surroundings,
): Items => {
  const nobody: Ownership = { own: undefined, others: [] }
  const kept = [...live].map(([key, item]) => (desired.has(key) ? merge(item, desired.get(key), nobody, where) : item))
  return [...kept, ...[...desired].filter(([key]) => !live.has(key)).map(([, item]) => item)]
}

/** Servers fill it in, and tell ports apart by it. */
const defaults: Fields = { protocol: 'TCP' }

function mergeKeyed(
  live: Items,
  desired: Items,
  keys: readonly string[],
  owner: Ownership,
  where: Surroundings,
): Items {
  const identity = (item: unknown): string => JSON.stringify(keys.map((key) => own(item, key) ?? defaults[key] ?? null))
  const wanted = new Map(desired.map((item) => [identity(item), item]))
  const owned = new Map(ownItems(owner).map(({ key, value }) => [identity(value), below(owner, key)]))
  const kept = live.flatMap((item) => {
    const name = identity(item)
    const inside = owned.get(name) ?? { own: undefined, others: [] }
    if (wanted.has(name)) return [merge(item, wanted.get(name), inside, where)]
    return inside.own !== undefined && inside.others.length === 0 ? [] : [item]
  })
  const there = new Set(live.map(identity))
  return [...kept, ...desired.filter((item) => !there.has(identity(item)))]
}

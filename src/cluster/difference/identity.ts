import { isRecord } from '../objects.ts'
import { own } from './notation.ts'

/**
 * What items of lists are told apart by, the first that fits: most are the list map keys of Kubernetes. Its Services and
 * containers tell ports apart by number only, but a port that has a name stays the same port for people.
 */
const identifiers: readonly (readonly string[])[] = [
  ['name'],
  ['port', 'protocol'],
  ['containerPort', 'protocol'],
  ['mountPath'],
  ['devicePath'],
  ['topologyKey', 'whenUnsatisfiable'],
  ['key'],
  ['type'],
  ['ip'],
  ['uid'],
]

/** Kubernetes sets it later. */
const defaults: Readonly<Record<string, string>> = { protocol: 'TCP' }

type Items = ReadonlyMap<string, unknown>

/** The items of both lists by what identifies them (`name="node"`); undefined when nothing does for all of them. */
export function identitiesOf(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly [Items, Items] | undefined {
  for (const identifier of identifiers) {
    const [old, now] = [byIdentity(before, identifier), byIdentity(after, identifier)]
    if (old !== undefined && now !== undefined) return [old, now]
  }
  return undefined
}

function byIdentity(list: readonly unknown[], identifier: readonly string[]): Items | undefined {
  const items = new Map<string, unknown>()
  for (const item of list) {
    const identity = identityOf(item, identifier)
    if (identity === undefined || items.has(identity)) return undefined
    items.set(identity, item)
  }
  return items
}

function identityOf(item: unknown, identifier: readonly string[]): string | undefined {
  if (!isRecord(item)) return undefined
  const values = identifier.map((name) => own(item, name) ?? defaults[name])
  if (values.some((value) => !['string', 'number'].includes(typeof value))) return undefined
  return identifier.map((name, index) => `${name}=${JSON.stringify(values[index])}`).join(',')
}

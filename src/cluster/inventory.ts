import { isDeepStrictEqual } from 'node:util'
import { OperatorError } from '../errors.ts'
import { type Api, isSuccess, messageOf } from './api.ts'
import { getObject, ownLabels } from './live-objects.ts'
import { at, type Identity, isRecord, keyOf } from './objects.ts'
import { serverSideApply } from './server-side-apply.ts'

/** An applied object: enough to find it again, and to be sure that it is the same one. */
export interface Entry extends Identity {
  /** Empty while it is unknown whether the object was created. */
  readonly uid: string
}

/** Where a network is applied, so that one cluster knows of the others. */
export interface ClusterContext {
  readonly name: string
  readonly context: string
}

/** What has been applied to one cluster for one network. */
export interface Inventory {
  readonly entries: readonly Entry[]
  readonly places: readonly ClusterContext[]
  /** Time of the last change: ISO 8601; empty without one. */
  readonly applied: string
  /** Object name of the last applied commit; empty when unknown. */
  readonly commit: string
  /** Of its ConfigMap. */
  readonly resourceVersion?: string
}

export const emptyInventory: Inventory = { entries: [], places: [], applied: '', commit: '' }

/** Whether the object is known to have been created. */
export const recorded = ({ entries }: Inventory, object: Identity): boolean =>
  entries.some((entry) => entry.uid !== '' && keyOf(entry) === keyOf(object))

/** Entries of both, sorted; where both have an object, the later one counts. */
export function union(...lists: readonly (readonly Entry[])[]): Entry[] {
  const all = new Map(lists.flat().map((entry) => [keyOf(entry), entry]))
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

/** Entries of which no object is in the list. */
export function without(entries: readonly Entry[], objects: readonly Identity[]): Entry[] {
  const there = new Set(objects.map(keyOf))
  return entries.filter((entry) => !there.has(keyOf(entry)))
}

/** Whether both record the same objects, independent of time. */
export const sameEntries = (a: Inventory, b: Inventory): boolean =>
  dump(a).objects === dump(b).objects && dump(a).clusters === dump(b).clusters && a.commit === b.commit

/** Where the inventory of a network is kept: in the namespace of its Ambassador, which every cluster has. */
export const inventoryPath = (network: string, namespace: string): string =>
  `/api/v1/namespaces/${namespace}/configmaps/${nameOfInventory(network)}`

export const nameOfInventory = (network: string): string => `chancery-${network}`

export async function readInventory(api: Api, network: string, namespace: string): Promise<Inventory> {
  const found = await getObject(api, inventoryPath(network, namespace))
  if (found === undefined) return emptyInventory
  const data = at(found, 'data')
  const text = (key: string): string => String(at(data, key) ?? '')
  try {
    return {
      entries: entriesOf(JSON.parse(text('objects'))),
      places: (JSON.parse(text('clusters')) as ClusterContext[]).map(({ name, context }) => ({ name, context })), // as `dump` wrote it
      applied: text('applied'),
      commit: commitOf(text('commit')),
      ...(found.metadata.resourceVersion === undefined ? {} : { resourceVersion: found.metadata.resourceVersion }),
    }
  } catch (error) {
    throw new OperatorError(
      `the ConfigMap ${namespace}/${nameOfInventory(network)} is invalid: it was edited by hand`,
      'it records the objects that Chancery applied, to find those that left the definition; delete it to start a new one',
      { cause: error },
    )
  }
}

/** Throws an Error for anything but an object name: git receives it. */
function commitOf(text: string): string {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})?$/.test(text)) return text
  throw new TypeError('this should be a commit')
}

/**
 * Throws OperatorError when another run applied the network meanwhile. A request whose answer was lost is sent again, and meets its own
 * effect: what the server has then is what was sent, with the time of this run.
 */
export async function writeInventory(
  api: Api,
  network: string,
  namespace: string,
  inventory: Inventory,
): Promise<Inventory> {
  const { resourceVersion } = inventory
  const data = dump(inventory)
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: nameOfInventory(network),
      namespace,
      labels: ownLabels(network),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    data,
  }
  const answer = await serverSideApply(api, inventoryPath(network, namespace), object, { force: true })
  if (isSuccess(answer))
    return { ...inventory, resourceVersion: String(at(answer.body, 'metadata', 'resourceVersion')) }
  if (answer.status === 409) {
    const found = await getObject(api, inventoryPath(network, namespace))
    if (found?.metadata.resourceVersion !== undefined && isDeepStrictEqual(at(found, 'data'), data))
      return { ...inventory, resourceVersion: found.metadata.resourceVersion }
    throw new OperatorError(
      `another run is applying ${network} to this cluster`,
      'wait until that run ends, then run this again',
    )
  }
  throw new OperatorError(`the inventory cannot be written: ${messageOf(answer)}`, 'see docs/apply.md for the rights')
}

/**
 * Grouped, as a ConfigMap holds 1 MiB: `{"apps/v1/StatefulSet": {"trade-north": {"v1": "<uid>"}}}`. The namespace of what
 * belongs to the whole cluster is empty.
 */
function dump({ entries, places, applied, commit }: Inventory) {
  const objects = new Map<string, Map<string, Map<string, string>>>()
  for (const { apiVersion, kind, metadata, uid } of union(entries))
    nested(nested(objects, `${apiVersion}/${kind}`), metadata.namespace ?? '').set(metadata.name, uid)
  const plain = (value: unknown): unknown =>
    value instanceof Map ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value
  const sorted = [...places].sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    objects: JSON.stringify(plain(objects)),
    clusters: JSON.stringify(sorted),
    applied,
    ...(commit === '' ? {} : { commit }),
  }
}

function nested<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = map.get(key) ?? new Map<string, Value>()
  map.set(key, found)
  return found
}

function entriesOf(objects: unknown): Entry[] {
  return fieldsOf(objects).flatMap(([type, namespaces]) => {
    const apiVersion = type.slice(0, type.lastIndexOf('/'))
    const kind = type.slice(type.lastIndexOf('/') + 1)
    return fieldsOf(namespaces).flatMap(([namespace, names]) =>
      fieldsOf(names).map(([name, uid]) => ({
        apiVersion,
        kind,
        metadata: namespace === '' ? { name } : { name, namespace },
        uid: String(uid),
      })),
    )
  })
}

function fieldsOf(value: unknown): [string, unknown][] {
  if (!isRecord(value)) throw new TypeError('this should be a map')
  return Object.entries(value)
}

import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../errors.ts'
import { type Api, isSuccess, messageOf } from './api.ts'
import { itemsOf } from './list.ts'
import { at, isObject, isRecord, type KubernetesObject, keyOf } from './objects.ts'
import { isPassing } from './retry.ts'

/** Seconds after which the server ends a watch: less than the limit of a silent connection. */
const watchSeconds = 45

/** Objects of one kind by key, kept up to date. */
export type Store = ReadonlyMap<string, KubernetesObject>

export interface ListAndWatchOptions {
  readonly api: Api
  /** Of the list, in all namespaces. */
  readonly path: string
  readonly type: { readonly apiVersion: string; readonly kind: string }
  readonly selector: string
  readonly signal: AbortSignal
  readonly changed: () => void
  /** Receives the error that ends watching. */
  readonly failed: (error: unknown) => void
}

/**
 * Lists objects and watches them until `signal` is aborted (https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes).
 * A watch that has expired (410), that ends or that breaks is begun again with a new list. Resolves when the first list is there.
 */
export async function listAndWatch(options: ListAndWatchOptions): Promise<Store> {
  const objects = new Map<string, KubernetesObject>()
  const first = await list(options, objects)
  follow(options, objects, first).catch((error: unknown) => {
    if (!options.signal.aborted) options.failed(error)
  })
  return objects
}

async function follow(
  options: ListAndWatchOptions,
  objects: Map<string, KubernetesObject>,
  first: string,
): Promise<void> {
  let version = first
  while (!options.signal.aborted) {
    const end = await watch(options, objects, version).catch((error: unknown) => {
      if (isPassing(error)) return undefined
      throw error
    })
    if (end !== undefined) version = end
    else {
      await sleep(500, undefined, { signal: options.signal })
      version = await list(options, objects)
    }
  }
}

async function list(
  { api, path, type, selector, signal, changed }: ListAndWatchOptions,
  objects: Map<string, KubernetesObject>,
) {
  const answer = await api.request('GET', `${path}?${new URLSearchParams({ labelSelector: selector })}`, { signal })
  if (!isSuccess(answer))
    throw new OperatorError(`${type.kind}s cannot be listed: ${messageOf(answer)}`, 'see docs/apply.md for the rights')
  objects.clear()
  for (const object of itemsOf(answer, type)) objects.set(keyOf(object), object)
  changed()
  return String(at(answer.body, 'metadata', 'resourceVersion'))
}

/** Returns the version to continue from; undefined when a new list is necessary. */
async function watch(
  { api, path, selector, signal, changed }: ListAndWatchOptions,
  objects: Map<string, KubernetesObject>,
  from: string,
): Promise<string | undefined> {
  let version = from
  const query = new URLSearchParams({
    labelSelector: selector,
    watch: '1',
    resourceVersion: from,
    allowWatchBookmarks: 'true',
    timeoutSeconds: String(watchSeconds),
  })
  for await (const event of api.stream(`${path}?${query}`, signal)) {
    const object = at(event, 'object')
    const type = at(event, 'type')
    if (!isRecord(object) || typeof type !== 'string' || type === 'ERROR') return undefined
    version = String(at(object, 'metadata', 'resourceVersion') ?? version)
    if (type === 'BOOKMARK' || !isObject(object)) continue
    if (type === 'DELETED') objects.delete(keyOf(object))
    else objects.set(keyOf(object), object)
    changed()
  }
  return version
}

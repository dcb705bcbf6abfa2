import { OperatorError } from '../errors.ts'
import { type Api, isSuccess, messageOf } from './api.ts'
import { listObjects } from './list.ts'
import { type Identity, isObject, type KubernetesObject, keyOf } from './objects.ts'
import { listPath, pathOf, type Resource, type Resources } from './resources.ts'

/** Labels that rendering puts on every object of a network, and by which only Chancery's are found. */
export const ownLabels = (network: string): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/managed-by': 'chancery',
  'app.kubernetes.io/part-of': network,
})

export const selectorOf = (network: string): string =>
  Object.entries(ownLabels(network))
    .map(([label, value]) => `${label}=${value}`)
    .join(',')

/** Objects as they are in a cluster. */
export interface LiveObjects {
  /** Undefined when there is no such object. */
  get(object: Identity): Promise<KubernetesObject | undefined>
}

/**
 * Kinds of which objects are asked for one by one: Secrets, as listing them is a right that nobody should have without need,
 * and objects outside of any network, which has no such label.
 */
const single = new Set(['Secret', 'CustomResourceDefinition', 'Namespace'])

/** Reads the objects of a network with few requests: a list for each kind, and single ones for what is not in a list. */
export function liveObjects(api: Api, resources: Resources, network: string): LiveObjects {
  const lists = new Map<string, Promise<ReadonlyMap<string, KubernetesObject>>>()
  const listed = (resource: Resource, object: Identity): Promise<ReadonlyMap<string, KubernetesObject>> => {
    const path = listPath(resource)
    const found = lists.get(path) ?? list(api, path, object, network)
    lists.set(path, found)
    return found
  }
  return {
    async get(object) {
      const resource = await resources.of(object)
      if (resource === undefined) return undefined
      const all = single.has(object.kind) ? undefined : await listed(resource, object)
      return all?.get(keyOf(object)) ?? getObject(api, pathOf(resource, object))
    },
  }
}

/** Throws OperatorError when reading is forbidden. */
export async function getObject(api: Api, path: string): Promise<KubernetesObject | undefined> {
  const answer = await api.request('GET', path)
  if (answer.status === 404) return undefined
  if (isSuccess(answer) && isObject(answer.body)) return answer.body
  throw new OperatorError(
    messageOf(answer),
    'docs/apply.md lists the necessary rights, docs/verify.md those of `verify`',
  )
}

/** Empty when listing is forbidden: each object is then read by itself. */
async function list(
  api: Api,
  path: string,
  { apiVersion, kind }: Identity,
  network: string,
): Promise<Map<string, KubernetesObject>> {
  const found = await listObjects(api, path, { type: { apiVersion, kind }, selector: selectorOf(network) })
  return new Map('status' in found ? [] : found.map((object) => [keyOf(object), object]))
}

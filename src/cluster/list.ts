import { type Answer, type Api, isSuccess } from './api.ts'
import { at, isObject, isRecord, type KubernetesObject, listAt } from './objects.ts'

/** Objects of one page: more would make answers slow and large. */
const page = 500

export interface ListOptions {
  /** Of the items, which lack it. */
  readonly type: { readonly apiVersion: string; readonly kind: string }
  readonly selector?: string
  readonly signal?: AbortSignal
}

/** All objects at a path, page by page; the answer when the server refused. */
export async function listObjects(
  api: Api,
  path: string,
  { type, selector, signal }: ListOptions,
): Promise<readonly KubernetesObject[] | Answer> {
  const objects: KubernetesObject[] = []
  let next: unknown
  do {
    const query = new URLSearchParams({ limit: String(page) })
    if (selector !== undefined) query.set('labelSelector', selector)
    if (typeof next === 'string') query.set('continue', next)
    const answer = await api.request('GET', `${path}?${query}`, signal === undefined ? {} : { signal })
    if (!isSuccess(answer)) return answer
    objects.push(...itemsOf(answer, type))
    next = at(answer.body, 'metadata', 'continue')
  } while (typeof next === 'string' && next !== '')
  return objects
}

/** The objects of a list, each with the type that only the list has. */
export const itemsOf = ({ body }: Answer, type: ListOptions['type']): KubernetesObject[] =>
  listAt(body, 'items')
    .filter(isRecord)
    .map((item) => ({ ...type, ...item }))
    .filter(isObject)

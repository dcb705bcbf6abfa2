import pMap from 'p-map'
import { type Api, atOnce } from './api.ts'
import { listObjects } from './list.ts'
import type { KubernetesObject } from './objects.ts'

/** The events of these namespaces. A namespace whose events cannot be listed has none. */
export async function eventsIn(
  api: Api,
  namespaces: readonly string[],
  signal: AbortSignal,
): Promise<readonly KubernetesObject[]> {
  const type = { apiVersion: 'v1', kind: 'Event' }
  const lists = await pMap(
    namespaces,
    (namespace) => listObjects(api, `/api/v1/namespaces/${namespace}/events`, { type, signal }),
    { concurrency: atOnce },
  )
  return lists.flatMap((list) => ('status' in list ? [] : list))
}

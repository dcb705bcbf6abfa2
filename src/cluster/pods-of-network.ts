import type { Api } from './api.ts'
import { listObjects } from './list.ts'
import { selectorOf } from './live-objects.ts'
import type { KubernetesObject } from './objects.ts'

/** Pods of a network in all namespaces; undefined where the server refuses to list them. */
export async function podsOfNetwork(
  api: Api,
  network: string,
  signal: AbortSignal,
): Promise<readonly KubernetesObject[] | undefined> {
  const type = { apiVersion: 'v1', kind: 'Pod' }
  const found = await listObjects(api, '/api/v1/pods', { type, selector: selectorOf(network), signal })
  return 'status' in found ? undefined : found
}

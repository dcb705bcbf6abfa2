import type { Cluster, KubernetesObject } from '../cluster.ts'

/** Changes an object that exists, or a subresource of it (`/status`), as a JSON merge patch says (RFC 7386). */
export async function patch(
  cluster: Cluster,
  object: KubernetesObject,
  change: object,
  subresource = '',
): Promise<void> {
  const path = `${await cluster.path(object)}${subresource}`
  const type = { 'Content-Type': 'application/merge-patch+json' }
  const { status, body } = await cluster.request('PATCH', path, change, type)
  if (status !== 200) throw new Error(`PATCH ${path}: ${status} ${JSON.stringify(body)}`)
}

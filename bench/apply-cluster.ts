import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from 'js-yaml'
import { isObject } from '../src/cluster/objects.ts'
import type { Cluster } from '../test/bed/cluster.ts'
import { until } from '../test/bed/until.ts'
import { namespacesOf, objectsOf } from './apply-objects.ts'

const definition = join(import.meta.dirname, '../src/ambassador/base/crds/tcpmappings.yaml')

/** The server goes on for a while with what was made or removed: endpoints of Services, indexes. */
const settleMilliseconds = 2000

/** Makes the namespaces and the kind that so many objects need. */
export async function prepare(cluster: Cluster, count: number): Promise<void> {
  const tcpMappings: unknown = load(await readFile(definition, 'utf8'))
  if (!isObject(tcpMappings)) throw new Error(`${definition} holds no object`)
  for (const object of [tcpMappings, ...namespacesOf(count)]) await cluster.apply(object)
  // 429 for some seconds, although the kind is established: "storage is (re)initializing".
  await until(async () => (await cluster.request('GET', '/apis/getambassador.io/v3alpha1/tcpmappings')).status === 200)
  await settled()
}

/** Removes all objects but the namespaces, and what was recorded of them. */
export async function clear(cluster: Cluster, count: number): Promise<void> {
  const collections = new Set<string>()
  const kinds = new Map(objectsOf(8).map((object) => [object.kind, object]))
  for (const { metadata } of namespacesOf(count))
    for (const object of kinds.values()) {
      const path = await cluster.path({ ...object, metadata: { ...object.metadata, namespace: metadata.name } })
      collections.add(path.slice(0, path.lastIndexOf('/')))
    }
  const selector = new URLSearchParams({ labelSelector: 'app.kubernetes.io/managed-by=chancery' })
  for (const collection of collections) {
    const { status, body } = await cluster.request('DELETE', `${collection}?${selector}`)
    if (status >= 300) throw new Error(`${collection} could not be emptied: ${JSON.stringify(body)}`)
  }
  await settled()
}

export const settled = (): Promise<void> => sleep(settleMilliseconds)

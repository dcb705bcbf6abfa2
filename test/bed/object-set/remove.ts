import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { isNamespace } from './apply.ts'

/**
 * Removes all but the namespaces, which take ten seconds each, and returns when nothing is left: volumes go after the
 * pods that have them.
 */
export async function removeAll(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<void> {
  const one = async (object: KubernetesObject): Promise<void> => {
    await cluster.delete(object)
    while ((await cluster.get(object)) !== undefined) await sleep(100)
  }
  await Promise.all(objects.filter((object) => !isNamespace(object)).map(one))
}

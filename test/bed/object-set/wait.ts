import { setTimeout as sleep } from 'node:timers/promises'
import { arrayAt, isJsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'

const longestMilliseconds = 90_000

/** Workloads that do not get all their pods, with what the events of their namespace say. */
export async function withoutPods(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<readonly string[]> {
  const end = Date.now() + longestMilliseconds
  let waiting = objects.filter(({ kind }) => ['StatefulSet', 'Deployment', 'DaemonSet'].includes(kind))
  while (waiting.length > 0 && Date.now() < end) {
    const ready = await Promise.all(waiting.map((object) => hasAllPods(cluster, object)))
    waiting = waiting.filter((_, at) => ready[at] !== true)
    if (waiting.length > 0) await sleep(100)
  }
  return Promise.all(waiting.map((object) => warnings(cluster, object)))
}

async function hasAllPods(cluster: Cluster, object: KubernetesObject): Promise<boolean> {
  const found = (await cluster.get(object)) ?? {}
  const status = objectAt(found, 'status')
  if (object.kind !== 'DaemonSet') return status.readyReplicas === objectAt(found, 'spec').replicas
  return status.observedGeneration !== undefined && status.numberReady === status.desiredNumberScheduled
}

async function warnings(cluster: Cluster, { kind, metadata }: KubernetesObject): Promise<string> {
  const query = new URLSearchParams({ fieldSelector: 'type=Warning' })
  const { body } = await cluster.request('GET', `/api/v1/namespaces/${metadata.namespace}/events?${query}`)
  const events = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
  return `${kind} ${metadata.name} is not ready: ${events.map((event) => textAt(event, 'message')).join('; ')}`
}

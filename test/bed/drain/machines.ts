import { setTimeout as sleep } from 'node:timers/promises'
import { Watch } from '@kubernetes/client-node'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster } from '../cluster.ts'

/** Machines of a cluster in three zones, pods on them, and their eviction through the API. */

const perZone = 6

/** More machines beside those of the bed, in the same zones: a disk stays in its zone. */
export async function addMachines(cluster: Cluster): Promise<void> {
  for (const zone of ['a', 'b', 'c'])
    for (let at = 1; at < perZone; at += 1) {
      const name = `${cluster.name}-${zone}${at}`
      const labels = {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': cluster.name,
        'topology.kubernetes.io/zone': `${cluster.name}-${zone}`,
      }
      await cluster.apply({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels } })
    }
}

export interface Pod {
  readonly namespace: string
  readonly name: string
  readonly machine: string
  readonly labels: JsonObject
  readonly isReady: boolean
}

/** Pods of a network. One that ends is not ready. */
export async function podsOf(cluster: Cluster, network: string): Promise<readonly Pod[]> {
  const query = new URLSearchParams({ labelSelector: `app.kubernetes.io/part-of=${network}` })
  const { body } = await cluster.request('GET', `/api/v1/pods?${query}`)
  return arrayAt(isJsonObject(body) ? body : {}, 'items')
    .filter(isJsonObject)
    .map(podOf)
}

function podOf(pod: JsonObject): Pod {
  const conditions = arrayAt(objectAt(pod, 'status'), 'conditions').filter(isJsonObject)
  const metadata = objectAt(pod, 'metadata')
  return {
    namespace: textAt(metadata, 'namespace'),
    name: textAt(metadata, 'name'),
    machine: textAt(objectAt(pod, 'spec'), 'nodeName'),
    labels: objectAt(metadata, 'labels'),
    isReady:
      metadata.deletionTimestamp === undefined &&
      conditions.some(({ type, status }) => type === 'Ready' && status === 'True'),
  }
}

/** All pods of a network after each change, in the order of the changes. Gives what ends that. */
export async function watchPods(
  cluster: Cluster,
  network: string,
  changed: (pods: readonly Pod[]) => void,
): Promise<() => void> {
  const pods = new Map<string, Pod>()
  const labelSelector = `app.kubernetes.io/part-of=${network}`
  const see = (type: string, object: unknown): void => {
    if (!isJsonObject(object)) return
    const pod = podOf(object)
    if (type === 'DELETED') pods.delete(`${pod.namespace}/${pod.name}`)
    else pods.set(`${pod.namespace}/${pod.name}`, pod)
    changed([...pods.values()])
  }
  const controller = await new Watch(cluster.client).watch('/api/v1/pods', { labelSelector }, see, () => {})
  return () => controller.abort()
}

export const cordon = (cluster: Cluster, machine: string, unschedulable = true): Promise<void> =>
  setSpec(cluster, `/api/v1/nodes/${machine}`, { unschedulable })

/** A StatefulSet. */
export const scale = (
  cluster: Cluster,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  replicas: number,
): Promise<void> => setSpec(cluster, `/apis/apps/v1/namespaces/${namespace}/statefulsets/${name}`, { replicas })

async function setSpec(cluster: Cluster, path: string, spec: object): Promise<void> {
  const headers = { 'Content-Type': 'application/merge-patch+json' }
  const { status } = await cluster.request('PATCH', path, { spec }, headers)
  if (status !== 200) throw new Error(`${path}: ${status}`)
}

/** Healthy pods that the disruption controller counts for the budget of a role; undefined where it has none. */
export async function healthyPods(cluster: Cluster, namespace: string, role: string): Promise<unknown> {
  const { body } = await cluster.request('GET', `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`)
  const budget = arrayAt(isJsonObject(body) ? body : {}, 'items')
    .filter(isJsonObject)
    .find((one) => {
      const selector = objectAt(objectAt(one, 'spec'), 'selector')
      return objectAt(selector, 'matchLabels')['app.kubernetes.io/component'] === role
    })
  return budget && objectAt(budget, 'status').currentHealthy
}

/** What the eviction API answers: 201 when it evicts, 429 when a budget refuses. */
export async function evict(cluster: Cluster, { namespace, name }: Pick<Pod, 'namespace' | 'name'>): Promise<number> {
  const { status } = await cluster.request('POST', `/api/v1/namespaces/${namespace}/pods/${name}/eviction`, {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { name, namespace },
  })
  return status
}

export interface Drain {
  readonly network: string
  /** Called after each eviction. */
  readonly evicted: () => void
  /** How often refused evictions are tried again. */
  readonly tries: number
}

/** As `kubectl drain` does: no new pods, then evictions until no pod is left. Gives those that stay. */
export async function drain(cluster: Cluster, machine: string, { network, evicted, tries }: Drain): Promise<string[]> {
  await cordon(cluster, machine)
  for (let at = 0; ; at += 1) {
    const left = (await podsOf(cluster, network)).filter((pod) => pod.machine === machine)
    if (left.length === 0 || at === tries) return left.map(({ namespace, name }) => `${namespace}/${name}`)
    for (const pod of left) if ((await evict(cluster, pod)) === 201) evicted()
    await sleep(100)
  }
}

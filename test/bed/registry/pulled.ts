import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster } from '../cluster.ts'

/** A pod of a cluster, and its images. */
export interface PulledPod {
  readonly name: string
  readonly namespace: string
  /** Its node is ready, or its Job is done. */
  readonly isUp: boolean
  /** As its containers name them, init containers included. */
  readonly images: readonly string[]
  /** What runs or ran: names with digests. */
  readonly running: readonly string[]
}

export async function podsIn(cluster: Cluster, namespaces: readonly string[]): Promise<readonly PulledPod[]> {
  const lists = await Promise.all(
    namespaces.map((namespace) => cluster.request('GET', `/api/v1/namespaces/${namespace}/pods`)),
  )
  return lists.flatMap(({ body }) => itemsOf(body)).map(pulledPod)
}

/** Images that kubelets reported to have for a pod, since the namespace was made: also of pods that are gone. */
export async function imagesPulled(cluster: Cluster, namespaces: readonly string[]): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(
    namespaces.map((namespace) => cluster.request('GET', `/api/v1/namespaces/${namespace}/events`)),
  )
  const pulled = lists.flatMap(({ body }) => itemsOf(body)).filter(({ reason }) => reason === 'Pulled')
  return new Set(pulled.flatMap((event) => /image "([^"]+)"/.exec(textAt(event, 'message'))?.[1] ?? []))
}

const itemsOf = (body: unknown): readonly JsonObject[] =>
  arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)

function pulledPod(pod: JsonObject): PulledPod {
  const [spec, status] = [objectAt(pod, 'spec'), objectAt(pod, 'status')]
  const inSpec = ['initContainers', 'containers'].flatMap((kind) => arrayAt(spec, kind)).filter(isJsonObject)
  const statuses = ['initContainerStatuses', 'containerStatuses'].flatMap((kind) => arrayAt(status, kind))
  const ready = arrayAt(status, 'conditions')
    .filter(isJsonObject)
    .some((condition) => condition.type === 'Ready' && condition.status === 'True')
  return {
    name: textAt(objectAt(pod, 'metadata'), 'name'),
    namespace: textAt(objectAt(pod, 'metadata'), 'namespace'),
    isUp: ready || status.phase === 'Succeeded',
    images: inSpec.map((container) => textAt(container, 'image')),
    running: statuses.filter(isJsonObject).map((container) => textAt(container, 'imageID')),
  }
}

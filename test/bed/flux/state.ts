import { arrayAt, isJsonObject, type JsonObject, objectAt } from '../../kubernetes/json.ts'
import type { Cluster } from '../cluster.ts'

const kinds = {
  '/api/v1': ['configmaps', 'secrets', 'services', 'serviceaccounts', 'persistentvolumeclaims', 'namespaces', 'pods'],
  '/apis/apps/v1': ['statefulsets', 'deployments'],
  '/apis/networking.k8s.io/v1': ['networkpolicies'],
  '/apis/policy/v1': ['poddisruptionbudgets'],
  '/apis/rbac.authorization.k8s.io/v1': ['roles', 'rolebindings'],
  '/apis/getambassador.io/v3alpha1': ['tcpmappings', 'mappings', 'hosts', 'listeners', 'modules'],
}

/**
 * All objects of the template's network in some clusters, each with a value that changes when it is written or made anew:
 * `eu configmaps supplychain-retailer/validator1-peers` and so on.
 */
export async function stateOf(clusters: readonly Cluster[]): Promise<Record<string, unknown>> {
  const found: [string, unknown][] = []
  for (const cluster of clusters) {
    for (const [api, plurals] of Object.entries(kinds)) {
      for (const plural of plurals) {
        for (const object of await list(cluster, `${api}/${plural}`)) {
          const { uid, generation, resourceVersion } = objectAt(object, 'metadata')
          // What a controller or a kubelet writes of the state of a workload is no change to it.
          const version = plural === 'pods' ? uid : [uid, generation ?? resourceVersion]
          found.push([`${cluster.name} ${plural} ${titleOf(object)}`, version])
        }
      }
    }
  }
  return Object.fromEntries(found.sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** The network's objects of one kind, in all namespaces. */
export async function list(cluster: Cluster, path: string): Promise<readonly JsonObject[]> {
  const query = new URLSearchParams({ labelSelector: 'app.kubernetes.io/part-of=supplychain' })
  const { status, body } = await cluster.request('GET', `${path}?${query}`)
  if (status !== 200) throw new Error(`GET ${path}: ${status}`)
  return arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
}

export function titleOf(object: JsonObject): string {
  const { namespace = '', name } = objectAt(object, 'metadata')
  return `${namespace}/${name}`
}

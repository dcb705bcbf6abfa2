import type { Zone } from '../../dns-server.ts'
import { isJsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster } from '../cluster.ts'

const ambassador = { name: 'ambassador', namespace: 'supplychain-ambassador' }

/** The record of each cluster that the template asks for: all names below its domain lead to its Ambassador. */
export async function recordsOf(clusters: readonly Cluster[]): Promise<Zone> {
  const records = clusters.map(async (cluster): Promise<[string, string[]]> => {
    const service = await cluster.get({ apiVersion: 'v1', kind: 'Service', metadata: ambassador })
    const { ingress } = objectAt(service ?? {}, 'status', 'loadBalancer')
    const addresses = Array.isArray(ingress) ? ingress.filter(isJsonObject).map((one) => textAt(one, 'ip')) : []
    return [`*.${cluster.name}.supplychain.example.com`, addresses]
  })
  return Object.fromEntries(await Promise.all(records))
}

import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { condition, conditionsOf } from '../conditions.ts'
import { fluxNamespace } from './namespace.ts'

export const kustomization = (name: string): KubernetesObject => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name, namespace: fluxNamespace },
})

/** What `flux bootstrap` makes of the path it is given: its name is that of the GitRepository. */
export const bootstrapKustomization = (path: string): KubernetesObject => ({
  ...kustomization(fluxNamespace),
  metadata: { name: fluxNamespace, namespace: fluxNamespace, ...requested() },
  spec: { interval: '10m', path, prune: true, sourceRef: { kind: 'GitRepository', name: fluxNamespace } },
})

/** https://fluxcd.io/flux/components/kustomize/kustomizations/#triggering-a-reconcile */
export const requested = () => ({ annotations: { 'reconcile.fluxcd.io/requestedAt': new Date().toISOString() } })

/** Whether it is Ready as it is now, at a revision. */
export function isReady(found: JsonObject, revision: string): boolean {
  const status = objectAt(found, 'status')
  const current = status.observedGeneration === objectAt(found, 'metadata').generation
  return current && status.lastAppliedRevision === revision && condition(found, 'Ready').status === 'True'
}

/** What is known of a Kustomization that does not become ready. */
export async function account(cluster: Cluster, name: string, found: JsonObject | undefined): Promise<string> {
  const query = new URLSearchParams({ fieldSelector: `involvedObject.name=${name}` })
  const { body } = await cluster.request('GET', `/api/v1/namespaces/${fluxNamespace}/events?${query}`)
  const events = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
  return [
    found === undefined ? 'there is no such Kustomization' : `status ${JSON.stringify(found.status)}`,
    ...conditionsOf(found).map((one) => `${textAt(one, 'type')}=${textAt(one, 'status')} ${textAt(one, 'message')}`),
    ...events.map((event) => `${textAt(event, 'type')} ${textAt(event, 'reason')}: ${textAt(event, 'message')}`),
  ].join('\n')
}

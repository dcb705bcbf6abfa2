import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { arrayAt, isJsonObject, type JsonObject, objectAt } from '../kubernetes/json.ts'
import { ApiError, type Cluster, type KubernetesObject } from './cluster.ts'

/** How pods can fail, as stages/failing-pods.yaml and the scheduler show it in their status. */
export type Failure = 'crash-loop' | 'image-pull' | 'never-ready' | 'unschedulable' | 'failed'

export interface PodSelector {
  /** May not exist yet; all when there is none. */
  readonly namespace?: string
  readonly labels: Readonly<Record<string, string>>
}

const annotation = 'chancery.test/fails'
const nowhere = 'chancery.test/nowhere'

/**
 * Makes pods fail: those that are created from now on and those that there are. To make these unschedulable they are
 * deleted, for their owners to replace. Disposing of the result lets them recover, except those that ended.
 */
export async function failPods(cluster: Cluster, selector: PodSelector, failure: Failure): Promise<AsyncDisposable> {
  const name = `${failure}-${randomUUID()}`
  const objects = policy(name, selector, failure)
  const change = async (value: Failure | null): Promise<void> => {
    for (const path of await podPaths(cluster, selector)) {
      if (failure === 'unschedulable') await cluster.request('DELETE', path)
      else await annotate(cluster, path, value)
    }
  }
  for (const object of objects) await cluster.apply(object)
  // The server takes a policy into account some time after it has stored it.
  while (!(await isChanged(cluster, name, selector))) await sleep(100)
  await change(failure)
  return {
    [Symbol.asyncDispose]: async () => {
      for (const object of objects) await cluster.delete(object)
      while (await isChanged(cluster, name, selector)) await sleep(100)
      await change(null)
    },
  }
}

/** https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/ */
function policy(name: string, { namespace, labels }: PodSelector, failure: Failure): readonly KubernetesObject[] {
  const apiVersion = 'admissionregistration.k8s.io/v1'
  const expression = `request.namespace == "${namespace}" || object.metadata.?name.orValue("") == "${name}"`
  const spec = {
    matchConstraints: {
      objectSelector: { matchLabels: labels },
      resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
    },
    matchConditions: namespace === undefined ? [] : [{ name: 'namespace', expression }],
    mutations: [mutation(failure)],
    reinvocationPolicy: 'Never',
    failurePolicy: 'Fail',
  }
  return [
    { apiVersion, kind: 'MutatingAdmissionPolicy', metadata: { name }, spec },
    { apiVersion, kind: 'MutatingAdmissionPolicyBinding', metadata: { name }, spec: { policyName: name } },
  ]
}

function mutation(failure: Failure): JsonObject {
  // A node selector can only be set as a whole, and an apply configuration does not do that.
  const selector = `[JSONPatch{op: "add", path: "/spec/nodeSelector", value: {"${nowhere}": ""}}]`
  if (failure === 'unschedulable') return { patchType: 'JSONPatch', jsonPatch: { expression: selector } }
  const annotations = `Object{metadata: Object.metadata{annotations: {"${annotation}": "${failure}"}}}`
  return { patchType: 'ApplyConfiguration', applyConfiguration: { expression: annotations } }
}

/** Whether the policy applies to a pod of its own name, which is not really created. */
async function isChanged(cluster: Cluster, name: string, { labels }: PodSelector): Promise<boolean> {
  const pod = { metadata: { name, labels }, spec: { containers: [{ name: 'container', image: 'image' }] } }
  const { status, body } = await cluster.request('POST', '/api/v1/namespaces/default/pods?dryRun=All', pod)
  if (status !== 201 || !isJsonObject(body)) throw new ApiError(status, body)
  const annotations = objectAt(body, 'metadata', 'annotations')
  return annotation in annotations || nowhere in objectAt(body, 'spec', 'nodeSelector')
}

async function podPaths(cluster: Cluster, { namespace, labels }: PodSelector): Promise<readonly string[]> {
  const labelSelector = Object.entries(labels).map((label) => label.join('='))
  const folder = namespace === undefined ? '/api/v1' : `/api/v1/namespaces/${namespace}`
  const { body } = await cluster.request(
    'GET',
    `${folder}/pods?${new URLSearchParams({ labelSelector: labelSelector.join() })}`,
  )
  return arrayAt(isJsonObject(body) ? body : {}, 'items')
    .filter(isJsonObject)
    .map((pod) => objectAt(pod, 'metadata'))
    .map((metadata) => `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`)
}

async function annotate(cluster: Cluster, path: string, value: Failure | null): Promise<void> {
  const patch = { metadata: { annotations: { [annotation]: value } } }
  const { status, body } = await cluster.request('PATCH', path, patch, {
    'Content-Type': 'application/merge-patch+json',
  })
  if (status !== 200 && status !== 404) throw new ApiError(status, body)
}

import { KubeConfig } from '@kubernetes/client-node'
import { arrayAt, isJsonObject, type JsonObject, textAt } from '../kubernetes/json.ts'
import { type Ask, connect } from './api.ts'
import { type Access, kubeconfig } from './kubeconfig.ts'

/** What an object must have to be found; the rest is for the server to judge. */
export interface KubernetesObject extends JsonObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: JsonObject & { readonly name: string; readonly namespace?: string }
}

/** A cluster of a test bed, as its administrator sees it. */
export interface Cluster {
  readonly name: string
  /** Its context in the kubeconfig of the bed. */
  readonly context: string
  /** Path of a kubeconfig with this cluster only. */
  readonly kubeconfig: string
  readonly client: KubeConfig
  readonly request: Ask
  /** Path of the object's resource; discovery says its plural name. `default` is the namespace when there is none. */
  path(object: KubernetesObject): Promise<string>
  /** `undefined` when there is no such object; throws ApiError for other answers. */
  get(object: KubernetesObject): Promise<JsonObject | undefined>
  /** Server-side apply that refuses unknown fields. Gives what the server made of it, or throws ApiError. */
  apply(object: KubernetesObject, options?: { readonly fieldManager?: string }): Promise<JsonObject>
  /** Returns before finalizers and graceful deletion are done. No error when there is no such object. */
  delete(object: KubernetesObject): Promise<void>
}

/** What the server said when it refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** `NotFound`, `Invalid`, … */
  readonly reason: string

  constructor(status: number, body: unknown) {
    super(isJsonObject(body) ? textAt(body, 'message') : String(body))
    this.status = status
    this.reason = isJsonObject(body) ? textAt(body, 'reason') : ''
  }
}

/** Access to a cluster that runs. `file` is the path of its kubeconfig. */
export function createCluster(access: Access, file: string): { readonly cluster: Cluster; close(): void } {
  const { ask, close } = connect(access)
  const client = new KubeConfig()
  client.loadFromString(kubeconfig([access]))

  const succeed = async (...parameters: Parameters<Ask>): Promise<JsonObject> => {
    const { status, body } = await ask(...parameters)
    if (status >= 300 || !isJsonObject(body)) throw new ApiError(status, body)
    return body
  }
  const path = async ({ apiVersion, kind, metadata }: KubernetesObject): Promise<string> => {
    const group = `/${apiVersion.includes('/') ? 'apis' : 'api'}/${apiVersion}`
    // Asked each time, since a test may just have installed it.
    const resources = arrayAt(await succeed('GET', group), 'resources').filter(isJsonObject)
    const found = resources.find((one) => one.kind === kind && !textAt(one, 'name').includes('/'))
    if (found === undefined) throw new Error(`${access.name} has no ${kind} in ${apiVersion}`)
    const namespace = found.namespaced === true ? `/namespaces/${metadata.namespace ?? 'default'}` : ''
    return `${group}${namespace}/${textAt(found, 'name')}/${metadata.name}`
  }
  const found = async (answer: Promise<JsonObject>): Promise<JsonObject | undefined> => {
    try {
      return await answer
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined
      throw error
    }
  }

  const cluster: Cluster = {
    name: access.name,
    context: access.name,
    kubeconfig: file,
    client,
    request: ask,
    path,
    get: async (object) => found(succeed('GET', await path(object))),
    apply: async (object, { fieldManager = 'test' } = {}) => {
      const query = new URLSearchParams({ fieldManager, fieldValidation: 'Strict', force: 'true' })
      return succeed('PATCH', `${await path(object)}?${query}`, object, {
        'Content-Type': 'application/apply-patch+yaml',
      })
    },
    delete: async (object) => {
      await found(succeed('DELETE', await path(object)))
    },
  }
  return { cluster, close }
}

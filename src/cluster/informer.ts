import type { Api } from './api.ts'
import { listAndWatch, type Store } from './list-and-watch.ts'
import { selectorOf } from './live-objects.ts'
import type { KubernetesObject } from './objects.ts'
import { listPath, type Resources } from './resources.ts'

/** The objects of some kinds of one network, kept up to date by watches. */
export interface Informer {
  /** By key, as they are now. */
  snapshot(): ReadonlyMap<string, KubernetesObject>
  /** Grows with every change. */
  version(): number
  /** Rejects when watching fails for good. */
  readonly broken: Promise<never>
  end(): void
}

export interface InformerOptions {
  readonly api: Api
  readonly resources: Resources
  readonly network: string
  readonly signal: AbortSignal
}

/** Resolves when all objects were listed once. Throws OperatorError when listing is forbidden. */
export async function startInformer(
  kinds: readonly Pick<KubernetesObject, 'apiVersion' | 'kind'>[],
  { api, resources, network, signal }: InformerOptions,
): Promise<Informer> {
  const end = new AbortController()
  const { promise: broken, reject: failed } = Promise.withResolvers<never>()
  broken.catch(() => {}) // nobody may be waiting for it
  let version = 0
  const changed = (): void => {
    version += 1
  }
  const shared = { api, selector: selectorOf(network), signal: AbortSignal.any([signal, end.signal]), changed, failed }
  const types = new Map(kinds.map(({ apiVersion, kind }) => [`${apiVersion} ${kind}`, { apiVersion, kind }]))
  const storesOf = async (type: Pick<KubernetesObject, 'apiVersion' | 'kind'>): Promise<Store[]> => {
    const resource = await resources.of(type)
    return resource === undefined ? [] : [await listAndWatch({ ...shared, type, path: listPath(resource) })]
  }
  const stores = await Promise.all([...types.values()].map(storesOf)).catch((error: unknown) => {
    end.abort()
    throw error
  })
  return {
    snapshot: () => new Map(stores.flat().flatMap((store) => [...store])),
    version: () => version,
    broken,
    end: () => end.abort(),
  }
}

import type { Api } from './api.ts'
import { selectorOf } from './live.ts'
import type { KubernetesObject } from './objects.ts'
import { type Observed, observe } from './observe.ts'
import { listPath, type Resources } from './resources.ts'

/** The objects of some kinds of one network, kept up to date. */
export interface Watched {
  /** By key, as they are now. */
  objects(): ReadonlyMap<string, KubernetesObject>
  /** Grows with every change. */
  version(): number
  /** Rejects when watching has become impossible. */
  readonly broken: Promise<never>
  end(): void
}

export interface WatchOptions {
  readonly api: Api
  readonly resources: Resources
  readonly network: string
  readonly signal: AbortSignal
}

/** Resolves when all objects have been listed once. Throws OperatorError when that is not allowed. */
export async function watchKinds(
  kinds: readonly Pick<KubernetesObject, 'apiVersion' | 'kind'>[],
  { api, resources, network, signal }: WatchOptions,
): Promise<Watched> {
  const end = new AbortController()
  const { promise: broken, reject: failed } = Promise.withResolvers<never>()
  broken.catch(() => {}) // nobody may be waiting for it
  let version = 0
  const changed = (): void => {
    version += 1
  }
  const shared = { api, selector: selectorOf(network), signal: AbortSignal.any([signal, end.signal]), changed, failed }
  const types = new Map(kinds.map(({ apiVersion, kind }) => [`${apiVersion} ${kind}`, { apiVersion, kind }]))
  const observed: Observed[] = []
  try {
    for (const type of types.values()) {
      const resource = await resources.of(type)
      if (resource !== undefined) observed.push(await observe({ ...shared, type, path: listPath(resource) }))
    }
  } catch (error) {
    end.abort()
    throw error
  }
  return {
    objects: () => new Map(observed.flatMap(({ objects }) => [...objects])),
    version: () => version,
    broken,
    end: () => end.abort(),
  }
}

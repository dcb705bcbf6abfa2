import { loadAll } from 'js-yaml'

/** A Kubernetes object as JSON. Only the fields of every object have types: the API server judges the rest. */
export interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Metadata
  readonly [field: string]: unknown
}

interface Metadata {
  readonly name: string
  /** Absent for cluster-wide objects. */
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  /** The server sets these four. */
  readonly uid?: string
  readonly resourceVersion?: string
  readonly generation?: number
  readonly deletionTimestamp?: string
  readonly [field: string]: unknown
}

/** The identity of an object. */
export interface Identity {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Pick<Metadata, 'name' | 'namespace'>
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isObject = (value: unknown): value is KubernetesObject =>
  isRecord(value) &&
  typeof value.apiVersion === 'string' &&
  typeof value.kind === 'string' &&
  isRecord(value.metadata) &&
  typeof value.metadata.name === 'string'

/** The value at a path of fields; undefined where the path ends early. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, field) => (isRecord(inner) ? inner[field] : undefined), value)

/** A list at a path, empty when there is none. */
export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/** `apps` of `apps/v1`; empty for the core group. */
export const groupOf = ({ apiVersion }: Pick<Identity, 'apiVersion'>): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''

/** Flux reads the same annotation: https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources */
export const keepAnnotation = 'kustomize.toolkit.fluxcd.io/prune'

/** True for an object that stays in the cluster after it left the files. */
export const isKept = ({ metadata }: KubernetesObject): boolean => metadata.annotations?.[keepAnnotation] === 'disabled'

/** How people and messages name an object: `StatefulSet trade-north/v1`, `Namespace trade-north`. */
export const nameOf = ({ kind, metadata }: Omit<Identity, 'apiVersion'>): string =>
  `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`

/** The key of an object, equal for all its versions: group, kind, namespace and name. */
export const keyOf = (object: Identity): string =>
  [groupOf(object), object.kind, object.metadata.namespace ?? '', object.metadata.name].join('/')

/** The objects that kustomize built. `root` is for the message of the Error that is thrown when one of them is no object. */
export function readObjects(yaml: string, root: string): KubernetesObject[] {
  const documents: unknown[] = loadAll(yaml)
  return documents.map((document) => {
    if (!isObject(document))
      throw new Error(`the output of kustomize for ${root} contains a document that is not a Kubernetes object`)
    return document
  })
}

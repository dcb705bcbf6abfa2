import { OperatorError } from '../errors.ts'
import { type Api, isSuccess, messageOf } from './api.ts'
import { at, type Identity, isRecord, listAt, nameOf } from './objects.ts'

/** How the API server serves a kind. */
export interface Resource {
  /** `/apis/apps/v1` or `/api/v1`. */
  readonly group: string
  /** `statefulsets` */
  readonly plural: string
  readonly namespaced: boolean
}

type Kind = Pick<Identity, 'apiVersion' | 'kind'>

/** The kinds that a cluster serves, requested once for each version of a group. */
export interface Resources {
  /** Undefined when the cluster does not serve the kind. */
  of(kind: Kind): Promise<Resource | undefined>
  /** Requests the kinds again next time: CRDs were installed. */
  forget(): void
}

export function resourcesOf(api: Api): Resources {
  const known = new Map<string, Promise<ReadonlyMap<string, Resource>>>()
  return {
    async of({ apiVersion, kind }) {
      const found = known.get(apiVersion) ?? discover(api, apiVersion)
      known.set(apiVersion, found)
      return (await found).get(kind)
    },
    forget: () => known.clear(),
  }
}

/** https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api: an APIResourceList, empty for a group that is not there. */
async function discover(api: Api, apiVersion: string): Promise<Map<string, Resource>> {
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  const answer = await api.request('GET', group)
  if (answer.status === 404) return new Map()
  if (!isSuccess(answer)) {
    throw new OperatorError(
      `the API server does not list the kinds of ${apiVersion}: ${messageOf(answer)}`,
      'every account has this right by default (system:discovery): ask the administrators of the cluster',
    )
  }
  return new Map(
    listAt(answer.body, 'resources')
      .filter(isRecord)
      .filter(({ name }) => !String(name).includes('/')) // a subresource, such as deployments/scale
      .map(({ name, kind, namespaced }) => [
        String(kind),
        { group, plural: String(name), namespaced: namespaced === true },
      ]),
  )
}

/** Where all objects of a kind are, in all namespaces. */
export const listPath = ({ group, plural }: Resource): string => `${group}/${plural}`

/** Where an object is. Throws OperatorError for an object without the namespace that it needs. */
export function pathOf(resource: Resource, object: Identity): string {
  const { namespace, name } = object.metadata
  if (!resource.namespaced) return `${resource.group}/${resource.plural}/${encodeURIComponent(name)}`
  if (namespace === undefined) {
    throw new OperatorError(
      `${nameOf(object)} has no namespace`,
      'objects of overrides get the namespace of their root, unless kustomize does not know their kind: set it',
    )
  }
  return `${resource.group}/namespaces/${namespace}/${resource.plural}/${encodeURIComponent(name)}`
}

/** Version of the API server: `v1.37.2`. */
export async function serverVersion(api: Api): Promise<string> {
  const answer = await api.request('GET', '/version')
  return isSuccess(answer) ? String(at(answer.body, 'gitVersion')) : 'of unknown version'
}

import pMap from 'p-map'
import { OperatorError } from '../errors.ts'
import { type Api, atOnce, isSuccess, messageOf } from './api.ts'
import { acts } from './jobs.ts'
import { at, groupOf, type KubernetesObject } from './objects.ts'
import type { Resources } from './resources.ts'

/** Something that an account may do, or not. */
export interface Right {
  readonly verb: string
  readonly group: string
  /** `statefulsets` */
  readonly resource: string
  /** Absent for what belongs to the whole cluster. */
  readonly namespace?: string
}

/** `patch statefulsets.apps in trade-north` */
export const rightText = ({ verb, group, resource, namespace }: Right): string =>
  `${verb} ${resource}${group === '' ? '' : `.${group}`}${namespace === undefined ? '' : ` in ${namespace}`}`

/** What applying these objects needs; a kind that the server does not know yet comes from a CRD among them. */
export async function rightsToApply(
  objects: readonly KubernetesObject[],
  resources: Resources,
): Promise<readonly Right[]> {
  const defined = new Map(
    objects
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .map((crd) => [
        `${at(crd, 'spec', 'group')}/${at(crd, 'spec', 'names', 'kind')}`,
        String(at(crd, 'spec', 'names', 'plural')),
      ]),
  )
  const rights = new Map<string, Right>()
  for (const object of objects) {
    const group = groupOf(object)
    const resource = (await resources.of(object))?.plural ?? defined.get(`${group}/${object.kind}`)
    if (resource === undefined) continue
    const { namespace } = object.metadata
    for (const verb of ['get', 'create', 'patch', ...(acts(object) ? ['delete'] : [])]) {
      const right = { verb, group, resource, ...(namespace === undefined ? {} : { namespace }) }
      rights.set(rightText(right), right)
    }
  }
  const pods = { verb: 'list', group: '', resource: 'pods' }
  return [...rights.values(), pods]
}

/**
 * The rights that the caller lacks. The server only answers; nothing is made:
 * https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access. Throws OperatorError when it does not answer.
 */
export async function missingRights(
  api: Api,
  rights: readonly Right[],
  signal: AbortSignal,
): Promise<readonly Right[]> {
  const allowed = await pMap(rights, (resourceAttributes) => isAllowed(api, resourceAttributes, signal), {
    concurrency: atOnce,
  })
  return rights.filter((_, index) => allowed[index] !== true)
}

async function isAllowed(api: Api, resourceAttributes: Right, signal: AbortSignal): Promise<boolean> {
  const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } }
  const answer = await api.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', { body, signal })
  if (isSuccess(answer)) return at(answer.body, 'status', 'allowed') === true
  throw new OperatorError(
    `the API server does not say what this account may do: ${messageOf(answer)}`,
    'any account may ask for that (system:basic-user), unless somebody took the right away',
  )
}

import type { Answer, Api } from './api.ts'
import type { KubernetesObject } from './objects.ts'

/** The field manager of Chancery. */
export const fieldManager = 'chancery'

export interface ServerSideApplyOptions {
  /** The field manager; Chancery's when absent. */
  readonly manager?: string
  /** Dry run: the server answers with the result, and changes nothing. */
  readonly dryRun?: boolean
  /** Takes over fields that others own, instead of a conflict. */
  readonly force?: boolean
  readonly signal?: AbortSignal
  /** The user to impersonate. */
  readonly as?: string | undefined
}

/**
 * Server-side apply of the object as it is (https://kubernetes.io/docs/reference/using-api/server-side-apply/): every field
 * reaches the server, and one that it does not know is refused. JSON is YAML, which is the content type that applies.
 */
export function serverSideApply(
  api: Api,
  path: string,
  object: KubernetesObject,
  { manager = fieldManager, dryRun = false, force = false, signal, as }: ServerSideApplyOptions = {},
): Promise<Answer> {
  const query = new URLSearchParams({ fieldManager: manager, fieldValidation: 'Strict', force: String(force) })
  if (dryRun) query.set('dryRun', 'All')
  return api.request('PATCH', `${path}?${query}`, {
    body: object,
    contentType: 'application/apply-patch+yaml',
    ...(signal === undefined ? {} : { signal }),
    as,
  })
}

import type { Answer, Api } from './api.ts'
import type { KubernetesObject } from './objects.ts'

/** The name that fields applied by Chancery are owned under. */
export const fieldManager = 'chancery'

export interface ServerSideApplyOptions {
  /** Who asks; Chancery itself when absent. */
  readonly manager?: string
  /** The server says what it would do, and does nothing. */
  readonly dryRun?: boolean
  /** Takes fields over that others own, where the server would otherwise refuse. */
  readonly force?: boolean
  readonly signal?: AbortSignal
  /** The user that is impersonated. */
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

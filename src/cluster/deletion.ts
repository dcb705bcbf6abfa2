import { setTimeout as sleep } from 'node:timers/promises'
import type { Accounts } from './accounts.ts'
import type { Api } from './api.ts'
import { acts } from './jobs.ts'
import { getObject } from './live-objects.ts'
import { at, type KubernetesObject } from './objects.ts'
import { pathOf, type Resources } from './resources.ts'

export interface DeletionOptions {
  readonly api: Api
  readonly resources: Resources
  readonly accounts: Accounts
  /** Milliseconds to wait until deleted objects are gone. */
  readonly timeout: number
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/** Deletes one object with its dependents if its UID is unchanged, and waits until it is gone. Returns what prevented that. */
export const deleteObject = async (live: KubernetesObject, options: DeletionOptions): Promise<string | undefined> =>
  (await requestDeletion(live, options)) ?? (await end(live, options))

/** The pods of a Job end before the Job: on their end they take back what they asked for. Nobody waits for other dependents. */
const propagation = (live: KubernetesObject): 'Foreground' | 'Background' => (acts(live) ? 'Foreground' : 'Background')

/** Does not wait. */
export async function requestDeletion(
  live: KubernetesObject,
  { api, resources, accounts }: Pick<DeletionOptions, 'api' | 'resources' | 'accounts'>,
): Promise<string | undefined> {
  const resource = await resources.of(live)
  if (resource === undefined) return undefined // its kind is gone, and so is it
  const answer = await api.request('DELETE', pathOf(resource, live), {
    as: accounts.of(live)?.user,
    body: {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: propagation(live),
      preconditions: { uid: live.metadata.uid },
    },
  })
  // 409: another object has the name now, and must stay.
  if ([200, 202, 404, 409].includes(answer.status)) return undefined
  return String(at(answer.body, 'message') ?? `status ${answer.status}`)
}

/** Undefined when the object is gone. It stays in the inventory until then. */
async function end(live: KubernetesObject, { api, resources, timeout, signal }: DeletionOptions) {
  const resource = await resources.of(live)
  if (resource === undefined) return undefined
  const path = pathOf(resource, live)
  const last = Date.now() + timeout
  for (;;) {
    const found = await getObject(api, path)
    if (found?.metadata.uid !== live.metadata.uid) return undefined
    if (signal.aborted) return 'it is being deleted'
    if (Date.now() > last)
      return acts(live)
        ? 'it is being deleted, and its pods have not ended'
        : 'it is being deleted, and a finalizer blocks that'
    await sleep(200)
  }
}

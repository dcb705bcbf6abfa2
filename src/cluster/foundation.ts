import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import { OperatorError } from '../errors.ts'
import type { Accounts } from './accounts.ts'
import { type Api, atOnce, isSuccess } from './api.ts'
import { getObject } from './live-objects.ts'
import { isObject, type KubernetesObject, nameOf } from './objects.ts'
import { refusalOf } from './refusal/refusal.ts'
import type { Refused, Step } from './rehearsal.ts'
import { pathOf, type Resources } from './resources.ts'
import { serverSideApply } from './server-side-apply.ts'
import { isFoundation } from './stages.ts'
import { statusOf } from './status/status.ts'

export interface FoundationOptions {
  readonly api: Api
  readonly resources: Resources
  readonly accounts: Accounts
  readonly force: boolean
  readonly signal: AbortSignal
  /** Milliseconds. */
  readonly timeout: number
  readonly say: (text: string) => void
}

/** What must exist before the server can judge the rest. A namespace that only changes can wait until nothing was refused. */
export const comesFirst = ({ object, action }: Step, accounts: Accounts): boolean =>
  isFoundation(object)
    ? action === 'create' || (action === 'change' && object.kind !== 'Namespace')
    : action !== 'keep' && accounts.grants(object)

export interface Foundation {
  /** As they are now. */
  readonly written: readonly KubernetesObject[]
  /** Those that did not exist before. */
  readonly created: readonly KubernetesObject[]
  readonly refused: readonly Refused[]
}

/**
 * Creates namespaces and kinds, and waits until they are ready: only then can the server judge their objects. Then it creates the
 * rights of accounts there. After a refusal it creates nothing more and does not wait.
 */
export async function makeFoundation(steps: readonly Step[], options: FoundationOptions): Promise<Foundation> {
  const open = steps.filter((step) => comesFirst(step, options.accounts))
  const first = await make(
    open.filter(({ object }) => isFoundation(object)),
    options,
  )
  if (first.refused.length > 0) return first
  const rights = await make(
    open.filter(({ object }) => !isFoundation(object)),
    options,
  )
  return {
    written: [...first.written, ...rights.written],
    created: [...first.created, ...rights.created],
    refused: rights.refused,
  }
}

async function make(open: readonly Step[], options: FoundationOptions): Promise<Foundation> {
  const { api, resources, force } = options
  const outcomes = await pMap(
    open,
    async ({ object }) => {
      const answer = await serverSideApply(api, await placeOf(object, resources), object, { force })
      return isSuccess(answer) && isObject(answer.body)
        ? { made: answer.body, isNew: answer.status === 201 }
        : { refused: { object, refusal: refusalOf(object, answer) } }
    },
    { concurrency: atOnce },
  )
  const written = outcomes.flatMap(({ made }) => made ?? [])
  const refused = outcomes.flatMap((outcome) => outcome.refused ?? [])
  for (const object of refused.length > 0 ? [] : written) {
    const live = await until(object, options, (found) => found !== undefined && statusOf(found).state === 'current')
    options.say(`${nameOf(object)} ${live ? 'is ready' : 'exists, but is not ready yet'}`)
    if (!live)
      throw new OperatorError(`${nameOf(object)} does not become ready`, 'ask the administrators of the cluster')
  }
  if (written.length > 0) resources.forget()
  return {
    written,
    refused,
    created: outcomes.flatMap(({ made, isNew }) => (isNew === true ? [made] : [])),
  }
}

/** Waits for the end of namespaces that are being deleted: nothing can be created in them. */
export async function awaitTermination(
  objects: readonly KubernetesObject[],
  options: FoundationOptions,
): Promise<void> {
  for (const object of objects.filter(({ kind }) => kind === 'Namespace')) {
    const found = await getObject(options.api, await placeOf(object, options.resources))
    if (found?.metadata.deletionTimestamp === undefined) continue
    options.say(`${nameOf(object)} is being deleted: waiting until it is gone`)
    if (!(await until(object, options, (live) => live?.metadata.uid !== found.metadata.uid)))
      throw new OperatorError(
        `${nameOf(object)} is being deleted, and does not finish`,
        `an object in it has a finalizer without a controller: kubectl get namespace ${object.metadata.name} -o yaml`,
      )
  }
}

/** Removes what `makeFoundation` created, and nothing else. Returns what could not be removed. */
export async function undoFoundation(
  created: readonly KubernetesObject[],
  options: FoundationOptions,
): Promise<readonly string[]> {
  const left = await pMap(
    created,
    async (object) => {
      const path = await placeOf(object, options.resources)
      const body = { preconditions: { uid: object.metadata.uid } }
      const answer = await options.api.request('DELETE', path, { body })
      const gone =
        (isSuccess(answer) || answer.status === 404) &&
        (await until(object, options, (live) => live?.metadata.uid !== object.metadata.uid))
      return gone ? [] : [nameOf(object)]
    },
    { concurrency: atOnce },
  )
  options.resources.forget()
  return left.flat()
}

async function placeOf(object: KubernetesObject, resources: Resources): Promise<string> {
  const resource = await resources.of(object)
  if (resource === undefined) throw new Error(`the cluster does not know the kind ${object.kind}`)
  return pathOf(resource, object)
}

/** False on a timeout. */
async function until(
  object: KubernetesObject,
  { api, resources, timeout, signal }: FoundationOptions,
  condition: (live: KubernetesObject | undefined) => boolean,
): Promise<boolean> {
  const path = await placeOf(object, resources)
  const end = Date.now() + timeout
  while (!condition(await getObject(api, path))) {
    if (Date.now() > end) return false
    await sleep(200, undefined, { signal })
  }
  return true
}

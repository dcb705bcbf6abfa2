import { type Api, isSuccess } from './api.ts'
import { eventsIn } from './namespace-events.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { explain, type Failure, failureOf, podsOf } from './status/failures.ts'
import { statusOf } from './status/status.ts'

/** An object that is not ready, with its details. */
export interface Unready {
  readonly object: KubernetesObject
  /** One line. */
  readonly message: string
  /** Pods, events and the end of a log. */
  readonly details: readonly string[]
}

/** The live objects of a network at one moment, by key, its pods among them. */
export type Snapshot = ReadonlyMap<string, KubernetesObject>

export interface UnreadyOptions {
  readonly api: Api
  readonly signal: AbortSignal
  /** Of the cluster. */
  readonly clock: () => Date
  /** Time of the first change, by that clock; absent without changes: every fault is then older. */
  readonly since?: Date
}

/** A Job that is gone has run: many remove themselves after their time to live. */
export const isReady = ({ kind }: Pick<KubernetesObject, 'kind'>, live: KubernetesObject | undefined): boolean =>
  live === undefined ? kind === 'Job' : statusOf(live).state === 'current'

/** `StatefulSet trade-north/v1 (0 of 1 replicas are ready)` */
export const describe = (object: KubernetesObject, snapshot: Snapshot): string =>
  `${nameOf(object)} (${messageFor(object, snapshot)})`

const messageFor = (object: KubernetesObject, snapshot: Snapshot): string => {
  const found = snapshot.get(keyOf(object))
  return found === undefined ? 'it does not exist' : statusOf(found).message
}

/** The objects that will never become ready by themselves. */
export async function hopeless(
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  options: UnreadyOptions,
): Promise<Unready[]> {
  const pods = podsIn(snapshot)
  const events = await eventsOf(open, options)
  const now = options.clock()
  const found = open.flatMap((object) => {
    const live = snapshot.get(keyOf(object))
    const failure = live === undefined ? undefined : failureOf(live, { pods, events }, now, options.since)
    return live === undefined || failure === undefined ? [] : [{ object: live, failure }]
  })
  return Promise.all(
    found.map(async ({ object, failure }) => ({
      object,
      message: `${nameOf(object)} will not become ready: ${failure.message}`,
      details: [...explain(object, { pods: podsOf(object, pods), events }), ...(await logOf(failure, options))],
    })),
  )
}

/** All objects that are not ready after a timeout of `seconds`. */
export async function overdue(
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  seconds: number,
  options: UnreadyOptions,
): Promise<Unready[]> {
  const pods = podsIn(snapshot)
  const events = await eventsOf(open, options)
  return open.map((object) => {
    const live = snapshot.get(keyOf(object))
    return {
      object,
      message: `${nameOf(object)} is not ready after ${seconds} s: ${messageFor(object, snapshot)}`,
      details: live === undefined ? [] : explain(live, { pods: podsOf(live, pods), events }),
    }
  })
}

const podsIn = (snapshot: Snapshot): KubernetesObject[] => [...snapshot.values()].filter(({ kind }) => kind === 'Pod')

/** The largest number of namespaces whose events are read: enough to find the cause. */
const mostNamespaces = 10

function eventsOf(
  open: readonly KubernetesObject[],
  { api, signal }: UnreadyOptions,
): Promise<readonly KubernetesObject[]> {
  const namespaces = new Set(open.flatMap(({ metadata }) => metadata.namespace ?? []))
  return eventsIn(api, [...namespaces].slice(0, mostNamespaces), signal)
}

const logLines = 10
/** Milliseconds. */
const logPatience = 5000

/** The last lines of the failing container's log: of its last run when it crashed. */
async function logOf({ pod, container }: Failure, { api, signal }: UnreadyOptions): Promise<string[]> {
  if (pod === undefined || container === undefined) return []
  const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}/log`
  // A kubelet without an answer looks like a failing server, which requests would wait for.
  const late = AbortSignal.timeout(logPatience)
  for (const previous of ['true', 'false']) {
    const query = new URLSearchParams({ container, previous, tailLines: String(logLines), limitBytes: '8192' })
    const asked = api.request('GET', `${path}?${query}`, { signal: AbortSignal.any([signal, late]) })
    const answer = await asked.catch((error: unknown) => {
      if (late.aborted) return undefined
      throw error
    })
    if (answer === undefined) return []
    const text = typeof answer.body === 'string' ? answer.body.trimEnd() : ''
    if (!isSuccess(answer) || text === '') continue
    const lines = text.split('\n').map((line) => `  ${line}`)
    return [`last lines of ${pod.metadata.name}, container ${container}:`, ...lines]
  }
  return []
}

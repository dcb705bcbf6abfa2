import type { Api } from './api.ts'
import { removesItself } from './jobs.ts'
import { eventsIn } from './namespace-events.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { type OpenJob, openJob } from './open-jobs.ts'
import { lastLogLines } from './pod-log.ts'
import { explain, type Failure, failureOf, podsOf } from './status/failures.ts'
import type { Cause } from './status/patience.ts'
import { statusOf } from './status/status.ts'

/** An object that is not ready, with its details. */
export interface Unready {
  readonly object: KubernetesObject
  /** One line. */
  readonly message: string
  /** Pods, events and the end of a log. */
  readonly details: readonly string[]
  /** Why, where that is known. */
  readonly cause?: Cause
  /** The pod that it is about. */
  readonly pod?: string
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

/** A Job that removes itself has run when it is gone. */
export const isReady = (object: KubernetesObject, live: KubernetesObject | undefined): boolean =>
  live === undefined ? removesItself(object) : statusOf(live).state === 'current'

/** `StatefulSet trade-north/v1 (0 of 1 replicas are ready)` */
export function describe(object: KubernetesObject, snapshot: Snapshot, jobs: readonly OpenJob[]): string {
  const job = jobs.find((one) => keyOf(one.job) === keyOf(object))
  return job?.line === undefined
    ? `${nameOf(object)} (${messageFor(object, snapshot)})`
    : `${nameOf(object)} (${job.line})`
}

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
  const explained = await Promise.all(
    found.map(async ({ object, failure }) => {
      const lines = await logOf(failure, options)
      // A Job that ends with an error while it waits for others is tried again, and may end well once they act.
      if (statusOf(object).state !== 'failed' && openJob(object, lines).waitsFor !== undefined) return []
      return {
        object,
        message: `${nameOf(object)} will not become ready: ${failure.message}`,
        details: [...explain(object, { pods: podsOf(object, pods), events }), ...logText(failure, lines)],
        ...(failure.cause === undefined ? {} : { cause: failure.cause }),
        ...(failure.pod === undefined ? {} : { pod: failure.pod.metadata.name }),
      }
    }),
  )
  return explained.flat()
}

/** All objects that are not ready after a timeout of `seconds`; `jobs` are the Jobs among them. */
export async function overdue(
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  { seconds, jobs }: { readonly seconds: number; readonly jobs: readonly OpenJob[] },
  options: UnreadyOptions,
): Promise<Unready[]> {
  const pods = podsIn(snapshot)
  const events = await eventsOf(open, options)
  return open.map((object) => {
    const live = snapshot.get(keyOf(object))
    const line = jobs.find(({ job }) => keyOf(job) === keyOf(object))?.line
    return {
      object,
      message: `${nameOf(object)} is not ready after ${seconds} s: ${messageFor(object, snapshot)}`,
      details: [
        ...(live === undefined ? [] : explain(live, { pods: podsOf(live, pods), events })),
        ...(line === undefined ? [] : [`last line of its log: ${line}`]),
      ],
    }
  })
}

export const podsIn = (snapshot: Snapshot): KubernetesObject[] =>
  [...snapshot.values()].filter(({ kind }) => kind === 'Pod')

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

/** The last lines of the failing container's log: of its last run when it crashed. */
async function logOf({ pod, container }: Failure, options: UnreadyOptions): Promise<readonly string[]> {
  if (pod === undefined || container === undefined) return []
  return lastLogLines(pod, container, { runs: ['previous', 'current'], lines: logLines }, options)
}

const logText = ({ pod, container }: Failure, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : [`last lines of ${pod?.metadata.name}, container ${container}:`, ...lines.map((line) => `  ${line}`)]

import { setTimeout as sleep } from 'node:timers/promises'
import { several } from '../words.ts'
import { type Informer, type InformerOptions, startInformer } from './informer.ts'
import type { LiveObjects } from './live-objects.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { type OpenJob, openJobs } from './open-jobs.ts'
import {
  describe,
  hopeless,
  isReady,
  overdue,
  podsIn,
  type Snapshot,
  type Unready,
  type UnreadyOptions,
} from './unready.ts'

/** Kinds that become ready some time after they were applied; all others are ready at once. */
const awaitedKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Service', 'PersistentVolumeClaim'])

export const isAwaited = ({ kind }: Pick<KubernetesObject, 'kind'>): boolean => awaitedKinds.has(kind)

const pod = { apiVersion: 'v1', kind: 'Pod' }

export interface ReadinessOptions extends InformerOptions, UnreadyOptions {
  /** Milliseconds. */
  readonly timeout: number
  /** Receives a line for each object that became ready, and now and then one for those that did not. */
  readonly say: (text: string) => void
}

/** How a wait ended: well when nothing is unready. */
export interface Readiness {
  readonly unready: readonly Unready[]
  /** The Jobs that are not done; they wait for others when nothing is unready. */
  readonly jobs: readonly OpenJob[]
}

export const allReady: Readiness = { unready: [], jobs: [] }

/** The objects that are not ready, in a snapshot of a cluster. */
export async function notReady(
  objects: readonly KubernetesObject[],
  live: LiveObjects,
): Promise<readonly KubernetesObject[]> {
  const open: KubernetesObject[] = []
  for (const object of objects.filter(isAwaited)) if (!isReady(object, await live.get(object))) open.push(object)
  return open
}

/** Milliseconds between two looks at what has changed, and looks between two at what may have gone wrong, at logs, and two reports. */
const pause = 500
const looksForFailures = 4
const looksForLogs = 8
const looksForReport = 30

/** Milliseconds that Jobs get when all else is ready and only others can act: members may be applied to other clusters at the same time. */
const grace = 120_000

/** Objects that a report names. */
const mostNamed = 3

/** Resolves when all are ready or wait for others for long enough, as soon as one never will be ready, or on a timeout. */
export async function untilReady(objects: readonly KubernetesObject[], options: ReadinessOptions): Promise<Readiness> {
  const awaited = objects.filter(isAwaited)
  if (awaited.length === 0) return allReady
  const informer = await startInformer([...awaited, pod], options)
  try {
    return await look(awaited, informer, options)
  } finally {
    informer.end()
  }
}

async function look(
  awaited: readonly KubernetesObject[],
  informer: Informer,
  options: ReadinessOptions,
): Promise<Readiness> {
  const end = Date.now() + options.timeout
  let graceEnd: number | undefined
  let open = awaited
  let jobs: readonly OpenJob[] = []
  let seen = -1
  for (let looks = 0; ; looks += 1) {
    const isLate = Date.now() > end
    const isReport = looks > 0 && looks % looksForReport === 0
    // Patience also ends without any change.
    const isDue = isLate || looks % looksForFailures === 0
    if (isDue || isReport || informer.version() !== seen) {
      seen = informer.version()
      const snapshot = informer.snapshot()
      if (looks > 0) sayReady(open, snapshot, options)
      open = awaited.filter((object) => !isReady(object, snapshot.get(keyOf(object))))
      if (open.length === 0) return allReady
      const onlyJobs = open.every(({ kind }) => kind === 'Job')
      if (isLate || isReport || (onlyJobs && looks % looksForLogs === 0)) jobs = await logsOf(open, snapshot, options)
      const waiting = onlyJobs ? waitingIn(open, jobs) : undefined
      if (waiting !== undefined) {
        if (graceEnd === undefined) options.say(graceText(waiting))
        graceEnd ??= Date.now() + grace
        if (isLate || Date.now() > graceEnd) return { unready: [], jobs: waiting }
      }
      const unready = await verdictOn(open, snapshot, { isDue, isLate, jobs }, options)
      if (unready.length > 0) return { unready, jobs: jobs.filter((one) => isIn(open, one)) }
      if (isReport) sayOpen(open, snapshot, jobs, options)
    }
    await Promise.race([sleep(pause, undefined, { signal: options.signal }), informer.broken])
  }
}

/** What the open Jobs wrote last. */
const logsOf = (
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  options: ReadinessOptions,
): Promise<readonly OpenJob[]> =>
  openJobs(
    open.flatMap((object) => (object.kind === 'Job' ? (snapshot.get(keyOf(object)) ?? object) : [])),
    podsIn(snapshot),
    options,
  )

const isIn = (open: readonly KubernetesObject[], { job }: OpenJob): boolean =>
  open.some((object) => keyOf(object) === keyOf(job))

/** The open Jobs, when every one of them waits for others. */
function waitingIn(open: readonly KubernetesObject[], jobs: readonly OpenJob[]): readonly OpenJob[] | undefined {
  const waiting = jobs.filter((one) => one.waitsFor !== undefined && isIn(open, one))
  return waiting.length === open.length ? waiting : undefined
}

const graceText = (waiting: readonly OpenJob[]): string => {
  const texts = waiting.map(({ job, waitsFor }) => `${nameOf(job)} (${waitsFor})`)
  return `everything else is ready; waiting up to ${grace / 1000} s for others, for ${several(texts, mostNamed)}`
}

/** Empty while all may still become ready in time. Failures are looked for only when that is due. */
async function verdictOn(
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  { isDue, isLate, jobs }: { readonly isDue: boolean; readonly isLate: boolean; readonly jobs: readonly OpenJob[] },
  options: ReadinessOptions,
): Promise<readonly Unready[]> {
  const failed = isDue ? await hopeless(open, snapshot, options) : []
  if (failed.length > 0 || !isLate) return failed
  const seconds = Math.round(options.timeout / 1000)
  const waits = (object: KubernetesObject): boolean =>
    jobs.some((one) => one.waitsFor !== undefined && isIn([object], one))
  return overdue(
    open.filter((object) => !waits(object)),
    snapshot,
    { seconds, jobs },
    options,
  )
}

function sayReady(open: readonly KubernetesObject[], snapshot: Snapshot, { say }: ReadinessOptions): void {
  for (const object of open) if (isReady(object, snapshot.get(keyOf(object)))) say(`${nameOf(object)} is ready`)
}

function sayOpen(
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  jobs: readonly OpenJob[],
  { say }: ReadinessOptions,
): void {
  const texts = open.map((object) => describe(object, snapshot, jobs))
  say(`waiting for ${several(texts, mostNamed)}`)
}

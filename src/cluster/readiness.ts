import { setTimeout as sleep } from 'node:timers/promises'
import { several } from '../words.ts'
import { type Informer, type InformerOptions, startInformer } from './informer.ts'
import type { LiveObjects } from './live-objects.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { describe, hopeless, isReady, overdue, type Snapshot, type Unready, type UnreadyOptions } from './unready.ts'

/** Kinds that become ready some time after they were applied; all others are ready at once. */
const awaitedKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Service', 'PersistentVolumeClaim'])

/** On objects that take their own time, such as a Job that waits for other clusters: "false". */
const waitAnnotation = 'chancery.dev/wait'

export const canBeReady = ({ kind }: Pick<KubernetesObject, 'kind'>): boolean => awaitedKinds.has(kind)

export const isAwaited = ({ kind, metadata }: Pick<KubernetesObject, 'kind' | 'metadata'>): boolean =>
  canBeReady({ kind }) && metadata.annotations?.[waitAnnotation] !== 'false'

const pod = { apiVersion: 'v1', kind: 'Pod' }

export interface ReadinessOptions extends InformerOptions, UnreadyOptions {
  /** Milliseconds. */
  readonly timeout: number
  /** Receives a line for each object that became ready, and now and then one for those that did not. */
  readonly say: (text: string) => void
}

/** The objects that are not ready, in a snapshot of a cluster. */
export async function notReady(
  objects: readonly KubernetesObject[],
  live: LiveObjects,
): Promise<readonly KubernetesObject[]> {
  const open: KubernetesObject[] = []
  for (const object of objects.filter(isAwaited)) if (!isReady(object, await live.get(object))) open.push(object)
  return open
}

/** Milliseconds between two looks at what has changed, and looks between two at what may have gone wrong, and two reports. */
const pause = 500
const looksForFailures = 4
const looksForReport = 30

/** Objects that a report names. */
const mostNamed = 3

/** Resolves when all are ready (none), as soon as one never will be, or on a timeout. */
export async function untilReady(
  objects: readonly KubernetesObject[],
  options: ReadinessOptions,
): Promise<readonly Unready[]> {
  const awaited = objects.filter(isAwaited)
  if (awaited.length === 0) return []
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
): Promise<readonly Unready[]> {
  const end = Date.now() + options.timeout
  let open = awaited
  let seen = -1
  for (let looks = 0; ; looks += 1) {
    // Patience also ends without any change.
    const isDue = looks % looksForFailures === 0
    if (isDue || informer.version() !== seen) {
      seen = informer.version()
      const snapshot = informer.snapshot()
      if (looks > 0) sayReady(open, snapshot, options)
      open = awaited.filter((object) => !isReady(object, snapshot.get(keyOf(object))))
      const verdict = await verdictOn(open, snapshot, { isDue, end }, options)
      if (verdict !== undefined) return verdict
      if (looks > 0 && looks % looksForReport === 0) sayOpen(open, snapshot, options)
    }
    await Promise.race([sleep(pause, undefined, { signal: options.signal }), informer.broken])
  }
}

/** Undefined while all may still become ready in time. Failures are looked for only when that is due. */
async function verdictOn(
  open: readonly KubernetesObject[],
  snapshot: Snapshot,
  { isDue, end }: { readonly isDue: boolean; readonly end: number },
  options: ReadinessOptions,
): Promise<readonly Unready[] | undefined> {
  if (open.length === 0) return []
  const failed = isDue ? await hopeless(open, snapshot, options) : []
  if (failed.length > 0) return failed
  return Date.now() > end ? overdue(open, snapshot, Math.round(options.timeout / 1000), options) : undefined
}

function sayReady(open: readonly KubernetesObject[], snapshot: Snapshot, { say }: ReadinessOptions): void {
  for (const object of open) if (isReady(object, snapshot.get(keyOf(object)))) say(`${nameOf(object)} is ready`)
}

function sayOpen(open: readonly KubernetesObject[], snapshot: Snapshot, { say }: ReadinessOptions): void {
  const texts = open.map((object) => describe(object, snapshot))
  say(`waiting for ${several(texts, mostNamed)}`)
}

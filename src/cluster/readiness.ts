import { setTimeout as sleep } from 'node:timers/promises'
import type { Live } from './live.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { describe, hopeless, isReady, overdue, type Unready, type UnreadyOptions } from './unready.ts'
import { type Watched, type WatchOptions, watchKinds } from './watched.ts'

/** Kinds that become ready some time after they were applied; others are as soon as the server has them. */
const awaitedKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Service', 'PersistentVolumeClaim'])

/** On objects that take their own time, such as a Job that waits for other clusters: "false". */
const waitAnnotation = 'chancery.dev/wait'

export const isAwaited = ({ kind, metadata }: Pick<KubernetesObject, 'kind' | 'metadata'>): boolean =>
  awaitedKinds.has(kind) && metadata.annotations?.[waitAnnotation] !== 'false'

const pod = { apiVersion: 'v1', kind: 'Pod' }

export interface ReadinessOptions extends WatchOptions, UnreadyOptions {
  /** Milliseconds. */
  readonly timeout: number
  /** Gets a line for each object that has become ready, and one now and then for those that have not. */
  readonly say: (text: string) => void
}

/** Those that are not ready, in a cluster as it was read. */
export async function notReady(objects: readonly KubernetesObject[], live: Live): Promise<readonly KubernetesObject[]> {
  const open: KubernetesObject[] = []
  for (const object of objects.filter(isAwaited)) if (!isReady(object, await live.get(object))) open.push(object)
  return open
}

/** Milliseconds between two looks at what has changed, and looks between two at what may have gone wrong, and two reports. */
const pause = 500
const looksForFailures = 4
const looksForReport = 30

/** Resolves when all are ready (none), as soon as one never will be, or when the time is over. */
export async function untilReady(
  objects: readonly KubernetesObject[],
  options: ReadinessOptions,
): Promise<readonly Unready[]> {
  const wanted = objects.filter(isAwaited)
  if (wanted.length === 0) return []
  const watched = await watchKinds([...wanted, pod], options)
  try {
    return await look(wanted, watched, options)
  } finally {
    watched.end()
  }
}

async function look(
  wanted: readonly KubernetesObject[],
  watched: Watched,
  options: ReadinessOptions,
): Promise<readonly Unready[]> {
  const { signal, timeout, say } = options
  const end = Date.now() + timeout
  let open = wanted
  let seen = -1
  for (let looks = 0; ; looks += 1) {
    // Patience runs out without any change, too.
    if (watched.version() !== seen || looks % looksForFailures === 0) {
      seen = watched.version()
      const view = watched.objects()
      if (looks > 0)
        for (const object of open) if (isReady(object, view.get(keyOf(object)))) say(`${nameOf(object)} is ready`)
      open = wanted.filter((object) => !isReady(object, view.get(keyOf(object))))
      if (open.length === 0) return []
      const failed = looks % looksForFailures === 0 ? await hopeless(open, view, options) : []
      if (failed.length > 0) return failed
      if (Date.now() > end) return await overdue(open, view, Math.round(timeout / 1000), options)
      if (looks > 0 && looks % looksForReport === 0)
        say(`waiting for ${listed(open.map((object) => describe(object, view)))}`)
    }
    await Promise.race([sleep(pause, undefined, { signal }), watched.broken])
  }
}

const listed = (texts: readonly string[]): string =>
  texts.slice(0, 3).join(', ') + (texts.length > 3 ? ` and ${texts.length - 3} more` : '')

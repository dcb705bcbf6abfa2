import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, isSuccess } from './api.ts'
import { listObjects } from './list.ts'
import { selectorOf } from './live.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { type Observed, observe } from './observe.ts'
import { listPath, type Resources } from './resources.ts'
import { explain, type Failure, failureOf, podsOf } from './status/failures.ts'
import { statusOf } from './status/status.ts'

/** Kinds that become ready some time after they were applied; others are as soon as the server has them. */
const awaitedKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Service', 'PersistentVolumeClaim'])

export const isAwaited = ({ kind }: Pick<KubernetesObject, 'kind'>): boolean => awaitedKinds.has(kind)

const podType = { apiVersion: 'v1', kind: 'Pod' }

export interface ReadinessOptions {
  readonly api: Api
  readonly resources: Resources
  readonly network: string
  /** Milliseconds. */
  readonly timeout: number
  /** Of the cluster. */
  readonly clock: () => Date
  /** When the first change was made, by that clock; absent when nothing was changed, and what is wrong was so before. */
  readonly since?: Date
  readonly signal: AbortSignal
  /** Gets a line now and then, and one for each object that has become ready. */
  readonly say: (text: string) => void
}

/** An object that is not ready, with all that is known of it. */
export interface Unready {
  readonly object: KubernetesObject
  /** One line. */
  readonly message: string
  /** Pods, events and the end of a log. */
  readonly details: readonly string[]
}

/** Resolves when all are ready (none), as soon as one never will be, or when the time is over. */
export async function untilReady(
  objects: readonly KubernetesObject[],
  options: ReadinessOptions,
): Promise<readonly Unready[]> {
  const wanted = objects.filter(isAwaited)
  if (wanted.length === 0) return []
  const { api, resources, network, timeout, signal, say } = options
  const stop = new AbortController()
  const anySignal = AbortSignal.any([signal, stop.signal])
  const { promise: broken, reject: failed } = Promise.withResolvers<never>()
  broken.catch(() => {}) // it is raced below, and may lose
  let changes = 1
  const observed: Observed[] = []
  try {
    for (const type of typesOf(wanted)) {
      const resource = await resources.of(type)
      if (resource === undefined) continue
      const changed = (): void => void (changes += 1)
      const path = listPath(resource)
      observed.push(
        await observe({ api, path, type, selector: selectorOf(network), signal: anySignal, changed, failed }),
      )
    }
    const live = new Map<string, KubernetesObject>()
    const view = (): View => {
      live.clear()
      for (const { objects: some } of observed) for (const [key, object] of some) live.set(key, object)
      return { live, pods: [...live.values()].filter(({ kind }) => kind === podType.kind) }
    }
    const end = Date.now() + timeout
    const ready = new Set<KubernetesObject>()
    let seen = 0
    for (let turn = 0; ; turn += 1) {
      if (changes !== seen || turn % 10 === 0) {
        seen = changes
        const now = view()
        const open: KubernetesObject[] = []
        for (const object of wanted) {
          if (!isReady(now.live.get(keyOf(object)))) open.push(object)
          else if (!ready.has(object)) {
            ready.add(object)
            if (turn > 0) say(`${nameOf(object)} is ready`)
          }
        }
        if (open.length === 0) return []
        const failures = turn % 4 === 0 ? await failuresOf(open, now, options) : []
        if (failures.length > 0) return failures
        if (Date.now() > end) return await timedOut(open, now, options)
        if (turn > 0 && turn % 30 === 0) say(`waiting for ${listed(open.map((object) => describe(object, now)))}`)
      }
      await Promise.race([sleep(500, undefined, { signal }), broken])
    }
  } finally {
    stop.abort()
  }
}

interface View {
  readonly live: ReadonlyMap<string, KubernetesObject>
  readonly pods: readonly KubernetesObject[]
}

function typesOf(objects: readonly KubernetesObject[]): { apiVersion: string; kind: string }[] {
  const types = new Map(objects.map(({ apiVersion, kind }) => [`${apiVersion} ${kind}`, { apiVersion, kind }]))
  return [...types.values(), podType]
}

const isReady = (object: KubernetesObject | undefined): boolean =>
  object !== undefined && statusOf(object).state === 'current'

const messageFor = (object: KubernetesObject, { live }: View): string => {
  const found = live.get(keyOf(object))
  return found === undefined ? 'it is not there' : statusOf(found).message
}

const describe = (object: KubernetesObject, view: View): string => `${nameOf(object)} (${messageFor(object, view)})`

const listed = (texts: readonly string[]): string =>
  texts.slice(0, 3).join(', ') + (texts.length > 3 ? ` and ${texts.length - 3} more` : '')

/** Those that never will be ready. Events are asked for only where pods are missing or in trouble. */
async function failuresOf(
  open: readonly KubernetesObject[],
  view: View,
  options: ReadinessOptions,
): Promise<Unready[]> {
  const events = await eventsOf(open, options)
  const found = open.flatMap((object) => {
    const live = view.live.get(keyOf(object))
    const related = { pods: live === undefined ? [] : podsOf(live, view.pods), events }
    const failure = live === undefined ? undefined : failureOf(live, related, options.clock(), options.since)
    return live === undefined || failure === undefined ? [] : [{ object: live, failure, related }]
  })
  return Promise.all(
    found.map(async ({ object, failure, related }) => ({
      object,
      message: `${nameOf(object)} will not become ready: ${failure.message}`,
      details: [...explain(object, related), ...(await logOf(failure, options))],
    })),
  )
}

async function timedOut(open: readonly KubernetesObject[], view: View, options: ReadinessOptions): Promise<Unready[]> {
  const events = await eventsOf(open, options)
  return open.map((object) => {
    const live = view.live.get(keyOf(object))
    return {
      object,
      message: `${nameOf(object)} is not ready after ${Math.round(options.timeout / 1000)} s: ${messageFor(object, view)}`,
      details: live === undefined ? [] : explain(live, { pods: podsOf(live, view.pods), events }),
    }
  })
}

/** Most namespaces that are asked for events at once: enough to find out what is wrong. */
const mostNamespaces = 10

async function eventsOf(open: readonly KubernetesObject[], { api, signal }: ReadinessOptions) {
  const namespaces = [...new Set(open.flatMap(({ metadata }) => metadata.namespace ?? []))].slice(0, mostNamespaces)
  const type = { apiVersion: 'v1', kind: 'Event' }
  const lists = await Promise.all(
    namespaces.map((namespace) => listObjects(api, `/api/v1/namespaces/${namespace}/events`, { type, signal })),
  )
  return lists.flatMap((list) => ('status' in list ? [] : list))
}

const logLines = 10

/** The end of what the failing container wrote: of its last run when it crashed. */
async function logOf({ pod, container }: Failure, { api, signal }: ReadinessOptions): Promise<string[]> {
  if (pod === undefined || container === undefined) return []
  const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}/log`
  for (const previous of ['true', 'false']) {
    const query = new URLSearchParams({ container, previous, tailLines: String(logLines), limitBytes: '8192' })
    const answer = await api.request('GET', `${path}?${query}`, { signal })
    const text = typeof answer.body === 'string' ? answer.body.trimEnd() : ''
    if (isSuccess(answer) && text !== '')
      return [
        `last lines of ${pod.metadata.name}, container ${container}:`,
        ...text.split('\n').map((line) => `  ${line}`),
      ]
  }
  return []
}

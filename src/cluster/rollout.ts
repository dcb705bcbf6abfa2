import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from './api.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import type { Step } from './rehearsal.ts'
import type { Unready } from './unready.ts'

/** The order in which nodes restart for a change, and how to read the progress of the ledger meanwhile. */
export interface Rollout {
  /** Groups of StatefulSets, one after the other. */
  readonly groups: readonly (readonly Pick<KubernetesObject['metadata'], 'name' | 'namespace'>[])[]
  /** A number that grows while the ledger makes progress, as these nodes report it; undefined without an answer. */
  head?(api: Api, nodes: Rollout['groups'][number], signal: AbortSignal): Promise<number | undefined>
  /** Milliseconds in which a healthy head grows at least once. */
  readonly pace: number
}

/** The changed workloads of running nodes, group by group; new workloads do not wait, nor do those that get other labels only. */
export function groupsOf(steps: readonly Step[], rollout: Rollout | undefined): readonly KubernetesObject[][] {
  const restarted = new Map(
    steps
      .filter(({ object, action, differences }) => {
        const isLabelled = differences.length > 0 && differences.every(({ field }) => inLabels.test(field))
        return action === 'change' && object.kind === 'StatefulSet' && !isLabelled
      })
      .map(({ object }) => [`${object.metadata.namespace}/${object.metadata.name}`, object] as const),
  )
  return (rollout?.groups ?? [])
    .map((group) => group.flatMap(({ namespace, name }) => restarted.get(`${namespace}/${name}`) ?? []))
    .filter((group) => group.length > 0)
}

/** Kubernetes takes them up without a new pod. */
const inLabels = /^metadata\.(labels|annotations)\b/

export const keysOf = (groups: readonly (readonly KubernetesObject[])[]): ReadonlySet<string> =>
  new Set(groups.flat().map(keyOf))

/** How often the head is read, how many paces to wait for it, and the least wait: rounds without a block take longer. */
const pause = 1000
const paces = 15
const shortest = 60_000

export interface AskOptions {
  readonly api: Api
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/**
 * Whether the ledger makes progress before the change: otherwise the run cannot require it afterwards. The change may be the repair.
 */
export async function goesOn(
  groups: readonly (readonly KubernetesObject[])[],
  rollout: Rollout | undefined,
  options: AskOptions,
): Promise<boolean> {
  if (rollout?.head === undefined || groups.length === 0) return false
  const nodes = rollout.groups.flat()
  const before = await rollout.head(options.api, nodes, options.signal)
  if (before !== undefined) options.say(`the ledger is at ${before}: waiting for progress before nodes restart`)
  const so = before !== undefined && (await grows(before, nodes, rollout, options, 3 * rollout.pace + pause))
  if (before === undefined)
    options.say('no node reports the height of the ledger: each group restarts once the group before it is ready')
  else if (!so)
    options.say(
      `the ledger is stopped at ${before} before the change: each group restarts once the group before it is ready`,
    )
  return so
}

/** Resolves with true as soon as the head is higher, with false on a timeout. */
async function grows(
  begin: number,
  nodes: Rollout['groups'][number],
  { head }: Rollout,
  { api, signal }: AskOptions,
  time: number,
): Promise<boolean> {
  const end = Date.now() + time
  for (;;) {
    const now = await head?.(api, nodes, signal)
    if (now !== undefined && now > begin) return true
    if (Date.now() > end) return false
    await sleep(pause, undefined, { signal })
  }
}

/** Waits until the ledger makes progress after the restart of these; otherwise returns the first of them with the reason. */
export async function awaitHead(
  objects: readonly KubernetesObject[],
  rollout: Rollout,
  options: AskOptions,
): Promise<readonly Unready[]> {
  const [first] = objects
  if (first === undefined) return []
  const nodes = objects.map(({ metadata }) => metadata)
  const time = Math.max(shortest, paces * rollout.pace)
  const begin = await firstHead(nodes, rollout, options, time)
  if (begin !== undefined) options.say(`${nameOf(first)} is ready: waiting until the ledger is higher than ${begin}`)
  if (begin !== undefined && (await grows(begin, nodes, rollout, options, time))) return []
  return [
    {
      object: first,
      message:
        begin === undefined
          ? `${nameOf(first)} runs, but does not report the height of the ledger`
          : `the ledger is stopped at ${begin} since the restart of ${nameOf(first)}`,
      details: [
        'the nodes after it were not changed: repair this one, then run this again; `chancery verify` shows more',
      ],
    },
  ]
}

async function firstHead(
  nodes: Rollout['groups'][number],
  { head }: Rollout,
  { api, signal }: AskOptions,
  time: number,
): Promise<number | undefined> {
  const end = Date.now() + time
  for (;;) {
    const now = await head?.(api, nodes, signal)
    if (now !== undefined || Date.now() > end) return now
    await sleep(pause, undefined, { signal })
  }
}

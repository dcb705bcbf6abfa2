import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from './api.ts'
import { type KubernetesObject, keyOf, nameOf } from './objects.ts'
import type { Step } from './rehearsal.ts'
import type { Unready } from './unready.ts'

/** In which order nodes take up a change that restarts them, and how the ledger is asked whether it goes on meanwhile. */
export interface Rollout {
  /** Groups of StatefulSets, one after the other. */
  readonly groups: readonly (readonly Pick<KubernetesObject['metadata'], 'name' | 'namespace'>[])[]
  /** A number that grows while the ledger goes on, as these nodes tell it; undefined when they do not. */
  head?(api: Api, nodes: Rollout['groups'][number], signal: AbortSignal): Promise<number | undefined>
  /** Milliseconds in which the head grows at least once, if all is well. */
  readonly pace: number
}

/** The changed workloads of nodes that run already, group by group; what is made anew waits for nobody. */
export function groupsOf(steps: readonly Step[], rollout: Rollout | undefined): readonly KubernetesObject[][] {
  const restarted = new Map(
    steps
      .filter(({ object, action }) => action === 'change' && object.kind === 'StatefulSet')
      .map(({ object }) => [`${object.metadata.namespace}/${object.metadata.name}`, object] as const),
  )
  return (rollout?.groups ?? [])
    .map((group) => group.flatMap(({ namespace, name }) => restarted.get(`${namespace}/${name}`) ?? []))
    .filter((group) => group.length > 0)
}

export const keysOf = (groups: readonly (readonly KubernetesObject[])[]): ReadonlySet<string> =>
  new Set(groups.flat().map(keyOf))

/** How often the head is looked at, how many paces are waited for it, and how long at least: rounds without a block take longer. */
const pause = 1000
const paces = 15
const shortest = 60_000

export interface AskOptions {
  readonly api: Api
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/**
 * Whether the ledger goes on before anything is changed: else nobody can ask that it does afterwards. A change may be what
 * sets it going again.
 */
export async function goesOn(
  groups: readonly (readonly KubernetesObject[])[],
  rollout: Rollout | undefined,
  options: AskOptions,
): Promise<boolean> {
  if (rollout?.head === undefined || groups.length === 0) return false
  const nodes = rollout.groups.flat()
  const before = await rollout.head(options.api, nodes, options.signal)
  const so = before !== undefined && (await grows(before, nodes, rollout, options, 3 * rollout.pace + pause))
  if (before === undefined)
    options.say(
      'no node says how far the ledger is: nodes restart one group after the other, when those before are ready',
    )
  else if (!so)
    options.say(
      `the ledger stands still at ${before} already: nodes restart one group after the other, when those before are ready`,
    )
  return so
}

/** Resolves with true as soon as the head is above that, with false when the time is over. */
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

/** Waits until the ledger goes on after these have restarted; the first of them, and why it is not well, when it does not. */
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
  if (begin !== undefined && (await grows(begin, nodes, rollout, options, time))) return []
  return [
    {
      object: first,
      message:
        begin === undefined
          ? `${nameOf(first)} runs, and does not say how far the ledger is`
          : `the ledger stands still at ${begin} since ${nameOf(first)} has restarted`,
      details: [
        'the nodes after it were left as they are: look at this one, then run this again; `chancery verify` says more',
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

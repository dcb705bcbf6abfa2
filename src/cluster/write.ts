import pMap from 'p-map'
import type { Accounts } from './accounts.ts'
import { type Api, atOnce, isSuccess } from './api.ts'
import { comesFirst } from './foundation.ts'
import { at, type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { changes } from './plan.ts'
import type { Recorder } from './recorder.ts'
import { refusalOf } from './refusal/refusal.ts'
import type { Refused, Step } from './rehearsal.ts'
import { pathOf, type Resources } from './resources.ts'
import { keysOf } from './rollout.ts'
import { serverSideApply } from './server-side-apply.ts'
import { inStages } from './stages.ts'
import type { Unready } from './unready.ts'

export interface WriteOptions {
  readonly api: Api
  readonly resources: Resources
  readonly recorder: Recorder
  readonly accounts: Accounts
  readonly force: boolean
  readonly signal: AbortSignal
  readonly say: (text: string) => void
  /** Workloads to write one group after the other, after all others of their stage. */
  readonly groups: readonly (readonly KubernetesObject[])[]
  /** Waits until a group is healthy; returns those that are not. */
  settled(group: readonly KubernetesObject[]): Promise<readonly Unready[]>
}

/** Writes the differences, a stage at a time; after a refusal or a stop, no further stage. */
export async function writeStages(
  steps: readonly Step[],
  options: WriteOptions,
): Promise<{ readonly refused: readonly Refused[]; readonly unready: readonly Unready[]; readonly stopped: boolean }> {
  const { signal, groups, settled, accounts } = options
  const later = keysOf(groups)
  const objects = changes({ steps })
    .filter((step) => !comesFirst(step, accounts))
    .map(({ object }) => object)
  for (const stage of inStages(objects)) {
    const ordered = groups.map((group) =>
      group.filter((object) => stage.some((other) => keyOf(other) === keyOf(object))),
    )
    const others = stage.filter((object) => !later.has(keyOf(object)))
    for (const part of [others, ...ordered.filter((group) => group.length > 0)]) {
      const refused = await writeAll(part, options)
      if (refused.length > 0 || signal.aborted) return { refused, unready: [], stopped: signal.aborted }
      const unready = part === others ? [] : await settled(part)
      if (unready.length > 0 || signal.aborted) return { refused: [], unready, stopped: signal.aborted }
    }
  }
  return { refused: [], unready: [], stopped: false }
}

/** Writes objects side by side. */
async function writeAll(
  objects: readonly KubernetesObject[],
  { api, resources, recorder, accounts, force, signal, say }: WriteOptions,
): Promise<Refused[]> {
  const refused = await pMap(
    objects,
    async (object): Promise<Refused[]> => {
      if (signal.aborted) return []
      const resource = await resources.of(object)
      if (resource === undefined) throw new Error(`${nameOf(object)}: the cluster no longer serves its kind`)
      const as = accounts.of(object)?.user
      const answer = await serverSideApply(api, pathOf(resource, object), object, { force, as })
      if (!isSuccess(answer)) return [{ object, refusal: refusalOf(object, answer) }]
      const { apiVersion, kind, metadata } = object
      recorder.written({
        apiVersion,
        kind,
        metadata: { ...metadata, uid: String(at(answer.body, 'metadata', 'uid')) },
      })
      say(`${answer.status === 201 ? 'created' : 'changed'} ${nameOf(object)}`)
      return []
    },
    { concurrency: atOnce },
  )
  return refused.flat()
}

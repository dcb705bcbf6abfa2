import pMap from 'p-map'
import { type Api, atOnce, isSuccess } from './api.ts'
import { comesFirst } from './foundation.ts'
import { at, nameOf } from './objects.ts'
import { changes } from './plan.ts'
import type { Recorder } from './recorder.ts'
import { refusalOf } from './refusal/refusal.ts'
import type { Refused, Step } from './rehearsal.ts'
import { pathOf, type Resources } from './resources.ts'
import { serverSideApply } from './server-side-apply.ts'
import { inStages } from './stages.ts'

export interface WriteOptions {
  readonly api: Api
  readonly resources: Resources
  readonly recorder: Recorder
  readonly force: boolean
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

/** Writes what is not as it should be, a stage at a time; after a refusal, or when it is to stop, no further stage. */
export async function writeStages(
  steps: readonly Step[],
  { api, resources, recorder, force, signal, say }: WriteOptions,
): Promise<{ readonly refused: readonly Refused[]; readonly stopped: boolean }> {
  const objects = changes({ steps })
    .filter((step) => !comesFirst(step))
    .map(({ object }) => object)
  for (const stage of inStages(objects)) {
    const refused = await pMap(
      stage,
      async (object): Promise<Refused[]> => {
        if (signal.aborted) return []
        const resource = await resources.of(object)
        if (resource === undefined) throw new Error(`${nameOf(object)}: its kind is gone`)
        const answer = await serverSideApply(api, pathOf(resource, object), object, { force })
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
    if (refused.flat().length > 0 || signal.aborted) return { refused: refused.flat(), stopped: signal.aborted }
  }
  return { refused: [], stopped: false }
}

import pMap from 'p-map'
import { atOnce } from './api.ts'
import { differencesOf, sameContent } from './difference/difference.ts'
import { mergedWith } from './difference/merge.ts'
import { asFlux, fluxManager, isAppliedByFlux } from './flux.ts'
import { at, groupOf, type KubernetesObject } from './objects.ts'
import { finishedJob, type Refused, type Rehearsal, type RehearsalInput, type Step, unknownKind } from './rehearsal.ts'
import { fieldManager } from './server-side-apply.ts'

/**
 * What applying each object would do, by reading only: compares the live objects with the desired ones. That needs no right to
 * write, so it cannot show what a server would refuse or default.
 */
export async function compare(objects: readonly KubernetesObject[], input: RehearsalInput): Promise<Rehearsal> {
  const defined = new Set(objects.filter(({ kind }) => kind === 'CustomResourceDefinition').map(kindDefinedBy))
  const compared = await pMap(objects, (object) => one(object, defined, input), {
    concurrency: atOnce,
    signal: input.signal,
  })
  return {
    steps: compared.flatMap((found) => ('refusal' in found ? [] : [found])),
    refused: compared.flatMap((found) => ('refusal' in found ? [found] : [])),
    warnings: [],
  }
}

const kindDefinedBy = (definition: KubernetesObject): string =>
  `${at(definition, 'spec', 'group')}/${at(definition, 'spec', 'names', 'kind')}`

async function one(
  object: KubernetesObject,
  defined: ReadonlySet<string>,
  input: RehearsalInput,
): Promise<Step | Refused> {
  const missing: Step = { object, action: 'create', differences: [], checked: false, byFlux: false }
  if ((await input.resources.of(object)) === undefined)
    return defined.has(`${groupOf(object)}/${object.kind}`) ? missing : { object, refusal: unknownKind(object) }
  const done = object.kind === 'Job' ? await finishedJob(object, input) : undefined
  if (done !== undefined) return done
  const before = await input.live.get(object)
  if (before === undefined) return { ...missing, checked: true }
  const byFlux = input.heedFlux && isAppliedByFlux(before)
  const after = byFlux
    ? mergedWith(before, asFlux(object, before), fluxManager)
    : mergedWith(before, object, fieldManager)
  const step = { object, checked: true, byFlux }
  return sameContent(before, after)
    ? { ...step, action: 'keep', differences: [] }
    : { ...step, action: 'change', differences: differencesOf(before, after), versions: { before, after } }
}

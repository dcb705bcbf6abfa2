import { setTimeout as sleep } from 'node:timers/promises'
import type { Accounts } from './accounts.ts'
import { type FoundationOptions, makeFoundation, undoFoundation } from './foundation.ts'
import type { KubernetesObject } from './objects.ts'
import type { Planned } from './plan.ts'
import { type Refused, rehearse } from './rehearsal.ts'

export interface JudgedFoundation {
  /** As they are now; none when anything was refused. */
  readonly written: readonly KubernetesObject[]
  /** Of the foundation, and of the objects that the server could not judge without it. */
  readonly refused: readonly Refused[]
  /** Objects that could not be removed again after a refusal. */
  readonly problems: readonly string[]
}

/**
 * Creates namespaces and kinds, and rehearses the objects that the server could not judge before. When the server refuses any of
 * them, the new namespaces and kinds are removed again.
 */
export async function makeJudgedFoundation(planned: Planned, options: FoundationOptions): Promise<JudgedFoundation> {
  const made = await makeFoundation(planned.plan.steps, options)
  const refused = made.refused.length > 0 ? made.refused : await rehearseRest(planned, options)
  if (refused.length === 0) return { written: made.written, refused, problems: [] }
  const left = await undoFoundation(made.created, options)
  const problems = left.map((name) => `${name} was created by this run and could not be removed again`)
  return { written: [], refused, problems }
}

/** Rehearses the objects that the first dry run had to skip. */
async function rehearseRest(
  { plan, live, inventory }: Planned,
  options: FoundationOptions,
): Promise<readonly Refused[]> {
  const objects = plan.steps.filter(({ checked }) => !checked).map(({ object }) => object)
  if (objects.length === 0) return []
  const judge = () => rehearse(objects, { ...options, heedFlux: false, live, inventory })
  const end = Date.now() + patience
  let { refused, warnings } = await judge()
  while (refused.some((one) => isForbidden(one, options.accounts)) && Date.now() < end) {
    await sleep(pause, undefined, { signal: options.signal })
    const again = await judge()
    refused = again.refused
    warnings = again.warnings
  }
  for (const warning of warnings) options.say(`warning from the API server: ${warning}`)
  return refused
}

/** Milliseconds in which every API server of a cluster takes up the rights that were just given, and between two tries. */
const patience = 5000
const pause = 250

const isForbidden = ({ object, refusal }: Refused, accounts: Accounts): boolean =>
  refusal.kind === 'forbidden' && accounts.of(object) !== undefined

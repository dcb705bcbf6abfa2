import { type Api, endingWith } from './api.ts'
import { clockOf } from './clock.ts'
import { awaitTermination, makeFoundation, undoFoundation } from './foundation.ts'
import { type KubernetesObject, nameOf } from './objects.ts'
import { type ClusterPlan, changes, type DesiredState, type Planned, planCluster, waitable } from './plan.ts'
import { pruneOrphans } from './prune.ts'
import { notReady, type ReadinessOptions, untilReady } from './readiness.ts'
import { recorderOf } from './recorder.ts'
import { type Refused, type Rehearsal, rehearse } from './rehearsal.ts'
import { type Resources, resourcesOf } from './resources.ts'
import { awaitHead, goesOn, groupsOf } from './rollout.ts'
import type { Unready } from './unready.ts'
import { writeStages } from './write.ts'

export interface ClusterApplyOptions {
  /** Take fields over that others own. */
  readonly force: boolean
  /** Delete what left the definition. */
  readonly prune: boolean
  /** Objects that are pruned although a guard would keep them, as `Kind namespace/name`. */
  readonly named: ReadonlySet<string>
  /** Stop when the plan is made. */
  readonly dryRun: boolean
  /** Milliseconds to wait until everything is ready. */
  readonly timeout: number
  /** Ends the work between two objects; what was begun is finished. */
  readonly signal: AbortSignal
  readonly now: () => Date
}

export interface ApplyListener {
  /** One line of progress. */
  say(text: string): void
  /** The plan, before anything is changed. */
  planned(plan: ClusterPlan): void
}

export type ApplyOutcome = 'unchanged' | 'applied' | 'planned' | 'refused' | 'failed' | 'not-ready' | 'stopped'

/** What became of one cluster. */
export interface Applied {
  readonly outcome: ApplyOutcome
  readonly plan: ClusterPlan
  /** How many objects were written. */
  readonly written: number
  /** Refusals that only came when the foundation was there, or while applying. */
  readonly refused: readonly Refused[]
  readonly unready: readonly Unready[]
  readonly pruned: readonly string[]
  /** What went wrong beside that: what could not be undone or deleted. */
  readonly problems: readonly string[]
}

/**
 * Brings a cluster to what it should hold: dry run of everything, then stage by stage, then waiting, then pruning. When the
 * server would refuse any object, nothing is changed.
 */
export async function applyCluster(
  given: Api,
  desired: DesiredState,
  options: ClusterApplyOptions,
  listener: ApplyListener,
): Promise<Applied> {
  const api = endingWith(given, options.signal)
  const resources = resourcesOf(api)
  const foundation = { api, resources, ...options, say: listener.say }
  if (!options.dryRun) await awaitTermination(desired.objects, foundation)
  const planned = await planCluster(api, resources, desired, options)
  const { plan } = planned
  listener.planned(plan)
  const nothing: Applied = {
    outcome: 'planned',
    plan,
    written: 0,
    refused: [],
    unready: [],
    pruned: [],
    problems: [],
  }
  if (plan.refused.length > 0) return { ...nothing, outcome: 'refused' }
  if (options.dryRun) return nothing
  if (options.signal.aborted) return { ...nothing, outcome: 'stopped' }

  const clock = await clockOf(api)
  const began = clock()
  const made = await makeFoundation(plan.steps, foundation)
  const late =
    made.refused.length > 0
      ? { refused: made.refused, warnings: [] }
      : await rehearseLate(planned, { api, resources, ...options })
  for (const warning of late.warnings) listener.say(`warning of the API server: ${warning}`)
  if (late.refused.length > 0) {
    const left = await undoFoundation(made.created, foundation)
    const problems = left.map((name) => `${name} was made for this and could not be removed again`)
    return { ...nothing, outcome: 'refused', refused: late.refused, problems }
  }
  const recorder = recorderOf(api, desired, planned, options.now)
  for (const object of made.written) recorder.written(object)
  if (changes(plan).length > 0) await recorder.begin()
  const groups = groupsOf(plan.steps, desired.rollout)
  const readiness = { ...foundation, clock, since: began, network: desired.network }
  const asks = await goesOn(groups, desired.rollout, foundation)
  const settled = async (group: readonly KubernetesObject[]): Promise<readonly Unready[]> => {
    try {
      const unready = await untilReady(group, readiness)
      if (unready.length > 0 || desired.rollout === undefined || !asks) return unready
      return await awaitHead(group, desired.rollout, foundation)
    } catch (error) {
      if (options.signal.aborted) return []
      throw error
    }
  }
  const {
    refused,
    unready: unwell,
    stopped,
  } = await writeStages(plan.steps, { ...foundation, recorder, groups, settled })
  const written = recorder.count()
  const so = (outcome: ApplyOutcome, more: Partial<Applied> = {}): Applied => ({
    ...nothing,
    written,
    outcome,
    ...more,
  })
  if (refused.length > 0 || stopped || unwell.length > 0) {
    await recorder.end([])
    if (unwell.length > 0) return so('not-ready', { unready: unwell })
    return so(stopped ? 'stopped' : 'failed', { refused })
  }
  const unready = await awaitAll(planned, desired, written, readiness)
  if (unready === undefined || unready.length > 0) {
    await recorder.end([])
    return unready === undefined ? so('stopped') : so('not-ready', { unready })
  }
  const {
    pruned,
    problems,
    stopped: left,
  } = options.prune ? await pruneOrphans(plan.orphans, foundation) : { pruned: [], problems: [], stopped: false }
  await recorder.end(pruned)
  const outcome = written + pruned.length === 0 ? 'unchanged' : 'applied'
  return so(left ? 'stopped' : problems.length > 0 ? 'failed' : outcome, { pruned: pruned.map(nameOf), problems })
}

/** Undefined when it is to stop before that is known. A cluster in which nothing was changed has been looked at already. */
async function awaitAll(
  { plan, live }: Planned,
  desired: DesiredState,
  written: number,
  { since, ...options }: ReadinessOptions & { readonly since: Date },
): Promise<readonly Unready[] | undefined> {
  const objects = await waitable(plan, live, desired)
  try {
    if (written > 0) return await untilReady(objects, { ...options, since })
    return (await notReady(objects, live)).length === 0 ? [] : await untilReady(objects, options)
  } catch (error) {
    if (options.signal.aborted) return undefined
    throw error
  }
}

/** What the server could not judge before its namespace or its kind was there. */
async function rehearseLate(
  { plan, live, inventory }: Planned,
  options: ClusterApplyOptions & { readonly api: Api; readonly resources: Resources },
): Promise<Pick<Rehearsal, 'refused' | 'warnings'>> {
  const open = plan.steps.filter(({ checked }) => !checked).map(({ object }) => object)
  if (open.length === 0) return { refused: [], warnings: [] }
  return rehearse(open, { ...options, heedFlux: false, live, inventory })
}

import { OperatorError } from '../errors.ts'
import { noAccounts } from './accounts.ts'
import { type Api, endingWith } from './api.ts'
import { clockOf } from './clock.ts'
import { olderThan } from './commit.ts'
import { awaitTermination, type FoundationOptions } from './foundation.ts'
import type { Entry } from './inventory.ts'
import { makeJudgedFoundation } from './judged-foundation.ts'
import { type KubernetesObject, nameOf } from './objects.ts'
import type { OpenJob } from './open-jobs.ts'
import type { Orphan } from './orphans.ts'
import { type ClusterPlan, changes, type DesiredState, type Planned, planCluster, waitable } from './plan.ts'
import { endJobs, type Pruned, pruneOrphans } from './prune.ts'
import { allReady, notReady, type ReadinessOptions, untilReady } from './readiness.ts'
import { type Recorder, recorderOf } from './recorder.ts'
import type { Refused } from './rehearsal.ts'
import { resourcesOf } from './resources.ts'
import { awaitHead, goesOn, groupsOf, type Rollout } from './rollout.ts'
import type { Elsewhere } from './running-twice.ts'
import type { Unready } from './unready.ts'
import { writeStages } from './write.ts'

export interface ClusterApplyOptions {
  /** Take over fields that others own. */
  readonly force: boolean
  /** Delete objects that left the definition; Jobs are deleted without it, too. */
  readonly prune: boolean
  /** Objects that are pruned although a guard would keep them, as `Kind namespace/name`. */
  readonly named: ReadonlySet<string>
  /** Apply a commit that is older than the cluster's. */
  readonly allowOlder: boolean
  /** Where else its nodes may run; nobody is asked when absent. */
  readonly elsewhere?: Elsewhere
  /** Stop after the plan. */
  readonly dryRun: boolean
  /** Milliseconds to wait until everything is ready. */
  readonly timeout: number
  /** Ends the work after the current object. */
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

/** The result for one cluster. */
export interface Applied {
  readonly outcome: ApplyOutcome
  readonly plan: ClusterPlan
  /** How many objects were written. */
  readonly written: number
  /** Refusals that appeared only after the foundation existed, or while applying. */
  readonly refused: readonly Refused[]
  readonly unready: readonly Unready[]
  /** Jobs that are not done; where nothing is unready, all of them wait for others. */
  readonly jobs: readonly OpenJob[]
  readonly pruned: readonly string[]
  /** Other failures: objects that could not be removed again or deleted. */
  readonly problems: readonly string[]
}

/**
 * Brings a cluster to the desired state: dry run of everything, then the end of Jobs whose request is over, then stage by stage, then
 * waiting, then pruning. When the server would refuse any object, nothing changes.
 */
export async function applyCluster(
  given: Api,
  desired: DesiredState,
  options: ClusterApplyOptions,
  listener: ApplyListener,
): Promise<Applied> {
  const api = endingWith(given, options.signal)
  const accounts = desired.accounts ?? noAccounts
  const shared: Shared = { ...options, api, resources: resourcesOf(api), accounts, say: listener.say }
  if (!options.dryRun) await awaitTermination(desired.objects, shared)
  const planned = await planCluster(api, shared.resources, desired, options)
  const { plan } = planned
  listener.planned(plan)
  await refuseOlder(planned, desired, shared)
  const outcome = outcomeOfPlan(plan, options)
  if (outcome !== undefined) return { ...untouched(plan), outcome }

  const clock = await clockOf(api)
  const readiness = { ...shared, clock, since: clock(), network: desired.network }
  const { written, ...refusal } = await makeJudgedFoundation(planned, shared)
  if (refusal.refused.length > 0) return { ...untouched(plan), ...refusal, outcome: 'refused' }
  const recorder = recorderOf(api, desired, planned, options.now)
  for (const object of written) recorder.written(object)
  if (changes(plan).length > 0) await recorder.begin()
  const ended = await endJobs(plan, shared)
  const failure = endingOf(ended) ?? (await write(plan, desired.rollout, { ...readiness, recorder }))
  const { jobs, ...waited } =
    failure === undefined ? await awaitAll(planned, desired, recorder.count(), readiness) : { failure, jobs: [] }
  const { entries: others, ...ending } = waited.failure ?? (await prune(plan.orphans, shared))
  const entries = [...ended.pruned, ...others]
  await recorder.end(entries)
  const applied = { ...untouched(plan), written: recorder.count(), ...ending, jobs, pruned: entries.map(nameOf) }
  const isUnchanged = applied.outcome === 'applied' && applied.written + entries.length === 0
  return isUnchanged ? { ...applied, outcome: 'unchanged' } : applied
}

type Shared = FoundationOptions & ClusterApplyOptions

type Readiness = ReadinessOptions & { readonly since: Date }

/** Throws OperatorError when the last applied commit is newer than the desired one. A rehearsal only reports it. */
async function refuseOlder(
  { inventory }: Planned,
  { commit }: DesiredState,
  { allowOlder, dryRun, say }: Shared,
): Promise<void> {
  if (inventory.commit === '') return
  if (commit === undefined) {
    const note = 'there is no git repository here to tell whether this one is older'
    return say(`! the cluster has commit ${inventory.commit.slice(0, 12)}, and ${note}`)
  }
  const older = await olderThan(inventory.commit, commit)
  if (older === undefined) return
  if (allowOlder || dryRun) return say(`! ${older.message}`)
  throw new OperatorError(older.message, `${older.hint}; --allow-older (allow-older: true) applies it anyway`)
}

/** The outcome, with the pruned objects. */
type Ending = Partial<Applied> & Pick<Applied, 'outcome'> & { readonly entries: readonly Entry[] }

const untouched = (plan: ClusterPlan): Omit<Applied, 'outcome'> => ({
  plan,
  written: 0,
  refused: [],
  unready: [],
  jobs: [],
  pruned: [],
  problems: [],
})

/** Undefined when the plan can be applied. */
function outcomeOfPlan(plan: ClusterPlan, { dryRun, signal }: ClusterApplyOptions): ApplyOutcome | undefined {
  if (plan.refused.length > 0) return 'refused'
  if (dryRun) return 'planned'
  return signal.aborted ? 'stopped' : undefined
}

/** Writes the changes of the plan; undefined on success. */
async function write(
  plan: ClusterPlan,
  rollout: Rollout | undefined,
  options: Shared & Readiness & { readonly recorder: Recorder },
): Promise<Ending | undefined> {
  const groups = groupsOf(plan.steps, rollout)
  const asks = await goesOn(groups, rollout, options)
  const settled = (group: readonly KubernetesObject[]): Promise<readonly Unready[]> =>
    orWhenStopped(options.signal, [], async () => {
      const { unready } = await untilReady(group, options)
      return unready.length > 0 || rollout === undefined || !asks ? unready : awaitHead(group, rollout, options)
    })
  const { refused, unready, stopped } = await writeStages(plan.steps, { ...options, groups, settled })
  if (unready.length > 0) return { outcome: 'not-ready', unready, entries: [] }
  if (stopped) return { outcome: 'stopped', refused, entries: [] }
  return refused.length > 0 ? { outcome: 'failed', refused, entries: [] } : undefined
}

/** Without a failure when all objects are ready, or Jobs that wait for others. A cluster without changes was checked already. */
async function awaitAll(
  { plan, live }: Planned,
  desired: DesiredState,
  written: number,
  { since, ...options }: Readiness,
): Promise<{ readonly failure: Ending | undefined; readonly jobs: readonly OpenJob[] }> {
  const objects = await waitable(plan, live, desired)
  const readiness = await orWhenStopped(options.signal, undefined, async () => {
    if (written > 0) return untilReady(objects, { ...options, since })
    return (await notReady(objects, live)).length === 0 ? allReady : untilReady(objects, options)
  })
  if (readiness === undefined) return { failure: { outcome: 'stopped', entries: [] }, jobs: [] }
  const { unready, jobs } = readiness
  return { failure: unready.length > 0 ? { outcome: 'not-ready', unready, entries: [] } : undefined, jobs }
}

/** Undefined when all Jobs ended that had to. */
const endingOf = ({ problems, stopped }: Pruned): Ending | undefined =>
  stopped || problems.length > 0 ? { outcome: stopped ? 'stopped' : 'failed', problems, entries: [] } : undefined

/** Deletes objects that left the definition, when requested. */
async function prune(orphans: readonly Orphan[], options: Shared): Promise<Ending> {
  if (!options.prune) return { outcome: 'applied', entries: [] }
  const pruned = await pruneOrphans(orphans, options)
  return { ...(endingOf(pruned) ?? { outcome: 'applied' }), entries: pruned.pruned }
}

/** What `work` gives, or the second when it was broken off because the whole is to end. */
async function orWhenStopped<Result, Stopped>(
  signal: AbortSignal,
  stopped: Stopped,
  work: () => Promise<Result>,
): Promise<Result | Stopped> {
  try {
    return await work()
  } catch (error) {
    if (signal.aborted) return stopped
    throw error
  }
}

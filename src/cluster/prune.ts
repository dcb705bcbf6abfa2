import { type DeletionOptions, deleteObject } from './deletion.ts'
import type { Entry } from './inventory.ts'
import { acts } from './jobs.ts'
import { nameOf } from './objects.ts'
import { deletedOrphans, type Orphan } from './orphans.ts'
import type { Step } from './rehearsal.ts'

export interface Pruned {
  readonly pruned: readonly Entry[]
  readonly problems: readonly string[]
  /** Whether something is left because the run was stopped. */
  readonly stopped: boolean
}

/** Deletes the orphans that no guard keeps, one after the other, and waits until they are gone. */
export const pruneOrphans = (orphans: readonly Orphan[], options: DeletionOptions): Promise<Pruned> =>
  pruneAll(
    deletedOrphans(orphans, true).filter(({ live }) => !acts(live)),
    options,
  )

/** Deletes Jobs and CronJobs whose request is over, and Jobs that run again: with their pods, before anything else changes. */
export async function endJobs(
  { orphans, steps }: { readonly orphans: readonly Orphan[]; readonly steps: readonly Step[] },
  options: DeletionOptions,
): Promise<Pruned> {
  const ended = await pruneAll(deletedOrphans(orphans, false), options)
  const problems = [...ended.problems]
  for (const { again } of steps) {
    if (again?.old === undefined || options.signal.aborted) continue
    const problem = await deleteObject(again.old, options)
    if (problem === undefined) options.say(`deleted ${nameOf(again.old)} to run it again: ${again.reason}`)
    else problems.push(`${nameOf(again.old)} could not be deleted: ${problem}`)
  }
  return { ...ended, problems, stopped: options.signal.aborted }
}

async function pruneAll(orphans: readonly Orphan[], options: DeletionOptions): Promise<Pruned> {
  const pruned: Entry[] = []
  const problems: string[] = []
  for (const { entry, live } of orphans) {
    if (options.signal.aborted) break
    const problem = await deleteObject(live, options)
    if (problem === undefined) {
      pruned.push(entry)
      options.say(`pruned ${nameOf(entry)}`)
    } else problems.push(`${nameOf(entry)} could not be pruned: ${problem}`)
  }
  return { pruned, problems, stopped: options.signal.aborted && pruned.length < orphans.length }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Accounts } from './accounts.ts'
import type { Api } from './api.ts'
import type { Entry } from './inventory.ts'
import { getObject } from './live-objects.ts'
import { nameOf } from './objects.ts'
import { deleteOrphan, type Orphan } from './orphans.ts'
import { pathOf, type Resources } from './resources.ts'

export interface PruneOptions {
  readonly api: Api
  readonly resources: Resources
  readonly accounts: Accounts
  /** Milliseconds to wait until deleted objects are gone. */
  readonly timeout: number
  readonly signal: AbortSignal
  readonly say: (text: string) => void
}

export interface Pruned {
  readonly pruned: readonly Entry[]
  readonly problems: readonly string[]
  /** Whether something is left because the run was stopped. */
  readonly stopped: boolean
}

/** Deletes the orphans that no guard keeps, one after the other, and waits until they are gone. */
export async function pruneOrphans(orphans: readonly Orphan[], options: PruneOptions): Promise<Pruned> {
  const pruned: Entry[] = []
  const problems: string[] = []
  const free = orphans.filter(({ stays }) => stays === undefined)
  for (const orphan of free) {
    if (options.signal.aborted) break
    const refused = await deleteOrphan(orphan, options.api, options.resources, options.accounts)
    const problem = refused ?? (await end(orphan, options))
    if (problem === undefined) {
      pruned.push(orphan.entry)
      options.say(`pruned ${nameOf(orphan.entry)}`)
    } else problems.push(`${nameOf(orphan.entry)} could not be pruned: ${problem}`)
  }
  return { pruned, problems, stopped: options.signal.aborted && pruned.length < free.length }
}

/** Undefined when the object is gone. It stays in the inventory until then. */
async function end({ entry, live }: Orphan, { api, resources, timeout, signal }: PruneOptions) {
  const resource = await resources.of(entry)
  if (resource === undefined) return undefined
  const path = pathOf(resource, entry)
  const last = Date.now() + timeout
  for (;;) {
    const found = await getObject(api, path)
    if (found?.metadata.uid !== live.metadata.uid) return undefined
    if (signal.aborted) return 'it is being deleted'
    if (Date.now() > last) return 'it is being deleted, and a finalizer blocks that'
    await sleep(200)
  }
}

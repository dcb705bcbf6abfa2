import type { Api } from './api.ts'
import { type Entry, type Inventory, sameEntries, union, writeInventory } from './inventory.ts'
import { type Identity, keyOf } from './objects.ts'
import type { DesiredState, Planned } from './plan.ts'

/** Keeps the inventory while a cluster changes: it always contains every applied object. */
export interface Recorder {
  /** Records every written object. */
  written(object: Identity & { readonly metadata: { readonly uid?: string } }): void
  /** How many were. */
  count(): number
  /** Before the first change: records every object that may exist from now on, and when. */
  begin(): Promise<void>
  /** After the last one: records the objects that exist, unless they are recorded already. */
  end(pruned: readonly Identity[]): Promise<void>
}

export function recorderOf(
  api: Api,
  { network, namespace, objects, places, commit }: DesiredState,
  { plan, inventory, live }: Planned,
  now: () => Date,
): Recorder {
  const uids = new Map(inventory.entries.map((entry) => [keyOf(entry), entry.uid]))
  const written = new Set<string>()
  let stored = inventory
  const desired = (): Entry[] =>
    objects.map(({ apiVersion, kind, metadata: { name, namespace: inside } }) => {
      const metadata = inside === undefined ? { name } : { name, namespace: inside }
      return { apiVersion, kind, metadata, uid: uids.get(keyOf({ apiVersion, kind, metadata })) ?? '' }
    })
  const next = (entries: readonly Entry[]): Inventory => ({
    ...stored,
    entries: union(entries),
    places,
    commit: commit?.name ?? stored.commit,
  })
  const store = async (inventory: Inventory): Promise<void> => {
    stored = await writeInventory(api, network, namespace, inventory)
  }
  return {
    written: (object) => {
      written.add(keyOf(object))
      if (object.metadata.uid !== undefined) uids.set(keyOf(object), object.metadata.uid)
    },
    count: () => written.size,
    begin: () => store({ ...next([...inventory.entries, ...desired()]), applied: now().toISOString() }),
    end: async (pruned) => {
      for (const { object, action } of plan.steps) {
        if (action !== 'keep' || (uids.get(keyOf(object)) ?? '') !== '') continue
        const uid = (await live.get(object))?.metadata.uid
        if (uid !== undefined) uids.set(keyOf(object), uid)
      }
      const gone = new Set(pruned.map(keyOf))
      const kept = plan.orphans.map(({ entry }) => entry).filter((entry) => !gone.has(keyOf(entry)))
      const last = next([...kept, ...desired()])
      if (!sameEntries(last, stored)) await store(last)
    },
  }
}

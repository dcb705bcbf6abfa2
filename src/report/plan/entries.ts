import type { Difference } from '../../cluster/difference/difference.ts'
import { groupBy } from '../../group-by.ts'
import type { ObjectChange, RootChange } from '../../plan/objects.ts'

/** What happens to one object, in words that objects of other parts can share: `*` is the name of the part. */
interface Entry {
  /** `+` created, `-` deleted, `~` changed, `!` changed so that its pods restart, ` ` kept in the cluster. */
  readonly sign: string
  readonly kind: string
  /** With its namespace where that is not the part's own. */
  readonly name: string
  /** `runs again` */
  readonly note: string
  readonly differences: readonly Difference[]
}

/** Parts of a cluster to which the same happens. */
export interface EntryGroup extends Pick<Entry, 'sign'> {
  readonly parts: readonly string[]
  /** Objects of which there is nothing else to tell, by kind; or one object with its fields. */
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly differences: readonly Difference[]
}

/**
 * The changes of a cluster with everything that parts have in common written once. Nothing is left out: what an override adds to one part
 * is in a separate group. Changes of peer lists are not in it.
 */
export function entryGroups(roots: readonly RootChange[], network: string): readonly EntryGroup[] {
  const entries = roots.flatMap((root) =>
    entriesOf(root, network).map((entry) => ({ entry, part: root.part, key: JSON.stringify(entry) })),
  )
  const shared = [...groupBy(entries, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ ...first, parts: [...new Set(same.map(({ part }) => part))] }]
  })
  const groups = groupBy(shared, ({ entry, parts, key }) =>
    JSON.stringify([parts, entry.sign, entry.differences.length > 0 ? key : '']),
  )
  return [...groups.values()].flatMap((group): EntryGroup[] => {
    const [first] = group
    if (first === undefined) return []
    const { entry, parts } = first
    const byKind = groupBy(
      group.map((one) => one.entry),
      ({ kind }) => kind,
    )
    return [
      {
        parts,
        sign: entry.sign,
        differences: entry.differences,
        names: new Map(
          [...byKind].map(([kind, own]) => [
            kind,
            own.map(({ name, note }) => (note === '' ? name : `${name} ${note}`)),
          ]),
        ),
      },
    ]
  })
}

const signs = { create: '+', change: '~', delete: '-', stay: ' ' } as const

function entriesOf({ part, changes }: RootChange, network: string): Entry[] {
  const [owner = '', node = owner] = part.split('/')
  const own = part === 'Flux' || part === 'Flux itself' ? 'flux-system' : `${network}-${owner}`
  const again = repeatedJobs(changes)
  const entries = changes.flatMap((change): Entry[] => {
    const { action, object, differences, restarts, peers } = change
    if (peers !== undefined) return []
    const { name, namespace = own } = object.metadata
    const job = object.kind === 'Job' ? withoutHash(name) : ''
    if (again.has(job) && action === 'delete') return []
    // It has the pods of the Job.
    if (object.kind === 'CronJob' && action === 'change' && again.has(name)) return []
    const shown = relative(hashed.has(object.kind) ? withoutHash(name) : name, node)
    const entry = { kind: object.kind, name: namespace === own ? shown : `${namespace}/${shown}` }
    if (again.has(job)) return [{ ...entry, sign: '~', note: '(runs again)', differences: [] }]
    return [{ ...entry, sign: restarts ? '!' : signs[action], note: '', differences }]
  })
  return numbered(entries)
}

/** Objects that are called the same but for their hash are told apart. */
function numbered(entries: readonly Entry[]): Entry[] {
  const counts = new Map<string, number>()
  return entries.map((entry) => {
    const key = JSON.stringify(entry)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? entry : { ...entry, name: `${entry.name} (${count})` }
  })
}

/** A Job cannot be changed: one that is deleted and created under the name of its new content runs again. */
function repeatedJobs(changes: readonly ObjectChange[]): ReadonlySet<string> {
  const named = (wanted: ObjectChange['action']): string[] =>
    changes
      .filter(({ action, object }) => action === wanted && object.kind === 'Job')
      .map(({ object }) => withoutHash(object.metadata.name))
  const gone = new Set(named('delete'))
  return new Set(named('create').filter((name) => name !== '' && gone.has(name)))
}

const hashed: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'Job'])

/** Without the hash of its content: ours is hexadecimal, kustomize's has digits and letters of which none makes a word. */
const withoutHash = (name: string): string => name.replace(/-(?:[0-9a-f]{10}|[2456789bcdfghkmt]{10})$/, '')

const relative = (name: string, node: string): string =>
  name === node || name.startsWith(`${node}-`) ? `*${name.slice(node.length)}` : name

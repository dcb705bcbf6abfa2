import pMap from 'p-map'
import { atOnce } from './api.ts'
import type { Entry } from './inventory.ts'
import { acts } from './jobs.ts'
import { type LiveObjects, ownLabels } from './live-objects.ts'
import { at, isKept, type KubernetesObject, keepAnnotation, nameOf } from './objects.ts'
import { inOrder } from './stages.ts'

/** An applied object that left the definition. */
export interface Orphan {
  readonly entry: Entry
  readonly live: KubernetesObject
  /** Why prune keeps it; absent when prune may delete it. */
  readonly stays?: string
}

export interface OrphanOptions {
  readonly network: string
  /** Objects that are deleted although a guard would keep them, as `Kind namespace/name`. */
  readonly named: ReadonlySet<string>
  /** Values of `app.kubernetes.io/component` of nodes that take part in consensus. */
  readonly consensusRoles: readonly string[]
}

/** Kinds whose deletion loses data, or deletes other objects. */
const precious: Readonly<Record<string, string>> = {
  PersistentVolumeClaim: "it holds a ledger's data",
  Secret: 'it holds keys',
  Namespace: 'its deletion deletes everything in it',
  CustomResourceDefinition: 'its deletion deletes every object of its kind, in other networks too',
}

/** The orphans that applying deletes: all that no guard keeps with prune; without it only those that act by themselves. */
export const deletedOrphans = (orphans: readonly Orphan[], prune: boolean): readonly Orphan[] =>
  orphans.filter(({ entry, stays }) => stays === undefined && (prune || acts(entry)))

/** Looks the entries up. An object that is gone, or was replaced since, is no orphan. Last in, first out. */
export async function findOrphans(
  entries: readonly Entry[],
  live: LiveObjects,
  options: OrphanOptions,
): Promise<readonly Orphan[]> {
  const found = await pMap(
    inOrder(entries).reverse(),
    async (entry) => {
      const object = await live.get(entry)
      return object === undefined || isAnother(object, entry) ? [] : [{ entry, live: object }]
    },
    { concurrency: atOnce },
  )
  return guard(found.flat(), options)
}

const isAnother = ({ metadata }: KubernetesObject, { uid }: Entry): boolean => uid !== '' && metadata.uid !== uid

function guard(found: readonly Omit<Orphan, 'stays'>[], options: OrphanOptions): Orphan[] {
  const isNamed = ({ entry }: Pick<Orphan, 'entry'>): boolean => options.named.has(nameOf(entry))
  const voters = found.filter((orphan) => takesPart(orphan.live, options.consensusRoles) && !isNamed(orphan))
  return found.map((orphan) => {
    const reason = isNamed(orphan) ? undefined : (reasonOf(orphan.live, options) ?? neededBy(orphan.live, voters))
    return { ...orphan, ...(reason === undefined ? {} : { stays: reason }) }
  })
}

function reasonOf(object: KubernetesObject, options: OrphanOptions): string | undefined {
  const labels = object.metadata.labels ?? {}
  if (takesPart(object, options.consensusRoles)) return 'it takes part in consensus: without it the ledger may stop'
  if (isKept(object) && precious[object.kind] === undefined) return `its annotation ${keepAnnotation} keeps it`
  const owned = Object.entries(ownLabels(options.network)).every(([label, value]) => labels[label] === value)
  // CRDs are shared: they have no label of a network.
  return precious[object.kind] ?? (owned ? undefined : 'its labels no longer name this network')
}

/** Whether it is a node that takes part in the consensus of the ledger. */
export const takesPart = ({ kind, metadata }: KubernetesObject, consensusRoles: readonly string[]): boolean =>
  ['StatefulSet', 'Deployment'].includes(kind) &&
  consensusRoles.includes(metadata.labels?.['app.kubernetes.io/component'] ?? '')

/** A node that stays needs its configuration, its network policy, and its route; no Job that acts on a request that is over. */
function neededBy(object: KubernetesObject, voters: readonly Omit<Orphan, 'stays'>[]): string | undefined {
  if (acts(object)) return undefined
  const leadsTo = String(at(object, 'spec', 'service') ?? '').split(':')[0]
  const voter = voters.find(({ live: { metadata } }) =>
    [object.metadata.namespace, leadsTo?.split('.')[1]].includes(metadata.namespace),
  )
  return voter === undefined ? undefined : `${nameOf(voter.live)} stays and may need it`
}

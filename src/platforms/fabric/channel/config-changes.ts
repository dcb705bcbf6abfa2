import type { ConfigGroup } from './config-group.ts'
import type { UpdateSets } from './update.ts'

/** One thing that an update changes: where, and what happens to it. */
export interface ConfigChange {
  /** `Application/CarrierMSP`, `Orderer/ConsensusType`, empty for the channel itself. */
  readonly path: string
  readonly what: 'group' | 'value' | 'policy'
  readonly action: 'added' | 'changed' | 'removed'
  /** Path of the policy that has to be satisfied for it: `/Channel/Application/Admins`. */
  readonly guardedBy: string
}

/** All that an update changes, in the order of the paths. */
export const changesOf = (current: ConfigGroup, { write }: UpdateSets): readonly ConfigChange[] =>
  changesIn(current, write, []).toSorted((a, b) => (a.path < b.path ? -1 : 1))

function changesIn(current: ConfigGroup, write: ConfigGroup, path: readonly string[]): ConfigChange[] {
  const isChanged = write.version > current.version
  const guard = (modPolicy: string): string =>
    modPolicy.startsWith('/') ? modPolicy : ['/Channel', ...path, modPolicy].join('/')
  const change = (
    name: string,
    what: ConfigChange['what'],
    action: ConfigChange['action'],
    modPolicy = current.modPolicy,
  ): ConfigChange => ({ path: [...path, name].join('/'), what, action, guardedBy: guard(modPolicy) })
  const removed = (old: ReadonlyMap<string, unknown>, written: ReadonlyMap<string, unknown>): string[] =>
    isChanged ? [...old.keys()].filter((name) => !written.has(name)) : []
  const leaves = (what: 'value' | 'policy'): ConfigChange[] => {
    const [old, written] = what === 'value' ? [current.values, write.values] : [current.policies, write.policies]
    const changed = [...written].flatMap(([name, { version }]) => {
      const known = old.get(name)
      if (known === undefined) return [change(name, what, 'added')]
      return version > known.version ? [change(name, what, 'changed', known.modPolicy)] : []
    })
    return [...changed, ...removed(old, written).map((name) => change(name, what, 'removed'))]
  }
  const own: ConfigChange[] =
    isChanged && write.modPolicy !== current.modPolicy
      ? [{ path: path.join('/'), what: 'group', action: 'changed', guardedBy: guard(current.modPolicy) }]
      : []
  return [
    ...own,
    ...leaves('value'),
    ...leaves('policy'),
    ...[...write.groups].flatMap(([name, group]) => {
      const known = current.groups.get(name)
      return known === undefined ? [change(name, 'group', 'added')] : changesIn(known, group, [...path, name])
    }),
    ...removed(current.groups, write.groups).map((name) => change(name, 'group', 'removed')),
  ]
}

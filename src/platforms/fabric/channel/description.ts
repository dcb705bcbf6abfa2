import type { ConfigGroup } from './config-group.ts'
import type { UpdateSets } from './update.ts'

/** One thing that an update changes: where, and what happens to it. */
export interface ConfigChange {
  /** `Application/CarrierMSP`, `Orderer/ConsensusType`, empty for the channel itself. */
  readonly path: string
  readonly what: 'group' | 'value' | 'policy'
  readonly action: 'added' | 'changed' | 'removed'
  /** The group whose policy guards it: `Application`. Empty for the channel. */
  readonly guardedBy: string
}

/** All that an update changes, in the order of the paths. */
export const changesOf = (current: ConfigGroup, { write }: UpdateSets): readonly ConfigChange[] =>
  changesIn(current, write, '').toSorted((a, b) => (a.path < b.path ? -1 : 1))

function changesIn(current: ConfigGroup, write: ConfigGroup, path: string): ConfigChange[] {
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`)
  const isChanged = write.version > current.version
  const change = (name: string, what: ConfigChange['what'], action: ConfigChange['action']): ConfigChange => ({
    path: below(name),
    what,
    action,
    guardedBy: path,
  })
  const leaves = (what: 'value' | 'policy'): ConfigChange[] => {
    const [old, written] = what === 'value' ? [current.values, write.values] : [current.policies, write.policies]
    return [
      ...[...written].flatMap(([name, { version }]) => {
        const known = old.get(name)
        if (known === undefined) return [change(name, what, 'added')]
        return version > known.version ? [change(name, what, 'changed')] : []
      }),
      ...(isChanged
        ? [...old.keys()].filter((name) => !written.has(name)).map((name) => change(name, what, 'removed'))
        : []),
    ]
  }
  return [
    ...leaves('value'),
    ...leaves('policy'),
    ...[...write.groups].flatMap(([name, group]) => {
      const known = current.groups.get(name)
      return known === undefined ? [change(name, 'group', 'added')] : changesIn(known, group, below(name))
    }),
    ...(isChanged
      ? [...current.groups.keys()]
          .filter((name) => !write.groups.has(name))
          .map((name) => change(name, 'group', 'removed'))
      : []),
  ]
}

/** A change in words. */
export function describeChange({ path, what, action }: ConfigChange): string {
  const [section = '', name = ''] = path.split('/')
  const place = section === 'Application' ? 'the channel' : section === 'Orderer' ? 'ordering' : section
  if (what === 'group' && name !== '') return `organization ${name} ${action === 'added' ? 'joins' : 'leaves'} ${place}`
  return `${what} ${path} is ${action}`
}

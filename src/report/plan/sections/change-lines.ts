import type { Difference } from '../../../cluster/difference/difference.ts'
import type { RootChange } from '../../../plan/objects.ts'
import { counted, cut } from '../../../words.ts'
import { braced, bracedPaths } from '../braces.ts'
import { type EntryGroup, entryGroups } from '../entries.ts'
import { limited, type Tier } from '../tier.ts'
import { wrapped } from '../wrapped.ts'
import { peerText, sameLists } from './peers.ts'

/** Names of fields that are shown where there is no room for values. */
const mostNames = 8

/** The objects of a cluster as lines of a difference: `+` is green, `-` is red, `!` is orange. */
export function changeLines(roots: readonly RootChange[], network: string, tier: Tier): string[] {
  const groups = limited(entryGroups(roots, network), tier.rows, 'objects')
  const routine = limited(
    roots.flatMap((root) => root.routine.map((own) => ({ ...own, part: root.part }))),
    tier.rows,
    'such changes',
  )
  return [
    ...groups.shown.flatMap((group) => groupLines(group, tier)),
    ...groups.rest,
    ...sameLists(roots).flatMap(({ parts, change }) =>
      wrapped('~', cut(`${bracedPaths(parts)}: peer list ${peerText(change)}`, tier.characters)),
    ),
    ...routine.shown.flatMap(({ part, text, objects }) =>
      wrapped(
        ' ',
        cut(`${part}: only labels and annotations of ${counted(objects, 'object')}: ${text}`, tier.characters),
      ),
    ),
    ...routine.rest,
  ]
}

function groupLines({ sign, parts, names, differences }: EntryGroup, tier: Tier): string[] {
  const where = bracedPaths(parts.map((part) => cut(part, tier.characters)))
  const objects = [...names].map(([kind, own]) => {
    const { shown, rest } = limited(own, tier.rows, `${kind}s`)
    const text = [braced(shown.map((name) => cut(name, tier.characters))), ...rest].join(', ')
    return text === '*' ? kind : `${kind} ${text}`
  })
  const note = sign === '!' ? ' (its pods restart)' : sign === ' ' ? ' (kept in the cluster)' : ''
  return [...wrapped(sign, `${where}: ${objects.join('; ')}${note}`), ...fieldLines(differences, tier)]
}

function fieldLines(differences: readonly Difference[], { fields, characters }: Tier): string[] {
  if (fields === 'none' || differences.length === 0) return []
  if (fields === 'names') {
    const { shown, rest } = limited(differences, mostNames, 'fields')
    return [`    ${[...shown.map(({ field }) => cut(field, characters)), ...rest].join(', ')}`]
  }
  return differences.flatMap(({ field, before, after, lines = [] }) => [
    `    ${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`,
    ...lines.map((line) => `        ${line}`),
  ])
}

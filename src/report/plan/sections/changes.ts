import type { Difference } from '../../../cluster/difference/difference.ts'
import { nameOf } from '../../../cluster/objects.ts'
import type { ObjectChange, RootChange } from '../../../plan/objects.ts'
import type { Plan } from '../../../plan/plan.ts'
import { code, fence, htmlCode } from '../../../render/escape.ts'
import { table } from '../../../render/markdown.ts'
import { cut } from '../../../words.ts'
import { countsOf, countsText } from '../counts.ts'
import { limited, type Tier } from '../tier.ts'

/** Names of fields that are shown where there is no room for values. */
const mostNames = 8

/** What happens to the objects: numbers for every part of a cluster, and the objects below. */
export function changeSection({ roots }: Plan, tier: Tier): string {
  if (roots.length === 0) return ''
  const { shown, rest } = limited(roots, tier.rows, 'parts of clusters')
  return [
    '### What changes\n',
    ...(shown.length === 0 ? [] : [overview(shown, tier)]),
    ...(tier.objects ? shown.map((root) => details(root, tier)) : []),
    ...rest.map((line) => `${line}\n`),
  ].join('\n')
}

function overview(roots: readonly RootChange[], { characters }: Tier): string {
  const number = (count: number): string => (count === 0 ? '' : String(count))
  return table(
    ['cluster', 'part', 'created', 'changed', 'restart', 'deleted', 'stay', 'only labels'],
    roots.map((root) => {
      const { created, changed, restarts, deleted, staying, routine } = countsOf([root])
      return [
        code(cut(root.cluster, characters)),
        code(cut(root.part, characters)),
        number(created),
        number(changed),
        restarts === 0 ? '' : `🔄 **${restarts}**`,
        deleted === 0 ? '' : `**${deleted}**`,
        number(staying),
        number(routine),
      ]
    }),
  )
}

function details(root: RootChange, tier: Tier): string {
  const { shown, rest } = limited(root.changes, tier.rows, 'objects')
  const routine = limited(root.routine, tier.rows, 'such changes')
  const lines = [
    ...shown.flatMap((change) => objectLines(change, tier)),
    ...rest,
    ...routine.shown.map(
      ({ text, objects }) => `  only labels and annotations of ${objects}: ${cut(text, tier.characters)}`,
    ),
    ...routine.rest,
  ]
  const name = [root.cluster, root.part].map((text) => htmlCode(cut(text, tier.characters))).join(' ')
  return [
    `<details><summary>${name}: ${countsText(countsOf([root]))}</summary>\n`,
    fence('diff', lines),
    '</details>\n',
  ].join('\n')
}

const signs = { create: '+', change: '~', delete: '-', stay: ' ' } as const

/** Highlighting of differences: `+` is green, `-` is red, `!` stands out. */
function objectLines({ action, object, differences, restarts }: ObjectChange, tier: Tier): string[] {
  const name = cut(nameOf(object), tier.characters)
  const heading = restarts
    ? `! ${name} (its pods restart)`
    : `${signs[action]} ${name}${action === 'stay' ? ' (stays in the cluster)' : ''}`
  return [heading, ...fieldLines(differences, tier)]
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

import { groupBy } from '../../../group-by.ts'
import type { Finding } from '../../../network/finding.ts'
import type { Plan } from '../../../plan/plan.ts'
import { code, prose } from '../../../render/escape.ts'
import { table } from '../../../render/markdown.ts'
import { counted, cut } from '../../../words.ts'
import { ruleLink } from '../../page-link.ts'
import { limited, type Tier } from '../tier.ts'

const marks = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

const markOf = ({ severity, accepted }: Finding): string => (accepted === true ? '✅' : marks[severity])

const placeOf = ({ place }: Finding, characters: number): string =>
  code(`${cut(place.file, characters)}:${place.line}:${place.column}`)

/** Findings in Markdown, in the order given: errors come first. */
export function findingTable(
  findings: readonly Finding[],
  limits: Pick<Tier, 'rows' | 'characters' | 'links'>,
): string {
  const { rows, characters } = limits
  const { shown, rest } = limited(findings, rows, 'findings')
  const lines = shown.map((finding) => [
    markOf(finding),
    placeOf(finding, characters),
    `${prose(cut(finding.message, characters))} (${ruleLink(finding.rule, limits)}${finding.accepted === true ? ', accepted' : ''})`,
    prose(cut(finding.hint ?? '', characters)),
  ])
  return [
    ...(lines.length === 0 ? [] : [table(['', 'where', 'what', 'what to do'], lines)]),
    ...rest.map((line) => `${line}\n`),
  ].join('\n')
}

/** The keys of a merge have a separate line. */
const toldElsewhere = 'material-missing'

/** What the change brings, with one hint for all that have the same; what was there before is counted. */
export function findingSection({ findings, madeOnMerge }: Plan, tier: Tier): string {
  const all = findings.filter(({ rule }) => madeOnMerge.length === 0 || rule !== toldElsewhere)
  if (all.length === 0) return ''
  const fresh = limited(
    all.filter(({ known }) => known !== true),
    tier.rows,
    'findings',
  )
  const old = all.filter(({ known }) => known === true)
  const byHint = groupBy(fresh.shown, ({ rule, hint }) => JSON.stringify([rule, hint]))
  return [
    '### Findings\n',
    ...(fresh.shown.length === 0 ? [] : [[...byHint.values()].map((same) => itemOf(same, tier)).join('')]),
    ...fresh.rest.map((line) => `${line}\n`),
    ...(old.length === 0 ? [] : [`${knownInWords(old, tier)}\n`]),
  ].join('\n')
}

function itemOf(findings: readonly Finding[], tier: Tier): string {
  const { characters } = tier
  const [first] = findings
  if (first === undefined) return ''
  const lines = findings.map(
    (finding) => `${markOf(finding)} ${prose(cut(finding.message, characters))} (${placeOf(finding, characters)})`,
  )
  const rule = `${ruleLink(first.rule, tier)}${first.accepted === true ? ', accepted' : ''}`
  const hint = first.hint === undefined ? '' : `${prose(cut(first.hint, characters))} `
  return `- ${lines.join('<br>')}<br>→ ${hint}(${rule})\n`
}

function knownInWords(findings: readonly Finding[], { rows, characters }: Tier): string {
  const byRule = [...groupBy(findings, ({ rule }) => rule)].map(
    ([rule, same]) => `${code(cut(rule, characters))}${same.length === 1 ? '' : ` (${same.length})`}`,
  )
  const { shown, rest } = limited(byRule, rows, 'rules')
  return `${counted(findings.length, 'finding was', 'findings were')} there before this change: ${[...shown, ...rest].join(', ')}.`
}

import type { Finding } from '../../../network/finding.ts'
import { code, prose } from '../../../render/escape.ts'
import { table } from '../../../render/markdown.ts'
import { cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'

const marks = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

/** Findings in Markdown, in the order given: errors come first. */
export function findingTable(
  findings: readonly Finding[],
  { rows, characters }: Pick<Tier, 'rows' | 'characters'>,
): string {
  const { shown, rest } = limited(findings, rows, 'findings')
  const lines = shown.map(({ severity, place, message, hint, rule, accepted }) => [
    accepted === true ? '✅' : marks[severity],
    code(`${cut(place.file, characters)}:${place.line}:${place.column}`),
    `${prose(cut(message, characters))} (${code(cut(rule, characters))}${accepted === true ? ', accepted' : ''})`,
    prose(cut(hint ?? '', characters)),
  ])
  return [
    ...(lines.length === 0 ? [] : [table(['', 'where', 'what', 'what to do'], lines)]),
    ...rest.map((line) => `${line}\n`),
  ].join('\n')
}

export const findingSection = (findings: readonly Finding[], tier: Tier): string =>
  findings.length === 0 ? '' : `### Findings\n\n${findingTable(findings, tier)}`

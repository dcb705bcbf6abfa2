import type { Finding } from '../network/finding.ts'
import { code, escapeMarkdown, table } from '../render/markdown.ts'

const marks = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

/** Findings in Markdown, errors first. */
export function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.\n'
  return table(
    ['', 'where', 'what', 'what to do'],
    findings.map(({ severity, place, message, hint, rule }) => [
      marks[severity],
      code(`${place.file}:${place.line}:${place.column}`),
      `${escapeMarkdown(message)} (${code(rule)})`,
      escapeMarkdown(hint ?? ''),
    ]),
  )
}

/** "2 errors, 1 warning", or "no findings". */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return counts.length === 0 ? 'no findings' : counts.join(', ')
}

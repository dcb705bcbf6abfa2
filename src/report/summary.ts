import type { Result } from '../commands/result.ts'
import type { Finding } from '../network/finding.ts'
import { code, escapeMarkdown, table } from '../render/markdown.ts'

const marks = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

/** Findings in Markdown, errors first. */
function findingsTable(findings: readonly Finding[]): string {
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

/** What a command found and did, for the summary of a workflow. `title` is the definition's file. */
export function resultSummary(
  title: string,
  { findings, changed, files, commit, dnsRecords, topology }: Result,
): string {
  const done = [
    ...(commit === undefined ? [] : [`committed ${code(commit)}`]),
    ...(changed === undefined ? [] : [changed ? `${files?.length ?? 0} files written or removed` : 'nothing changed']),
  ]
  const records = (dnsRecords ?? []).map(({ cluster, name, type, target }) => [
    cluster,
    code(name),
    type,
    escapeMarkdown(target),
  ])
  return [
    `## Chancery: ${escapeMarkdown(title)}\n`,
    ...(done.length === 0 ? [] : [done.map((line) => `- ${line}\n`).join('')]),
    findingsTable(findings),
    ...(topology === undefined ? [] : [`\`\`\`mermaid\n${topology}\`\`\`\n`]),
    ...(records.length === 0
      ? []
      : ['DNS records that have to exist:\n', table(['cluster', 'name', 'type', 'points at'], records)]),
  ].join('\n')
}

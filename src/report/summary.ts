import { type ClusterResult, goodOutcomes } from '../commands/cluster-result.ts'
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

function clusterTable(results: readonly ClusterResult[]): string {
  return table(
    ['', 'cluster', 'context', 'outcome', 'created', 'changed', 'as they should be', 'pruned', 'left the definition'],
    results.map(({ cluster, context, outcome, created, changed, kept, pruned, orphaned }) => [
      goodOutcomes.has(outcome) ? '✅' : '❌',
      escapeMarkdown(cluster),
      code(context),
      outcome,
      ...[created, changed, kept, pruned, orphaned].map(String),
    ]),
  )
}

/** A summary holds 1 MiB, of all clusters: the log has every line. */
const mostLines = 200

/** Lines as they are: four backquotes end at none that is in them. */
function clusterDetails({ cluster, plan, lines }: ClusterResult): string[] {
  const all = [...plan, ...lines].map((line) => line.replaceAll('`', "'"))
  const cut = all.length > mostLines ? [`… ${all.length - mostLines} lines more, all of them in the log`] : []
  const shown = [...cut, ...all.slice(-mostLines)].join('\n')
  return [
    `<details><summary>${escapeMarkdown(cluster)}</summary>\n`,
    `\`\`\`\`text\n${shown}\n\`\`\`\`\n`,
    '</details>\n',
  ]
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
  { findings, changed, files, commit, dnsRecords, topology, clusterResults = [] }: Result,
): string {
  const done = [
    ...(commit === undefined ? [] : [`committed ${code(commit)}`]),
    ...(changed === undefined || files === undefined
      ? []
      : [changed ? `${files.length} files written or removed` : 'nothing changed']),
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
    ...(clusterResults.length === 0 ? [] : [clusterTable(clusterResults), ...clusterResults.flatMap(clusterDetails)]),
    findingsTable(findings),
    ...(topology === undefined ? [] : [`\`\`\`mermaid\n${topology}\`\`\`\n`]),
    ...(records.length === 0
      ? []
      : ['DNS records that have to exist:\n', table(['cluster', 'name', 'type', 'points at'], records)]),
  ].join('\n')
}

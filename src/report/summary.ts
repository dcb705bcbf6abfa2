import type { Finding } from '../network/finding.ts'
import { code, fence, htmlCode, prose } from '../render/escape.ts'
import { table } from '../render/markdown.ts'
import { agreeing, counted } from '../words.ts'
import { type ClusterResult, goodOutcomes } from './cluster-result.ts'
import { planMarkdown, summaryBudget } from './plan/markdown.ts'
import { findingTable } from './plan/sections/findings.ts'
import type { Result } from './result.ts'
import { verifiedSections } from './verified.ts'

function clusterTable(results: readonly ClusterResult[]): string {
  return table(
    ['', 'cluster', 'context', 'outcome', 'created', 'changed', 'up to date', 'pruned', 'no longer defined'],
    results.map(({ cluster, context, outcome, created, changed, kept, pruned, orphaned }) => [
      goodOutcomes.has(outcome) ? '✅' : '❌',
      code(cluster),
      code(context),
      outcome,
      ...[created, changed, kept, pruned, orphaned].map(String),
    ]),
  )
}

/** A summary holds 1 MiB for all clusters: the log has every line. */
const mostLines = 200
const findingLimits = { rows: 1000, characters: 2000, links: true }

function clusterDetails({ cluster, plan, lines }: ClusterResult): string[] {
  const all = [...plan, ...lines]
  const cut = all.length > mostLines ? [`… ${all.length - mostLines} lines more, all of them in the log`] : []
  return [
    `<details><summary>${htmlCode(cluster)}</summary>\n`,
    fence('text', [...cut, ...all.slice(-mostLines)]),
    '</details>\n',
  ]
}

/** Jobs that are not done, in a table. */
function jobSection(results: readonly ClusterResult[]): string[] {
  const rows = results.flatMap(({ cluster, jobs = [] }) =>
    jobs.map(({ name, waitsFor, lastLine }) => [
      code(cluster),
      code(name),
      prose(waitsFor ?? ''),
      lastLine === undefined ? '' : code(lastLine),
    ]),
  )
  const heads = ['cluster', 'Job', 'waits for others', 'last line of its log']
  return rows.length === 0 ? [] : ['Jobs that are not done:\n', table(heads, rows)]
}

/** "2 errors, 1 warning", or "no findings". */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${agreeing(count, '', 's')}`]
  })
  return counts.length === 0 ? 'no findings' : counts.join(', ')
}

/** The result of a command for the summary of a workflow. `title` is the definition's file. */
export function resultSummary(
  title: string,
  { findings, changed, files, commit, dnsRecords, topology, plan, clusterResults = [], ledger = [] }: Result,
): string {
  if (plan !== undefined) return planMarkdown(plan, summaryBudget)
  const done = [
    ...(commit === undefined ? [] : [`committed ${code(commit)}`]),
    ...(changed === undefined || files === undefined
      ? []
      : [changed ? `${counted(files.length, 'file')} written or removed` : 'nothing changed']),
  ]
  const records = (dnsRecords ?? []).map(({ cluster, name, type, target, addresses = [] }) => [
    cluster,
    code(name),
    type,
    addresses.length === 0 ? prose(target) : addresses.map(code).join(', '),
  ])
  return [
    `## Chancery: ${prose(title)}\n`,
    ...(done.length === 0 ? [] : [done.map((line) => `- ${line}\n`).join('')]),
    ...(clusterResults.length === 0 ? [] : [clusterTable(clusterResults), ...clusterResults.flatMap(clusterDetails)]),
    ...jobSection(clusterResults),
    ...verifiedSections(clusterResults, ledger),
    findings.length === 0 ? 'No findings.\n' : findingTable(findings, findingLimits),
    ...(topology === undefined ? [] : [`\`\`\`mermaid\n${topology}\`\`\`\n`]),
    ...(records.length === 0
      ? []
      : ['Required DNS records:\n', table(['cluster', 'name', 'type', 'points at'], records)]),
  ].join('\n')
}

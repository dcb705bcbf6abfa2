import type { TargetOutcome } from '../probe/outcome.ts'
import { describeFailure } from '../probe/outcome.ts'
import { code, prose, visible } from '../render/escape.ts'
import { table } from '../render/markdown.ts'
import type { ClusterResult } from './cluster-result.ts'

/** The probe results of each cluster. */
export type Reachability = ReadonlyMap<string, readonly TargetOutcome[]>

/** For the clusters with probe results. */
export const reachabilityOf = (results: readonly ClusterResult[]): Reachability =>
  new Map(
    results.flatMap(({ cluster, reachability = [] }) => (reachability.length === 0 ? [] : [[cluster, reachability]])),
  )

/** A line for each failure, or one line if there is none. */
export function reachabilityLines(cluster: string, outcomes: readonly TargetOutcome[]): readonly string[] {
  const failures = outcomes.filter(({ failure }) => failure !== undefined)
  return failures.length === 0
    ? [`all ${outcomes.length} endpoints that its nodes dial answer`]
    : [
        ...failures.map((outcome) => visible(describeFailure(cluster, outcome))),
        `${outcomes.length - failures.length} of ${outcomes.length} endpoints that its nodes dial answer`,
      ]
}

interface Row {
  readonly endpoint: string
  /** For each cluster; empty if none of its nodes connects to the endpoint. */
  readonly cells: readonly string[]
}

/** Endpoints by cluster. If several organizations of a cluster connect to one endpoint, the worst result counts. */
function matrix(found: Reachability): { readonly clusters: readonly string[]; readonly rows: readonly Row[] } {
  const clusters = [...found.keys()].sort()
  const key = ({ node, endpoint }: TargetOutcome): string => `${node} ${endpoint}`
  const endpoints = [...new Set([...found.values()].flat().map(key))].sort()
  return {
    clusters,
    rows: endpoints.map((endpoint) => ({
      endpoint,
      cells: clusters.map((cluster) => {
        const own = (found.get(cluster) ?? []).filter((outcome) => key(outcome) === endpoint)
        if (own.length === 0) return ''
        return own.find(({ failure }) => failure !== undefined)?.failure ?? 'ok'
      }),
    })),
  }
}

/** The matrix for a terminal, columns aligned. */
export function reachabilityText(found: Reachability): readonly string[] {
  const { clusters, rows } = matrix(found)
  if (rows.length === 0) return []
  const all = [
    ['endpoint', ...clusters.map((name) => `from ${name}`)],
    ...rows.map(({ endpoint, cells }) => [endpoint, ...cells].map(visible)),
  ]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)))
  return all.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** The same for a summary. */
export function reachabilityMarkdown(found: Reachability): string {
  const { clusters, rows } = matrix(found)
  if (rows.length === 0) return ''
  return table(
    ['endpoint', ...clusters.map((name) => `from ${code(name)}`)],
    rows.map(({ endpoint, cells }) => [code(endpoint), ...cells.map(prose)]),
  )
}

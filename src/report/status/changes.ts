import type { TonedLine } from '../reporter.ts'
import type { NetworkStatus, NodeRow, StatusProblem } from './network-status.ts'
import { problemLines } from './text.ts'

/** What happened between two looks. Blocks and peers always change, so they do not count. */
export function statusChanges(before: NetworkStatus, after: NetworkStatus): readonly TonedLine[] {
  const clusters = new Map(before.clusters.map((row) => [row.cluster, row.state]))
  const nodes = new Map(before.nodes.map((row) => [row.node, row]))
  const known = new Set(before.problems.map(keyOf))
  const left = new Set(after.problems.map(keyOf))
  return [
    ...after.clusters.flatMap(({ cluster, state }): TonedLine[] => {
      const old = clusters.get(cluster)
      return old === state
        ? []
        : [{ text: `${cluster}: ${old ?? 'new'} → ${state}`, tone: state === 'ok' ? 'good' : 'bad' }]
    }),
    ...after.nodes.flatMap((row) => nodeChanges(nodes.get(row.node), row)),
    ...after.problems.filter((problem) => !known.has(keyOf(problem))).flatMap(problemLines),
    ...before.problems
      .filter((problem) => !left.has(keyOf(problem)))
      .map(({ cluster, message }): TonedLine => {
        return { text: `solved: ${cluster === undefined ? '' : `${cluster}: `}${message}`, tone: 'good' }
      }),
  ]
}

/** Numbers in a message grow while the problem stays the same: restarts, blocks, seconds. */
const keyOf = ({ cluster, message }: StatusProblem): string => `${cluster ?? ''} ${message.replaceAll(/\d+/g, '0')}`

function nodeChanges(before: NodeRow | undefined, after: NodeRow): readonly TonedLine[] {
  if (before === undefined) return []
  const readiness = ({ ready, elsewhere }: NodeRow): string =>
    elsewhere ? 'elsewhere' : ready === undefined ? 'unknown' : ready ? 'ready' : 'not ready'
  const parts = [
    ...(readiness(before) === readiness(after) ? [] : [`${readiness(before)} → ${readiness(after)}`]),
    ...(after.restarts === undefined || (before.restarts ?? 0) >= after.restarts
      ? []
      : [`restarts ${before.restarts ?? 0} → ${after.restarts}`]),
    ...(before.version === undefined || after.version === undefined || before.version === after.version
      ? []
      : [`version ${before.version} → ${after.version}`]),
  ]
  if (parts.length === 0) return []
  return [{ text: `${after.node}: ${parts.join(', ')}`, tone: after.ready === true ? 'good' : 'bad' }]
}

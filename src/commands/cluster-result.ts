import type { Outcome } from '../cluster/apply.ts'

/** What became of one cluster, for outputs and summaries: nothing secret is in it. */
export interface ClusterResult {
  readonly cluster: string
  readonly context: string
  readonly outcome: Outcome | 'verified' | 'differs'
  readonly created: number
  readonly changed: number
  readonly kept: number
  readonly pruned: number
  readonly orphaned: number
  /** What was going to be done, a line for each object that is not as it should be. */
  readonly plan: readonly string[]
  /** How it ended, in a line. */
  readonly message: string
  /** The same at length. */
  readonly lines: readonly string[]
}

/** Outcomes with which a cluster is as it should be, or was only looked at. */
export const goodOutcomes: ReadonlySet<ClusterResult['outcome']> = new Set([
  'applied',
  'unchanged',
  'planned',
  'verified',
])

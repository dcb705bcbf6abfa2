import type { Resolution } from '../ambassador/resolution.ts'
import type { ApplyOutcome } from '../cluster/apply.ts'
import type { TargetOutcome as Reached } from '../probe/outcome.ts'
import type { Check } from './check.ts'

/** What became of one cluster, for outputs and summaries: nothing secret is in it. */
export interface ClusterResult {
  readonly cluster: string
  readonly context: string
  readonly outcome: ApplyOutcome | 'verified' | 'differs'
  readonly created: number
  readonly changed: number
  readonly kept: number
  readonly pruned: number
  readonly orphaned: number
  /** Where the Ambassador is: IP addresses, or host names of its load balancer; empty while it has none, or nobody looked. */
  readonly addresses?: readonly string[]
  /** What was looked at, and whether it is good (verify). */
  readonly checks?: readonly Check[]
  /** Where the names of the cluster lead, seen from here (verify). */
  readonly names?: readonly Resolution[]
  /** What its pods reach; undefined when nobody asked (verify). */
  readonly reachability?: readonly Reached[]
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

/** What others get to read of it: without the lines that are for people. */
export const publicResult = ({ plan: _plan, lines: _lines, checks, reachability, ...rest }: ClusterResult) => ({
  ...rest,
  ...(checks === undefined ? {} : { checks: checks.map(({ lines: _told, ...check }) => check) }),
  ...(reachability === undefined
    ? {}
    : { reachability: reachability.map(({ authorities: _authorities, ...reached }) => reached) }),
})

import type { Resolution } from '../ambassador/resolution.ts'
import type { ApplyOutcome } from '../cluster/apply.ts'
import type { OpenJob } from '../cluster/open-jobs.ts'
import type { TargetOutcome as Reached } from '../probe/outcome.ts'
import type { Check } from './check.ts'

/** The result for one cluster, for outputs and summaries, without secrets. */
export interface ClusterResult {
  readonly cluster: string
  readonly context: string
  readonly outcome: ApplyOutcome | 'verified' | 'differs'
  readonly created: number
  readonly changed: number
  readonly kept: number
  readonly pruned: number
  readonly orphaned: number
  /** Addresses of the Ambassador: IP addresses, or host names of its load balancer; empty if it has none, or if they were not read. */
  readonly addresses?: readonly string[]
  /** The checks and their results (verify). */
  readonly checks?: readonly Check[]
  /** Resolution of the cluster's names on this machine (verify). */
  readonly names?: readonly Resolution[]
  /** Endpoints that its pods reach; undefined without a probe (verify). */
  readonly reachability?: readonly Reached[]
  /** Jobs that are not done; after a successful `apply` they wait for others. */
  readonly jobs?: readonly UnfinishedJob[]
  /** The planned changes, a line for each changed object. */
  readonly plan: readonly string[]
  /** The outcome in one line. */
  readonly message: string
  /** Details of the outcome. */
  readonly lines: readonly string[]
}

/** A Job that is not done. */
export interface UnfinishedJob {
  /** `supplychain-maker/chaincode-trade-basic-0123456789` */
  readonly name: string
  /** For what and for whom it waits, as only others can act. */
  readonly waitsFor?: string
  /** Of its log. */
  readonly lastLine?: string
}

export const unfinishedJobs = (jobs: readonly OpenJob[]): readonly UnfinishedJob[] =>
  jobs.map(({ job: { metadata }, line, waitsFor }) => {
    const name = `${metadata.namespace}/${metadata.name}`
    return {
      name,
      ...(waitsFor === undefined ? {} : { waitsFor }),
      ...(line === undefined ? {} : { lastLine: line }),
    }
  })

/** Successful outcomes: the cluster matches the definition, or was only planned. */
export const goodOutcomes: ReadonlySet<ClusterResult['outcome']> = new Set([
  'applied',
  'unchanged',
  'planned',
  'verified',
])

/** The result for programs, without the lines for people. */
export const publicResult = ({ plan: _plan, lines: _lines, checks, reachability, ...rest }: ClusterResult) => ({
  ...rest,
  ...(checks === undefined ? {} : { checks: checks.map(({ lines: _told, ...check }) => check) }),
  ...(reachability === undefined
    ? {}
    : { reachability: reachability.map(({ authorities: _authorities, ...reached }) => reached) }),
})

import type { Consensus } from './schema.ts'

/** Below zero when the first release is older, zero for the same one. Releases are numbers with dots between them. */
export function compareReleases(a: string, b: string): number {
  const others = b.split('.').map(Number)
  const parts = a.split('.').map((part, at) => Number(part) - (others[at] ?? 0))
  return parts.find((difference) => difference !== 0) ?? 0
}

/** A feature that a genesis may use, and the releases that lack it. */
export interface ReleaseFault {
  /** Below `genesis`: `forks` and a fork, or a field. */
  readonly asks: readonly [field: string, fork?: string]
  /** Only for chains with this consensus. */
  readonly consensus?: Consensus
  /** The first release with the fault; the oldest that is supported when absent. */
  readonly from?: string
  /** The first release without it. */
  readonly before: string
  /** The behaviour of such a release, in words that follow its name. */
  readonly does: string
  /** Contracts that replace the feature when all of them are accounts of the genesis. */
  readonly unless?: readonly string[]
}

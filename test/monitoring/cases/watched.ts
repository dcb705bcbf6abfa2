import type { RuleCase } from '../promtool.ts'
import type { Edit } from '../rendered.ts'

/** How the rules of one cluster of a golden case are tried. */
export interface WatchedCluster {
  readonly golden: string
  /** How its definition differs. */
  readonly edit?: Edit
  readonly cluster: string
  /** Series of a network that is well, for 80 minutes. */
  readonly healthy: Readonly<Record<string, string>>
  readonly cases: readonly WatchedCase[]
}

/** What differs from a network that is well. A series of no value is not there. */
export interface WatchedCase extends Omit<RuleCase, 'series' | 'start' | 'fires'> {
  readonly series?: Readonly<Record<string, string | undefined>>
  readonly start?: Date
  readonly fires?: RuleCase['fires']
}

const begin = new Date('2026-02-01T00:00:00Z')
export const beginSeconds = begin.getTime() / 1000

/** One sample each 30 seconds, for 80 minutes. */
export const steady = (value: number): string => `${value}x160`
export const growing = (from: number, by: number): string => `${from}+${by}x160`
/** One value, then another one. `samples` of the first: two a minute. */
export const turning = (first: number, samples: number, second: number): string =>
  `${first}x${samples - 1} ${second}x${160 - samples}`
/** It grows, then stays as it is. */
export const growingThen = (from: number, by: number, samples: number): string =>
  `${from}+${by}x${samples - 1} ${from + by * (samples - 1)}x${160 - samples}`
/** It is there, then its pod is gone: Prometheus marks the series as stale. */
export const thenGone = (value: number, samples: number): string => `${value}x${samples - 1} stale`
/** It is there, gone for some samples, and there again. */
export const away = (value: number, from: number, samples: number): string =>
  `${value}x${from - 1} stale _x${samples - 1} ${value}x${160 - from - samples}`

export function caseOf({ healthy }: WatchedCluster, { series, start, fires, ...given }: WatchedCase): RuleCase {
  const all = Object.entries({ ...healthy, ...series })
  return {
    ...given,
    start: start ?? begin,
    fires: fires ?? [],
    series: Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  }
}

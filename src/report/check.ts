/** What `verify` looks at, in the order in which a network comes up. */
export const checkNames = ['drift', 'readiness', 'address', 'names', 'reachability'] as const

/** One thing that was looked at in a cluster. */
export interface Check {
  readonly name: (typeof checkNames)[number]
  readonly good: boolean
  /** What was found, in a line. */
  readonly message: string
  /** The same at length: what is wrong, and what to do; of drift and readiness others tell it. */
  readonly lines: readonly string[]
}

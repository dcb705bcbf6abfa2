/** The checks of `verify`, in the order in which a network starts. */
export const checkNames = ['drift', 'readiness', 'address', 'once', 'names', 'reachability'] as const

/** The result of one check of a cluster. */
export interface Check {
  readonly name: (typeof checkNames)[number]
  readonly good: boolean
  /** The result in one line. */
  readonly message: string
  /** Details of the error, with a hint. Other lines have the details of drift and readiness. */
  readonly lines: readonly string[]
}

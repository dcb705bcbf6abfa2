import type { Path } from './finding.ts'

/** A host name that several nodes of an organization share. */
export interface SharedEndpoint {
  readonly name: string
  /** Names of nodes of the organization, sorted. */
  readonly nodes: readonly string[]
  readonly path: Path
}

/** A name that a node shares, and the endpoints that all of its nodes expose. */
export interface SharedName {
  readonly name: string
  readonly endpoints: readonly string[]
}

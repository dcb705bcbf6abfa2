import type { Revision } from '../risks/revision.ts'

/** What people have to do before or after a merge, because no file does it. */
export interface HandTask {
  /** A sentence without its full stop; code in backquotes. */
  readonly text: string
  /** Commands for it, to be copied: what is in angle brackets is known to people only. */
  readonly commands: readonly string[]
}

/** Two states of a network, and what the repository has besides. */
export interface HandInput {
  /** Absent when there was no network before. */
  readonly before: Revision | undefined
  readonly after: Revision
  /** The folder of the network from the root of the repository, ending in "/"; empty for the root itself. */
  readonly prefix: string
  /** Clusters for which the repository has what `flux bootstrap` writes. */
  readonly bootstrapped: ReadonlySet<string>
}

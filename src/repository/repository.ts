import type { Changes } from './changes.ts'

/** Where a commit goes on from. */
export interface Head {
  readonly branch: string
  /** Object name of the commit. */
  readonly commit: string
}

export interface CommitRequest {
  readonly head: Head
  readonly changes: Changes
  readonly message: string
  /** Name of a remote that the branch is pushed to. */
  readonly push?: string
}

/** A repository that rendered files are committed to. Methods throw OperatorError when it is not as it must be. */
export interface Repository {
  /** The folder of the network from the root of the repository, ending in "/"; empty for the root itself, and outside of any repository. */
  prefix(): Promise<string>
  /** Files below `paths` that the last commit does not have as they are; none outside of any repository. */
  uncommitted(paths: readonly string[]): Promise<readonly string[]>
  /** The branch and its commit, after making sure that nothing below `paths` differs from it. */
  cleanHead(paths: readonly string[]): Promise<Head>
  /**
   * One commit on top of `head`; gives its object name, undefined when `head` has all of it already (files that git ignores are
   * no change). Fails, and changes nothing, when the branch has moved.
   */
  commit(request: CommitRequest): Promise<string | undefined>
}

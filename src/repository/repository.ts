import type { Changes, ReadableFiles } from './files.ts'

/** Where a commit goes on from. */
export interface Head {
  readonly branch: string
  /** Object name of the commit. */
  readonly commit: string
  /** Whether its files are those of the work tree. */
  readonly checkedOut: boolean
}

/** The commit that is checked out. */
export interface CheckedOut {
  readonly commit: string
  /** What another commit, given by its object name, is to it; `unknown` where this clone has not enough history. */
  relationTo(other: string): Promise<'contained' | 'newer' | 'apart' | 'unknown'>
}

/** What people should know of a change before they merge it. */
export interface Proposal {
  readonly network: string
  /** Such as "2 warnings". */
  readonly findings: string
  /** Paths of the material that was made. */
  readonly made: readonly string[]
}

export interface CommitRequest {
  readonly head: Head
  /** Without any, nothing is committed, and a proposal that is still open has become pointless. */
  readonly changes: Changes
  readonly message: string
  /** Name of a remote that the branch is pushed to; only where git delivers. */
  readonly push?: string
  readonly proposal: Proposal
}

export interface PullRequest {
  readonly number: number
  readonly url: string
}

/** What became of a commit. `notes` are lines for the person who runs this. */
export type Delivery =
  | {
      readonly outcome: 'committed'
      readonly commit: string
      readonly branch: string
      readonly pullRequest?: PullRequest
      readonly notes: readonly string[]
    }
  /** The branch has all of it already (files that git ignores are no change). */
  | { readonly outcome: 'unchanged'; readonly pullRequest?: PullRequest; readonly notes: readonly string[] }
  /** Nothing was changed: what is committed has to follow from this head instead. */
  | { readonly outcome: 'moved'; readonly head: Head; readonly because: string }

/** A repository that rendered files are committed to. Methods throw OperatorError when it is not as it must be. */
export interface Repository {
  /** The folder of the network from the root of the repository, ending in "/"; empty for the root itself, and outside of any repository. */
  prefix(): Promise<string>
  /** Files below `paths` that the last commit does not have as they are; none outside of any repository. */
  uncommitted(paths: readonly string[]): Promise<readonly string[]>
  /** The commit that is checked out, and its parents; none outside of any repository. */
  checkedOutCommits(): Promise<readonly string[]>
  /** Undefined outside of any repository, and before the first commit. */
  checkedOut(): Promise<CheckedOut | undefined>
  /** Finishes what an interrupted run began in the work tree: nothing outside of any repository. Before anything is read there. */
  takeUp(): Promise<void>
  /** The branch and its commit, after making sure that nothing below `paths` differs from it in the work tree. */
  cleanHead(paths: readonly string[]): Promise<Head>
  /** The files of the network at a commit that a head has. */
  filesAt(commit: string): ReadableFiles
  /** The files of the network in a change that was proposed and is not merged yet; undefined when there is none. */
  proposed(network: string): Promise<ReadableFiles | undefined>
  /** Puts changes on top of a head. Never takes a commit of somebody else away. */
  commit(request: CommitRequest): Promise<Delivery>
}

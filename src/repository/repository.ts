import type { Changes, ReadableFiles } from './files.ts'

/** The base of a new commit. */
export interface Head {
  readonly branch: string
  /** Object name of the commit. */
  readonly commit: string
  /** Whether the work tree has its files. */
  readonly checkedOut: boolean
}

/** The current commit. */
export interface CheckedOut {
  readonly commit: string
  /** The relation of another commit, by its object name; `unknown` if this clone has not enough history. */
  relationTo(other: string): Promise<'contained' | 'newer' | 'apart' | 'unknown'>
}

/** Information for reviewers of a change. */
export interface Proposal {
  readonly network: string
  /** Such as "2 warnings". */
  readonly findings: string
  /** Paths of the material that was made. */
  readonly made: readonly string[]
}

export interface CommitRequest {
  readonly head: Head
  /** Without changes, nothing is committed, and an open proposal is obsolete. */
  readonly changes: Changes
  readonly message: string
  /** Remote to push the branch to; only if git delivers. */
  readonly push?: string
  readonly proposal: Proposal
}

export interface PullRequest {
  readonly number: number
  readonly url: string
}

/** The result of a commit. `notes` are lines for the caller. */
export type Delivery =
  | {
      readonly outcome: 'committed'
      readonly commit: string
      readonly branch: string
      readonly pullRequest?: PullRequest
      readonly notes: readonly string[]
    }
  /** The branch has all changes already (files that git ignores are not changes). */
  | { readonly outcome: 'unchanged'; readonly pullRequest?: PullRequest; readonly notes: readonly string[] }
  /** Nothing was changed: the commit must be made again on this head. */
  | { readonly outcome: 'moved'; readonly head: Head; readonly because: string }

/** A repository for rendered files. Methods throw OperatorError for an unusable repository. */
export interface Repository {
  /** The folder of the network from the root of the repository, ending in "/"; empty for the root itself, and outside of any repository. */
  prefix(): Promise<string>
  /** Files below `paths` that differ from the last commit; empty outside of any repository. */
  uncommitted(paths: readonly string[]): Promise<readonly string[]>
  /** The current commit and its parents; empty outside of any repository. */
  checkedOutCommits(): Promise<readonly string[]>
  /** Undefined outside of any repository, and before the first commit. */
  checkedOut(): Promise<CheckedOut | undefined>
  /** Finishes an interrupted run in the work tree, before anything is read; does nothing outside of any repository. */
  takeUp(): Promise<void>
  /** The branch and its commit, after ensuring that the work tree has no changes below `paths`. */
  cleanHead(paths: readonly string[]): Promise<Head>
  /** The files of the network at the commit of a head. */
  filesAt(commit: string): ReadableFiles
  /** The files of the network in an unmerged proposal; undefined when there is none. */
  proposed(network: string): Promise<ReadableFiles | undefined>
  /** Commits changes on top of a head. Never removes commits of others. */
  commit(request: CommitRequest): Promise<Delivery>
}

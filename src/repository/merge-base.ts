import { gitIn } from './git-command.ts'
import { mustBeWorkTree } from './git-head.ts'
import { MissingCommit } from './git-trouble.ts'

/** The commit that a change is compared with, and how git found it. */
export interface FoundBase {
  readonly commit: string
  /** `main`, `the merge base with origin/main`. */
  readonly name: string
  /** Why it is not the local name that was asked for; absent when it is. */
  readonly reason?: string
}

const remote = 'refs/remotes/origin/'

/**
 * The base of a change. For a local branch, a tag or commit, or else a branch of `origin`: its merge base with
 * the current commit. For GitHub's merge of a pull request: the commit that it was merged into,
 * which is the target. Without a reference: the last commit, so that the change is everything uncommitted.
 * Throws OperatorError when git does not have it.
 */
export async function mergeBase(directory: string, reference: string | undefined): Promise<FoundBase> {
  const git = gitIn(directory)
  const found = async (...args: readonly string[]): Promise<string | undefined> => {
    const { status, stdout } = await git.try(args)
    return status === 0 ? stdout.trim() : undefined
  }
  const commitAt = (name: string): Promise<string | undefined> =>
    found('rev-parse', '--verify', '--quiet', `${name}^{commit}`)
  await mustBeWorkTree(git)
  const head = await commitAt('HEAD')
  if (head === undefined)
    throw new MissingCommit(
      'the repository has no commit yet',
      'commit network.yaml first: changes are compared with it',
    )
  if (reference === undefined) return { commit: head, name: 'HEAD' }
  // The local branch comes first: it can differ from the branch of the remote, and from a tag of the same name.
  const names = reference.startsWith('-') ? [] : [`refs/heads/${reference}`, reference, `${remote}${reference}`]
  let unrelated = false
  for (const name of names) {
    const tip = await commitAt(name)
    const commit = tip === undefined ? undefined : await found('merge-base', tip, 'HEAD')
    if (commit !== undefined) {
      const isRemote = name === `${remote}${reference}`
      const shown = isRemote ? `origin/${reference}` : reference
      const found = { commit, name: commit === tip ? shown : `the merge base with ${shown}` }
      if (!isRemote) return found
      const reason = unrelated
        ? `${reference} has no commit in common with HEAD`
        : `there is no local branch ${reference}`
      return { ...found, reason }
    }
    unrelated ||= tip !== undefined
  }
  // A checkout of one commit has no history, and a merge made by GitHub has the target as its first parent.
  const first = (await commitAt('HEAD^2')) === undefined ? undefined : await commitAt('HEAD^1')
  if (first !== undefined) return { commit: first, name: 'HEAD^1', reason: `git does not have ${reference}` }
  throw new MissingCommit(
    `git does not have ${reference}, or its merge base with this commit`,
    'set fetch-depth: 0 of actions/checkout; elsewhere fetch the branch, or name another one with --base',
  )
}

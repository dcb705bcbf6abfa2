import { gitIn } from './git-command.ts'
import { mustBeWorkTree } from './git-head.ts'
import { MissingCommit } from './git-trouble.ts'

/**
 * The commit that a change begins at. For a branch, tag or commit, as git reads its name here, else a branch of `origin`: where it
 * and the commit that is checked out parted. For a merge of a pull request that GitHub made for its checks: what it was merged into,
 * since that is what it will be merged into. Without a reference: the last commit, so that only what is not committed counts.
 * Throws OperatorError when git does not have it.
 */
export async function mergeBase(directory: string, reference: string | undefined): Promise<string> {
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
  if (reference === undefined) return head
  // As git reads it comes first: what is named HEAD or main here is not what has that name at the remote.
  const names = reference.startsWith('-') ? [] : [reference, `refs/remotes/origin/${reference}`]
  for (const name of names) {
    const commit = await commitAt(name)
    const base = commit === undefined ? undefined : await found('merge-base', commit, 'HEAD')
    if (base !== undefined) return base
  }
  // A checkout of one commit has no history, and a merge made by GitHub has the target as its first parent.
  const first = (await commitAt('HEAD^2')) === undefined ? undefined : await commitAt('HEAD^1')
  if (first !== undefined) return first
  throw new MissingCommit(
    `git does not have ${reference}, or where it and this commit parted`,
    'with actions/checkout set fetch-depth: 0; elsewhere fetch the branch, or name another one with --base',
  )
}

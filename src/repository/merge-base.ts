import { gitIn } from './git-command.ts'
import { mustBeWorkTree } from './git-head.ts'
import { MissingCommit } from './git-trouble.ts'

/**
 * The base of a change. For a branch, tag or commit by a local name, or else a branch of `origin`: its merge base with
 * the current commit. For GitHub's merge of a pull request: the commit that it was merged into,
 * which is the target. Without a reference: the last commit, so that the change is everything uncommitted.
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
  // The local name comes first: HEAD or main here can differ from that name at the remote.
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
    `git does not have ${reference}, or its merge base with this commit`,
    'set fetch-depth: 0 of actions/checkout; elsewhere fetch the branch, or name another one with --base',
  )
}

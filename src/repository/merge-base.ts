import { OperatorError } from '../errors.ts'
import { gitIn } from './git-command.ts'

/**
 * The commit that a change begins at. For a branch, tag or commit: where it and the commit that is checked out parted. For a merge
 * of a pull request that GitHub made for its checks: what it was merged into, since that is what it will be merged into.
 * Without a reference: the last commit, so that only what is not committed counts. Throws OperatorError when git does not
 * have it.
 */
export async function mergeBase(directory: string, reference: string | undefined): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    const { status, stdout } = await gitIn(directory).try(args)
    return status === 0 ? stdout.trim() : undefined
  }
  if (reference === undefined) return must(await git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'), 'HEAD')
  for (const name of [`refs/remotes/origin/${reference}`, reference]) {
    const commit = await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`)
    const base = commit === undefined ? undefined : await git('merge-base', commit, 'HEAD')
    if (base !== undefined) return base
  }
  // A checkout of one commit has no history, and a merge made by GitHub has the target as its first parent.
  const merged = await git('rev-parse', '--verify', '--quiet', 'HEAD^2^{commit}')
  const first = merged === undefined ? undefined : await git('rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}')
  return must(first, reference)
}

function must(commit: string | undefined, reference: string): string {
  if (commit !== undefined) return commit
  throw new OperatorError(
    `git does not have ${reference === 'HEAD' ? 'any commit here' : `${reference}, or where it and this commit parted`}`,
    'with actions/checkout set fetch-depth: 0; elsewhere fetch the branch, or name another one with --base',
  )
}

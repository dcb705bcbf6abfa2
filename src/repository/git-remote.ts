import { OperatorError } from '../errors.ts'
import type { Git } from './git-command.ts'
import { withReference } from './git-reference.ts'

/** Another repository, by the name or URL that git knows, and what git has to be told to reach it. */
export interface Remote {
  readonly name: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Gets a branch, and leaves no trace but its objects. Gives its commit; undefined when it is not there, or cannot be reached. */
export async function fetchBranch(
  git: Git,
  { name, environment }: Remote,
  branch: string,
): Promise<string | undefined> {
  return withReference(git, async (reference) => {
    await git.try(
      [
        ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', 'fetch', '--quiet', '--no-tags', '--refmap='],
        ...['--no-recurse-submodules', '--no-write-fetch-head', '--', name, `+refs/heads/${branch}:${reference}`],
      ],
      environment === undefined ? {} : { environment },
    )
    const { status, stdout } = await git.try(['rev-parse', '--verify', '--quiet', `${reference}^{commit}`])
    return status === 0 ? stdout.trim() : undefined
  })
}

export const isAncestor = async (git: Git, ancestor: string, commit: string): Promise<boolean> =>
  (await git.try(['merge-base', '--is-ancestor', ancestor, commit])).status === 0

/** Makes sure that what was read is part of what the branch has now: else something would be left out without a word. */
export async function mustFollow(git: Git, branch: string, read: string, now: string): Promise<void> {
  if (await isAncestor(git, read, now)) return
  throw new OperatorError(
    `the branch ${branch} has moved, and does not have ${read.slice(0, 12)}, which is the commit here: commits here were not pushed, or the branch was rewritten there`,
    `pull ${branch} and run this again; nothing was changed`,
  )
}

/** Brings the branch that is checked out, and its work tree, to a commit that follows; undefined, or why it cannot be done. */
export async function fastForward(git: Git, commit: string): Promise<string | undefined> {
  const { status, stderr } = await git.try([
    ...['merge', '--quiet', '--ff-only', '--no-autostash', '--no-verify-signatures', commit],
  ])
  return status === 0 ? undefined : stderr
}

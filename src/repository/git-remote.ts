import { OperatorError } from '../errors.ts'
import type { Git } from './git-command.ts'
import { withReference } from './git-reference.ts'

/** Another repository, by name or URL, with git's settings to reach it. */
export interface Remote {
  readonly name: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Fetches a branch without a reference. Returns its commit; undefined when it does not exist, or is unreachable. */
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

/** Ensures that the read commit is part of the current branch: otherwise changes would be lost silently. */
export async function mustFollow(git: Git, branch: string, read: string, now: string): Promise<void> {
  if (await isAncestor(git, read, now)) return
  throw new OperatorError(
    `the branch ${branch} does not contain ${read.slice(0, 12)}, the local commit: local commits were not pushed, or the remote branch was rewritten`,
    `nothing was changed: pull ${branch} and run the command again`,
  )
}

/** Fast-forwards the current branch and its work tree to a commit; returns undefined, or the reason why it cannot. */
export async function fastForward(git: Git, commit: string): Promise<string | undefined> {
  const { status, stderr } = await git.try([
    ...['merge', '--quiet', '--ff-only', '--no-autostash', '--no-verify-signatures', commit],
  ])
  return status === 0 ? undefined : stderr
}

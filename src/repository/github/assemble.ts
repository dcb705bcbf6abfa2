import { randomBytes } from 'node:crypto'
import { OperatorError } from '../../errors.ts'
import { treeOf } from '../git-object.ts'
import { fetchBranch } from '../git-remote.ts'
import { createBranch, dropBranch } from './branches.ts'
import { type CommittedOnBranch, commitOnBranch } from './commit-on-branch.ts'
import type { PreparedPart } from './prepare.ts'
import type { Surroundings } from './surroundings.ts'

/** Commits one part. If an answer is lost, the branch has moved to exactly this commit. */
export async function commitPart(
  { git, client, remote }: Surroundings,
  branch: string,
  expected: string,
  { changes, message, tree }: PreparedPart,
): Promise<CommittedOnBranch> {
  const committed = await commitOnBranch(client, { branch, expected, message, changes })
  if ('commit' in committed) return committed
  const now = await fetchBranch(git, remote, branch)
  if (now === undefined) return { movedTo: committed.movedTo }
  const { stdout } = await git.try(['rev-parse', '--verify', '--quiet', `${now}^`])
  const ours = stdout.trim() === expected && (await treeOf(git, now)) === tree
  return ours ? { commit: now } : { movedTo: now }
}

/**
 * Makes the commits of all parts on a temporary branch, returns the last one, and deletes that branch. Readers of the
 * real branch, such as Flux, never see a partial change.
 */
export async function assembled<Result>(
  surroundings: Surroundings,
  start: string,
  parts: readonly PreparedPart[],
  use: (commit: string) => Promise<Result>,
): Promise<Result> {
  const { client } = surroundings
  const branch = `chancery/parts/${randomBytes(8).toString('hex')}`
  await createBranch(client, branch, start)
  try {
    let commit = start
    for (const part of parts) {
      const committed = await commitPart(surroundings, branch, commit, part)
      if (!('commit' in committed))
        throw new OperatorError(
          `another writer changed ${branch}`,
          'run the command again: it creates the branch again',
        )
      commit = committed.commit
    }
    return await use(commit)
  } finally {
    await dropBranch(client, branch)
  }
}

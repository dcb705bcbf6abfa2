import { OperatorError } from '../../errors.ts'
import { behind, bringHere, moved } from '../git.ts'
import { fetchBranch, mustFollow } from '../git-remote.ts'
import type { Delivery, Head } from '../repository.ts'
import { assembled, commitPart } from './assemble.ts'
import { moveBranch } from './branches.ts'
import type { PreparedPart } from './prepare.ts'
import type { Surroundings } from './surroundings.ts'

/** Commits the parts to a branch: a single part directly, several in one step. */
export async function putOn(
  surroundings: Surroundings,
  { branch, commit: expected }: Head,
  parts: readonly PreparedPart[],
): Promise<{ readonly commit: string } | 'moved'> {
  const { client } = surroundings
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) {
    const committed = await commitPart(surroundings, branch, expected, only)
    return 'commit' in committed ? committed : 'moved'
  }
  return assembled(surroundings, expected, parts, async (commit) =>
    (await moveBranch(client, { branch, before: expected, after: commit })) ? { commit } : 'moved',
  )
}

/** Commits to a branch, and updates the local work tree, so that later steps of the job have the new keys. */
export async function commitDirectly(
  surroundings: Surroundings,
  head: Head,
  parts: readonly PreparedPart[],
): Promise<Delivery> {
  const { git, remote } = surroundings
  const put = await putOn(surroundings, head, parts)
  if (put === 'moved') return readAgain(surroundings, head)
  const { commit } = put
  const here = await fetchBranch(git, remote, head.branch)
  const refused = here === undefined ? 'it cannot be fetched' : await bringHere(git, head, commit)
  const notes = refused === undefined ? [] : [behind(head.branch, refused)]
  return { outcome: 'committed', commit, branch: head.branch, notes }
}

/** The current branch, which must contain the read commit. */
export async function readAgain(surroundings: Surroundings, head: Head): Promise<Delivery> {
  const now = await fetched(surroundings, head.branch)
  await mustFollow(surroundings.git, head.branch, head.commit, now)
  return moved(head, now)
}

/** The commit of an existing branch, with all its objects. */
export async function fetched({ git, remote }: Surroundings, branch: string): Promise<string> {
  const commit = await fetchBranch(git, remote, branch)
  if (commit !== undefined) return commit
  throw new OperatorError(
    `the branch ${branch} cannot be fetched from ${remote.name}`,
    'check that it still exists, and that the token may read it (contents: read)',
  )
}

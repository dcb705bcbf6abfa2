import { OperatorError } from '../errors.ts'
import { isEmpty } from './changes.ts'
import { type Git, gitIn } from './git-command.ts'
import { filesAt } from './git-files.ts'
import { bringForward, takeUpForward } from './git-forward.ts'
import { branchHere, type ChosenBranch, checkedOut, checkedOutCommits, headOf, uncommitted } from './git-head.ts'
import { checkedOutCommit } from './git-history.ts'
import { makeCommit, treeOf } from './git-object.ts'
import { fetchBranch, isAncestor, mustFollow } from './git-remote.ts'
import { complaint, isWithoutRepository } from './git-trouble.ts'
import { pause } from './pause.ts'
import type { CommitRequest, Delivery, Head, Repository } from './repository.ts'

/** The author of a commit. */
export interface Author {
  readonly name: string
  readonly email: string
}

/**
 * The git repository of a folder, by the git command. `author` is used if git has no identity; `branch` replaces
 * the current branch.
 */
export function gitRepository(directory: string, author?: Author, branch?: ChosenBranch): Repository {
  const git = gitIn(directory)
  return {
    prefix: async () => {
      const found = await git.try(['rev-parse', '--show-prefix'])
      return isWithoutRepository(found) ? '' : found.stdout.replace(/\n$/, '')
    },
    uncommitted: (paths) => uncommitted(git, paths),
    checkedOutCommits: () => checkedOutCommits(git),
    checkedOut: () => checkedOutCommit(git),
    takeUp: () => takeUpForward(git),
    cleanHead: (paths) => headOf(git, paths, branch),
    filesAt: (commit) => filesAt(directory, commit),
    proposed: async () => undefined,
    commit: async (request) => {
      const { head, changes, message, push } = request
      if (isEmpty(changes)) return upToDate(git, request)
      const made = await makeCommit(git, {
        parent: head.commit,
        changes,
        message,
        committer: await committerOf(git, author),
      })
      if (made.tree === (await treeOf(git, head.commit))) return upToDate(git, request)
      return push === undefined ? advance(git, request, made.commit) : deliver(git, request, push, made.commit)
    },
  }
}

/** The branch has all changes already. If a run ended right after its push, the work tree is outdated and gets updated. */
async function upToDate(git: Git, { head, push }: CommitRequest): Promise<Delivery> {
  return { outcome: 'unchanged', notes: head.checkedOut || push === undefined ? [] : await broughtTo(git, head) }
}

/** Updates the work tree to a head from a remote. Returns notes. */
export async function broughtTo(git: Git, head: Head): Promise<string[]> {
  const refused = await bringHere(git, head, head.commit)
  return refused === undefined ? [] : [behind(head.branch, refused)]
}

/** Moves the branch here. */
async function advance(git: Git, { head }: CommitRequest, commit: string): Promise<Delivery> {
  const now = await branchHere(git, head.branch)
  if (now !== undefined && now !== head.commit) return moved(head, now)
  const refused = await bringHere(git, head, commit)
  if (refused === undefined) return { outcome: 'committed', commit, branch: head.branch, notes: [] }
  throw new OperatorError(
    `the work tree cannot be updated to the commit: ${refused}`,
    'fix this, then run the command again',
  )
}

/** Moves the remote branch, and then the local one. The remote branch shows whether a push was refused. */
async function deliver(git: Git, { head }: CommitRequest, push: string, commit: string): Promise<Delivery> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, stderr } = await git.try(['push', '--quiet', push, `${commit}:refs/heads/${head.branch}`])
    const now = status === 0 ? commit : await fetchBranch(git, { name: push }, head.branch)
    if (now === commit) break
    if (now !== undefined && !(await isAncestor(git, now, head.commit))) {
      await mustFollow(git, head.branch, head.commit, now)
      return moved(head, now)
    }
    // Another push may lock the branch at this moment, or the connection broke.
    if (attempt === 3)
      throw new OperatorError(
        `${push} refused the commit for ${head.branch}: ${complaint(stderr)}`,
        `nothing was changed: check whether you may push to ${head.branch}`,
      )
    await pause()
  }
  const refused = await bringHere(git, head, commit)
  const notes = refused === undefined ? [] : [behind(head.branch, refused)]
  return { outcome: 'committed', commit, branch: head.branch, notes }
}

/** Fast-forwards the local branch and its work tree; returns git's objection. */
export async function bringHere(git: Git, { branch, commit }: Head, following: string): Promise<string | undefined> {
  const refused =
    branch === (await checkedOut(git))
      ? await bringForward(git, branch, following)
      : (await branchHere(git, branch)) === commit
        ? (await git.try(['update-ref', `refs/heads/${branch}`, following, commit])).stderr
        : ''
  return refused === undefined || refused === '' ? undefined : complaint(refused)
}

/** The note for a delivered commit that is not in the work tree. */
export const behind = (branch: string, refused: string): string =>
  `the local work tree was not updated: ${refused}; pull ${branch}`

export const moved = ({ branch }: Head, commit: string): Delivery => ({
  outcome: 'moved',
  head: { branch, commit, checkedOut: false },
  because: `${branch} has moved to ${commit.slice(0, 12)}`,
})

/** git's identity, or `author`, with the time, in the format of a commit. */
async function committerOf(git: Git, author: Author | undefined): Promise<string> {
  const ident = ['var', 'GIT_COMMITTER_IDENT']
  if (author !== undefined) {
    // Without useConfigOnly git derives a name from that of the machine.
    const known = await git.try(['-c', 'user.useConfigOnly=true', ...ident])
    if (known.status === 0) return known.stdout.trim()
    ident.unshift('-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`)
  }
  return git.must(ident, 'git does not know who you are', 'set user.name and user.email with `git config`')
}

import { OperatorError } from '../errors.ts'
import { several } from '../words.ts'
import type { Git } from './git-command.ts'
import { fetchBranch, type Remote } from './git-remote.ts'
import { complaint, isWithoutRepository, MissingCommit } from './git-trouble.ts'
import type { Head } from './repository.ts'

/** A branch, which need not be the current one. */
export interface ChosenBranch {
  readonly name: string
  /** The remote to fetch it from; the local branch without one. */
  readonly remote?: Remote
}

/** The head to commit on: the current branch, which must be clean below `paths`, or the chosen one. */
export async function headOf(git: Git, paths: readonly string[], chosen?: ChosenBranch): Promise<Head> {
  await mustBeWorkTree(git)
  if (chosen !== undefined && chosen.name !== (await checkedOut(git))) return elsewhere(git, chosen)
  const commit = await git.must(
    ['rev-parse', '--verify', 'HEAD^{commit}'],
    'the repository has no commit yet',
    'commit network.yaml first',
  )
  const branch = await git.must(
    ['symbolic-ref', '--short', 'HEAD'],
    'no branch is checked out',
    'check out the branch for the rendered files',
  )
  const changed = changedIn(await git.must(statusOf(paths), 'git status failed', 'see the message of git'))
  if (changed.length > 0) {
    throw new OperatorError(
      `the work tree has changes that are not committed: ${several(changed)}`,
      'commit or stash them: Chancery renders committed files only',
    )
  }
  return { branch, commit, checkedOut: true }
}

/** Throws MissingCommit outside of any repository, OperatorError without a readable work tree. */
export async function mustBeWorkTree(git: Git): Promise<void> {
  const found = await git.try(['rev-parse', '--is-inside-work-tree'])
  if (isWithoutRepository(found))
    throw new MissingCommit(
      `this folder is not in a git repository: ${complaint(found.stderr)}`,
      'run `git init` and commit network.yaml first',
    )
  if (found.stdout.trim() !== 'true')
    throw new OperatorError(
      'this folder is inside git’s own folder or a bare repository',
      'clone the repository, and run this in the clone',
    )
}

async function elsewhere(git: Git, { name, remote }: ChosenBranch): Promise<Head> {
  const commit = remote === undefined ? await branchHere(git, name) : await fetchBranch(git, remote, name)
  if (commit !== undefined) return { branch: name, commit, checkedOut: false }
  throw new OperatorError(
    `there is no branch ${name}${remote === undefined ? ' here' : `, or it cannot be fetched`}`,
    'create the branch first, or check its name and the credentials',
  )
}

/** The current branch; undefined with a detached HEAD. */
export async function checkedOut(git: Git): Promise<string | undefined> {
  const { status, stdout } = await git.try(['symbolic-ref', '--quiet', '--short', 'HEAD'])
  return status === 0 ? stdout.trim() : undefined
}

/** The current commit and its parents: in GitHub's merge of a pull request, its head is the second parent. */
export async function checkedOutCommits(git: Git): Promise<string[]> {
  // The object itself names its parents, even in a shallow clone.
  const { status, stdout } = await git.try(['cat-file', 'commit', 'HEAD'])
  const head = await git.try(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (status !== 0 || head.status !== 0) return []
  const [header = ''] = stdout.split('\n\n')
  return [head.stdout.trim(), ...[...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent)]
}

export async function branchHere(git: Git, branch: string): Promise<string | undefined> {
  const { status, stdout } = await git.try(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`])
  return status === 0 ? stdout.trim() : undefined
}

/** Files below `paths` that differ from the last commit; empty outside of any repository. */
export async function uncommitted(git: Git, paths: readonly string[]): Promise<string[]> {
  // Without locks git writes nothing, not even its index.
  const found = await git.try(statusOf(paths), { environment: { GIT_OPTIONAL_LOCKS: '0' } })
  return isWithoutRepository(found) ? [] : changedIn(found.stdout)
}

const statusOf = (paths: readonly string[]): string[] => [
  ...['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--'],
  ...paths,
]

/** git-status(1): two letters and a space before each path, which here ends in NUL. */
const changedIn = (status: string): string[] =>
  status.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)]))

import { OperatorError } from '../errors.ts'
import { several } from '../words.ts'
import type { Git } from './git-command.ts'
import { fetchBranch, type Remote } from './git-remote.ts'
import { complaint, isWithoutRepository, MissingCommit } from './git-trouble.ts'
import type { Head } from './repository.ts'

/** A branch that need not be the one that is checked out. */
export interface ChosenBranch {
  readonly name: string
  /** Where it is taken from; from here if there is none. */
  readonly remote?: Remote
}

/** Where to go on from: the branch that is checked out, which has to be clean below `paths`, or the one that was chosen. */
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
    'check out the branch that the rendered files belong on',
  )
  const changed = changedIn(await git.must(statusOf(paths), 'git status failed', 'see the message of git'))
  if (changed.length > 0) {
    throw new OperatorError(
      `the work tree has changes that are not committed: ${several(changed)}`,
      'commit or stash them: what is rendered must follow from what is committed',
    )
  }
  return { branch, commit, checkedOut: true }
}

/** Throws MissingCommit outside of any repository, OperatorError where there is no work tree that git can read. */
export async function mustBeWorkTree(git: Git): Promise<void> {
  const found = await git.try(['rev-parse', '--is-inside-work-tree'])
  if (isWithoutRepository(found))
    throw new MissingCommit(
      `this folder is in no git repository: ${complaint(found.stderr)}`,
      'run `git init` and commit network.yaml first',
    )
  if (found.stdout.trim() !== 'true')
    throw new OperatorError(
      'this folder is inside of git’s own folder, or of a bare repository',
      'clone the repository, and run this in the clone',
    )
}

async function elsewhere(git: Git, { name, remote }: ChosenBranch): Promise<Head> {
  const commit = remote === undefined ? await branchHere(git, name) : await fetchBranch(git, remote, name)
  if (commit !== undefined) return { branch: name, commit, checkedOut: false }
  throw new OperatorError(
    `there is no branch ${name}${remote === undefined ? ' here' : `, or it cannot be fetched`}`,
    'make the branch first, and look at its name and at the credentials',
  )
}

/** The branch that is checked out; undefined when a commit is. */
export async function checkedOut(git: Git): Promise<string | undefined> {
  const { status, stdout } = await git.try(['symbolic-ref', '--quiet', '--short', 'HEAD'])
  return status === 0 ? stdout.trim() : undefined
}

/** The commit that is checked out, and its parents: for a merge that GitHub made of a pull request, its head is the second of these. */
export async function checkedOutCommits(git: Git): Promise<string[]> {
  // The object itself names its parents, in a checkout without history too.
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

/** Files below `paths` that differ from the last commit; none outside of any repository. */
export async function uncommitted(git: Git, paths: readonly string[]): Promise<string[]> {
  // Without locks nothing is written, not even what git would remember of the files.
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

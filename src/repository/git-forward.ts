import pMap from 'p-map'
import { OperatorError } from '../errors.ts'
import { objectName } from '../plan/tree/git-tree.ts'
import { several } from '../words.ts'
import { explaining } from './file-errors.ts'
import { UnusableFile } from './files.ts'
import { type Git, gitIn } from './git-command.ts'
import { checkedOut, uncommitted } from './git-head.ts'
import { settle } from './git-lock.ts'
import { references } from './git-reference.ts'
import { fastForward, isAncestor } from './git-remote.ts'
import { removeFile } from './move-file.ts'
import { regularFiles } from './regular-files.ts'
import { beginRun, endRun, runOf } from './run-name.ts'

// Git updates a work tree file by file, and then its branch. A killed git, or a full disk, leaves files of both commits,
// and one partial file. So a reference records the target commit first: with it the next run knows which files it may replace.

const forward = `${references}forward/`
const ours = /^refs\/chancery\/(?:forward|objects)\/(run-[^/]+)/

/** Fast-forwards the current branch and its work tree to a commit; returns undefined, or the reason why it cannot. */
export async function bringForward(git: Git, branch: string, commit: string): Promise<string | undefined> {
  const name = beginRun()
  try {
    const reference = `${forward}${name}/${branch}`
    await git.must(['update-ref', reference, commit], 'git cannot write to this repository', 'see the message of git')
    const refused = await fastForward(git, commit)
    // With these messages nothing has changed. After any other, the next run continues.
    if (refused === undefined || /would be overwritten|would lose|index\.lock'/.test(refused))
      await git.try(['update-ref', '-d', reference])
    return refused
  } finally {
    endRun(name)
  }
}

/**
 * Finishes the fast-forward of an interrupted run in the work tree, and removes references of ended runs.
 * Throws OperatorError if a file was changed since then.
 */
export async function takeUpForward(git: Git): Promise<void> {
  const listed = await git
    .try(['for-each-ref', '--format=%(objectname) %(refname)', references])
    .catch((error: unknown) => {
      if (error instanceof OperatorError) return undefined // there is no git: callers that need it report this
      throw error
    })
  if (listed?.status !== 0 || listed.stdout === '') return
  const branch = await checkedOut(git)
  for (const line of listed.stdout.trimEnd().split('\n')) {
    const [commit = '', reference = ''] = line.split(' ')
    const [beginning = '', name = ''] = ours.exec(reference) ?? []
    const isRunning = runOf(name)?.isRunning
    if (beginning === '' || isRunning === true) continue
    if (!reference.startsWith(forward)) {
      if (isRunning === false) await git.try(['update-ref', '-d', reference])
    } else if (branch !== undefined && reference === `${beginning}/${branch}`) {
      await complete(git, branch, { commit, isGone: isRunning === false })
      await git.try(['update-ref', '-d', reference])
    }
  }
}

interface Difference {
  readonly path: string
  readonly mode: string
  /** Object names; all zeros without a file. */
  readonly before: string
  readonly after: string
}

const isNone = (object: string): boolean => /^0+$/.test(object)

/** `isGone`: no process of that run exists. */
async function complete(
  here: Git,
  branch: string,
  { commit, isGone }: { readonly commit: string; readonly isGone: boolean },
): Promise<void> {
  const problem = ['git cannot finish what an interrupted run began', 'see the message of git'] as const
  const root = await here.must(['rev-parse', '--show-toplevel'], ...problem)
  const git = gitIn(root)
  if (isGone) await settle(git, root)
  const head = await git.must(['rev-parse', '--verify', 'HEAD^{commit}'], ...problem)
  if (head === commit || !(await isAncestor(git, head, commit))) return
  const differences = readDifferences(
    await git.must(['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', head, commit], ...problem),
  )
  const theirs = await notReplaceable(git, root, differences)
  if (theirs.length > 0)
    throw new OperatorError(
      `an interrupted run left the work tree between two commits, and these files were changed afterwards: ${several(theirs)}`,
      `save the changes elsewhere, run \`git checkout HEAD -- FILE\` for each file, and run the command again: it continues to ${commit.slice(0, 12)}`,
    )
  const regular = regularFiles(root)
  const index = differences.map(({ mode, after, path }) => `${isNone(after) ? '0' : mode} ${after}\t${path}\0`)
  await git.must(['update-index', '-z', '--index-info'], ...problem, { input: index.join('') })
  // Nothing is overwritten: git refuses if a new file is in the way.
  for (const { path } of differences) await explaining(path, () => removeFile(regular, path))
  const written = differences.filter(({ after }) => !isNone(after)).map(({ path }) => `${path}\0`)
  await git.must(['checkout-index', '-u', '-z', '--stdin'], ...problem, { input: written.join('') })
  const words = 'chancery: bring forward what was interrupted'
  await git.must(['update-ref', '-m', words, `refs/heads/${branch}`, commit, head], ...problem)
}

/** git-diff-tree(1): `:mode mode object object status`, and then the path. */
function readDifferences(raw: string): Difference[] {
  const fields = raw.split('\0')
  return fields.flatMap((field, at): Difference[] => {
    const { [at + 1]: path } = fields
    if (at % 2 === 1 || path === undefined) return []
    const [, mode = '', before = '', after = ''] = field.split(' ')
    return [{ path, mode, before, after }]
  })
}

/** Files with neither of their two contents, nor a part of the new one. */
async function notReplaceable(git: Git, root: string, differences: readonly Difference[]): Promise<string[]> {
  const changed = new Set(await uncommitted(git, ['.']))
  const regular = regularFiles(root)
  const paths = differences.map(({ path }) => path)
  const isReplaceable = async ({ path, before, after }: Difference): Promise<boolean> => {
    if (!isNone(before) && !changed.has(path)) return true
    // A file may replace a folder, or the reverse.
    const mayBeFolder = paths.some((other) => other.startsWith(`${path}/`))
    const content = await regular.read(path).catch((error: unknown) => {
      if (error instanceof UnusableFile) return mayBeFolder ? undefined : 'no file'
      throw error
    })
    if (content === undefined) return true
    if (content === 'no file') return false
    return [before, after].includes(objectName(content, after)) || isPart(git, path, before, after, content)
  }
  const replaceable = await pMap(differences, isReplaceable, { concurrency: 32 })
  return paths.filter((_, at) => replaceable[at] !== true)
}

/** Compares with the content that git checks out, whose line ends may differ from the stored content. */
async function isPart(git: Git, path: string, before: string, after: string, content: Uint8Array): Promise<boolean> {
  const written = async (object: string): Promise<Buffer | undefined> =>
    isNone(object)
      ? undefined
      : Buffer.from(
          await git.mustGiveBytes(
            ['cat-file', '--filters', `--path=${path}`, object],
            'git cannot read a commit',
            'fetch the whole of the commit',
          ),
        )
  const whole = await written(after)
  if (whole?.subarray(0, content.length).equals(content) === true) return true
  return (await written(before))?.equals(content) === true
}

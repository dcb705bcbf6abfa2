import { lstat, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import { type GitTrees, objectName, type TreeEntry } from '../plan/tree/git-tree.ts'
import { gitIn } from './git-command.ts'
import { entriesAt } from './git-files.ts'
import { uncommitted } from './git-head.ts'

/** The whole repository of a folder at a commit, and its current state with uncommitted changes. */
export async function treesAt(directory: string, commit: string): Promise<GitTrees> {
  const problem = ['git cannot read the work tree', 'check whether `git status` works here'] as const
  const root = await gitIn(directory).must(['rev-parse', '--show-toplevel'], ...problem)
  const prefix = await gitIn(directory).must(['rev-parse', '--show-prefix'], ...problem)
  const git = gitIn(root)
  const [before, head, changed] = await Promise.all([
    entriesAt(git, commit),
    entriesAt(git, 'HEAD'),
    uncommitted(git, ['.']),
  ])
  const after = new Map(head)
  const entries = await pMap(changed, async (path) => [path, await entryOnDisk(root, path, commit)] as const, {
    concurrency: 6,
  })
  for (const [path, entry] of entries) {
    if (entry === undefined) after.delete(path)
    else after.set(path, entry)
  }
  return { before, after, prefix }
}

/** The entry that git would commit for a path; undefined without one. A folder that git lists is another repository. */
async function entryOnDisk(root: string, path: string, like: string): Promise<TreeEntry | undefined> {
  const file = join(root, path)
  const status = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (status === undefined) return undefined
  if (status.isSymbolicLink()) return { mode: '120000', object: objectName(await readlink(file), like) }
  if (!status.isFile()) return { mode: '160000', object: '' }
  const mode = (status.mode & 0o100) === 0 ? '100644' : '100755'
  if (status.size > largestBytes) return { mode, object: '' }
  const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES' || error.code === 'EPERM') return undefined
    throw error
  })
  return { mode, object: content === undefined ? '' : objectName(content, like) }
}

/** Uncommitted files can be anything. Of larger or unreadable files only the existence is recorded. */
const largestBytes = 64 * 1024 * 1024

import { createHash } from 'node:crypto'
import { type FileContent, toBytes } from '../../file-content.ts'

/** What a commit has at a path: a file as 100644 or 100755, a symbolic link as 120000, another repository as 160000. */
export interface TreeEntry {
  readonly mode: string
  /** The name that git has for the content. */
  readonly object: string
}

/** By path from the root of the repository. */
export type GitTree = ReadonlyMap<string, TreeEntry>

/** The whole repository before a change and after it: what Flux would read. */
export interface GitTrees {
  readonly before: GitTree
  readonly after: GitTree
  /** The folder of the network from the root of the repository, ending in "/"; empty for the root itself. */
  readonly prefix: string
}

export const isFile = ({ mode }: TreeEntry): boolean => mode.startsWith('100')

export const isSameEntry = (one: TreeEntry | undefined, other: TreeEntry | undefined): boolean =>
  one?.mode === other?.mode && one?.object === other?.object

/** Paths that a change adds, changes or removes, sorted. */
export function changedPaths({ before, after }: GitTrees): string[] {
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all].filter((path) => !isSameEntry(before.get(path), after.get(path))).sort()
}

/**
 * The name that git gives a file, without git: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage. As long as
 * `like`: a repository has SHA-1 names of 40 digits or SHA-256 names of 64.
 */
export function objectName(content: FileContent, like: string): string {
  const bytes = toBytes(content)
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

/** Everything that a change does to some files, as one text: an acknowledgement is for exactly this. */
export const contentOf = (paths: readonly string[], { before, after }: GitTrees): string =>
  paths
    .map((path) => {
      const [old, now] = [before.get(path), after.get(path)]
      return JSON.stringify([path, old?.mode, old?.object, now?.mode, now?.object])
    })
    .join('\n')

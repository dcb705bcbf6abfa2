import pMap from 'p-map'
import { type FileContent, sameContent } from '../file-content.ts'
import type { FileTree } from '../render/tree.ts'
import { type Changes, type ReadableFiles, UnusableFile } from './files.ts'

/** Flux keeps its own manifests in the folder that it was bootstrapped with: they are not ours to remove. */
const foreign = /^deploy\/flux\/[^/]+\/flux-system\//

/** What differs between the files that are there and those that should be, so that a folder holds a tree and nothing else. Only files below `owned` folders are removed. */
export async function changesTo(files: ReadableFiles, tree: FileTree, owned: readonly string[]): Promise<Changes> {
  const present = new Set((await Promise.all(owned.map((folder) => files.list(folder)))).flat())
  const removed = [...present].filter((path) => !tree.has(path) && !foreign.test(path))
  // What the lists do not show is not there: nothing to read on the first rendering.
  const isNew = (path: string): boolean => !present.has(path) && owned.some((folder) => path.startsWith(`${folder}/`))
  const entries = await pMap(
    tree,
    async ([path, content]) => (isNew(path) || !(await holds(files, path, content)) ? [[path, content] as const] : []),
    { concurrency: 32 },
  )
  return { written: new Map(entries.flat()), removed }
}

/** What is no file, such as a link, is replaced by one. */
const holds = (files: ReadableFiles, path: string, content: FileContent): Promise<boolean> =>
  isSame(files, path, content).catch((error: unknown) => {
    if (error instanceof UnusableFile) return false
    throw error
  })

const isSame = async (files: ReadableFiles, path: string, content: FileContent): Promise<boolean> =>
  typeof content === 'string' ? (await files.read(path)) === content : sameContent(await files.readBytes(path), content)

export const isEmpty = ({ written, removed }: Changes): boolean => written.size === 0 && removed.length === 0

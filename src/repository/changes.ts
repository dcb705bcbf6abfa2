import pMap from 'p-map'
import { type FileContent, sameContent } from '../file-content.ts'
import type { FileTree } from '../render/tree.ts'
import { type Changes, type ReadableFiles, UnusableFile } from './files.ts'

/** Flux keeps its own manifests in its bootstrap folder, which Chancery never removes. */
const foreign = /^deploy\/flux\/[^/]+\/flux-system\//

/** Changes that turn the existing files into the desired tree. Only files below `owned` folders are removed. */
export async function changesTo(files: ReadableFiles, tree: FileTree, owned: readonly string[]): Promise<Changes> {
  const present = new Set((await Promise.all(owned.map((folder) => files.list(folder)))).flat())
  const removed = [...present].filter((path) => !tree.has(path) && !foreign.test(path))
  // Files outside of the lists do not exist, so the first rendering reads nothing.
  const isNew = (path: string): boolean => !present.has(path) && owned.some((folder) => path.startsWith(`${folder}/`))
  const entries = await pMap(
    tree,
    async ([path, content]) => (isNew(path) || !(await holds(files, path, content)) ? [[path, content] as const] : []),
    { concurrency: 32 },
  )
  return { written: new Map(entries.flat()), removed }
}

/** Entries that are not files, such as links, are replaced by files. */
const holds = (files: ReadableFiles, path: string, content: FileContent): Promise<boolean> =>
  isSame(files, path, content).catch((error: unknown) => {
    if (error instanceof UnusableFile) return false
    throw error
  })

const isSame = async (files: ReadableFiles, path: string, content: FileContent): Promise<boolean> =>
  typeof content === 'string' ? (await files.read(path)) === content : sameContent(await files.readBytes(path), content)

export const isEmpty = ({ written, removed }: Changes): boolean => written.size === 0 && removed.length === 0

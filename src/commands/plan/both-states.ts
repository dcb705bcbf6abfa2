import { contentOf, type FileContent } from '../../file-content.ts'
import { type GitTree, type GitTrees, isFile } from '../../plan/tree/git-tree.ts'
import type { FileTree } from '../../render/tree.ts'
import type { ReadableFiles } from '../../repository/files.ts'

/** Files as they were and as they are; those that do not exist, or are no files, are absent. */
export type BothStates = (paths: readonly string[]) => Promise<{ readonly before: FileTree; readonly after: FileTree }>

/** Reads files of the base and of the change. Paths are relative to the folder of the network. */
export function bothStates(
  base: Pick<ReadableFiles, 'readBytes'>,
  now: Pick<ReadableFiles, 'readBytes'>,
  { before, after, prefix }: GitTrees,
): BothStates {
  const read = async (
    files: Pick<ReadableFiles, 'readBytes'>,
    tree: GitTree,
    paths: readonly string[],
  ): Promise<FileTree> => {
    const own = paths.filter((path) => {
      const entry = tree.get(prefix + path)
      return entry !== undefined && isFile(entry)
    })
    const contents = await Promise.all(own.map((path) => files.readBytes(path)))
    return new Map(
      own.flatMap((path, at): [string, FileContent][] => {
        const { [at]: bytes } = contents
        return bytes === undefined ? [] : [[path, contentOf(bytes)]]
      }),
    )
  }
  return async (paths) => ({ before: await read(base, before, paths), after: await read(now, after, paths) })
}

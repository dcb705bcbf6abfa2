import { type FileContent, toBytes } from '../src/file-content.ts'
import { decoded, type Files } from '../src/repository/files.ts'

/** Files that exist in memory only; `contents` shows what was written. */
export function memoryFiles(
  initial: Readonly<Record<string, FileContent>>,
): Files & { readonly contents: ReadonlyMap<string, FileContent> } {
  const contents = new Map(Object.entries(initial))
  return {
    contents,
    read: async (path) => {
      const content = contents.get(path)
      return typeof content === 'object' ? decoded(path, content) : content
    },
    readBytes: async (path) => {
      const content = contents.get(path)
      return content === undefined ? undefined : toBytes(content)
    },
    list: async (folder) => [...contents.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
    alone: (work) => work(),
    change: async ({ written, removed }) => {
      for (const path of removed) contents.delete(path)
      for (const [path, content] of written) contents.set(path, content)
    },
  }
}

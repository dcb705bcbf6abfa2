import type { Files } from '../src/repository/files.ts'

/** Files that exist in memory only; `contents` shows what was written. */
export function memoryFiles(
  initial: Readonly<Record<string, string>>,
): Files & { readonly contents: ReadonlyMap<string, string> } {
  const contents = new Map(Object.entries(initial))
  return {
    contents,
    read: async (path) => contents.get(path),
    list: async (folder) => [...contents.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
    write: async (path, text) => void contents.set(path, text),
    remove: async (path) => void contents.delete(path),
  }
}

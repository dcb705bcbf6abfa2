import type { ReadableFiles } from '../repository/files.ts'

/** A folder with these files. */
export const filesOf = (files: ReadonlyMap<string, string>): ReadableFiles => ({
  read: async (wanted) => files.get(wanted),
  readBytes: async (wanted) => {
    const text = files.get(wanted)
    return text === undefined ? undefined : Buffer.from(text)
  },
  list: async (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
})

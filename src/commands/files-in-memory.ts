import { type FileContent, toBytes } from '../file-content.ts'
import { decoded, type ReadableFiles } from '../repository/files.ts'

/** A folder with these files. */
export const filesOf = (files: ReadonlyMap<string, FileContent>): ReadableFiles => ({
  read: async (wanted) => {
    const content = files.get(wanted)
    return typeof content === 'object' ? decoded(wanted, content) : content
  },
  readBytes: async (wanted) => {
    const content = files.get(wanted)
    return content === undefined ? undefined : toBytes(content)
  },
  list: async (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
})

/** Files, with these in the place of others. */
export const filesWith = (files: ReadableFiles, added: ReadonlyMap<string, FileContent>): ReadableFiles => {
  const own = filesOf(added)
  return {
    read: async (path) => (added.has(path) ? own.read(path) : files.read(path)),
    readBytes: async (path) => (added.has(path) ? own.readBytes(path) : files.readBytes(path)),
    list: async (folder) => [...new Set([...(await files.list(folder)), ...(await own.list(folder))])].sort(),
  }
}

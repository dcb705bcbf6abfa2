import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, posix, sep } from 'node:path'
import type { Files } from '../commands/ports.ts'

/** Files on disk below a folder. */
export function workTree(directory: string): Files {
  const place = (path: string): string => join(directory, ...path.split('/'))
  return {
    read: async (path) => {
      try {
        return await readFile(place(path), 'utf8')
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    list: async (folder) => {
      try {
        const entries = await readdir(place(folder), { recursive: true, withFileTypes: true })
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) =>
            posix.join(
              folder,
              ...join(entry.parentPath, entry.name)
                .slice(place(folder).length + 1)
                .split(sep),
            ),
          )
          .sort()
      } catch (error) {
        if (isMissing(error)) return []
        throw error
      }
    },
    write: async (path, text) => {
      const file = place(path)
      await mkdir(dirname(file), { recursive: true })
      // Whoever reads at this moment sees the old file or the new one, never half of it.
      const temporary = `${file}.chancery-${process.pid}`
      await writeFile(temporary, text)
      await rename(temporary, file)
    },
    remove: async (path) => {
      await rm(place(path), { force: true })
      for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
        try {
          await rmdir(place(folder))
        } catch {
          return // not empty, or gone already
        }
      }
    },
  }
}

const isMissing = (error: unknown): boolean => {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}

import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, posix, sep } from 'node:path'
import { OperatorError } from '../errors.ts'
import { toText } from '../file-content.ts'
import type { Files } from './files.ts'

/** Files on disk below a folder. */
export function workTree(directory: string): Files {
  const place = (path: string): string => join(directory, ...path.split('/'))
  const contentOf = async (path: string): Promise<Uint8Array | undefined> => {
    try {
      return await readFile(place(path))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw explained(error, path)
    }
  }
  return {
    read: async (path) => {
      const content = await contentOf(path)
      return content === undefined ? undefined : toText(content)
    },
    readBytes: async (path) => {
      const content = await contentOf(path)
      return content === undefined ? undefined : Uint8Array.from(content)
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
    write: async (path, content) => {
      const file = place(path)
      // Whoever reads at this moment sees the old file or the new one, never half of it.
      const temporary = `${file}.chancery-${process.pid}`
      try {
        await writeFile(temporary, content).catch(async (error: unknown) => {
          if (!isMissing(error)) throw error
          await mkdir(dirname(file), { recursive: true })
          await writeFile(temporary, content)
        })
        await rename(temporary, file)
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {})
        throw explained(error, path)
      }
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

/** What a person can set right about a file; anything else is a bug. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written',
  EPERM: 'may not be read or written',
  EROFS: 'is on a file system that cannot be written',
  ENOSPC: 'does not fit on the disk',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is no folder',
  EEXIST: 'lies below something that is no folder',
}

function explained(error: unknown, path: string): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined
    ? error
    : new OperatorError(`${path} ${reason}`, 'set this right and run it again', { cause: error })
}

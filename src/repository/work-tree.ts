import { readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { decoded, type Files, UnusableFile } from './files.ts'
import { inTurn } from './in-turn.ts'
import { regularFiles } from './regular-files.ts'

/** Files on disk below a folder. Links below it are not followed. */
export const workTree = (directory: string): Files => inTurn(filesBelow(directory))

function filesBelow(directory: string): Files {
  const regular = regularFiles(directory)
  const contentOf = (path: string): Promise<Uint8Array | undefined> =>
    regular.read(path).catch((error: unknown) => {
      throw explained(error, path)
    })
  const list = async (folder: string): Promise<string[]> => {
    const entries = await regular.within(folder, (path) => readdir(path, { withFileTypes: true }))
    const below: string[] = []
    for (const entry of entries ?? []) {
      const path = posix.join(folder, entry.name)
      if (!entry.isDirectory()) below.push(path)
      else for (const one of await list(path)) below.push(one)
    }
    return below
  }
  return {
    read: async (path) => {
      const content = await contentOf(path)
      return content === undefined ? undefined : decoded(path, content)
    },
    readBytes: async (path) => {
      const content = await contentOf(path)
      return content === undefined ? undefined : Uint8Array.from(content)
    },
    list: async (folder) => (await list(folder)).sort(),
    write: (path, content) =>
      regular
        .withinNew(posix.dirname(path), async (folder) => {
          const file = join(folder, posix.basename(path))
          // Whoever reads at this moment sees the old file or the new one, never half of it.
          const temporary = `${file}.chancery-${process.pid}`
          try {
            await writeFile(temporary, content, { flag: 'wx' }).catch(async (error: NodeJS.ErrnoException) => {
              if (error.code !== 'EEXIST') throw error
              // An earlier process with the same number left it.
              await rm(temporary)
              await writeFile(temporary, content, { flag: 'wx' })
            })
            await rename(temporary, file)
          } catch (error) {
            await rm(temporary, { force: true }).catch(() => {})
            throw error
          }
        })
        .catch((error: unknown) => {
          throw explained(error, path)
        }),
    remove: async (path) => {
      await regular.within(posix.dirname(path), (folder) => rm(join(folder, posix.basename(path)), { force: true }))
      for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
        const name = posix.basename(folder)
        const isGone = await regular.within(posix.dirname(folder), (parent) =>
          rmdir(join(parent, name)).then(
            () => true,
            () => false, // not empty, or gone already
          ),
        )
        if (isGone !== true) return
      }
    },
  }
}

/** What a person can set right about a file; anything else is a bug. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written',
  EPERM: 'may not be read or written',
  EROFS: 'is on a file system that cannot be written',
  ENOSPC: 'does not fit on the disk',
  ENAMETOOLONG: 'has a name that is too long for a file',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is no folder',
  EEXIST: 'lies below something that is no folder',
}

function explained(error: unknown, path: string): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined
    ? error
    : new UnusableFile(path, reason, 'set this right and run it again', { cause: error })
}

import { lstat, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { FileContent } from '../file-content.ts'
import { codeOf } from '../system-error.ts'
import type { RegularFiles } from './regular-files.ts'
import { isProcess } from './run-name.ts'

/** Moves a file into place, possibly again: readers see the old file or the new one, never a part. */
export const moveFile = (regular: RegularFiles, from: string, to: string): Promise<void> =>
  regular.withinNew(posix.dirname(to), async (target) => {
    await regular.within(posix.dirname(from), async (folder) => {
      const source = join(folder, posix.basename(from))
      if (!(await exists(source))) return
      await rename(source, join(target, posix.basename(to))).catch(async (error: unknown) => {
        if (codeOf(error) !== 'EXDEV') throw error
        await replaceFile(join(target, posix.basename(to)), await readFile(source))
        await rm(source)
      })
    })
  })

/** First writes a file under another name beside it: the folder may be on another file system, such as a volume of a container. */
export async function replaceFile(file: string, content: FileContent): Promise<void> {
  const temporary = `${file}.chancery-${process.pid}`
  try {
    await rm(temporary, { force: true })
    await writeFile(temporary, content, { flag: 'wx', flush: true })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

const isFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )

/** Whether a file has the name of a temporary file of an ended process. */
export function isLeftOver(path: string): boolean {
  const [, pid] = /\.chancery-(\d+)$/.exec(path) ?? []
  return pid !== undefined && (Number(pid) === process.pid || !isProcess(Number(pid)))
}

/** Removes a file, and its folders if they become empty. */
export async function removeFile(regular: RegularFiles, path: string): Promise<void> {
  await regular.within(posix.dirname(path), async (folder) => {
    const file = join(folder, posix.basename(path))
    // A folder is here if this was done before: it replaced the file.
    if (!(await isFolder(file))) await rm(file, { force: true })
  })
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
}

import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { codeOf } from '../system-error.ts'
import { decoded, UnreadableText } from './files.ts'

/** The largest file that is read: a genesis with many accounts is smaller. */
const largestBytes = 16 * 1024 * 1024

/**
 * The text of a file that another file names, relative to its folder. Undefined if there is none, if it is not text, or if it is neither in
 * that folder nor in the working folder: the file that names it may be of somebody else.
 */
export async function nearbyFile(file: string, named: string): Promise<string | undefined> {
  try {
    const folder = await realpath(dirname(resolve(file)))
    const target = await realpath(resolve(folder, named))
    const folders = [folder, await realpath('.')]
    if (!folders.some((one) => isInside(target, one))) return undefined
    const found = await stat(target)
    if (!found.isFile() || found.size > largestBytes) return undefined
    return decoded(named, await readFile(target))
  } catch (error) {
    if (
      error instanceof UnreadableText ||
      ['ENOENT', 'ENOTDIR', 'EACCES', 'ENAMETOOLONG', 'ELOOP'].includes(codeOf(error) ?? '')
    )
      return undefined
    throw error
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

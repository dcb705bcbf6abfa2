import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { codeOf } from '../system-error.ts'

/** Paths of all files below a folder of this machine, relative to it, with "/", sorted; undefined if there is no such folder. */
export async function filesBelow(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
      .sort()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}

import { lstat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { OperatorError } from '../errors.ts'
import { codeOf } from '../system-error.ts'
import { workTree } from './work-tree.ts'

/**
 * Writes a file that a person names, wherever it is; `file` is its absolute path. A link or a device is never replaced: as root that
 * would take /dev/stdout from the whole machine.
 */
export async function writeReport(file: string, text: string): Promise<void> {
  const found = await lstat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  if (found?.isFile() === false)
    throw new OperatorError(
      `${file} is not a regular file`,
      'name a file: links, folders and devices are not written to',
    )
  await workTree(dirname(file)).write(basename(file), text)
}

import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { codeOf } from '../system-error.ts'
import { explaining } from './file-errors.ts'
import { replaceFile } from './move-file.ts'
import { regularFiles } from './regular-files.ts'

/**
 * Writes a file that a person named, anywhere on the machine; `file` is its absolute path. A link or device is never replaced: as root that
 * would remove /dev/stdout for the whole machine.
 */
export async function writeReport(file: string, text: string): Promise<void> {
  const found = await lstat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  if (found?.isFile() === false)
    throw new OperatorError(
      `${file} is not a regular file`,
      'name a file: Chancery writes to no links, folders or devices',
    )
  await explaining(file, () =>
    regularFiles(dirname(file)).withinNew('.', (folder) => replaceFile(join(folder, basename(file)), text)),
  )
}

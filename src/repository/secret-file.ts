import { writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { OperatorError } from '../errors.ts'
import { codeOf } from '../system-error.ts'
import { explaining } from './file-errors.ts'
import { regularFiles } from './regular-files.ts'

/** Writes a file that only its owner may read. Throws OperatorError when it exists. Paths are relative to `directory`. */
export async function writeSecret(directory: string, path: string, text: string): Promise<void> {
  const regular = regularFiles(directory)
  await regular.withinNew('.', async () => {})
  await explaining(path, () =>
    regular.withinNew(posix.dirname(path), (folder) =>
      writeFile(join(folder, posix.basename(path)), text, { flag: 'wx', mode: 0o600, flush: true }).catch(
        (error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error
          throw new OperatorError(`${path} exists already`, 'move it away, and run the command again')
        },
      ),
    ),
  )
}

import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../system-error.ts'

/**
 * Creates a folder and its missing parents. The recursive `mkdir` of Node never ends below a folder that refuses
 * entries with "does not exist", such as /proc.
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(folder, mode).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  await make().catch(async (error: unknown) => {
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder), mode)
    await make()
  })
}

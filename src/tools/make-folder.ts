import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../system-error.ts'

/**
 * Makes a folder and those around it, where they do not exist. The recursive `mkdir` of Node does not end below a folder that takes
 * no entry and says that it does not exist, such as /proc.
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

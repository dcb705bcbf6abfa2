import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { systemRefusal } from '../system-error.ts'
import { beforeEnd, unlessEnding } from './ending.ts'

/** Does work in a new folder below that for temporary files, and removes it afterwards, or when the process is told to end. */
export async function inTemporaryFolder<Result>(
  prefix: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await unlessEnding()
  const folder = newFolder(prefix)
  // What stays is in the folder for temporary files: no reason to lose a result. A program that is being ended may still write.
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  const { forget } = beforeEnd(remove)
  try {
    return await work(folder)
  } finally {
    await remove()
    // Without its folder the work fails: nobody is to hear of that.
    await unlessEnding()
    forget()
  }
}

/** In one step, so that no signal comes between a folder and who removes it. */
function newFolder(prefix: string): string {
  const place = tmpdir()
  try {
    return mkdtempSync(join(place, prefix))
  } catch (error) {
    const refusal = systemRefusal(error)
    if (refusal === undefined) throw error
    throw new OperatorError(
      `no temporary folder can be made in ${place}: ${refusal.fault}`,
      'set TMPDIR to a folder that exists and can be written',
      { cause: error },
    )
  }
}

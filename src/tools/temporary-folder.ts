import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { systemRefusal } from '../system-error.ts'
import { beforeEnd, unlessEnding } from './ending.ts'

/** Runs work in a new temporary folder, and removes it afterwards, or when a signal ends the process. */
export async function inTemporaryFolder<Result>(
  prefix: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  await unlessEnding()
  const folder = newFolder(prefix)
  // A remaining temporary folder is no reason to lose a result. A program that is being ended may still write.
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  const { forget } = beforeEnd(remove)
  try {
    return await work(folder)
  } finally {
    await remove()
    // Work without its folder fails: that error is not reported.
    await unlessEnding()
    forget()
  }
}

/** Synchronous, so that no signal can arrive between creating a folder and registering its removal. */
function newFolder(prefix: string): string {
  const place = tmpdir()
  try {
    return mkdtempSync(join(place, prefix))
  } catch (error) {
    const refusal = systemRefusal(error)
    if (refusal === undefined) throw error
    throw new OperatorError(
      `no temporary folder can be made in ${place}: ${refusal.fault}`,
      'set TMPDIR to an existing folder that can be written',
      { cause: error },
    )
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { systemRefusal } from '../system-error.ts'

/** Does work in a new folder below that for temporary files, and removes it afterwards. */
export async function inTemporaryFolder<Result>(
  prefix: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const place = tmpdir()
  const folder = await mkdtemp(join(place, prefix)).catch((error: unknown) => {
    const refusal = systemRefusal(error)
    if (refusal === undefined) throw error
    throw new OperatorError(
      `no temporary folder can be made in ${place}: ${refusal.fault}`,
      'set TMPDIR to a folder that exists and can be written',
      { cause: error },
    )
  })
  try {
    return await work(folder)
  } finally {
    // What stays is in the folder for temporary files: no reason to lose a result.
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

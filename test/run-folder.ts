import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set for all workers of a run. */
const variable = 'CHANCERY_TEST_RUN'

/** Makes the folder that the workers of a run share; what it gives removes it. */
export function beginRun(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'run-'))
  process.env[variable] = folder
  return () => {
    rmSync(folder, { recursive: true })
    delete process.env[variable]
  }
}

/** The folder that the workers of a run share; undefined outside of a run. */
export const runFolder = (): string | undefined => process.env[variable]

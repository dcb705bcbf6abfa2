import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set for all workers of a run: the file that they note programs in. */
const variable = 'CHANCERY_PROGRAMS_RUN'

/** Notes that a test asked for a real program. */
export function noteProgram(name: string, version: string): void {
  const file = process.env[variable]
  if (file !== undefined) appendFileSync(file, `${name} ${version}\n`)
}

/** Begins to note; what it gives ends that, and returns the programs. */
export function watchPrograms(): () => readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'))
  const file = join(folder, 'run')
  appendFileSync(file, '')
  process.env[variable] = file
  return () => {
    const programs = [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))].sort()
    rmSync(folder, { recursive: true })
    delete process.env[variable]
    return programs
  }
}

import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const base = fileURLToPath(new URL('../../../../src/platforms/fabric/base', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))

/** A folder with stub programs that keep their state in it. */
export interface Stage {
  /** Runs a Job's script, to its end or until it gave up. */
  run(job: string, environment?: Readonly<Record<string, string>>): { status: number | null; output: string }
  write(name: string, text: string): void
  read(name: string): string
  /** Commands that the stubs were asked, without their common parts. */
  asked(): string[]
  /** Absolute path of a file of the stage. */
  path(name: string): string
}

/** State that the stubs start from, by file. */
export function stage(state: Readonly<Record<string, string>> = {}): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'job-'))
  const programs = join(folder, 'bin')
  mkdirSync(programs)
  for (const name of ['peer', 'curl']) {
    copyFileSync(join(here, `stub-${name}.sh`), join(programs, name))
    chmodSync(join(programs, name), 0o755)
  }
  const path = (name: string): string => join(folder, name)
  const empty = { log: '', channels: '', installed: '', approvals: '' }
  for (const [name, text] of Object.entries({ ...empty, ...state })) writeFileSync(path(name), text)
  return {
    path,
    write: (name, text) => writeFileSync(path(name), text),
    read: (name) => readFileSync(path(name), 'utf8'),
    asked: () => readFileSync(path('log'), 'utf8').split('\n').filter(Boolean),
    run(job, environment = {}) {
      // The folders of a container: `sh` is the smallest shell that is there, dash where Debian is.
      const { status, stdout, stderr } = spawnSync('sh', [join(base, job, `${job}.sh`)], {
        encoding: 'utf8',
        timeout: 20_000,
        env: { PATH: `${programs}:${process.env.PATH}`, STUB: folder, ATTEMPTS: '5', PAUSE: '0', ...environment },
      })
      return { status, output: `${stdout}${stderr}` }
    },
  }
}

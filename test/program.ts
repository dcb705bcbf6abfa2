import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../src/tools/process.ts'
import { root } from './docs/pages.ts'

/** Set for all workers of a run: the folder of what is built once for them. */
const variable = 'CHANCERY_BUILT_IN_RUN'

/** Begins a run; what it gives removes what was built in it. */
export async function keepProgram(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'program-'))
  process.env[variable] = folder
  return async () => {
    delete process.env[variable]
    await rm(folder, { recursive: true, force: true })
  }
}

/** The next test that asks gets what the sources build then. */
export const forgetProgram = (): Promise<void> => rm(kept(), { recursive: true, force: true })

/**
 * Path of the command line, built from the sources as `dist/` is when the first test of a run asks for it: it starts in a fifth of the
 * time that the sources take.
 */
export async function program(): Promise<string> {
  const folder = kept()
  if (!existsSync(folder)) await build(folder)
  return join(folder, 'dist/cli.js')
}

const kept = (): string => join(process.env[variable] ?? '', 'chancery')

async function build(folder: string): Promise<void> {
  const own = await mkdtemp(`${folder}-`)
  const { status, stderr } = await run(process.execPath, [join(root, 'scripts/build.ts'), join(own, 'dist')], {
    directory: root,
  })
  if (status !== 0) throw new Error(stderr)
  await copyFile(join(root, 'package.json'), join(own, 'package.json'))
  // Another worker may have been first, with the same.
  await rename(own, folder).catch(() => rm(own, { recursive: true }))
}

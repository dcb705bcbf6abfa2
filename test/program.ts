import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../src/tools/process.ts'
import { root } from './docs/pages.ts'
import { runFolder } from './run-folder.ts'

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

function kept(): string {
  const folder = runFolder()
  if (folder === undefined) throw new Error('no run of tests has begun')
  return join(folder, 'chancery')
}

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

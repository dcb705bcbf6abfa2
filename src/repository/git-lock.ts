import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Git } from './git-command.ts'

/** A git process of a killed run keeps running to its end. */
const patienceSeconds = 5

/** Waits until no git runs in a folder, and then removes the index lock of a killed one. If a git keeps running, the lock stays, and git reports it. */
export async function settle(git: Git, root: string): Promise<void> {
  const end = Date.now() + patienceSeconds * 1000
  while (await isGitIn(root)) {
    if (Date.now() > end) return
    await wait(100)
  }
  const path = await git.must(['rev-parse', '--git-path', 'index.lock'], 'git cannot read this repository', 'see git')
  await rm(resolve(root, path), { force: true })
}

/** Whether a git process runs in a folder, by proc(5). Also true if this cannot be determined. */
async function isGitIn(root: string): Promise<boolean> {
  const processes = await readdir('/proc').catch(() => undefined)
  if (processes === undefined) return true
  const found = await Promise.all(
    processes
      .filter((name) => /^\d+$/.test(name))
      .map(async (pid) => {
        const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
        if (!name.startsWith('git')) return false
        const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
        if (state === '' || /\) [ZX] /.test(state)) return false
        const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
        return folder === undefined || folder === root || folder.startsWith(`${root}/`)
      }),
  )
  return found.includes(true)
}

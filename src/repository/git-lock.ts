import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Git } from './git-command.ts'

/** A git that was left behind by a killed run may be about to end. */
const patienceSeconds = 5

/** Removes the lock of the index that a killed git left. It stays where a git may be working: then git refuses, and says so. */
export async function removeLock(git: Git, root: string): Promise<void> {
  const path = await git.must(['rev-parse', '--git-path', 'index.lock'], 'git cannot read this repository', 'see git')
  const lock = resolve(root, path)
  const first = await inodeOf(lock)
  if (first === undefined) return
  for (const end = Date.now() + patienceSeconds * 1000; Date.now() < end; await wait(200)) {
    if (!(await isGitIn(root))) break
    if ((await inodeOf(lock)) !== first) return
  }
  if (!(await isGitIn(root)) && (await inodeOf(lock)) === first) await rm(lock, { force: true })
}

const inodeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ ino }) => ino,
    () => undefined,
  )

/** Whether a process of git works in a folder, by proc(5). True as well where that cannot be seen. */
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

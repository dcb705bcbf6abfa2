import { access, lstat, mkdir, mkdtemp, readlink, rename, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const pollMilliseconds = 100
const longestBuildMilliseconds = 60 * 60 * 1000

/**
 * Makes the directory `target` once, also when several processes ask at the same time: one of them gets an empty
 * directory to fill, which becomes `target` when `fill` succeeds; the others wait for it. An existing `target` is
 * taken as it is. When `fill` throws, the error is passed on, nothing is kept, and the next one waiting tries.
 */
export async function once(target: string, fill: (directory: string) => Promise<void>): Promise<void> {
  if (await exists(target)) return
  await alone(`${target}.lock`, async () => {
    if (!(await exists(target))) await fillAndRename(target, fill)
  })
}

/** Does work while nobody else, in this process or another, does work under the same lock: a path that nothing else has. */
export async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  await mkdir(dirname(lock), { recursive: true })
  while (!(await take(lock))) await sleep(pollMilliseconds)
  try {
    await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function fillAndRename(target: string, fill: (directory: string) => Promise<void>): Promise<void> {
  const partial = await mkdtemp(`${target}.partial-`)
  try {
    await fill(partial)
    await rename(partial, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error
    })
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** A symbolic link is created together with its content, so nobody can read a lock that has no owner yet. */
async function take(lock: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), lock)
    return true
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
  // Two processes can find the same stale lock, and the slower one remove the lock of the faster. That costs a second
  // build, never a wrong result, because results appear by rename.
  if (await isStale(lock)) await rm(lock, { force: true })
  return false
}

async function isStale(lock: string): Promise<boolean> {
  try {
    const owner = Number(await readlink(lock))
    const { mtimeMs } = await lstat(lock)
    // The age limit is for a cache shared between containers, where the number of a dead process may be another's.
    return !isAlive(owner) || Date.now() - mtimeMs > longestBuildMilliseconds
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

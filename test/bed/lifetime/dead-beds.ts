import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bedFolders } from './folder.ts'
import { removeFromKernel } from './kernel.ts'
import { kill, runningProcesses } from './processes.ts'
import { isDead, readRecord } from './record.ts'

const longestRemovalMilliseconds = 60_000

/** Ends and removes what is left of beds whose guard was killed, and touches nothing else. Gives their folders. */
export async function removeDeadBeds(): Promise<readonly string[]> {
  const removed: string[] = []
  for (const folder of await bedFolders()) {
    const record = await readRecord(folder)
    if (!(await isDead(folder, record))) continue
    await removeBed(folder, record?.process)
    removed.push(folder)
  }
  return removed
}

/** Removes the bed of a guard that has ended, unless somebody else did and the folder is that of another bed by now. */
export async function removeBed(folder: string, guard: number | undefined): Promise<void> {
  // The group alone would not do: when all of the bed has ended, its number may be that of another group.
  const left = () => runningProcesses().filter((one) => one.group === guard && mentions(one.command, folder))
  for (const one of left()) kill(one.id)
  while (left().length > 0) await sleep(20)
  const lock = join(folder, 'removing')
  if (!(await take(lock))) return
  // Only now is it certain that the folder stays the one whose record is read.
  const record = await readRecord(folder)
  const expected = record === undefined ? guard === undefined : record.process === guard
  if (expected) await removeFromKernel(folder)
  await rm(expected ? folder : lock, { recursive: true, force: true, maxRetries: 5 })
}

/** Whoever makes this folder may remove the one that it is in. */
async function take(lock: string): Promise<boolean> {
  const made = await mkdir(lock).then(
    () => true,
    () => false,
  )
  if (made) return true
  const other = await stat(lock).catch(() => undefined)
  return other !== undefined && Date.now() - other.mtimeMs > longestRemovalMilliseconds
}

/** All that a bed runs has paths in its folder as arguments. `…-bed-1` must not be found in `…-bed-10`. */
function mentions(command: string, folder: string): boolean {
  return `${command} `
    .split(folder)
    .slice(1)
    .some((rest) => /^[/ ]/.test(rest))
}

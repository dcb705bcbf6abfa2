/** What a bed has in the kernel beside processes: control groups, and a link to the network of its machines. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill } from './processes.ts'

const hierarchies = '/sys/fs/cgroup'
const longestMilliseconds = 30_000

/** Path of the control group with all of the bed, in each hierarchy. */
export function controlGroup(folder: string): string {
  return `${basename(folder)}-${digest(folder)}`
}

/** Name of the network interface; the kernel allows 15 characters. */
export function linkName(folder: string): string {
  return `chancery${digest(folder).slice(0, 7)}`
}

/** Folders for temporary files can differ, and have beds of the same name. */
function digest(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 8)
}

/** Ends what still runs on the machines of a bed, and returns when all of it is gone. */
export async function removeFromKernel(folder: string): Promise<void> {
  const end = Date.now() + longestMilliseconds
  const left = () => [...groupsOf(folder).filter((group) => !remove(group)), ...linksOf(folder)]
  while (left().length > 0) {
    if (Date.now() > end) throw new Error(`Still there after ${longestMilliseconds / 1000} s: ${left().join(', ')}`)
    await sleep(20)
  }
}

/** What there is of it now, as paths. */
export function inKernel(folder: string): readonly string[] {
  return [...groupsOf(folder), ...linksOf(folder)]
}

/** Its control groups, one in each hierarchy. */
export function groupsOf(folder: string): readonly string[] {
  if (!existsSync(hierarchies)) return []
  const roots = [hierarchies, ...readdirSync(hierarchies).map((name) => join(hierarchies, name))]
  return roots.map((root) => join(root, controlGroup(folder))).filter((group) => existsSync(group))
}

/** The kernel removes it some time after the namespace that it leads to. */
function linksOf(folder: string): readonly string[] {
  return [join('/sys/class/net', linkName(folder))].filter((link) => existsSync(link))
}

/** Whether the group and all groups in it are gone. One cannot be removed before its processes have ended. */
function remove(group: string): boolean {
  try {
    const entries = readdirSync(group, { withFileTypes: true })
    for (const entry of entries) if (entry.isDirectory()) remove(join(group, entry.name))
    for (const id of readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n')) if (id !== '') kill(Number(id))
    rmdirSync(group)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENODEV')) return true
    if (hasCode(error, 'EBUSY')) return false
    throw error
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

// A killed run removes nothing. The names of its files tell whether its process still exists. Process numbers are
// reused, and mean nothing in another container: so the name also has the start time of the process, and its machine.

const textOr = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

/** The machine or container that process numbers belong to. */
const here = createHash('sha256')
  .update(`${hostname()} ${textOr(() => readlinkSync('/proc/self/ns/pid'))}`)
  .digest('hex')
  .slice(0, 12)

/** Start time of a process, from proc(5); "0" without such a file, and for an ended process. */
function startOf(pid: number): string {
  const status = textOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The name of the program comes first, in parentheses, and may have any characters.
  const [state = '', ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' || state === 'X' ? '0' : (fields[18] ?? '0')
}

const pattern = /^run-(\d+)-(\d+)-([0-9a-f]{12})-[0-9a-f]{16}$/

/** Active runs of this process. */
const current = new Set<string>()

/** A name for a new run. */
export function beginRun(): string {
  const name = `run-${process.pid}-${startOf(process.pid)}-${here}-${randomBytes(8).toString('hex')}`
  current.add(name)
  return name
}

export const endRun = (name: string): void => void current.delete(name)

export interface NamedRun {
  readonly pid: number
  /** Undefined for a run on another machine or in another container, which cannot be checked. */
  readonly isRunning: boolean | undefined
}

/** The run with this name; undefined for other names. */
export function runOf(name: string): NamedRun | undefined {
  const [, number, start, place] = pattern.exec(name) ?? []
  if (number === undefined) return undefined
  const pid = Number(number)
  if (place !== here) return { pid, isRunning: undefined }
  if (pid === process.pid) return { pid, isRunning: current.has(name) }
  return { pid, isRunning: isProcess(pid) && startOf(pid) === start }
}

/** Whether a process with this number exists. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

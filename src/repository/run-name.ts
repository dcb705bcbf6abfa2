import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

// A run that was killed removes nothing. What it made has a name that tells whether its process is still there. The number of a process
// is used again, and means nothing in another container: so the name has also when the process started, and where its number counts.

const textOr = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

/** The machine, or the container of it, that numbers of processes belong to. */
const here = createHash('sha256')
  .update(`${hostname()} ${textOr(() => readlinkSync('/proc/self/ns/pid'))}`)
  .digest('hex')
  .slice(0, 12)

/** When a process started, as proc(5) has it; "0" where there is no such file, and for a process that has ended. */
function startOf(pid: number): string {
  const status = textOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The name of the program comes first, in parentheses, and may have any characters.
  const [state = '', ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' || state === 'X' ? '0' : (fields[18] ?? '0')
}

const pattern = /^run-(\d+)-(\d+)-([0-9a-f]{12})-[0-9a-f]{16}$/

/** Runs of this process that have not ended. */
const current = new Set<string>()

/** A name for a run that begins now. */
export function beginRun(): string {
  const name = `run-${process.pid}-${startOf(process.pid)}-${here}-${randomBytes(8).toString('hex')}`
  current.add(name)
  return name
}

export const endRun = (name: string): void => void current.delete(name)

export interface NamedRun {
  readonly pid: number
  /** Undefined for one on another machine or in another container: from here nobody can tell. */
  readonly isRunning: boolean | undefined
}

/** The run with this name; undefined for what is not such a name. */
export function runOf(name: string): NamedRun | undefined {
  const [, number, start, place] = pattern.exec(name) ?? []
  if (number === undefined) return undefined
  const pid = Number(number)
  if (place !== here) return { pid, isRunning: undefined }
  if (pid === process.pid) return { pid, isRunning: current.has(name) }
  return { pid, isRunning: isProcess(pid) && startOf(pid) === start }
}

/** Whether a process of this number is there. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

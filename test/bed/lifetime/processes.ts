import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface RunningProcess {
  readonly id: number
  readonly group: number
  /** Differs from that of every other process that had the same number. */
  readonly started: string
  readonly command: string
}

/** All processes that this user can see and that have not ended. */
export function runningProcesses(): readonly RunningProcess[] {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs()
}

/** `undefined` when there is no such process. */
export function processStart(id: number): string | undefined {
  return runningProcesses().find((running) => running.id === id)?.started
}

/** No error when it is gone already. */
export function kill(id: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(id, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function fromProc(): readonly RunningProcess[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The command in parentheses may itself have parentheses and blanks.
      const [state, , group, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state === 'Z' || state === 'X') return []
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return [{ id: Number(name), group: Number(group), started: rest[16] ?? '', command }]
    } catch {
      return [] // it ended meanwhile
    }
  })
}

function fromPs(): readonly RunningProcess[] {
  const table = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,pgid=,state=,lstart=,command='], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return table.split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S+ +\S+ +\d+ \S+ \d+)\s+(.*)$/.exec(line)
    if (found === null || found[3]?.startsWith('Z')) return []
    return [{ id: Number(found[1]), group: Number(found[2]), started: found[4] ?? '', command: found[5] ?? '' }]
  })
}

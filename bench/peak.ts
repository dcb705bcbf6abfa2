import { readFileSync } from 'node:fs'

/** Largest resident memory of a process so far, in MiB; undefined where there is no /proc, or no such process any more. proc_pid_status(5) */
export function peakOf(process: number | 'self'): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1]
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024
  } catch {
    return undefined
  }
}

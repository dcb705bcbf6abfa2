/**
 * The share of processors that the control groups of a bed get on a busy computer. The kernel divides processors among
 * the members of a group: a process that is in the root counts as one member, and so does a whole group. Without a
 * weight, all pods of a bed together would get as much as one process beside them.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { groupsOf } from './kernel.ts'

const scales = [
  // Version 1: https://docs.kernel.org/scheduler/sched-design-CFS.html#cfs-scheduler-and-cgroup
  { file: 'cpu.shares', ofOneProcess: 1024, most: 262_144 },
  // Version 2: https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files
  { file: 'cpu.weight', ofOneProcess: 100, most: 10_000 },
] as const

/**
 * Gives the group of a bed, and that of each of its clusters, the weight of its processes. Where this process is in a
 * group of its own, as systemd arranges it, the neighbours of a bed are groups too: then nothing is changed.
 */
export function weigh(folder: string): void {
  for (const bed of groupsOf(folder)) {
    for (const { file, ofOneProcess, most } of scales) {
      if (!existsSync(join(bed, file)) || !isInRoot(file)) continue
      for (const group of [bed, ...foldersIn(bed)]) {
        writeFileSync(join(group, file), String(Math.min(most, ofOneProcess * Math.max(1, processesIn(group)))))
      }
    }
  }
}

/**
 * Whether this process is in the root of the hierarchy with such a file. Lines of /proc/self/cgroup are
 * `number:controllers:path` (https://man7.org/linux/man-pages/man7/cgroups.7.html).
 */
export function isInRoot(file: 'cpu.shares' | 'cpu.weight'): boolean {
  const lines = readFileSync('/proc/self/cgroup', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const controllers = (names = ''): boolean => (file === 'cpu.weight' ? names === '' : names.split(',').includes('cpu'))
  return lines.some(([, names, path]) => controllers(names) && path === '/')
}

/** Those of the groups in it are its own too. */
function processesIn(group: string): number {
  const direct = readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').length - 1
  return foldersIn(group).reduce((count, inner) => count + processesIn(inner), direct)
}

function foldersIn(group: string): readonly string[] {
  const entries = readdirSync(group, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [join(group, entry.name)] : []))
}

import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Policies } from './network.ts'

/** Where programs of administrators are, which PATH may lack. */
export const path = [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter)

const controlGroups = '/sys/fs/cgroup'
/** Folders that a machine has of its own (mounts.sh). */
const hidden = /^\/(run|var\/(lib|log))(\/|$)/

const programs = {
  ip: 'iproute2',
  nft: 'nftables',
  mount: 'util-linux',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  ldd: 'the C library',
  cc: 'a C compiler',
  'pkg-config': 'pkg-config',
} as const

const programsForPolicies = { iptables: 'iptables', ipset: 'ipset' } as const

/** What this machine lacks for pods that really run, for a person to read; empty when nothing. */
export function missingForMachines(searched = path, policies: Policies = 'ignored'): readonly string[] {
  if (process.platform !== 'linux') return [`Linux (this is ${process.platform})`]
  const needed = policies === 'enforced' ? { ...programs, ...programsForPolicies } : programs
  const has = (program: string): boolean =>
    searched.split(delimiter).some((folder) => folder !== '' && can(join(folder, program), constants.X_OK))
  const succeeds = (program: string, ...parameters: readonly string[]): boolean =>
    !has(program) || spawnSync(program, parameters, { env: { PATH: searched } }).status === 0
  const needs: readonly (readonly [boolean, string])[] = [
    [process.getuid?.() === 0, 'root'],
    ...Object.entries(needed).map(([program, from]) => [has(program), `${program} (${from})`] as const),
    [succeeds('unshare', '--net', '--mount', '--pid', '--fork', 'true'), 'the right to make namespaces'],
    [can(controlGroups, constants.W_OK), `control groups that can be written, at ${controlGroups}`],
    // Without it runc could not do what Pod Security asks of pods as `restricted`.
    [succeeds('pkg-config', '--exists', 'libseccomp'), 'headers of libseccomp (libseccomp-dev)'],
    [!hidden.test(tmpdir()), `a folder for temporary files (TMPDIR) that is not in ${tmpdir()}`],
  ]
  return needs.flatMap(([met, what]) => (met ? [] : [what]))
}

/** The same for pods under policies that are enforced. */
export const missingForPolicies = (): readonly string[] => missingForMachines(path, 'enforced')

/** Throws an Error that names all that is missing. */
export function requireMachines(policies: Policies): void {
  const missing = missingForMachines(path, policies)
  if (missing.length > 0) throw new Error(`Pods cannot really run here. What is missing: ${missing.join(', ')}`)
}

function can(file: string, mode: number): boolean {
  try {
    accessSync(file, mode)
    return true
  } catch {
    return false
  }
}

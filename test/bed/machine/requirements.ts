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

interface Lacking {
  /** What the machine does not give: no program that is installed changes it. */
  readonly rights: readonly string[]
  /** What can be installed. */
  readonly software: readonly string[]
}

function lackingFor(policies: Policies, searched: string): Lacking {
  if (process.platform !== 'linux') return { rights: [`Linux (this is ${process.platform})`], software: [] }
  const has = (program: string): boolean =>
    searched.split(delimiter).some((folder) => folder !== '' && can(join(folder, program), constants.X_OK))
  const succeeds = (program: string, ...parameters: readonly string[]): boolean =>
    !has(program) || spawnSync(program, parameters, { env: { PATH: searched } }).status === 0
  const inNamespaces = (...command: readonly string[]): boolean =>
    command.some((name) => name in needed && !has(name)) ||
    succeeds('unshare', '--net', '--mount', '--pid', '--fork', ...command)
  const needed: Readonly<Record<string, string>> =
    policies === 'enforced' ? { ...programs, ...programsForPolicies } : programs
  return {
    rights: unmet([
      [process.getuid?.() === 0, 'root'],
      [inNamespaces('true'), 'the right to make namespaces'],
      [inNamespaces('nft', 'add', 'table', 'inet', 'trial'), 'nf_tables in the kernel'],
      [policies === 'ignored' || inNamespaces('ipset', 'create', 'trial', 'hash:ip'), 'ip_set in the kernel'],
      [can(controlGroups, constants.W_OK), `control groups that can be written, at ${controlGroups}`],
      [!hidden.test(tmpdir()), `a folder for temporary files (TMPDIR) that is not in ${tmpdir()}`],
    ]),
    software: unmet([
      ...Object.entries(needed).map(([program, from]) => [has(program), `${program} (${from})`] as const),
      // Without it runc could not do what Pod Security asks of pods as `restricted`.
      [succeeds('pkg-config', '--exists', 'libseccomp'), 'headers of libseccomp (libseccomp-dev)'],
    ]),
  }
}

const unmet = (needs: readonly (readonly [boolean, string])[]): readonly string[] =>
  needs.flatMap(([met, what]) => (met ? [] : [what]))

/** What this machine lacks for pods that really run, for a person to read; empty when nothing. */
export function missingForMachines(policies: Policies = 'ignored', searched = path): readonly string[] {
  const { rights, software } = lackingFor(policies, searched)
  return [...rights, ...software]
}

/**
 * Whether tests of pods that really run can run here. Continuous integration may lack the rights, and then says so at its end. Where it
 * has them it installs the software: there, what is missing is an Error and skips nothing.
 */
export function podsRun(policies: Policies = 'ignored', searched = path): boolean {
  const { rights, software } = lackingFor(policies, searched)
  if (rights.length === 0 && software.length > 0 && process.env.CI !== undefined) {
    throw new Error(`Pods do not really run here, but would with what is missing: ${software.join(', ')}`)
  }
  return rights.length === 0 && software.length === 0
}

/** Throws an Error that names all that is missing. */
export function requireMachines(policies: Policies): void {
  const missing = missingForMachines(policies)
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

import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { controlGroup } from '../lifetime/kernel.ts'
import { runningProcesses } from '../lifetime/processes.ts'

/** Numbers of all processes of a bed: those with paths in its folder as arguments, and those in its control groups. */
export function processesOf(folder: string): readonly number[] {
  const group = controlGroup(folder)
  return runningProcesses().flatMap(({ id, command }) => {
    if (command.includes(`${folder}/`) || command.endsWith(`${folder} `)) return [id]
    return textOf(`/proc/${id}/cgroup`).includes(`/${group}/`) ? [id] : []
  })
}

/** Namespaces of networks and mounts other than those of this process. */
export function namespacesOf(processes: readonly number[] = runningProcesses().map(({ id }) => id)): readonly string[] {
  const all = processes.flatMap((id) => ['net', 'mnt'].map((kind) => linkOf(`/proc/${id}/ns/${kind}`)))
  const own = ['net', 'mnt'].map((kind) => linkOf(`/proc/self/ns/${kind}`))
  return [...new Set(all)].filter((one) => one !== '' && !own.includes(one))
}

/** Those of the whole kernel that kubelet and kube-proxy would change, and what they could write elsewhere. */
export function settings(): Readonly<Record<string, string>> {
  const names = ['vm/overcommit_memory', 'vm/panic_on_oom', 'kernel/panic', 'kernel/panic_on_oops']
  const keys = ['kernel/keys/root_maxkeys', 'kernel/keys/root_maxbytes', 'net/netfilter/nf_conntrack_max']
  const files = [...names, ...keys, 'net/ipv4/ip_forward'].map((name) => join('/proc/sys', name))
  const folders = ['/var/log/pods', '/var/log/containers', '/var/lib/cni', '/var/lib/kubelet', '/run/containerd']
  return Object.fromEntries([
    ...files.map((file) => [file, textOf(file)]),
    ...folders.map((folder) => [folder, existsSync(folder) ? readdirSync(folder).join() : 'absent']),
  ])
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // the process has ended meanwhile, or there is no such setting
  }
}

function linkOf(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}

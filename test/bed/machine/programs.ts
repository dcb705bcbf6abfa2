import { join } from 'node:path'
import { type ClusterPlace, serviceRange } from '../components.ts'
import type { Program } from '../lifetime/guard.ts'
import { tool } from '../tools/tool.ts'
import { type Machine, scripts } from './network.ts'
import { path } from './requirements.ts'

/** All that machines need beside a control plane, as `tool` knows it. */
export const machineTools = [
  ...['pause', 'runc', 'containerd', 'containerd-shim-runc-v2', 'ctr'],
  ...['ptp', 'host-local', 'portmap', 'kubelet', 'kube-proxy', 'coredns'],
] as const

/** The same for machines that enforce policies, and for tests of what pods reach there. */
export const policyTools = ['kube-router', 'prober'] as const

/** Those that run all the time. */
export type MachineProgram = 'containerd' | 'kubelet' | 'kube-proxy' | 'coredns' | 'kube-router'

/** The namespaces, held by their first process. */
export async function machineProgram({ name, directory }: ClusterPlace, machine: Machine): Promise<Program> {
  const { controlGroup, link, address, network } = machine
  return {
    name: `machine of ${name}`,
    path: 'unshare',
    arguments: [
      ...['--net', join(scripts, 'machine.sh'), machine.directory, controlGroup, link, address],
      ...[network.address, network.process, await tool('pause')],
      ...(machine.ipv6 === undefined ? [] : [machine.ipv6, network.ipv6]),
    ],
    directory,
    log: join(directory, 'machine.log'),
    environment: { PATH: path },
  }
}

/** Its log is `<program>.log` in the directory of the cluster. `first` is the first process of the machine. */
export async function programOn(
  program: MachineProgram,
  { name, directory, network }: ClusterPlace,
  machine: Machine,
  first: string,
): Promise<Program> {
  return {
    ...onMachine(machine, first, await tool(program), parameters[program](machine, network)),
    name: `${program} of ${name}`,
    directory,
    log: join(directory, `${program}.log`),
  }
}

/** How a program is started on a machine whose first process is `first`. */
export const onMachine = (
  { controlGroup, directory }: Machine,
  first: string,
  executable: string,
  given: readonly string[],
): Pick<Program, 'path' | 'arguments' | 'environment'> => ({
  path: join(scripts, 'enter-cgroup.sh'),
  arguments: [
    `${controlGroup}/machine`,
    ...['nsenter', '--target', first, '--mount', '--net', '--pid', `--wd=${directory}`, '--'],
    executable,
    ...given,
  ],
  environment: { HOME: directory, PATH: path, GOGC: '50' },
})

const parameters: Readonly<Record<MachineProgram, (machine: Machine, network: number) => readonly string[]>> = {
  containerd: ({ directory }) => [`--config=${join(directory, 'containerd.toml')}`],
  kubelet: ({ directory, node, address, ipv6 }) => [
    `--config=${join(directory, 'kubelet.yaml')}`,
    `--kubeconfig=${join(directory, 'kubelet.kubeconfig')}`,
    `--root-dir=${join(directory, 'kubelet')}`,
    `--hostname-override=${node}`,
    `--node-ip=${[address, ...(ipv6 === undefined ? [] : [ipv6])].join(',')}`,
  ],
  'kube-proxy': ({ directory }) => [`--config=${join(directory, 'kube-proxy.yaml')}`],
  coredns: ({ directory }) => [`-conf=${join(directory, 'Corefile')}`],
  'kube-router': ({ directory, node }, network) => [
    '--run-firewall',
    `--kubeconfig=${join(directory, 'kube-router.kubeconfig')}`,
    `--hostname-override=${node}`,
    `--service-cluster-ip-range=${serviceRange(network)}`,
  ],
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Program } from './lifetime/guard.ts'
import type { Machine } from './machine/network.ts'
import { machineStages } from './machine/stages.ts'
import { tool } from './tools/tool.ts'

/** What tells one cluster of a bed from another. */
export interface ClusterPlace {
  readonly name: string
  readonly directory: string
  /** Of the API server. */
  readonly address: string
  readonly port: number
  /** The second number of its networks, other for each cluster of a bed: Services are in 10.N.0.0/16. */
  readonly network: number
  /** Where its pods really run; `undefined` when they are pretended. */
  readonly machine: Machine | undefined
}

/** Of the Services of a cluster. */
export const serviceRange = (network: number): string => `10.${network}.0.0/16`
const ipv6ServiceRange = (network: number): string => `fd00:10:${network}::/108`

const withoutKubelets = ['endpoint-reconciler-type=none'] // endpoints of a Service cannot be loopback addresses

const toKubelets = (directory: string): readonly string[] => [
  `kubelet-certificate-authority=${join(directory, 'ca.crt')}`,
  `kubelet-client-certificate=${join(directory, 'kubelet-client.crt')}`,
  `kubelet-client-key=${join(directory, 'kubelet-client.key')}`,
  'kubelet-preferred-address-types=InternalIP',
]

const stages = join(import.meta.dirname, 'stages')
/** The tools that a bed runs, as `tool` knows them. */
export const components = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const

export type Component = (typeof components)[number]

// Sockets of etcd, made in its working directory. It wants a port in every address, and takes it for part of the name.
const [clientSocket, peerSocket] = ['etcd:2379', 'etcd:2380']

/** How a component is started. Its log is `<component>.log` in the directory of the cluster. */
export async function program(component: Component, place: ClusterPlace): Promise<Program> {
  const { directory, name } = place
  const path = await tool(component)
  return {
    name: `${component} of ${name}`,
    path,
    arguments: parameters[component](place).map((parameter) => `--${parameter}`),
    directory,
    log: join(directory, `${component}.log`),
    // Nothing of the user's settings applies. Less memory is worth more here than the time to collect it.
    environment: { HOME: directory, GOGC: '50' },
  }
}

const parameters: Readonly<Record<Component, (place: ClusterPlace) => readonly string[]>> = {
  etcd: ({ directory }) => [
    `data-dir=${join(directory, 'etcd')}`,
    'unsafe-no-fsync', // the data is not needed after a crash
    `listen-client-urls=unix://${clientSocket}`,
    `advertise-client-urls=unix://${clientSocket}`,
    `listen-peer-urls=unix://${peerSocket}`,
    `initial-advertise-peer-urls=unix://${peerSocket}`,
    `initial-cluster=default=unix://${peerSocket}`,
    'log-level=warn',
  ],
  'kube-apiserver': ({ directory, address, port, network, machine }) => [
    `bind-address=${address}`,
    `advertise-address=${address}`,
    `secure-port=${port}`,
    `etcd-servers=unix://${join(directory, clientSocket)}`,
    ...(machine === undefined ? withoutKubelets : toKubelets(directory)),
    // A Service has IPv4 unless it asks for more.
    `service-cluster-ip-range=${serviceRange(network)},${ipv6ServiceRange(network)}`,
    'authorization-mode=Node,RBAC',
    'allow-privileged', // as managed clusters do: whether a pod may be so is for Pod Security to say
    `client-ca-file=${join(directory, 'ca.crt')}`,
    `tls-cert-file=${join(directory, 'server.crt')}`,
    `tls-private-key-file=${join(directory, 'server.key')}`,
    'service-account-issuer=https://kubernetes.default.svc.cluster.local',
    `service-account-key-file=${join(directory, 'service-account.pub')}`,
    `service-account-signing-key-file=${join(directory, 'service-account.key')}`,
  ],
  'kube-controller-manager': ({ directory }) => [
    `kubeconfig=${join(directory, 'kube-controller-manager.kubeconfig')}`,
    'secure-port=0',
    'leader-elect=false',
    'use-service-account-credentials', // each controller has a role of its own, and the component itself hardly any right
    `root-ca-file=${join(directory, 'ca.crt')}`,
    `service-account-private-key-file=${join(directory, 'service-account.key')}`,
    'kube-api-qps=500',
    'kube-api-burst=1000',
  ],
  'kube-scheduler': ({ directory }) => [
    `kubeconfig=${join(directory, 'kube-scheduler.kubeconfig')}`,
    'secure-port=0',
    'leader-elect=false',
  ],
  kwok: ({ directory, network, machine }) => [
    `kubeconfig=${join(directory, 'kwok.kubeconfig')}`,
    `config=${join(directory, 'stages.yaml')}`,
    // Where kubelets are, it is the cloud and nothing else.
    machine === undefined ? 'manage-all-nodes' : 'manage-single-node=none',
    'node-ip=127.0.0.1',
    `cidr=10.${network + 100}.0.1/16`,
    'node-lease-duration-seconds=40',
  ],
}

/** Text of all KWOK stages, for the file that `kwok` reads. */
export async function allStages({ machine }: ClusterPlace): Promise<string> {
  if (machine !== undefined) return machineStages(machine)
  const files = (await readdir(stages)).sort()
  return (await Promise.all(files.map((file) => readFile(join(stages, file), 'utf8')))).join('---\n')
}

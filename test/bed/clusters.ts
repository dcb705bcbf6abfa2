import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { type ClusterPlace, components } from './components.ts'
import { type FurtherProgram, furtherProgram, machineIn } from './further.ts'
import { kubeconfig } from './kubeconfig.ts'
import { removeDeadBeds } from './lifetime/dead-beds.ts'
import { type Claim, claimFolder, mostClusters } from './lifetime/folder.ts'
import { type Supervisor, supervise } from './lifetime/supervisor.ts'
import { type Image, imageArchive, loadImage } from './machine/image.ts'
import { writeNames } from './machine/names.ts'
import { type Families, machineOf, type Policies, startNetwork } from './machine/network.ts'
import { machineTools, policyTools } from './machine/programs.ts'
import { requireMachines } from './machine/requirements.ts'
import { startCluster } from './start.ts'
import { tool } from './tools/tool.ts'

export type { Cluster } from './cluster.ts'

/** Kubernetes clusters of real control planes, until they are disposed of or this process ends. */
export interface Bed extends AsyncDisposable {
  readonly clusters: readonly Cluster[]
  /** Throws an Error when the bed has no such cluster. */
  cluster(name: string): Cluster
  /** Path of a kubeconfig with a context for each cluster, named like it. With several clusters none is current. */
  readonly kubeconfig: string
  /** Has all data, and the logs as `<cluster>/<component>.log`. */
  readonly folder: string
  /** Makes an image known to the machines. Pretended pods need none. */
  loadImage(image: Image): Promise<void>
  /** Makes names known to the pods of all machines: name or `*.name` → IPv4 address. Those from before are forgotten. */
  setNames(names: Readonly<Record<string, string>>): Promise<void>
  /** Runs a further program until the bed ends. Its log is `<name>.log` in the folder of the bed. */
  start(program: FurtherProgram): Promise<void>
  /** Address of this side for the machines, where a further program can listen; absent without machines. */
  readonly address: string | undefined
  /** Folder of the machine of a cluster, at the same path in its mounts. Throws an Error where pods are pretended. */
  machineFolder(cluster: string): string
  /** Leaves the bed running when this process ends, see bed.ts. */
  keep(): Promise<void>
}

/**
 * With `real`, each cluster has a machine with containerd and kubelet, see machine/. That needs root on Linux. Services of
 * the type LoadBalancer share the address of the machine, and the API server, which is outside, reaches no webhook behind
 * a Service. To let pods fail is for pretended ones (fail-pods.ts).
 */
type Pods = 'pretended' | 'real'

export interface BedOptions {
  readonly pods?: Pods
  readonly policies?: Policies
  /** Of pods that really run. */
  readonly families?: Families
}

/**
 * Starts clusters side by side: a number of them, called `one`, `two` and so on, or those of the names. The components
 * are built first when they are not yet in the cache. Throws an Error with the end of its log when one of them ends.
 */
export async function clusters(wanted: number | readonly string[] = 1, options: BedOptions = {}): Promise<Bed> {
  const { pods = 'pretended', policies = 'ignored', families = 'ipv4' } = options
  const names = typeof wanted === 'number' ? numbers.slice(0, wanted) : wanted
  check(names)
  if (pods === 'real') requireMachines(policies)
  await removeDeadBeds()
  const claim = await claimFolder(names)
  const { folder } = claim
  const supervisor = await supervise(folder, names)
  // What needs a tool asks for it, and waits for that one only: an API server starts while kubelet is built.
  const building = buildAll([
    ...components,
    ...(pods === 'real' ? machineTools : []),
    ...(policies === 'enforced' ? policyTools : []),
  ])
  try {
    const places = await Promise.race([
      placesOf(claim, names, { pods, policies, families }, supervisor),
      building,
      supervisor.failure,
    ])
    const started = await Promise.race([
      Promise.all(places.map((place) => startCluster(place, supervisor))),
      building,
      supervisor.failure,
    ])
    const all = join(folder, 'kubeconfig')
    await writeFile(all, kubeconfig(started.map(({ access }) => access)), { mode: 0o600 })
    const found = new Map(started.map(({ cluster }) => [cluster.name, cluster]))
    return {
      clusters: [...found.values()],
      cluster: (name) => {
        const cluster = found.get(name)
        if (cluster === undefined) throw new Error(`The test bed has no cluster ${name}, but ${names.join(', ')}`)
        return cluster
      },
      kubeconfig: all,
      folder,
      loadImage: async (image) => {
        const machines = places.flatMap(({ machine }) => machine ?? [])
        const archive = await imageArchive(image)
        await Promise.all(machines.map(({ directory }) => loadImage(directory, archive)))
      },
      setNames: (addresses) => writeNames(folder, addresses),
      start: async (program) => supervisor.start(await furtherProgram(program, folder, places)),
      address: places.flatMap(({ machine }) => machine?.network.address ?? [])[0],
      machineFolder: (name) => machineIn(places, name).directory,
      keep: () => supervisor.keep(),
      [Symbol.asyncDispose]: async () => {
        for (const { close } of started) close()
        await supervisor.stop()
      },
    }
  } catch (error) {
    await supervisor.stop()
    throw error
  }
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** Number of the networks of the first cluster, see ClusterPlace. */
export const firstNetwork = 101

async function placesOf(
  { folder, block, ports }: Claim,
  names: readonly string[],
  { pods, policies, families }: Required<BedOptions>,
  supervisor: Supervisor,
): Promise<readonly ClusterPlace[]> {
  const network = pods === 'real' ? await startNetwork(folder, block, supervisor) : undefined
  return ports.map((port, index) => {
    const name = names[index] ?? ''
    return {
      name,
      directory: join(folder, name),
      address: network?.address ?? '127.0.0.1',
      port,
      network: firstNetwork + index,
      machine: network && machineOf({ network, folder, policies, families }, name, index),
    }
  })
}

/** Only ever rejects: with the error of the first build that fails. */
function buildAll(names: readonly string[]): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  promise.catch(() => {}) // it may happen when nobody waits
  const all = async (): Promise<void> => {
    for (const name of names) await tool(name)
  }
  all().catch(reject)
  return promise
}

function check(names: readonly string[]): void {
  const wrong = names.find((name) => !/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/.test(name))
  if (wrong !== undefined) throw new Error(`${wrong} is no name for a cluster: a-z, 0-9 and -, 30 characters at most`)
  if (new Set(names).size !== names.length) throw new Error(`Two clusters have the same name: ${names.join(', ')}`)
  if (names.length === 0 || names.length > mostClusters) {
    throw new Error(`A test bed has 1 to ${mostClusters} clusters, not ${names.length}`)
  }
}

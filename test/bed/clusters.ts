import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { components } from './components.ts'
import { kubeconfig } from './kubeconfig.ts'
import { removeDeadBeds } from './lifetime/dead-beds.ts'
import { claimFolder, mostClusters } from './lifetime/folder.ts'
import { supervise } from './lifetime/supervisor.ts'
import { startCluster } from './start.ts'
import { tool } from './tools/tool.ts'

export type { Cluster } from './cluster.ts'

/** Kubernetes clusters of real control planes and pretended nodes, until they are disposed of or this process ends. */
export interface Bed extends AsyncDisposable {
  readonly clusters: readonly Cluster[]
  /** Throws an Error when the bed has no such cluster. */
  cluster(name: string): Cluster
  /** Path of a kubeconfig with a context for each cluster, named like it. With several clusters none is current. */
  readonly kubeconfig: string
  /** Has all data, and the logs as `<cluster>/<component>.log`. */
  readonly folder: string
  /** Leaves the bed running when this process ends, see bed.ts. */
  keep(): Promise<void>
}

/**
 * Starts clusters side by side: a number of them, called `one`, `two` and so on, or those of the names. The components
 * are built first when they are not yet in the cache. Throws an Error with the end of its log when one of them ends.
 */
export async function clusters(wanted: number | readonly string[] = 1): Promise<Bed> {
  const names = typeof wanted === 'number' ? numbers.slice(0, wanted) : wanted
  check(names)
  for (const component of components) await tool(component)
  await removeDeadBeds()
  const { folder, ports } = await claimFolder(names)
  const supervisor = await supervise(folder, names)
  try {
    const places = ports.map((port, index) => {
      const name = names[index] ?? ''
      return { name, directory: join(folder, name), port, network: firstNetwork + index }
    })
    const started = await Promise.race([
      Promise.all(places.map((place) => startCluster(place, supervisor))),
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
const firstNetwork = 101

function check(names: readonly string[]): void {
  const wrong = names.find((name) => !/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/.test(name))
  if (wrong !== undefined) throw new Error(`${wrong} is no name for a cluster: a-z, 0-9 and -, 30 characters at most`)
  if (new Set(names).size !== names.length) throw new Error(`Two clusters have the same name: ${names.join(', ')}`)
  if (names.length === 0 || names.length > mostClusters) {
    throw new Error(`A test bed has 1 to ${mostClusters} clusters, not ${names.length}`)
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DnsServer, startDnsServer } from '../../dns-server.ts'
import { git } from '../../repository/git-folder.ts'
import { recordsOf } from '../apply/records.ts'
import type { Cluster } from '../cluster.ts'
import { type Bed, clusters } from '../clusters.ts'
import { type Flux, startFlux } from '../flux/flux.ts'
import { type Fork, forkTemplate } from '../flux/repository.ts'
import { type Shell, shell } from './shell.ts'

/** The template's network, as readers of the guides have it: a repository, and clusters that can be lost. */
export interface GuideNetwork extends AsyncDisposable {
  readonly fork: Fork
  readonly sh: Shell
  cluster(name: string): Cluster
  /** Removes a cluster with all its data, where there is one, and starts an empty one of that name. */
  renew(name: string): Promise<void>
  /** Does what `flux bootstrap` does, and the pushes that Flux sees later: applies what `main` has, and waits until it is ready. */
  reconcile(name: string): Promise<void>
  /** Does what `flux uninstall` does to the controllers. */
  stopFlux(name: string): Promise<void>
  /** Lets the names below each cluster's domain lead to its Ambassador. */
  setRecords(...names: readonly string[]): Promise<void>
}

/** A network with its age keys in files beside `network.yaml`: `eu.agekey`, `us.agekey`. */
export async function guideNetwork(): Promise<GuideNetwork> {
  await using started = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'guides-'))
  started.defer(() => rm(folder, { recursive: true, force: true }))
  const fork = started.use(await forkTemplate())
  await git(folder, 'init', '--quiet', '--bare', 'origin.git')
  await git(fork.directory, 'remote', 'add', 'origin', join(folder, 'origin.git'))
  for (const [at, name] of ['eu', 'us'].entries())
    await writeFile(join(fork.directory, `${name}.agekey`), `${fork.holders[at]?.identity}\n`, { mode: 0o600 })
  const dns: DnsServer = started.use(await startDnsServer({}))
  const beds = new Map<string, Bed>()
  const fluxes = new Map<string, Flux>()
  started.defer(async () => {
    for (const flux of fluxes.values()) await flux[Symbol.asyncDispose]()
    for (const bed of beds.values()) await bed[Symbol.asyncDispose]()
  })
  const cluster = (name: string): Cluster => {
    const bed = beds.get(name)
    if (bed === undefined) throw new Error(`the cluster ${name} was not started`)
    return bed.cluster(name)
  }
  const stopFlux = async (name: string): Promise<void> => {
    await fluxes.get(name)?.[Symbol.asyncDispose]()
    fluxes.delete(name)
  }
  const run = await shell({ directory: fork.directory, folder, dnsServer: dns.address })
  const parts = started.move()
  return {
    fork,
    cluster,
    stopFlux,
    sh: (script, environment = {}) => {
      const KUBECONFIG = [...beds.keys()].map((name) => cluster(name).kubeconfig).join(':')
      return run(script, { KUBECONFIG, ...environment })
    },
    renew: async (name) => {
      await stopFlux(name)
      await beds.get(name)?.[Symbol.asyncDispose]()
      beds.set(name, await clusters([name]))
    },
    reconcile: async (name) => {
      const flux = fluxes.get(name) ?? (await startFlux(cluster(name)))
      fluxes.set(name, flux)
      await flux.deliver(fork.directory, 'main', `./deploy/flux/${name}`)
      await flux.ready('flux-system', 200_000)
      for (const part of await flux.names()) await flux.ready(part, 200_000)
    },
    setRecords: async (...names) => dns.serve(await recordsOf(names.map(cluster))),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

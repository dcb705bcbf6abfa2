import { setTimeout as sleep } from 'node:timers/promises'
import { type JsonObject, objectAt } from '../../kubernetes/json.ts'
import { type Holder, holder } from '../../material/sops-tool.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { type Bed, clusters } from '../clusters.ts'
import { type Flux, startFlux } from './flux.ts'
import { type Fork, forkTemplate } from './repository.ts'
import { list, titleOf } from './state.ts'

/** Clusters of the template. */
export const names = ['eu', 'us'] as const
export type Name = (typeof names)[number]

/** The Kustomizations of each cluster that hold organizations. */
export const organizations: Readonly<Record<Name, readonly string[]>> = {
  eu: ['manufacturer', 'retailer'],
  us: ['manufacturer', 'carrier'],
}

/** A fork of the template, and Flux in both of its clusters. */
export interface Network extends AsyncDisposable {
  readonly bed: Bed
  readonly fork: Fork
  readonly holders: Readonly<Record<Name, Holder>>
  readonly fluxes: Readonly<Record<Name, Flux>>
  /** Runs the main job after a change to the definition, and lets Flux see what it committed. */
  deliver(change?: (definition: string) => string): Promise<void>
  /** Resolves when all of both clusters is Ready at what was delivered last, and so are the pods. */
  everythingReady(): Promise<void>
}

/** Only `eu` has its own age key; that of `us` is another one. */
export async function startNetwork(): Promise<Network> {
  await using started = new AsyncDisposableStack()
  const bed = started.use(await clusters(names))
  const fork = started.use(await forkTemplate())
  const [eu, us] = fork.holders
  if (eu === undefined || us === undefined) throw new Error('the template has two clusters')
  const fluxes = {
    eu: started.use(await startFlux(bed.cluster('eu'), { ageIdentity: eu.identity })),
    us: started.use(await startFlux(bed.cluster('us'), { ageIdentity: (await holder()).identity })),
  }
  const parts = started.move()
  return {
    bed,
    fork,
    holders: { eu, us },
    fluxes,
    deliver: async (change) => {
      const revision = await fork.mainJob(change)
      for (const name of names) await fluxes[name].deliver(fork.directory, revision, `./deploy/flux/${name}`)
    },
    everythingReady: async () => {
      for (const name of names) {
        await fluxes[name].ready('flux-system')
        for (const part of await fluxes[name].names()) await fluxes[name].ready(part, 200_000)
        for (const set of await list(bed.cluster(name), '/apis/apps/v1/statefulsets'))
          await replaced(bed.cluster(name), set)
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

/** Flux waits for nodes that a change replaces, not for those that are made: they may need each other. */
async function replaced(cluster: Cluster, statefulSet: JsonObject): Promise<void> {
  const { name, namespace } = objectAt(statefulSet, 'metadata') as KubernetesObject['metadata']
  const isReady = async (): Promise<boolean> => {
    const found = await cluster.get({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    })
    const { replicas, readyReplicas, currentRevision, updateRevision } = objectAt(found ?? {}, 'status')
    return replicas === readyReplicas && currentRevision === updateRevision
  }
  const end = Date.now() + 120_000
  while (!(await isReady())) {
    if (Date.now() > end) throw new Error(`${titleOf(statefulSet)} is not ready`)
    await sleep(200)
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fluxDefinitions } from '../../kubernetes/generated-crds.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { define, definitionsOfFlux } from '../definitions.ts'
import { startController } from './controller.ts'
import { account, bootstrapKustomization, isReady, kustomization, requested } from './kustomization.ts'
import { fluxNamespace } from './namespace.ts'
import { patch } from './patch.ts'
import { startSource } from './source.ts'

await fluxDefinitions()

export interface FluxOptions {
  /** Secret half of the age key of the cluster: `AGE-SECRET-KEY-1…`. The cluster has its Secret already when absent. */
  readonly ageIdentity?: string
}

/** Flux's kustomize-controller at work in a cluster, and in place of its source-controller a local git repository. */
export interface Flux extends AsyncDisposable {
  /**
   * Makes a revision of a repository the one to reconcile, as if it had been pushed: `path` is what the cluster was
   * bootstrapped with (`./deploy/flux/eu`). Returns at once.
   */
  deliver(repository: string, revision: string, path: string): Promise<void>
  /** Lets a Kustomization be reconciled now, instead of at its next interval. */
  reconcile(name: string): Promise<void>
  /** Names of all Kustomizations there are, without those that are being deleted. */
  names(): Promise<readonly string[]>
  /** The Kustomization when it is Ready at the delivered revision. Throws an Error that has its conditions and events. */
  ready(name: string, timeoutMilliseconds?: number): Promise<JsonObject>
}

/** Starts the controller. What it needs in the cluster is installed first. */
export async function startFlux(cluster: Cluster, { ageIdentity }: FluxOptions = {}): Promise<Flux> {
  // Those of all sources: the controller watches them, and does not start when there is no such kind.
  await define(cluster, await definitionsOfFlux())
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: fluxNamespace } })
  if (ageIdentity !== undefined) await cluster.apply(ageKey(ageIdentity))

  await using started = new AsyncDisposableStack()
  // Among the files of the cluster, which are removed in any case.
  const folder = await mkdtemp(join(dirname(cluster.kubeconfig), 'flux-'))
  started.defer(() => rm(folder, { recursive: true, force: true }))
  const source = started.use(await startSource(folder))
  const controller = started.use(await startController(cluster, folder))
  const parts = started.move()
  let revision = ''

  return {
    deliver: async (repository, wanted, path) => {
      revision = await source.publish(cluster, repository, wanted)
      await cluster.apply(bootstrapKustomization(path))
    },
    reconcile: (name) => patch(cluster, kustomization(name), { metadata: requested() }),
    names: async () => {
      const path = `/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/${fluxNamespace}/kustomizations`
      const { body } = await cluster.request('GET', path)
      const found = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
      const metadata = found.map((object) => objectAt(object, 'metadata'))
      return metadata.filter((one) => one.deletionTimestamp === undefined).map((one) => textAt(one, 'name'))
    },
    ready: async (name, timeoutMilliseconds = 120_000) => {
      const end = Date.now() + timeoutMilliseconds
      for (;;) {
        const found = await cluster.get(kustomization(name))
        if (found !== undefined && isReady(found, revision)) return found
        if (controller.hasEnded()) throw new Error(`kustomize-controller ended:\n${await controller.log()}`)
        if (Date.now() > end)
          throw new Error(`${name} is not ready at ${revision}\n${await account(cluster, name, found)}`)
        await sleep(200)
      }
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

/** The Secret that decrypts the sealed material of a cluster, as README.md of the template has it made. */
export const ageKey = (identity: string, name = 'sops-age'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: fluxNamespace },
  stringData: { 'age.agekey': `${identity}\n` },
})

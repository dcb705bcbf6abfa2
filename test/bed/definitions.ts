import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from 'js-yaml'
import { argoCdDefinitions } from '../kubernetes/argo-cd.ts'
import { certificateDefinitions, fluxDefinitions, snapshotDefinitions } from '../kubernetes/generated-crds.ts'
import type { Cluster, KubernetesObject } from './cluster.ts'
import { condition } from './conditions.ts'

/** CustomResourceDefinitions of Flux: Kustomization, and all sources. */
export const definitionsOfFlux = async (): Promise<readonly KubernetesObject[]> => read(await fluxDefinitions())

/** Those of cert-manager: Certificate, and its issuers. */
export const definitionsOfCertManager = async (): Promise<readonly KubernetesObject[]> =>
  read(await certificateDefinitions())

/** Those of CSI snapshots: VolumeSnapshot, its content and its class. The server wants to see that Kubernetes approved the group. */
export async function definitionsOfSnapshots(): Promise<readonly KubernetesObject[]> {
  const approved = { 'api-approved.kubernetes.io': 'https://github.com/kubernetes-csi/external-snapshotter/pull/665' }
  return (await read(await snapshotDefinitions())).map((definition) => ({
    ...definition,
    metadata: { ...definition.metadata, annotations: approved },
  }))
}

/** Those of Argo CD: Application and AppProject. */
export const definitionsOfArgoCd = async (): Promise<readonly KubernetesObject[]> =>
  (await argoCdDefinitions()).map((definition) => definition as KubernetesObject) // definitions have a kind and a name

async function read(folder: string): Promise<readonly KubernetesObject[]> {
  const texts = (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8'))
  return (await Promise.all(texts)).map((text) => load(text) as KubernetesObject) // generated files
}

/** Gives a cluster CustomResourceDefinitions, and returns when their kinds can be used. */
export async function define(cluster: Cluster, definitions: readonly KubernetesObject[]): Promise<void> {
  const one = async (definition: KubernetesObject): Promise<void> => {
    await cluster.apply(definition)
    while (condition(await cluster.get(definition), 'Established').status !== 'True') await sleep(50)
  }
  await Promise.all(definitions.map(one))
}

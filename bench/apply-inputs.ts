import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { groupBy } from '../src/group-by.ts'
import { dumpDocuments } from '../src/yaml.ts'
import type { Cluster } from '../test/bed/cluster.ts'
import { objectsOf } from './apply-objects.ts'

/** A request as it goes over the wire. */
export interface BareRequest {
  readonly path: string
  readonly body: string
}

/** Writes that many objects as YAML, a file for each namespace, as kustomize gives them; returns the path of the folder. */
export async function writeObjects(folder: string, count: number): Promise<string> {
  const objects = join(folder, String(count))
  await mkdir(objects)
  for (const [namespace, own] of groupBy(objectsOf(count), ({ metadata }) => metadata.namespace))
    await writeFile(join(objects, `${namespace}.yaml`), dumpDocuments(own))
  return objects
}

/** Writes the requests that apply them; returns the path of the file. */
export async function writeRequests(folder: string, count: number, cluster: Cluster): Promise<string> {
  const file = join(folder, `${count}.json`)
  const requests: BareRequest[] = []
  for (const object of objectsOf(count))
    requests.push({ path: await cluster.path(object), body: JSON.stringify(object) })
  await writeFile(file, JSON.stringify(requests))
  return file
}

/** Writes the kubeconfig of a cluster with another address; returns the path of the file. */
export async function writeKubeconfig(folder: string, cluster: Cluster, server: string): Promise<string> {
  const file = join(folder, 'kubeconfig')
  const text = await readFile(cluster.kubeconfig, 'utf8')
  await writeFile(file, text.replace(serverOf(cluster), server), { mode: 0o600 })
  return file
}

export const serverOf = ({ client }: Cluster): string => client.getCurrentCluster()?.server ?? ''

/** Bundles the scripts that are measured, as the build does for users; returns their paths. */
export async function bundle(folder: string): Promise<{ readonly chancery: string; readonly bare: string }> {
  const build = await rolldown({
    input: {
      chancery: join(import.meta.dirname, 'apply-chancery.ts'),
      bare: join(import.meta.dirname, 'apply-bare.ts'),
    },
    platform: 'node',
  })
  await build.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', minify: 'dce-only' })
  await build.close()
  return { chancery: join(folder, 'chancery.mjs'), bare: join(folder, 'bare.mjs') }
}

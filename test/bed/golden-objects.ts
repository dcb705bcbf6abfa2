import { loadAll } from 'js-yaml'
import { toText } from '../../src/file-content.ts'
import { groupBy } from '../../src/group-by.ts'
import { type FileTree, mergeTrees } from '../../src/render/tree.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { readInput, renderCase } from '../golden/cases.ts'
import { isJsonObject, objectAt } from '../kubernetes/json.ts'
import type { KubernetesObject } from './cluster.ts'
import { tool, tools } from './tools/tool.ts'

await tools('kustomize')

/** What the clusters of a golden case get. */
export interface GoldenObjects {
  readonly network: string
  /** By the name of the cluster: what kustomize builds, decrypted, and Flux's own objects. */
  readonly clusters: ReadonlyMap<string, readonly KubernetesObject[]>
}

/** Renders a golden case and builds its roots. Throws an Error when one of them cannot be built. */
export async function goldenObjects(name: string): Promise<GoldenObjects> {
  const { tree, checked } = await renderCase(name)
  const overrides = [...(await readInput(name))].filter(([path]) => path.startsWith('overrides/'))
  return { network: checked.network.name, clusters: await builtObjects(tree, overrides) }
}

/** By the name of the cluster: what kustomize builds of a rendered tree, decrypted, and Flux's own objects. */
export async function builtObjects(
  tree: FileTree,
  overrides: Iterable<readonly [string, string]>,
): Promise<ReadonlyMap<string, readonly KubernetesObject[]>> {
  const { built, broken } = await buildRoots(await tool('kustomize'), mergeTrees(tree, overrides))
  if (broken.length > 0) throw new Error(broken.map(({ root, message }) => `${root}: ${message}`).join('\n'))
  const flux = [...tree].filter(([path]) => path.startsWith('deploy/flux/'))
  const texts = [...built, ...flux.map(([path, content]): [string, string] => [path, toText(content)])]
  const byCluster = groupBy(texts, ([path]) => /^deploy\/(?:clusters|flux)\/([^/]+)\//.exec(path)?.[1])
  byCluster.delete(undefined) // the custom resource definitions
  return new Map([...byCluster].map(([cluster = '', found]) => [cluster, found.flatMap(([, text]) => objectsIn(text))]))
}

const objectsIn = (text: string): KubernetesObject[] =>
  loadAll(text)
    .filter((object): object is KubernetesObject => isJsonObject(object))
    .map(decrypted)

/** A sealed Secret with other values, and without what sops added: what Flux makes of it. */
function decrypted(object: KubernetesObject): KubernetesObject {
  const { sops, ...rest } = object
  if (sops === undefined) return object
  const data = Object.keys(objectAt(object, 'data')).map((key) => [key, Buffer.from('decrypted').toString('base64')])
  return { ...rest, data: Object.fromEntries(data) } as KubernetesObject // the same fields, but for the values
}

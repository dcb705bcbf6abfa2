import { dirname } from 'node:path'
import pMap from 'p-map'
import type { FileTree } from '../render/tree.ts'
import { run } from './process.ts'
import { buildWanted } from './roots/build.ts'
import { noCache, openCache, type RootCache } from './roots/cache.ts'
import { digestOf, inputsIn } from './roots/inputs.ts'

/** A Kustomize root that cannot be built. */
export interface BrokenRoot {
  /** Its folder, from the root of the repository. */
  readonly root: string
  /** kustomize's message, without its stack of prefixes. */
  readonly message: string
}

/** YAML of every built root, by its folder, and the failed roots. */
export interface BuiltRoots {
  readonly built: ReadonlyMap<string, string>
  readonly broken: readonly BrokenRoot[]
}

/** Folders that Flux or a person applies: the CRDs, and every Ambassador, organization and node of every cluster. Folders that begin with "_" are parts of a root. */
export const rootsOf = (tree: FileTree): string[] =>
  [...tree.keys()]
    .filter((path) => /^deploy\/(clusters(\/[^/_][^/]*){2,3}|base\/ambassador\/crds)\/kustomization\.yaml$/.test(path))
    .map((path) => dirname(path))

/**
 * Builds roots of a tree with kustomize, all or the requested ones. Each result equals a separate build. With a cache
 * folder, a root is built once for the same content and the same kustomize.
 */
export async function buildRoots(
  program: string,
  tree: FileTree,
  isWanted: (root: string) => boolean = () => true,
  cacheFolder?: string,
): Promise<BuiltRoots> {
  const roots = rootsOf(tree)
  const inputsOf = inputsIn(tree, roots)
  const wanted = roots.filter(isWanted).map((root) => ({ root, inputs: inputsOf(root) }))
  const { version, cache } = await cacheFor(program, cacheFolder)
  const keys = new Map(
    wanted.flatMap(({ root, inputs }): [string, string][] =>
      version === undefined || inputs === undefined ? [] : [[root, digestOf(root, inputs, tree, version)]],
    ),
  )
  const built = await readBuilt(cache, keys)
  const results = await buildWanted(
    program,
    tree,
    wanted.filter(({ root }) => !built.has(root)),
  )
  const fresh = new Map<string, string>()
  const broken: BrokenRoot[] = []
  for (const [root, result] of results) {
    if ('message' in result) broken.push({ root, message: result.message })
    else {
      built.set(root, result.yaml)
      const key = keys.get(root)
      if (key !== undefined) fresh.set(key, result.yaml)
    }
  }
  await cache.write(fresh)
  const byRoot = (a: BrokenRoot, b: BrokenRoot): number => (a.root < b.root ? -1 : 1)
  return { built: new Map([...built].sort(([a], [b]) => (a < b ? -1 : 1))), broken: broken.sort(byRoot) }
}

/** Only the version of a release identifies its output. */
async function cacheFor(
  program: string,
  folder: string | undefined,
): Promise<{ readonly cache: RootCache; readonly version?: string }> {
  if (folder === undefined) return { cache: noCache }
  const version = (await run(program, ['version'], { directory: '.', inherited: [] })).stdout.trim()
  return /^v\d+\.\d+\.\d+$/.test(version) ? { cache: await openCache(folder), version } : { cache: noCache }
}

/** Cached results, by root. */
async function readBuilt(cache: RootCache, keys: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const built = new Map<string, string>()
  const read = async ([root, key]: readonly [string, string]): Promise<void> => {
    const yaml = await cache.read(key)
    if (yaml !== undefined) built.set(root, yaml)
  }
  await pMap(keys, read, { concurrency: 16 })
  return built
}

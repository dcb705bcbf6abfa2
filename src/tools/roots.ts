import { dirname } from 'node:path'
import type { FileTree } from '../render/tree.ts'
import { buildWanted } from './roots/build.ts'
import { inputsIn } from './roots/inputs.ts'

/** A Kustomize root that cannot be built. */
export interface BrokenRoot {
  /** Its folder, from the root of the repository. */
  readonly root: string
  /** What kustomize says, without its stack of prefixes. */
  readonly message: string
}

/** YAML of every root that could be built, by its folder, and the others. */
export interface BuiltRoots {
  readonly built: ReadonlyMap<string, string>
  readonly broken: readonly BrokenRoot[]
}

/** Folders that Flux or a person applies: the CRDs, and every Ambassador, organization and node of every cluster. Those that begin with "_" are parts of one. */
export const rootsOf = (tree: FileTree): string[] =>
  [...tree.keys()]
    .filter((path) => /^deploy\/(clusters(\/[^/_][^/]*){2,3}|base\/ambassador\/crds)\/kustomization\.yaml$/.test(path))
    .map((path) => dirname(path))

/** Builds roots of a tree with kustomize, all or those that are wanted. Each comes out as if it were built alone. */
export async function buildRoots(
  program: string,
  tree: FileTree,
  isWanted: (root: string) => boolean = () => true,
): Promise<BuiltRoots> {
  const roots = rootsOf(tree)
  const inputsOf = inputsIn(tree, roots)
  const wanted = roots.filter(isWanted).map((root) => ({ root, inputs: inputsOf(root) }))
  const results = [...(await buildWanted(program, tree, wanted))].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    built: new Map(results.flatMap(([root, result]) => ('yaml' in result ? [[root, result.yaml] as const] : []))),
    broken: results.flatMap(([root, result]) => ('yaml' in result ? [] : { root, message: result.message })),
  }
}

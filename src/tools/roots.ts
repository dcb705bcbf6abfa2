import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FileTree } from '../render/tree.ts'
import { run } from './process.ts'

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

/**
 * Builds roots of a tree with kustomize, all or those that are wanted, in a folder of its own that is removed afterwards,
 * several at a time.
 */
export async function buildRoots(
  program: string,
  tree: FileTree,
  isWanted: (root: string) => boolean = () => true,
): Promise<BuiltRoots> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-'))
  const built = new Map<string, string>()
  const broken: BrokenRoot[] = []
  try {
    for (const [path, text] of tree) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const waiting = rootsOf(tree).filter(isWanted)
    const work = async (): Promise<void> => {
      for (let root = waiting.shift(); root !== undefined; root = waiting.shift()) {
        const { status, stdout, stderr } = await run(program, ['build', root], { directory: folder })
        if (status === 0) built.set(root, stdout)
        else
          broken.push({
            root,
            message:
              stderr
                .trim()
                .replaceAll(`${folder}/`, '')
                .replace(/^Error: /, '')
                .split('\n')[0] ?? '',
          })
      }
    }
    await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
    const byRoot = (a: { root: string }, b: { root: string }): number => (a.root < b.root ? -1 : 1)
    return { built: new Map([...built].sort(([a], [b]) => (a < b ? -1 : 1))), broken: broken.sort(byRoot) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

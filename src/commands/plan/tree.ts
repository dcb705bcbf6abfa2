import type { CheckedNetwork } from '../../check/checked-network.ts'
import { contentOf, type FileContent } from '../../file-content.ts'
import type { Finding } from '../../network/finding.ts'
import type { Risk } from '../../network/risk.ts'
import type { RootChange } from '../../plan/objects.ts'
import { deployFindings, fluxSystem } from '../../plan/tree/deploy.ts'
import { fluxRoots } from '../../plan/tree/flux.ts'
import { fluxSystemChange } from '../../plan/tree/flux-system.ts'
import { changedPaths, isFile } from '../../plan/tree/git-tree.ts'
import { guardRisks } from '../../plan/tree/guards.ts'
import { irregularFindings } from '../../plan/tree/irregular.ts'
import type { FileTree } from '../../render/tree.ts'
import type { ReadableFiles } from '../../repository/files.ts'
import type { Base, PlanPorts } from '../ports.ts'
import type { Rendition } from './rendition.ts'

/** What a change does to the repository besides its definition. */
export interface TreeChange {
  readonly findings: readonly Finding[]
  readonly roots: readonly RootChange[]
  readonly risks: readonly Risk[]
}

/** Two states of a network as files. Without one before, everything is new. */
export interface TreeInput {
  readonly base: Base
  readonly before: Rendition | undefined
  readonly after: Rendition
  readonly checked: CheckedNetwork
}

/** Compares what git has before and after, and what Flux would read, with what the definitions render. */
export async function treeChange(
  { base, before, after, checked }: TreeInput,
  { files }: Pick<PlanPorts, 'files'>,
): Promise<TreeChange> {
  const trees = await base.trees()
  const changed = changedPaths(trees).filter((path) => path.startsWith(trees.prefix))
  const own = changed.map((path) => path.slice(trees.prefix.length))
  const bootstrap = own.filter((path) => fluxSystem.test(path))
  const isReadable = (path: string): boolean => isFile(trees.after.get(trees.prefix + path) ?? nothing)
  const flux = fluxSystemChange(
    await readAll(base.files, bootstrap),
    await readAll(files, bootstrap.filter(isReadable)),
  )
  const { source, missing } = checked
  return {
    findings: [
      ...irregularFindings(trees),
      ...deployFindings({
        trees,
        was: before?.tree,
        is: after.tree,
        standIns: missing.length > 0,
        network: source.file,
      }),
    ],
    roots: [...fluxRoots(before?.tree ?? new Map(), after.tree), ...flux.roots],
    risks: [...flux.risks, ...guardRisks(trees)],
  }
}

const nothing = { mode: '', object: '' }

/** Files that exist, by path. What is no file is found already. */
async function readAll(files: Pick<ReadableFiles, 'readBytes'>, paths: readonly string[]): Promise<FileTree> {
  const contents = await Promise.all(paths.map((path) => files.readBytes(path)))
  return new Map(
    paths.flatMap((path, at): [string, FileContent][] => {
      const { [at]: bytes } = contents
      return bytes === undefined ? [] : [[path, contentOf(bytes)]]
    }),
  )
}

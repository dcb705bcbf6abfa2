import type { FileTree } from '../render/tree.ts'
import { inBatches } from './batches.ts'
import type { Files } from './files.ts'

/** Files to write and to remove, so that a folder holds a tree and nothing else. */
export interface Changes {
  readonly written: ReadonlyMap<string, string>
  readonly removed: readonly string[]
}

/** Flux keeps its own manifests in the folder that it was bootstrapped with: they are not ours to remove. */
const foreign = /^deploy\/flux\/[^/]+\/flux-system\//

/** What differs between the files that are there and those that should be. Only files below `owned` folders are removed. */
export async function changesTo(
  files: Pick<Files, 'read' | 'list'>,
  tree: FileTree,
  owned: readonly string[],
): Promise<Changes> {
  const present = new Set((await Promise.all(owned.map((folder) => files.list(folder)))).flat())
  const removed = [...present].filter((path) => !tree.has(path) && !foreign.test(path))
  // What the lists do not show is not there: nothing to read on the first rendering.
  const isNew = (path: string): boolean => !present.has(path) && owned.some((folder) => path.startsWith(`${folder}/`))
  const entries = await inBatches([...tree], async ([path, text]) =>
    isNew(path) || (await files.read(path)) !== text ? [[path, text] as const] : [],
  )
  return { written: new Map(entries.flat()), removed }
}

export const isEmpty = ({ written, removed }: Changes): boolean => written.size === 0 && removed.length === 0

export async function writeChanges(files: Files, { written, removed }: Changes): Promise<void> {
  // First what goes: a file may be where a folder belongs.
  for (const path of removed) await files.remove(path)
  await inBatches([...written], ([path, text]) => files.write(path, text))
}

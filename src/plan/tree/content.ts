import { digestOf } from '../../material/digest.ts'
import type { FileTree } from '../../render/tree.ts'

/** Everything that a change does to some files, as one text: an acknowledgement is for exactly this. */
export const contentOfChange = (paths: readonly string[], before: FileTree, after: FileTree): string =>
  paths.map((path) => JSON.stringify([path, digest(before, path), digest(after, path)])).join('\n')

function digest(tree: FileTree, path: string): string | null {
  const content = tree.get(path)
  return content === undefined ? null : digestOf(content)
}

import type { FileContent } from '../file-content.ts'
import { compareTexts } from '../words.ts'

/** Files by path from the root of the repository: the result of rendering. */
export type FileTree = ReadonlyMap<string, FileContent>

/** Files that are all texts, such as manifests. */
export type TextTree = ReadonlyMap<string, string>

const compare = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => compareTexts(a, b)

/** One tree in the order of paths. A path that is a duplicate is a bug: two parts would overwrite each other. */
export function mergeTrees<Content extends FileContent>(
  ...trees: readonly Iterable<readonly [string, Content]>[]
): ReadonlyMap<string, Content> {
  const merged = new Map<string, Content>()
  for (const tree of trees) {
    for (const [path, content] of tree) {
      if (merged.has(path)) throw new Error(`${path} is rendered twice`)
      merged.set(path, content)
    }
  }
  return new Map([...merged].sort(compare))
}

/** The same tree below a folder. */
export const below = <Content extends FileContent>(
  folder: string,
  tree: Iterable<readonly [string, Content]>,
): [string, Content][] => [...tree].map(([path, content]) => [`${folder}/${path}`, content])

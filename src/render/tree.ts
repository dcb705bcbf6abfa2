/** Files by path from the root of the repository: the result of rendering. */
export type FileTree = ReadonlyMap<string, string>

const compare = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : a > b ? 1 : 0)

/** One tree in the order of paths. A path that stands twice is a bug: two parts would overwrite each other. */
export function mergeTrees(...trees: readonly Iterable<readonly [string, string]>[]): FileTree {
  const merged = new Map<string, string>()
  for (const tree of trees) {
    for (const [path, text] of tree) {
      if (merged.has(path)) throw new Error(`${path} is rendered twice`)
      merged.set(path, text)
    }
  }
  return new Map([...merged].sort(compare))
}

/** The same tree below a folder. */
export const below = (folder: string, tree: Iterable<readonly [string, string]>): [string, string][] =>
  [...tree].map(([path, text]) => [`${folder}/${path}`, text])

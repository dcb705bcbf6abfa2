import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Sources of one release. */
export interface SourceTree {
  /** Texts of the files whose path fits, by path. */
  read(fits: (path: string) => boolean): ReadonlyMap<string, string>
  /** Texts of the files in which a pattern (POSIX extended) occurs, by path. */
  containing(pattern: string, paths: string): ReadonlyMap<string, string>
}

/** What a clone has at a tag. */
export function treeAt(clone: string, tag: string): SourceTree {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const paths = git('ls-tree', '-r', '--name-only', tag).split('\n')
  const texts = (chosen: readonly string[]) => new Map(chosen.map((path) => [path, git('show', `${tag}:${path}`)]))
  return {
    read: (fits) => texts(paths.filter(fits)),
    containing: (pattern, where) => texts(foundBy(() => git('grep', '-lE', pattern, tag, '--', where), tag)),
  }
}

/** git grep ends with 1 when it finds nothing. */
function foundBy(search: () => string, tag: string): string[] {
  try {
    return search()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(tag.length + 1))
  } catch {
    return []
  }
}

/** What a crate has that was unpacked into a folder of crates: `sc-cli-0.51.0`. */
export function crateAt(folder: string, crate: string): Pick<SourceTree, 'read'> {
  const root = join(folder, crate)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
  return {
    read: (fits) => new Map(paths.filter(fits).map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  }
}

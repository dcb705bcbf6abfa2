import type { Finding } from '../../network/finding.ts'
import { type GitTrees, isFile } from './git-tree.ts'

const folders = /^(?:deploy|material|overrides)(?:\/|$)/

/**
 * What git has below the folders of a network that is no file, whoever put it there. Asked of git, since a work tree may have no links:
 * there they are files with a path in them.
 */
export const irregularFindings = ({ after, prefix }: GitTrees): Finding[] =>
  [...after].flatMap(([whole, entry]): Finding[] => {
    if (isFile(entry) || !whole.startsWith(prefix)) return []
    const file = whole.slice(prefix.length)
    if (!folders.test(file)) return []
    const what = entry.mode === '120000' ? 'a symbolic link' : 'another repository'
    return [
      {
        rule: 'file-kind',
        severity: 'error',
        message: `${file} is ${what}, not a file`,
        hint: 'remove it, or put the file itself in its place: what it leads to can change without a pull request',
        place: { file, line: 1, column: 1 },
      },
    ]
  })

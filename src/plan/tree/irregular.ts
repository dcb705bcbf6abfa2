import { type FileContent, toText } from '../../file-content.ts'
import type { Finding } from '../../network/finding.ts'
import type { FileTree } from '../../render/tree.ts'
import { type GitTrees, isFile, objectName } from './git-tree.ts'

const folders = /^(?:deploy|material|overrides)(?:\/|$)/

/**
 * What git has below the folders of a network that is no file, independent of its author. Asked of git, since a work tree may have no links:
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
        hint: 'remove it, or put the file itself in its place: its target can change without a pull request',
        place: { file, line: 1, column: 1 },
      },
    ]
  })

/**
 * Files that a checkout changes, by attributes of git, so that people and Chancery read one thing and Flux another. Other line ends are
 * no change: some work trees have them. `files` are what was read.
 */
export const checkoutFindings = ({ after, prefix }: GitTrees, files: FileTree): Finding[] =>
  [...files].flatMap(([file, content]): Finding[] => {
    const entry = after.get(prefix + file)
    if (entry === undefined || !isFile(entry) || isSame(content, entry.object)) return []
    return [
      {
        rule: 'file-kind',
        severity: 'error',
        message: `${file} is not in the work tree what git has: Flux would read something else`,
        hint: 'see `git check-attr --all` for the file, and take the attribute that changes it at a checkout out of .gitattributes',
        place: { file, line: 1, column: 1 },
      },
    ]
  })

const isSame = (content: FileContent, object: string): boolean =>
  objectName(content, object) === object || objectName(toText(content).replaceAll('\r\n', '\n'), object) === object

import { OperatorError } from '../../errors.ts'
import type { TreeEntry } from '../../plan/tree/git-tree.ts'
import type { Changes } from '../files.ts'
import type { Git } from '../git-command.ts'
import { entriesAt } from '../git-files.ts'
import { makeCommit } from '../git-object.ts'
import { type PartSize, partsOf } from './parts.ts'

/** One commit to be made by the API. */
export interface PreparedPart {
  /** Paths from the root of the repository. */
  readonly changes: Changes
  readonly message: string
  /** Object name of all files after it: git makes it here, and GitHub has to come to the same. */
  readonly tree: string
}

export interface Preparation {
  readonly parent: string
  readonly changes: Changes
  readonly message: string
  /** The folder of the network, ending in "/". */
  readonly prefix: string
  readonly size: PartSize
  /** Whether messages name what was made: on a branch that others may change. */
  readonly marked: boolean
}

/** Names the tree of a commit in its message: a commit that has both is as it was made, whoever looks like its author. */
export const treeTrailer = 'Chancery-Tree'

/** Makes the commits here first, with git, in parts that the API takes. They are on no branch. */
export async function prepare(git: Git, preparation: Preparation): Promise<PreparedPart[]> {
  const { parent, changes, message, prefix, size, marked } = preparation
  const parts = partsOf(changes, size)
  const [headline = '', ...lines] = message.trim().split('\n')
  const body = lines.join('\n').trim()
  const prepared: PreparedPart[] = []
  let previous = parent
  for (const [at, part] of parts.entries()) {
    const committer = 'chancery <chancery@localhost> 0 +0000' // only the tree of it counts
    const made = await makeCommit(git, { parent: previous, changes: part, message, committer })
    const counted = parts.length === 1 ? headline : `${headline} (part ${at + 1} of ${parts.length})`
    prepared.push({
      tree: made.tree,
      changes: below(prefix, part),
      message: [
        counted,
        ...(at === 0 && body !== '' ? [body] : []),
        ...(marked ? [`${treeTrailer}: ${made.tree}`] : []),
      ].join('\n\n'),
    })
    previous = made.commit
  }
  return prepared
}

const below = (prefix: string, { written, removed }: Changes): Changes => ({
  written: new Map([...written].map(([path, text]) => [prefix + path, text])),
  removed: removed.map((path) => prefix + path),
})

const kinds: Readonly<Record<string, string>> = {
  '100755': 'is executable',
  '120000': 'is a symbolic link',
  '160000': 'is a submodule',
}

/** The API writes ordinary files only: https://docs.github.com/graphql/reference/input-objects#filechanges */
export async function mustBeOrdinary(git: Git, commit: string, { written }: Changes): Promise<void> {
  const special = new Map([...(await entriesAt(git, commit))].filter(([, { mode }]) => mode in kinds))
  const wrong = [...written.keys()].flatMap((path) => inTheWay(special, path))
  if (wrong.length === 0) return
  throw new OperatorError(
    `these are no ordinary files, and GitHub's API writes no others: ${[...new Set(wrong)].join(', ')}`,
    'replace them by ordinary files (`git update-index --chmod=-x` for a mode), or let git deliver (deliver: git)',
  )
}

/** What is at a path, or at a folder that it is in, and is not an ordinary file. */
const inTheWay = (special: ReadonlyMap<string, TreeEntry>, path: string): string[] =>
  path
    .split('/')
    .map((_, at, steps) => steps.slice(0, at + 1).join('/'))
    .flatMap((place) => {
      const entry = special.get(place)
      // A file that is executable and lies where a folder belongs is removed first.
      if (entry === undefined || (place !== path && entry.mode === '100755')) return []
      return [`${place} ${kinds[entry.mode]}`]
    })

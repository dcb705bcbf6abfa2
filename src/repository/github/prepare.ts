import { OperatorError } from '../../errors.ts'
import type { TreeEntry } from '../../plan/tree/git-tree.ts'
import type { Changes } from '../files.ts'
import type { Git } from '../git-command.ts'
import { entriesAt } from '../git-files.ts'
import { makeCommit } from '../git-object.ts'
import { type PartSize, partsOf } from './parts.ts'

/** One commit for the API. */
export interface PreparedPart {
  /** Paths from the root of the repository. */
  readonly changes: Changes
  readonly message: string
  /** Object name of its tree: made locally by git, and GitHub must get the same. */
  readonly tree: string
}

export interface Preparation {
  readonly parent: string
  readonly changes: Changes
  readonly message: string
  /** The folder of the network, ending in "/". */
  readonly prefix: string
  readonly size: PartSize
  /** Whether messages name the tree, for a branch that others may change. */
  readonly marked: boolean
}

/** Names the tree of a commit in its message: if they match, the commit is unchanged, even if another author is shown. */
export const treeTrailer = 'Chancery-Tree'

/** First makes the commits locally with git, in parts within the API's limits. They are on no branch. */
export async function prepare(git: Git, preparation: Preparation): Promise<PreparedPart[]> {
  const { parent, changes, message, prefix, size, marked } = preparation
  const parts = partsOf(changes, size)
  const [headline = '', ...lines] = message.trim().split('\n')
  const body = lines.join('\n').trim()
  const prepared: PreparedPart[] = []
  let previous = parent
  for (const [at, part] of parts.entries()) {
    const committer = 'chancery <chancery@localhost> 0 +0000' // only its tree is used
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

/** The API can write ordinary files only: https://docs.github.com/graphql/reference/input-objects#filechanges */
export async function mustBeOrdinary(git: Git, commit: string, { written }: Changes): Promise<void> {
  const special = new Map([...(await entriesAt(git, commit))].filter(([, { mode }]) => mode in kinds))
  const wrong = [...written.keys()].flatMap((path) => inTheWay(special, path))
  if (wrong.length === 0) return
  throw new OperatorError(
    `these files are not ordinary, and GitHub's API writes only ordinary ones: ${[...new Set(wrong)].join(', ')}`,
    'replace them by ordinary files (`git update-index --chmod=-x` for a mode), or use deliver: git',
  )
}

/** An entry at a path, or at one of its folders, that is not an ordinary file. */
const inTheWay = (special: ReadonlyMap<string, TreeEntry>, path: string): string[] =>
  path
    .split('/')
    .map((_, at, steps) => steps.slice(0, at + 1).join('/'))
    .flatMap((place) => {
      const entry = special.get(place)
      // An executable file in the place of a folder is removed first.
      if (entry === undefined || (place !== path && entry.mode === '100755')) return []
      return [`${place} ${kinds[entry.mode]}`]
    })

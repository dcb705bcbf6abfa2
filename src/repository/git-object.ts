import { type FileContent, toBytes } from '../file-content.ts'
import type { Changes } from './files.ts'
import type { Git } from './git-command.ts'
import { withReference } from './git-reference.ts'

export interface NewCommit {
  /** Object name of its parent commit. */
  readonly parent: string
  readonly changes: Changes
  readonly message: string
  /** Name, address and time, in the format of a commit. */
  readonly committer: string
}

export interface MadeCommit {
  readonly commit: string
  /** Object name of its tree. */
  readonly tree: string
}

/** Makes a commit on no branch, without index and work tree. Git removes it after some weeks. */
export async function makeCommit(git: Git, made: NewCommit): Promise<MadeCommit> {
  const problem = ['git could not make the commit', 'see the message of git'] as const
  const prefix = await git.must(['rev-parse', '--show-prefix'], ...problem)
  return withReference(git, async (reference) => {
    await git.must(['fast-import', '--quiet', '--force'], ...problem, { input: stream(reference, prefix, made) })
    const commit = await git.must(['rev-parse', '--verify', reference], ...problem)
    return { commit, tree: await treeOf(git, commit) }
  })
}

export const treeOf = (git: Git, commit: string): Promise<string> =>
  git.must(['rev-parse', '--verify', `${commit}^{tree}`], 'git cannot read a commit', 'see the message of git')

/** The commit for `git fast-import`: git-fast-import(1). */
function stream(reference: string, prefix: string, { parent, changes, message, committer }: NewCommit): Uint8Array {
  const data = (content: FileContent): FileContent[] => {
    const bytes = toBytes(content)
    return [`data ${bytes.length}\n`, bytes, '\n']
  }
  const parts: readonly FileContent[] = [
    `commit ${reference}\ncommitter ${committer}\n`,
    ...data(message),
    `from ${parent}\n`,
    ...changes.removed.map((path) => `D ${quoted(prefix + path)}\n`),
    ...[...changes.written].flatMap(([path, content]) => [
      `M 100644 inline ${quoted(prefix + path)}\n`,
      ...data(content),
    ]),
    'done\n',
  ]
  return Buffer.concat(parts.map(toBytes))
}

/** A quoted path for fast-import. */
const quoted = (path: string): string => `"${path.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`

import { randomUUID } from 'node:crypto'
import { type FileContent, toBytes } from '../../../src/file-content.ts'
import { run } from '../../../src/tools/process.ts'
import { git } from '../../repository/git-folder.ts'

/** What GitHub does with the git repository that it keeps. */
export interface Bare {
  readonly directory: string
  commitOf(branch: string): Promise<string | undefined>
  /** Moves a reference, when it has `before`; undefined stands for a reference that is not there. */
  move(reference: string, before: string | undefined, after: string | undefined): Promise<boolean>
  commit(parent: string, message: string, files: FileChanges): Promise<string>
  merge(base: string, head: string, message: string): Promise<string | undefined>
  compare(base: string, head: string): Promise<Compared>
}

export interface FileChanges {
  readonly additions?: readonly { readonly path: string; readonly contents: string }[]
  readonly deletions?: readonly { readonly path: string }[]
}

interface Compared {
  readonly behind: number
  readonly commits: readonly { readonly sha: string; readonly tree: string; readonly message: string }[]
}

const committer = 'GitHub <noreply@github.com>'
const author = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'

export function bareRepository(directory: string): Bare {
  const attempt = (args: readonly string[], input?: FileContent) =>
    run('git', args, { directory, ...(input === undefined ? {} : { input }) })
  return {
    directory,
    commitOf: async (branch) => {
      const { status, stdout } = await attempt(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`])
      return status === 0 ? stdout.trim() : undefined
    },
    move: async (reference, before, after) => {
      const nothing = '0'.repeat(40)
      const change = after === undefined ? ['-d', reference, before ?? nothing] : [reference, after, before ?? nothing]
      return (await attempt(['update-ref', ...change])).status === 0
    },
    commit: async (parent, message, { additions = [], deletions = [] }) => {
      const reference = `refs/fake/${randomUUID()}`
      const time = `${Math.floor(Date.now() / 1000)} +0000`
      const stream: readonly FileContent[] = [
        `commit ${reference}\nauthor ${author} ${time}\ncommitter ${committer} ${time}\n`,
        ...data(message),
        `from ${parent}\n`,
        ...deletions.map(({ path }) => `D ${JSON.stringify(path)}\n`),
        ...additions.flatMap(({ path, contents }) => [
          `M 100644 inline ${JSON.stringify(path)}\n`,
          ...data(Buffer.from(contents, 'base64')),
        ]),
        'done\n',
      ]
      const input = Buffer.concat(stream.map(toBytes))
      const { status, stderr } = await attempt(['fast-import', '--quiet', '--force'], input)
      if (status !== 0) throw new Error(stderr)
      const made = await git(directory, 'rev-parse', reference)
      await attempt(['update-ref', '-d', reference])
      return made
    },
    merge: async (base, head, message) => {
      const { status, stdout } = await attempt(['merge-tree', '--write-tree', base, head])
      if (status !== 0) return undefined
      const identity = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.com']
      return git(directory, ...identity, 'commit-tree', stdout.trim(), '-p', base, '-p', head, '-m', message)
    },
    compare: async (base, head) => {
      const behind = Number(await git(directory, 'rev-list', '--count', `${head}..${base}`))
      const format = '--format=%H%x00%T%x00%B%x01'
      const log = await git(directory, 'log', '--reverse', format, `${base}..${head}`)
      const commits = log.split('\x01').filter((text) => text.trim() !== '')
      return {
        behind,
        commits: commits.map((text) => {
          const [sha = '', tree = '', message = ''] = text.trimStart().split('\0')
          return { sha, tree, message: message.trim() }
        }),
      }
    },
  }
}

const data = (content: FileContent): FileContent[] => [`data ${toBytes(content).length}\n`, content, '\n']

import { OperatorError } from '../errors.ts'
import { type Finished, run } from '../tools/process.ts'
import type { Changes } from './changes.ts'
import type { CommitRequest, Head, Repository } from './repository.ts'

/** Who makes a commit. */
export interface Author {
  readonly name: string
  readonly email: string
}

/** Holds the new commit until its branch has it. */
const temporaryReference = 'refs/chancery/commit'

/** The git repository that a folder is in, by the git command. `author` is used where git knows nobody. */
export function gitRepository(directory: string, author?: Author): Repository {
  const git = async (args: readonly string[], input?: string): Promise<Finished> => {
    try {
      return await run('git', args, {
        directory,
        environment: { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
        ...(input === undefined ? {} : { input }),
      })
    } catch (error) {
      throw new OperatorError('git cannot be started', 'install git and put it on PATH', { cause: error })
    }
  }
  const must = async (args: readonly string[], message: string, hint: string, input?: string): Promise<string> => {
    const { status, stdout, stderr } = await git(args, input)
    if (status !== 0) throw new OperatorError(`${message}: ${complaint(stderr)}`, hint)
    return stdout.replace(/\n$/, '')
  }
  /** The person that git knows, else `author`; with the time, as a commit has it. */
  const committerOf = async (): Promise<string> => {
    const ident = ['var', 'GIT_COMMITTER_IDENT']
    if (author !== undefined) {
      // Without useConfigOnly git makes up a name from that of the machine.
      const known = await git(['-c', 'user.useConfigOnly=true', ...ident])
      if (known.status === 0) return known.stdout.trim()
      ident.unshift('-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`)
    }
    return must(ident, 'git does not know who you are', 'set user.name and user.email with `git config`')
  }

  return {
    prefix: async () => {
      const { status, stdout } = await git(['rev-parse', '--show-prefix'])
      return status === 0 ? stdout.replace(/\n$/, '') : ''
    },

    uncommitted: async (paths) => {
      const { status, stdout } = await git(statusOf(paths))
      return status === 0 ? changedIn(stdout) : []
    },

    cleanHead: async (paths) => {
      await must(
        ['rev-parse', '--is-inside-work-tree'],
        'this folder is in no git repository',
        'run `git init` and commit network.yaml first',
      )
      const commit = await must(
        ['rev-parse', '--verify', 'HEAD^{commit}'],
        'the repository has no commit yet',
        'commit network.yaml first',
      )
      const branch = await must(
        ['symbolic-ref', '--short', 'HEAD'],
        'no branch is checked out',
        'check out the branch that the rendered files belong on',
      )
      const changed = changedIn(await must(statusOf(paths), 'git status failed', 'see the message of git'))
      if (changed.length > 0) {
        const shown = changed.slice(0, 5).join(', ') + (changed.length > 5 ? ` and ${changed.length - 5} more` : '')
        throw new OperatorError(
          `the work tree has changes that are not committed: ${shown}`,
          'commit or stash them: what is rendered must follow from what is committed',
        )
      }
      return { branch, commit }
    },

    commit: async ({ head, changes, message, push }: CommitRequest) => {
      const committer = await committerOf()
      const prefix = await must(['rev-parse', '--show-prefix'], 'git rev-parse failed', 'see the message of git')
      const stream = fastImport(head, changes, message, committer, prefix)
      await must(
        ['fast-import', '--quiet', '--force'],
        'git could not make the commit',
        'see the message of git',
        stream,
      )
      const commit = await must(
        ['rev-parse', '--verify', temporaryReference],
        'git could not make the commit',
        'see the message of git',
      )
      try {
        const trees = await git(['rev-parse', `${commit}^{tree}`, `${head.commit}^{tree}`])
        const [made, before] = trees.stdout.split('\n')
        if (made === before) return undefined
        await moved(git, head)
        if (push !== undefined) {
          await must(
            ['push', '--quiet', push, `${commit}:refs/heads/${head.branch}`],
            `${push} did not take the commit: the branch ${head.branch} has moved there, or may not be written`,
            `pull ${head.branch} and run this again; nothing was changed here`,
          )
        }
        await must(
          ['merge', '--quiet', '--ff-only', '--no-autostash', '--no-verify-signatures', commit],
          `the branch ${head.branch} has moved meanwhile`,
          'run this again',
        )
        return commit
      } finally {
        await git(['update-ref', '-d', temporaryReference])
      }
    },
  }
}

const statusOf = (paths: readonly string[]): string[] => [
  ...['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--'],
  ...paths,
]

/** git-status(1): two letters and a space before each path, which here ends in NUL. */
const changedIn = (status: string): string[] =>
  status.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)]))

async function moved(git: (args: readonly string[]) => Promise<Finished>, { branch, commit }: Head): Promise<void> {
  const now = await git(['rev-parse', '--verify', `refs/heads/${branch}`])
  if (now.stdout.trim() === commit) return
  throw new OperatorError(`the branch ${branch} has moved meanwhile`, 'run this again: nothing was changed')
}

/** The commit as a stream for `git fast-import`, which needs neither index nor work tree: git-fast-import(1). */
function fastImport(
  { commit }: Head,
  { written, removed }: Changes,
  message: string,
  committer: string,
  prefix: string,
): string {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
  return [
    `commit ${temporaryReference}\ncommitter ${committer}\n${data(message)}from ${commit}\n`,
    ...removed.map((path) => `D ${quoted(prefix + path)}\n`),
    ...[...written].map(([path, text]) => `M 100644 inline ${quoted(prefix + path)}\n${data(text)}`),
    'done\n',
  ].join('')
}

/** A path as fast-import reads it whatever is in it. */
const quoted = (path: string): string => `"${path.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`

/** What git says is wrong, without its advice. */
function complaint(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint: '))
  return (lines.find((line) => line.startsWith(' ! ')) ?? lines.at(-1) ?? '').trim()
}

import { OperatorError } from '../errors.ts'
import { toText } from '../file-content.ts'
import type { GitTree } from '../plan/tree/git-tree.ts'
import { decoded, type ReadableFiles } from './files.ts'
import { type Git, gitIn } from './git-command.ts'

/**
 * The files of a commit, read from git's objects without a checkout. Paths are relative to `directory`, a folder of the work
 * tree. Symbolic links are not files here.
 */
export function filesAt(directory: string, commit: string): ReadableFiles {
  const git = gitIn(directory)
  let listed: Promise<ReadonlyMap<string, string>> | undefined
  const objects = (): Promise<ReadonlyMap<string, string>> => {
    listed ??= entriesAt(git, commit).then(
      (entries) =>
        new Map([...entries].flatMap(([path, { mode, object }]) => (mode.startsWith('100') ? [[path, object]] : []))),
    )
    return listed
  }
  const bytes = together((names) => contentsOf(git, names))
  const readBytes = async (path: string): Promise<Uint8Array | undefined> => {
    const object = (await objects()).get(path)
    return object === undefined ? undefined : bytes(object)
  }
  return {
    read: async (path) => {
      const content = await readBytes(path)
      return content === undefined ? undefined : decoded(path, content)
    },
    readBytes,
    list: async (folder) => [...(await objects()).keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
  }
}

/** All files below git's folder at a commit, by relative path: git-ls-tree(1). */
export async function entriesAt(git: Git, commit: string): Promise<GitTree> {
  const output = await git.must(['ls-tree', '-r', '-z', commit], 'git cannot list a commit', 'see the message of git')
  const entries = output.split('\0').filter((entry) => entry !== '')
  return new Map(
    entries.map((entry) => {
      const [mode = '', , object = ''] = entry.slice(0, entry.indexOf('\t')).split(' ')
      return [entry.slice(entry.indexOf('\t') + 1), { mode, object }]
    }),
  )
}

/** Contents of objects: git-cat-file(1). A line with name, type and size in bytes precedes each. */
async function contentsOf(git: Git, objects: readonly string[]): Promise<Uint8Array[]> {
  const output = await git.mustGiveBytes(
    ['cat-file', '--batch'],
    'git cannot read a commit',
    'see the message of git',
    { input: objects.map((object) => `${object}\n`).join('') },
  )
  let next = 0
  return objects.map((object) => {
    const start = output.indexOf(lineEnd, next) + 1
    const [name, type, size] = toText(output.subarray(next, Math.max(start - 1, next))).split(' ')
    if (name !== object || type !== 'blob')
      throw new OperatorError(`git does not have the object ${object}`, 'fetch the whole of the commit')
    const end = start + Number(size)
    next = end + 1
    return Uint8Array.from(output.subarray(start, end))
  })
}

const lineEnd = 0x0a

/** Batches simultaneous requests, and fetches each object once. */
function together<Value>(
  fetch: (keys: readonly string[]) => Promise<Value[]>,
): (key: string) => Promise<Value | undefined> {
  let waiting: Map<string, number> | undefined
  let answers: Promise<Value[]> = Promise.resolve([])
  return async (key) => {
    if (waiting === undefined) {
      const asked = new Map<string, number>()
      waiting = asked
      answers = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        waiting = undefined
        return fetch([...asked.keys()])
      })
    }
    const place = waiting.get(key) ?? waiting.size
    waiting.set(key, place)
    return (await answers)[place]
  }
}

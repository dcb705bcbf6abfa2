import { randomUUID } from 'node:crypto'
import { OperatorError } from '../errors.ts'
import { type Git, gitIn } from './git-command.ts'
import type { ReadableFiles } from './repository.ts'

/** What a commit has at a path: a file as 100644 or 100755, a symbolic link as 120000, another repository as 160000. */
export interface TreeEntry {
  readonly mode: string
  readonly object: string
}

/**
 * The files of a commit, read from git's objects: nothing is checked out. Paths are relative to `directory`, a folder of the work
 * tree. Symbolic links are no files here.
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
  const text = together((names) => textsOf(git, names))
  return {
    read: async (path) => {
      const object = (await objects()).get(path)
      return object === undefined ? undefined : text(object)
    },
    list: async (folder) => [...(await objects()).keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
  }
}

/** Everything below git's folder at a commit, by path from there: git-ls-tree(1). */
export async function entriesAt(git: Git, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const output = await git.must(['ls-tree', '-r', '-z', commit], 'git cannot list a commit', 'see the message of git')
  const entries = output.split('\0').filter((entry) => entry !== '')
  return new Map(
    entries.map((entry) => {
      const [mode = '', , object = ''] = entry.slice(0, entry.indexOf('\t')).split(' ')
      return [entry.slice(entry.indexOf('\t') + 1), { mode, object }]
    }),
  )
}

/**
 * Texts of objects: git-cat-file(1). Sizes count bytes, which a text that is no UTF-8 does not keep. So between two objects one is
 * asked for that nobody has, and git's line about that is where the next begins.
 */
async function textsOf(git: Git, objects: readonly string[]): Promise<string[]> {
  const nobodys = randomUUID()
  const output = await git.must(['cat-file', '--batch'], 'git cannot read a commit', 'see the message of git', {
    input: objects.map((object) => `${object}\n${nobodys}\n`).join(''),
  })
  const parts = `${output}\n`.split(`\n${nobodys} missing\n`)
  return objects.map((object, at) => {
    const part = parts[at] ?? ''
    const heading = part.indexOf('\n')
    if (!part.startsWith(`${object} blob `) || heading < 0)
      throw new OperatorError(`git does not have the object ${object}`, 'fetch the whole of the commit')
    return part.slice(heading + 1)
  })
}

/** Collects what is asked for at the same moment, and fetches each of it once. */
function together(fetch: (keys: readonly string[]) => Promise<string[]>): (key: string) => Promise<string> {
  let waiting: Map<string, number> | undefined
  let answers: Promise<string[]> = Promise.resolve([])
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
    const texts = await answers
    return texts[place] ?? ''
  }
}

import { readdir } from 'node:fs/promises'
import { posix } from 'node:path'
import { explaining } from './file-errors.ts'
import { decoded, type Files, UnusableFile } from './files.ts'
import { inTurn } from './in-turn.ts'
import { isLeftOver, removeFile } from './move-file.ts'
import { type RegularFiles, regularFiles } from './regular-files.ts'
import { aloneIn } from './run-lock.ts'
import { finishChanges, isUnfinished, makeChanges } from './staged-changes.ts'

/** Files on disk below a folder. Links below it are not followed. An interrupted run is finished before anything is read. */
export const workTree = (directory: string): Files => inTurn(filesBelow(directory))

function filesBelow(directory: string): Files {
  const regular = regularFiles(directory)
  let isAlone = false
  let finished: Promise<void> | undefined

  const alone = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const isThere = (await regular.within('.', async () => true)) === true
    if (isAlone || !isThere) return work()
    return aloneIn(regular, async () => {
      isAlone = true
      try {
        await finishChanges(regular)
        await removeLeftOvers(regular)
        return await work()
      } finally {
        isAlone = false
      }
    })
  }
  const ready = async (): Promise<void> => {
    if (isAlone) return
    finished ??= isUnfinished(regular).then((is) => (is ? alone(async () => {}) : undefined))
    await finished
  }
  const contentOf = async (path: string): Promise<Uint8Array | undefined> => {
    await ready()
    return explaining(path, () => regular.read(path))
  }
  return {
    read: async (path) => {
      const content = await contentOf(path)
      return content === undefined ? undefined : decoded(path, content)
    },
    readBytes: async (path) => {
      const content = await contentOf(path)
      return content === undefined ? undefined : Uint8Array.from(content)
    },
    list: async (folder) => {
      await ready()
      return (await list(regular, folder)).sort()
    },
    alone,
    change: async (changes) => {
      if (changes.written.size + changes.removed.length === 0) return
      await regular.withinNew('.', async () => {})
      await alone(() => makeChanges(regular, changes))
    },
  }
}

async function list(regular: RegularFiles, folder: string): Promise<string[]> {
  const entries = await explaining(folder, () =>
    regular.within(folder, (path) => readdir(path, { withFileTypes: true })),
  )
  const below: string[] = []
  for (const entry of entries ?? []) {
    const path = posix.join(folder, entry.name)
    if (!entry.isDirectory()) below.push(path)
    else for (const one of await list(regular, path)) below.push(one)
  }
  return below
}

/** Temporary files of killed runs, in the folder for such files. */
async function removeLeftOvers(regular: RegularFiles): Promise<void> {
  const found = async (paths: Promise<readonly string[]>): Promise<readonly string[]> =>
    paths.catch((error: unknown) => {
      if (error instanceof UnusableFile) return [] // its reader reports it
      throw error
    })
  const top = regular.within('.', (path) => readdir(path)).then((names) => names ?? [])
  const paths = [await found(top), await found(list(regular, 'material')), await found(list(regular, 'deploy'))]
  for (const path of paths.flat().filter(isLeftOver)) await explaining(path, () => removeFile(regular, path))
}

import { access, constants, lstat, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import pMap from 'p-map'
import { OperatorError } from '../errors.ts'
import { lockFile } from '../network/lock.ts'
import { explaining } from './file-errors.ts'
import { type Changes, UnusableFile } from './files.ts'
import { atOnce } from './in-turn.ts'
import { moveFile, removeFile } from './move-file.ts'
import type { RegularFiles } from './regular-files.ts'
import { workFolder } from './run-lock.ts'

// New files are written beside each other first. The list of them, put in its place by one rename, is the moment from which the
// change counts: before it nothing has changed, and after it everything is moved into place, by the next run if this one ends.

const forEach = <Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<unknown> =>
  pMap(items, work, { concurrency: atOnce })

/** What is still to be done. */
interface Staged {
  /** Numbers of the folder and of the list in this file system: what came with a commit or a copy has others. */
  readonly place: readonly [folder: number, list: number]
  readonly written: readonly { readonly file: string; readonly path: string }[]
  readonly removed: readonly string[]
}

const listFile = 'changes.json'
const newList = 'changes.json.new'

/** Where commands write: a list with other paths is not by Chancery. */
const isOurs = (path: unknown): path is string =>
  typeof path === 'string' &&
  posix.normalize(path) === path &&
  (path === lockFile || path.startsWith('material/') || path.startsWith('deploy/'))

/** Makes changes so that, however this ends, the next run finds all of them or none. */
export async function makeChanges(regular: RegularFiles, changes: Changes): Promise<void> {
  const strange = [...changes.written.keys(), ...changes.removed].find((path) => !isOurs(path))
  if (strange !== undefined) throw new Error(`${strange} is not where commands write`)
  await mustTake(regular, changes)
  const staged = [...changes.written].map(([path, content], at) => ({ file: `new-${at}`, path, content }))
  try {
    await forEach(staged, ({ file, path, content }) =>
      explaining(path, () =>
        regular.withinNew(workFolder, (folder) =>
          // What is lost with the power of the machine can be rendered again, and keys cannot.
          writeFile(join(folder, file), content, { flag: 'wx', flush: !path.startsWith('deploy/') }),
        ),
      ),
    )
    const written = staged.map(({ file, path }) => ({ file, path }))
    await explaining(workFolder, () => writeList(regular, { written, removed: changes.removed }))
  } catch (error) {
    await dropUnlisted(regular).catch(() => {}) // the next run does it
    throw error
  }
  await finishChanges(regular)
}

const writeList = (regular: RegularFiles, { written, removed }: Omit<Staged, 'place'>): Promise<void> =>
  regular.withinNew(workFolder, async (folder) => {
    const list = await open(join(folder, newList), 'wx')
    try {
      const place: Staged['place'] = [(await stat(folder)).ino, (await list.stat()).ino]
      await list.writeFile(JSON.stringify({ place, written, removed } satisfies Staged))
      await list.sync()
    } finally {
      await list.close()
    }
    await rename(join(folder, newList), join(folder, listFile))
  })

/** Throws for what would not let a change through, while nothing has changed yet. Makes the folders. */
async function mustTake(regular: RegularFiles, { written, removed }: Changes): Promise<void> {
  const leaving = new Set(removed)
  const isLeaving = (folder: string): boolean =>
    folder !== '.' && (leaving.has(folder) || isLeaving(posix.dirname(folder)))
  const folders = (paths: Iterable<string>): string[] => [...new Set([...paths].map((path) => posix.dirname(path)))]
  const mayChange = (path: string): Promise<void> => access(path, constants.W_OK | constants.X_OK)
  await forEach(folders(removed), (folder) => explaining(folder, () => regular.within(folder, mayChange)))
  await forEach(
    folders(written.keys()).filter((folder) => !isLeaving(folder)),
    (folder) => explaining(folder, () => regular.withinNew(folder, mayChange)),
  )
  await forEach([...written.keys()], async (path) => {
    const isFolder = await regular
      .within(posix.dirname(path), (folder) => lstat(join(folder, posix.basename(path))))
      .then(
        (found) => found?.isDirectory() === true,
        () => false, // it is not there, or its folder is in the place of a link that leaves
      )
    if (isFolder && !removed.some((other) => other.startsWith(`${path}/`)))
      throw new UnusableFile(path, 'is a folder, not a file', 'remove it, or rename it')
  })
}

/** Whether a run ended before all was in its place. */
export async function isUnfinished(regular: RegularFiles): Promise<boolean> {
  const found = await regular.within(workFolder, (folder) => readdir(folder))
  return found?.includes(listFile) === true
}

/** Moves into place what is listed, and removes what no list names. */
export async function finishChanges(regular: RegularFiles): Promise<void> {
  const staged = await listed(regular)
  if (staged !== undefined) {
    // First what goes: a file may be where a folder belongs.
    for (const path of staged.removed) await explaining(path, () => removeFile(regular, path))
    await forEach(staged.written, ({ file, path }) =>
      explaining(path, () => moveFile(regular, `${workFolder}/${file}`, path)),
    )
    await explaining(workFolder, () =>
      regular.within(workFolder, (folder) => rm(join(folder, listFile), { force: true })),
    )
  }
  await dropUnlisted(regular)
}

/** A run that ended before its list was there has changed nothing. */
const dropUnlisted = async (regular: RegularFiles): Promise<void> =>
  void (await regular.within(workFolder, async (folder) => {
    const left = (await readdir(folder)).filter((name) => name === newList || /^new-\d+$/.test(name))
    await forEach(left, (name) => rm(join(folder, name), { force: true }))
  }))

async function listed(regular: RegularFiles): Promise<Staged | undefined> {
  const path = `${workFolder}/${listFile}`
  const content = await regular.read(path)
  if (content === undefined) return undefined
  const staged = readList(Buffer.from(content).toString('utf8'))
  const place = await regular.within(workFolder, async (folder) => [
    (await stat(folder)).ino,
    (await lstat(join(folder, listFile))).ino,
  ])
  if (staged?.place.every((number, at) => number === place?.[at])) return staged
  throw new OperatorError(
    `${path} was not written by a run in this folder: it came with a commit or with a copy of the folder`,
    `run the command in the folder that was copied, if there is one; then remove ${workFolder}/ here`,
  )
}

function readList(text: string): Staged | undefined {
  try {
    const { place, written, removed } = JSON.parse(text)
    const isValid =
      place.length === 2 &&
      removed.every(isOurs) &&
      written.every(
        ({ file, path }: { file: unknown; path: unknown }) => /^new-\d+$/.test(String(file)) && isOurs(path),
      )
    return isValid ? { place, written, removed } : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

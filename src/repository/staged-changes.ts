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

// New files are first written to one folder. Renaming their list into its place commits the
// change: before it nothing has changed, and after it everything is moved into place, by the next run if this one ends.

const forEach = <Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<unknown> =>
  pMap(items, work, { concurrency: atOnce })

/** The remaining work. */
interface Staged {
  /** Inode numbers of the folder and the list: files from a commit or a copy have others. */
  readonly place: readonly [folder: number, list: number]
  readonly written: readonly { readonly file: string; readonly path: string }[]
  readonly removed: readonly string[]
}

const listFile = 'changes.json'
const newList = 'changes.json.new'

/** Folders, and files of a repository that `init`, `import`, `adopt` and `upgrade` write. */
const ours =
  /^(?:(?:material|deploy|overrides|\.github|\.vscode)\/.|(?:network\.yaml|network\.schema\.json|README\.md|CODEOWNERS|IMPORT\.md|ADOPTION\.md|contracts\/genesis-[0-9a-f]{40}\.json|\.gitignore|\.gitattributes|\.editorconfig|\.sops\.yaml)$)/

/** Folders that commands write to: Chancery never writes a list with other paths. */
const isOurs = (path: unknown): path is string =>
  typeof path === 'string' && posix.normalize(path) === path && (path === lockFile || ours.test(path))

/** Makes changes atomically: after any end, the next run finds all of them or none. */
export async function makeChanges(regular: RegularFiles, changes: Changes): Promise<void> {
  const strange = [...changes.written.keys(), ...changes.removed].find((path) => !isOurs(path))
  if (strange !== undefined) throw new Error(`${strange} is not where commands write`)
  await mustTake(regular, changes)
  const staged = [...changes.written].map(([path, content], at) => ({ file: `new-${at}`, path, content }))
  try {
    await forEach(staged, ({ file, path, content }) =>
      explaining(path, () =>
        regular.withinNew(workFolder, (folder) =>
          // After a power failure files can be rendered again, but keys cannot.
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

/** Throws for obstacles to a change, before anything has changed. Creates the folders. */
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
        () => false, // it does not exist, or its folder replaces a removed link
      )
    if (isFolder && !removed.some((other) => other.startsWith(`${path}/`)))
      throw new UnusableFile(path, 'is a folder, not a file', 'remove it, or rename it')
  })
}

/** Whether a run ended before all files were in place. */
export async function isUnfinished(regular: RegularFiles): Promise<boolean> {
  const found = await regular.within(workFolder, (folder) => readdir(folder))
  return found?.includes(listFile) === true
}

/** Moves listed files into place, and removes unlisted ones. */
export async function finishChanges(regular: RegularFiles): Promise<void> {
  const staged = await listed(regular)
  if (staged !== undefined) {
    // First removed files: a file may be in the place of a folder.
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

/** A run that ended before writing its list has changed nothing. */
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
    `${path} was not written in this folder: it came with a commit or a copy of the folder`,
    `run the command in the original folder, if there is one, then remove ${workFolder}/ here`,
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

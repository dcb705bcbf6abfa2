import { readlinkSync, realpathSync } from 'node:fs'
import { constants, type FileHandle, lstat, mkdir, open, realpath } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { makeFolder } from '../tools/make-folder.ts'
import { UnusableFile } from './files.ts'

// The writers of a repository do not trust each other. A symbolic link in it would redirect reading, writing and deleting to
// any place of the machine, and can be created between a check and its use. So each file is opened first, without following
// a link in its last step and without waiting for a pipe, and then its true path is read: proc(5), /proc/self/fd. Folders are
// kept open, and their files are reached through them.

/** The largest file of a definition, material or override: 64 MiB. */
const largestBytes = 64 * 1024 * 1024

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_DIRECTORY } = constants

/** The folder with the descriptors of this process, by number. Only Linux has it. */
const descriptors = '/proc/self/fd'

const hasDescriptors = process.platform === 'linux'

/** Files below one folder, whose own path may have links. */
export interface RegularFiles {
  /** The bytes of a file; undefined when it does not exist. Throws UnusableFile for anything but a regular file with a path without links. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Runs work in a folder, with a path that stays valid if the folder is renamed. Undefined when it does not exist. */
  within<Result>(folder: string, work: (path: string) => Promise<Result>): Promise<Result | undefined>
  /** The same; creates the folder when it does not exist. */
  withinNew<Result>(folder: string, work: (path: string) => Promise<Result>): Promise<Result>
}

export function regularFiles(directory: string): RegularFiles {
  let root: string | undefined
  /** The target of a path without links. */
  const place = (path: string): string => {
    root ??= realpathSync(directory)
    return join(root, ...path.split('/'))
  }

  const opened = async <Result>(
    path: string,
    flags: number,
    work: (handle: FileHandle) => Promise<Result>,
  ): Promise<Result | undefined> => {
    let handle: FileHandle
    try {
      handle = await open(place(path), flags | O_NOFOLLOW | O_NONBLOCK)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ELOOP') throw linked(path)
      if (code === 'ENXIO' || code === 'ENODEV') throw special(path)
      // With O_DIRECTORY a link that is not followed is reported as not a folder.
      if (code === 'ENOTDIR' && (await isLink(place(path)))) throw linked(path)
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      throw error
    }
    try {
      // The answer is in memory: an asynchronous call would take ten times as long.
      const found = hasDescriptors ? readlinkSync(`${descriptors}/${handle.fd}`) : await realpath(place(path))
      if (found !== place(path)) throw linked(path)
      return await work(handle)
    } finally {
      await handle.close()
    }
  }

  const within: RegularFiles['within'] = (folder, work) =>
    opened(folder, O_RDONLY | O_DIRECTORY, (handle) =>
      work(hasDescriptors ? `${descriptors}/${handle.fd}` : place(folder)),
    )

  const withinNew: RegularFiles['withinNew'] = async (folder, work) => {
    // The result of the work may be undefined: the wrapping object shows that the folder exists.
    const done = await within(folder, async (path) => ({ result: await work(path) }))
    if (done !== undefined) return done.result
    if (folder === '.') await makeFolder(directory)
    else
      await withinNew(posix.dirname(folder), (parent) =>
        mkdir(join(parent, posix.basename(folder))).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error
        }),
      )
    const made = await within(folder, async (path) => ({ result: await work(path) }))
    if (made === undefined) throw new UnusableFile(folder, 'is not a folder', 'remove it, or rename it')
    return made.result
  }

  return {
    read: (path) =>
      opened(path, O_RDONLY, async (handle) => {
        const found = await handle.stat()
        if (found.isDirectory()) throw new UnusableFile(path, 'is a folder, not a file', 'name a file')
        if (!found.isFile()) throw special(path)
        if (found.size > largestBytes)
          throw new UnusableFile(path, `has ${found.size} bytes, more than ${largestBytes}`, 'use a smaller file')
        return handle.readFile()
      }),
    within,
    withinNew,
  }
}

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )

const linked = (path: string): UnusableFile =>
  new UnusableFile(
    path,
    'is a symbolic link, or is reached through one',
    'replace it by the file or folder itself: Chancery follows no links, as they can point outside the repository',
  )

const special = (path: string): UnusableFile =>
  new UnusableFile(
    path,
    'is not a regular file',
    'replace it by a regular file: Chancery reads no devices, pipes or sockets',
  )

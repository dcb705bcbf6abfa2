import { readdir, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OperatorError } from '../errors.ts'
import { codeOf } from '../system-error.ts'
import { explaining } from './file-errors.ts'
import type { RegularFiles } from './regular-files.ts'
import { beginRun, endRun, runOf } from './run-name.ts'

/** The working folder of a run, inside the folder of the network. It exists only during a run, or after an interrupted one. */
export const workFolder = '.chancery'

/** Git ignores all of the folder. */
const ignoreFile = '.gitignore'
const ignoreAll = '*\n'

/** Interval of the heartbeats of a run on another machine. Without heartbeats for some time, it counts as ended. */
const beatSeconds = 3
const deadSeconds = 20

/** Together half a minute. */
const attempts = 300

/**
 * Runs work while no other run works in the same folder. Each run creates a file with a unique name, and then
 * looks for others: of two, at least one sees the other, and withdraws. Files of ended runs are removed.
 */
export async function aloneIn<Result>(regular: RegularFiles, work: () => Promise<Result>): Promise<Result> {
  const name = beginRun()
  try {
    await explaining(workFolder, () => acquire(regular, name))
    const beat = setInterval(() => void touch(regular, name), beatSeconds * 1000).unref()
    try {
      return await work()
    } finally {
      clearInterval(beat)
    }
  } finally {
    endRun(name)
    // A remaining file belongs to an ended run.
    await leave(regular, name).catch(() => {})
  }
}

async function acquire(regular: RegularFiles, name: string): Promise<void> {
  let other: number | undefined
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (await enter(regular, name)) {
      other = await otherRun(regular, name)
      if (other === undefined) return
      await leave(regular, name)
    }
    await wait(50 + 100 * Math.random())
  }
  throw new OperatorError(
    `another run of Chancery works in this folder${other === undefined ? '' : ` (process ${other})`}`,
    'wait until it ends, then run the command again',
  )
}

/** False if another run removed the folder at this moment. */
const enter = (regular: RegularFiles, name: string): Promise<boolean> =>
  regular
    .withinNew(workFolder, async (path) => {
      await ignore(regular, path)
      await writeFile(join(path, name), '', { flag: 'wx' })
      return true
    })
    .catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    })

async function ignore(regular: RegularFiles, path: string): Promise<void> {
  const content = await regular.read(`${workFolder}/${ignoreFile}`).catch(() => undefined)
  if (content !== undefined && Buffer.from(content).toString() === ignoreAll) return
  await rm(join(path, ignoreFile), { force: true, recursive: true })
  await writeFile(join(path, ignoreFile), ignoreAll, { flag: 'wx' }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error // another run wrote it
  })
}

/** The process of another run; files of ended runs are removed. */
async function otherRun(regular: RegularFiles, own: string): Promise<number | undefined> {
  const found = await regular.within(workFolder, async (path) => {
    const others = (await readdir(path)).filter((name) => name !== own)
    const running = await Promise.all(
      others.map(async (name) => {
        const run = runOf(name)
        if (run === undefined) return []
        if (run.isRunning ?? (await isFresh(join(path, name)))) return [run.pid]
        await rm(join(path, name), { force: true })
        return []
      }),
    )
    return running.flat()
  })
  return found?.[0]
}

const isFresh = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < deadSeconds * 1000,
    () => false,
  )

const touch = (regular: RegularFiles, name: string): Promise<void> =>
  regular
    .within(workFolder, (path) => utimes(join(path, name), new Date(), new Date()))
    .then(
      () => {},
      () => {}, // the other run reports it
    )

/** Removes the folder with its last file. */
async function leave(regular: RegularFiles, name: string): Promise<void> {
  const isEmpty = await regular.within(workFolder, async (path) => {
    await rm(join(path, name), { force: true })
    const left = await readdir(path)
    if (left.some((other) => other !== ignoreFile)) return false
    await rm(join(path, ignoreFile), { force: true })
    return true
  })
  if (isEmpty === true) await regular.within('.', (path) => rmdir(join(path, workFolder)).catch(() => {}))
}

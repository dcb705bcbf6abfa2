import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { processStart } from './processes.ts'

/** Says in the folder of a bed whose it is. */
export interface BedRecord {
  readonly host: string
  /** The process whose end is the end of the bed; also the number of the process group of all that the bed runs. */
  readonly process: number
  readonly started: string
  /** The process that asked for the bed. */
  readonly creator: number
  readonly names: readonly string[]
  /** Stays when its creator ends. */
  readonly kept: boolean
}

const name = 'bed.json'
const longestClaimMilliseconds = 30_000

export function recordOf(id: number, creator: number, names: readonly string[], kept = false): BedRecord {
  return { host: hostname(), process: id, started: processStart(id) ?? '', creator, names, kept }
}

export async function writeRecord(folder: string, record: BedRecord): Promise<void> {
  const partial = join(folder, `${name}.${process.pid}`)
  await writeFile(partial, JSON.stringify(record))
  await rename(partial, join(folder, name))
}

/** `undefined` when there is none yet, or it belongs to another user. */
export async function readRecord(folder: string): Promise<BedRecord | undefined> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as BedRecord) // written by writeRecord, whole or not at all
}

/**
 * Whether nobody needs the folder any more. One of another host, which only a shared folder for temporary files can
 * have, is not dead: its processes cannot be seen from here.
 */
export async function isDead(folder: string, record: BedRecord | undefined): Promise<boolean> {
  if (record !== undefined) return record.host === hostname() && processStart(record.process) !== record.started
  const made = await stat(folder).catch(() => undefined)
  return made !== undefined && made.uid === process.getuid?.() && Date.now() - made.mtimeMs > longestClaimMilliseconds
}

import { mkdir, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { recordOf, writeRecord } from './record.ts'

export interface Claim {
  readonly folder: string
  /** Of ports, from 0. No other bed of this computer has it. */
  readonly block: number
  /** One for each cluster. */
  readonly ports: readonly number[]
}

export const mostClusters = 10
const blocks = 100
// Below the ports that Linux gives to outgoing connections (32768 and up), which could be in the way.
const firstPort = 21_000
const prefix = 'chancery-bed-'

/** Folders of all beds, dead ones too. */
export async function bedFolders(directory = tmpdir()): Promise<readonly string[]> {
  const names = (await readdir(directory)).filter((entry) => entry.startsWith(prefix))
  return names.sort().map((entry) => join(directory, entry))
}

/** The number of its block of ports and addresses, which is in its name. */
export const blockOf = (folder: string): number => Number(basename(folder).slice(prefix.length))

/**
 * A new folder for the bed and ports that no other bed uses: the number in the name of the folder is that of a block of
 * ports, and a folder can be made only once. It belongs to this process until another record is written.
 */
export async function claimFolder(names: readonly string[]): Promise<Claim> {
  for (let block = 0; block < blocks; block++) {
    const folder = join(tmpdir(), `${prefix}${block}`)
    if (!(await made(folder))) continue
    const ports = names.map((_, index) => firstPort + block * mostClusters + index)
    await writeRecord(folder, recordOf(process.pid, process.pid, names))
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return { folder, block, ports }
    await rm(folder, { recursive: true, force: true })
  }
  throw new Error(`No ports are free for clusters: ${blocks} blocks from ${firstPort} on 127.0.0.1 are all in use`)
}

async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.once('error', () => resolve(false))
  // Of all addresses: where pods really run, API servers listen on another one.
  server.listen(port, '0.0.0.0', () => server.close(() => resolve(true)))
  return promise
}

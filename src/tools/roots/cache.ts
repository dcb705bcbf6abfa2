import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import pMap from 'p-map'
import { makeFolder } from '../make-folder.ts'

// Results of kustomize, by the digest of all inputs. Their Secrets are sealed, as in Git. Anyone who can write to the
// folder controls later results. In an action it is therefore the folder for temporary files, which a runner
// empties for every job: a pull request cannot leave anything there for a job with more rights, as it could in the tool cache
// of a persistent runner. Elsewhere it is in the cache of the user, and no other user may write to it.

/** Limit of all entries together: the least recently used ones are removed first. */
const largestBytes = 256 * 1024 * 1024

const atOnce = 8

export interface RootCache {
  /** Undefined when it is missing or damaged. */
  read(key: string): Promise<string | undefined>
  /** Stores results by key. */
  write(built: ReadonlyMap<string, string>): Promise<void>
}

/** A cache that stores nothing. */
export const noCache: RootCache = { read: async () => undefined, write: async () => {} }

/** The folder of this machine. */
export const cacheFolder = (environment: NodeJS.ProcessEnv): string =>
  join(
    environment.RUNNER_TEMP ?? environment.XDG_CACHE_HOME ?? join(environment.HOME ?? homedir(), '.cache'),
    'chancery',
    'roots',
  )

/** A cache in a folder, which is created. An unusable folder, or one that other users may write to, stores nothing. */
export async function openCache(folder: string, limit: number = largestBytes): Promise<RootCache> {
  const isOwn = await makeFolder(folder, 0o700)
    .then(() => stat(folder))
    .then(({ uid, mode }) => uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0)
    .catch(() => false)
  if (!isOwn) return noCache
  return {
    read: (key) => read(join(folder, key)).catch(() => undefined),
    write: async (built) => {
      if (built.size === 0) return
      // A full disk is no reason to fail: the roots are built.
      await pMap(built, ([key, yaml]) => write(join(folder, key), yaml), { concurrency: atOnce }).catch(() => {})
      await prune(folder, limit).catch(() => {})
    },
  }
}

async function read(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8')
  const yaml = text.slice(text.indexOf('\n') + 1)
  if (text !== entryOf(yaml)) return undefined
  const now = new Date()
  await utimes(file, now, now)
  return yaml
}

/** Moved to its place atomically: another run may read at the same time. */
async function write(file: string, yaml: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`
  await writeFile(temporary, entryOf(yaml), { mode: 0o600, flag: 'wx' })
  await rename(temporary, file)
}

/** A truncated or changed file does not match its digest. */
const entryOf = (yaml: string): string => `${createHash('sha256').update(yaml).digest('hex')}\n${yaml}`

async function prune(folder: string, limit: number): Promise<void> {
  const entries = await pMap(
    await readdir(folder),
    async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return { name, size, mtimeMs }
    },
    { concurrency: atOnce },
  )
  let bytes = 0
  for (const { name, size } of entries.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    bytes += size
    if (bytes > limit) await rm(join(folder, name), { force: true })
  }
}

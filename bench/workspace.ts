import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from '../src/commands/inspect.ts'
import { withMaterial } from '../src/commands/keys.ts'
import { type FileContent, textOf, toBytes } from '../src/file-content.ts'
import { noKeys } from '../src/material/identities.ts'
import { dumpLock, lockFile } from '../src/network/lock.ts'
import type { Files } from '../src/repository/files.ts'
import { workTree } from '../src/repository/work-tree.ts'
import { random } from './network.ts'

export const definitionFile = 'network.yaml'

/** Files that only exist in memory. */
function memoryFiles(files: Map<string, FileContent>): Files {
  return {
    read: async (path) => textOf(files, path),
    readBytes: async (path) => {
      const content = files.get(path)
      return content === undefined ? undefined : toBytes(content)
    },
    list: async (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort(),
    alone: (work) => work(),
    change: async ({ written, removed }) => {
      for (const path of removed) files.delete(path)
      for (const [path, content] of written) files.set(path, content)
    },
  }
}

/** What the folder of a network holds before it is rendered, read into memory. */
export async function readWorkspace(directory: string): Promise<Files> {
  const disk = workTree(directory)
  const texts = new Map<string, FileContent>()
  for (const path of [definitionFile, lockFile, ...(await disk.list('material'))]) {
    const text = await disk.read(path)
    if (text !== undefined) texts.set(path, text)
  }
  return memoryFiles(texts)
}

/** Writes the definition, all its keys and the lock into a folder: what a repository holds after `chancery keys`. */
export async function writeWorkspace(directory: string, definition: string): Promise<void> {
  const texts = new Map<string, FileContent>([[definitionFile, definition]])
  const { findings, checked } = await inspect({ network: definitionFile }, memoryFiles(texts))
  if (checked === undefined) throw new Error(`the network of the benchmark has errors: ${JSON.stringify(findings)}`)
  const now = (): Date => new Date('2026-01-01T00:00:00Z')
  const completed = await withMaterial(
    checked,
    { network: definitionFile },
    { random, now, keyring: async () => noKeys },
  )
  await writeFile(join(directory, definitionFile), definition)
  const written = new Map([...completed.made, [lockFile, dumpLock(completed.checked.lock)] as const])
  await workTree(directory).change({ written, removed: [] })
}

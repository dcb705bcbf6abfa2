import { isUtf8 } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readBases } from '../../src/bases.ts'
import type { CheckedNetwork } from '../../src/check/checked-network.ts'
import { inspect } from '../../src/commands/inspect.ts'
import { withMaterial } from '../../src/commands/keys.ts'
import { renderTree } from '../../src/commands/render.ts'
import { noKeys } from '../../src/material/identities.ts'
import { seededRandom } from '../../src/material/random.ts'
import type { FileTree } from '../../src/render/tree.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { memoryFiles } from '../memory-files.ts'
import { noRepository } from '../no-repository.ts'

/** Keys of golden cases: the same every time, so that what is rendered from them is. Their recipients are refused outside tests. */
export const fixtureRandom = seededRandom('chancery fixture')

const fixtureTime = new Date('2026-01-01T00:00:00Z')

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Names of all golden cases: folders with a network.yaml. */
export const goldenCases: readonly string[] = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

export const caseFolder = (name: string): string => `${folder}${name}`

/** What a person wrote: the definition and overrides. */
export const readInput = (name: string): Promise<Map<string, string>> =>
  readTree(caseFolder(name), (path) => !path.startsWith('expected/'))

/** Binary files among these, such as truststores: `readInput` has their paths. */
async function binaryInput(name: string): Promise<Readonly<Record<string, Uint8Array>>> {
  if (!goldenCases.includes(name)) return {}
  const paths = [...(await readInput(name)).keys()]
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(`${caseFolder(name)}/${path}`)] as const),
  )
  return Object.fromEntries(files.filter(([, bytes]) => !isUtf8(bytes)))
}

/** What Chancery made of it: deploy/, material/ and the lock. */
export const readExpected = (name: string): Promise<Map<string, string>> =>
  readTree(`${caseFolder(name)}/expected`, () => true)

async function readTree(root: string, wanted: (path: string) => boolean): Promise<Map<string, string>> {
  const paths = (await workTree(root).list('.')).filter(wanted)
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [path, await readFile(`${root}/${path}`, 'utf8')]),
    ),
  )
}

/** Bases are copies of files in src/: no case repeats them. */
export const isExpected = (path: string): boolean => !path.startsWith('deploy/base/')

const kept = (path: string): boolean => path.startsWith('material/') || path === 'network.lock.yaml'

/** Renders a case with the material and the lock it has; what is missing is made from fixed bytes. */
export async function renderCase(
  name: string,
  without: (path: string) => boolean = () => false,
): Promise<{ checked: CheckedNetwork; tree: FileTree; made: FileTree }> {
  const material = [...(await readExpected(name))].filter(([path]) => kept(path) && !without(path))
  return renderFiles(name, Object.fromEntries([...(await readInput(name)), ...material]))
}

export async function renderFiles(
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<{ checked: CheckedNetwork; tree: FileTree; made: FileTree }> {
  const options = { network: 'network.yaml', allowWellKnown: true }
  const { findings, checked } = await inspect(options, memoryFiles({ ...files, ...(await binaryInput(name)) }))
  if (checked === undefined) throw new Error(`${name}: ${JSON.stringify(findings, null, 2)}`)
  const complete = await withMaterial(checked, options, {
    random: fixtureRandom,
    now: () => fixtureTime,
    keyring: async () => noKeys,
  })
  return {
    checked: complete.checked,
    made: complete.made,
    tree: await renderTree(complete.checked, { bases: readBases, repository: noRepository }),
  }
}

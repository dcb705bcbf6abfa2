import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import pMap from 'p-map'
import { OperatorError } from './errors.ts'
import { platforms } from './platforms/index.ts'
import { mergeTrees, type TextTree } from './render/tree.ts'
import { codeOf } from './system-error.ts'

/** Folder of each base in the sources, relative to this one, and in `deploy/base`. The build copies them to `base/` beside the bundle. */
export const baseSources: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'ambassador/base', to: 'ambassador' },
  { from: 'ambassador/base-on-machines', to: 'ambassador-on-machines' },
  { from: 'render/base/organization', to: 'organization' },
  { from: 'render/base/repeat', to: 'repeat' },
  { from: 'render/base/tenancy', to: 'tenancy' },
  { from: 'probe/base', to: 'probe' },
  ...[
    ...new Set(platforms.flatMap(({ definition, rendering }) => [...(rendering.sharedBases ?? []), definition.id])),
  ].map((id) => ({ from: `platforms/${id}/base`, to: id })),
]

/** All base manifests, by path below `deploy/base`: from the sources, or from beside the bundle. */
export async function readBases(): Promise<TextTree> {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const bundled = await readFolder(join(here, 'base'), '')
  if (bundled.length > 0) return mergeTrees(bundled)
  const folders = await pMap(baseSources, ({ from, to }) => readFolder(join(here, from), to), { concurrency: 1 })
  return mergeTrees(...folders)
}

async function readFolder(folder: string, prefix: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return pMap(
    files,
    async (file): Promise<[string, string]> => [
      [...(prefix === '' ? [] : [prefix]), ...relative(folder, file).split(sep)].join('/'),
      await readFile(file, 'utf8'),
    ],
    { concurrency: 8 },
  )
}

/** The file of `dist/` that `report` fills in. */
export const pageShellFile = 'report.html'

/** The page without data: from beside the bundle, or for the sources from `dist/`. */
export async function readPageShell(): Promise<string> {
  const here = fileURLToPath(new URL('.', import.meta.url))
  for (const folder of [here, join(here, '../dist')]) {
    const shell = await readFile(join(folder, pageShellFile), 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
    if (shell !== undefined) return shell
  }
  throw new OperatorError(`${pageShellFile} is missing beside the program`, 'build it: npm run build')
}

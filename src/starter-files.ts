import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import pMap from 'p-map'
import { platforms } from './platforms/index.ts'
import { mergeTrees } from './render/tree.ts'
import type { StarterFiles } from './starter/files.ts'
import { codeOf } from './system-error.ts'

/** Where the files are that every repository has as they are: what of the template no network changes. */
const template = '../template'
const commonPaths = [
  '.editorconfig',
  '.gitattributes',
  '.github/dependabot.yml',
  '.github/pull_request_template.md',
  '.github/workflows',
  '.gitignore',
  '.vscode',
  'overrides/README.md',
]

/** The build writes this beside the bundle: npm would leave files such as .gitignore out of a package. */
export const starterFile = 'starter.json'

interface Bundled {
  readonly common: Readonly<Record<string, string>>
  readonly readme: string
  readonly parts: Readonly<Record<string, string>>
}

/** What `init` and `upgrade` write, from beside the bundle, or from the sources. */
export async function readStarter(): Promise<StarterFiles> {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const bundled = await textOf(join(here, starterFile))
  if (bundled === undefined) return starterSources(here)
  const { common, readme, parts } = JSON.parse(bundled) as Bundled // dumpStarter wrote it
  return { readme, common: new Map(Object.entries(common)), parts: new Map(Object.entries(parts)) }
}

export const dumpStarter = ({ common, readme, parts }: StarterFiles): string =>
  `${JSON.stringify({ readme, common: Object.fromEntries(common), parts: Object.fromEntries(parts) } satisfies Bundled, undefined, 2)}\n`

/** The same from the sources. */
export async function starterSources(sources: string): Promise<StarterFiles> {
  const root = join(sources, template)
  const paths = (await pMap(commonPaths, (path) => pathsAt(root, path), { concurrency: 4 })).flat()
  const common = await pMap(
    paths,
    async (path): Promise<[string, string]> => [path, await readFile(join(root, path), 'utf8')],
    { concurrency: 8 },
  )
  const parts = platforms.map(async ({ definition, rendering }): Promise<[string, string]> => {
    const texts = [definition.id, ...(rendering.sharedBases ?? [])].map((folder) =>
      textOf(join(sources, 'platforms', folder, 'starter.md')),
    )
    return [definition.id, (await Promise.all(texts)).find((text) => text !== undefined) ?? '']
  })
  return {
    common: mergeTrees(common),
    readme: await readFile(join(sources, 'starter/README.md'), 'utf8'),
    parts: mergeTrees(await Promise.all(parts)),
  }
}

/** A file, or all files of a folder. */
async function pathsAt(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  if (entries === undefined) return [path]
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => relative(root, file).split(sep).join('/')).sort()
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

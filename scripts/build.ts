/**
 * Builds `dist/`, what action.yml runs: the bundles, the base manifests, the page of `report` and the files of a new repository beside them, and the licences of what is bundled.
 * A path builds into that folder instead. `--check` builds into a temporary folder and fails when the committed `dist/` is something else.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { baseSources, pageShellFile } from '../src/bases.ts'
import { dumpStarter, starterFile, starterSources } from '../src/starter-files.ts'
import { bundle, root } from './bundle.ts'
import { licencesOf, packageFolders } from './licences.ts'
import { buildReportPage } from './report-page.ts'

async function buildInto(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const modules = await bundle(folder)
  const page = await buildReportPage(root)
  for (const { from, to } of baseSources)
    await cp(join(root, 'src', from), join(folder, 'base', to), { recursive: true })
  await writeFile(join(folder, starterFile), dumpStarter(await starterSources(join(root, 'src'))))
  await writeFile(join(folder, pageShellFile), page.html)
  const folders = packageFolders(root, [...modules, ...page.modules])
  await writeFile(join(folder, 'licences.txt'), await licencesOf(root, folders))
}

async function contents(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [relative(folder, file), await readFile(file, 'utf8')]),
    ),
  )
}

const dist = join(root, 'dist')
if (process.argv.includes('--check')) {
  const temporary = await mkdtemp(join(tmpdir(), 'chancery-dist-'))
  await buildInto(temporary)
  const [committed, built] = [await contents(dist), await contents(temporary)]
  await rm(temporary, { recursive: true })
  const differing = [...new Set([...committed.keys(), ...built.keys()])]
    .filter((path) => committed.get(path) !== built.get(path))
    .sort()
  for (const path of differing) console.error(`dist/${path} is not what the sources build`)
  if (differing.length > 0) {
    console.error('run `npm run build` and commit dist/')
    process.exitCode = 1
  } else console.log('dist/ is what the sources build')
} else {
  const folder = resolve(process.argv[2] ?? dist)
  await buildInto(folder)
  console.log(`built ${relative(process.cwd(), folder)}`)
}

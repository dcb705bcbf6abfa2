import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** Licences that ask for their text and nothing else. Another one is for a person to read first. */
const known = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'])

/** Packages inside files of other packages, which no bundler sees. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'jsonpath-plus': ['jsep', '@jsep-plugin/assignment', '@jsep-plugin/regex'],
}

/** What is in the bundle and is no package that is installed: a title, and the file with its text, from the root of the project. */
const besides = [
  { title: 'llhttp, compiled, in undici (MIT)', file: 'scripts/licences/llhttp.txt', with: 'undici' },
  { title: 'Emissary-ingress: base/ambassador/crds is made from its API types (Apache-2.0)', file: 'LICENSE' },
]

/** The folders of packages that modules are of, sorted: of nested copies too. What the bundler adds itself is of `rolldown`. */
export function packageFolders(root: string, modules: readonly string[]): readonly string[] {
  const own = (module: string): string | undefined => {
    if (module.startsWith('\0rolldown/') || module.startsWith('rolldown/')) return join(root, 'node_modules/rolldown')
    return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0]
  }
  const folders = modules.flatMap((module) => own(module) ?? [])
  const hidden = folders.flatMap((folder) =>
    (inside[nameOf(folder)] ?? []).map((name) => join(root, 'node_modules', name)),
  )
  return [...new Set([...folders, ...hidden])].toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
}

/** All texts that have to be passed on with the bundle. Throws an Error for a package without one, or with a licence that nobody looked at. */
export async function licencesOf(root: string, folders: readonly string[]): Promise<string> {
  const packages = await Promise.all(folders.map(licenceOf))
  const names = new Set(folders.map(nameOf))
  const others = await Promise.all(
    besides
      .filter((one) => one.with === undefined || names.has(one.with))
      .map(async ({ title, file }) => entry(title, await readFile(join(root, file), 'utf8'))),
  )
  return [...new Set([...packages, ...others])].join(`\n${'-'.repeat(80)}\n\n`)
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license?: string
  }
  if (license === undefined || !known.has(license))
    throw new Error(`${name} ${version} has the licence ${license}: read it, then add it to scripts/licences.ts`)
  const files = (await readdir(folder))
    .filter((file) => /^(?:licen[cs]e|notice|copying|third-party)/i.test(file))
    .sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  if (!files.some((file) => /^(?:licen[cs]e|copying)/i.test(file)))
    throw new Error(`${name} ${version} has no text of its licence: add one to scripts/licences.ts`)
  return entry(`${name} ${version} (${license})`, texts.map((text) => text.trim()).join('\n\n'))
}

const entry = (title: string, text: string): string => `${title}\n\n${text.trim()}\n`

/** Whatever the project is called on this machine. */
const pathOf = (folder: string): string => folder.slice(folder.indexOf('node_modules')).replaceAll(sep, '/')

/** `@noble/curves` of `…/node_modules/@noble/curves`. */
const nameOf = (folder: string): string => folder.split(`node_modules${sep}`).at(-1)?.replaceAll(sep, '/') ?? ''

import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { noteProgram } from '../../real.ts'
import { checkAsked } from './asked.ts'
import { cacheDirectory } from './cache.ts'
import { go, goVersion } from './go.ts'
import { commandName, type GoModule, parseGoModule, versionOf } from './go-module.ts'
import { alone, once } from './once.ts'

export interface ToolOptions {
  /** Folder whose subfolders are the modules; default: the one of this file. */
  readonly modules?: string
  readonly environment?: NodeJS.ProcessEnv
  /** Gets a line when a build starts and one when it ends; default: standard error. */
  readonly progress?: (line: string) => void
}

interface ToolSource {
  readonly directory: string
  readonly importPath: string
  readonly module: GoModule
}

interface ToolPlace {
  readonly source: ToolSource
  readonly version: string
  readonly toolchain: string
  /** Folder in the cache that has the executable, once it is built. */
  readonly target: string
}

/**
 * Absolute path of the executable of a tool. A tool is a `tool` line in the go.mod of a subfolder: the only one is
 * called like the folder, one of several like the executable that `go install` would make. It is built on first use,
 * which takes seconds to minutes, one build at a time on this machine, and kept in the cache by version, Go version and
 * content of the module. Flags for `go build` beside the usual ones can stand one a line in a file `build-flags` of that
 * folder, with `{version}` for the version of the tool. Throws an Error when no module has the tool, when Go is missing
 * or too old, and when the build fails. A test asks with `tools` first, see there.
 */
export async function tool(name: string, options: ToolOptions = {}): Promise<string> {
  const place = await built(name, options)
  if (options.modules === undefined) noteProgram(name, place.version)
  return join(place.target, name)
}

async function built(name: string, options: ToolOptions): Promise<ToolPlace> {
  const { environment = process.env, progress = console.error } = options
  const place = await placeOf(name, options)
  if (options.modules === undefined && options.environment === undefined) checkAsked(name)
  const { source, version, toolchain, target } = place
  await once(target, (directory) =>
    alone(buildLock(environment), async () => {
      const start = Date.now()
      progress(`building ${name} ${version} with ${toolchain}; this happens once`)
      await go(
        ['build', ...(await buildFlags(source.directory, version)), '-o', join(directory, name), source.importPath],
        { directory: source.directory, environment },
      )
      progress(`built ${name} ${version} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
    }),
  )
  return place
}

/**
 * Builds tools that are missing. The file of a test calls it at its top for those that its tests run, so that they are
 * built while the file is imported, which has no time limit, and no test's own limit counts a build.
 */
export async function tools(...names: readonly string[]): Promise<void> {
  for (const name of names) await built(name, {})
}

/** Folder in the cache that has the tool, or will have it: its name changes with what is in it. */
export const toolFolder = async (name: string): Promise<string> => (await placeOf(name, {})).target

/** Held by whoever runs Go: two builds at a time take longer than one after the other, and more memory. */
export const buildLock = (environment?: NodeJS.ProcessEnv): string =>
  join(cacheDirectory(environment), 'tools', 'build.lock')

async function placeOf(
  name: string,
  { modules = import.meta.dirname, environment = process.env }: ToolOptions,
): Promise<ToolPlace> {
  const source = await find(name, modules)
  const toolchain = await goVersion(source.module.go, { directory: source.directory, environment })
  const version = versionOf(source.module, source.importPath)
  const key = `${name}-${version}-${toolchain}-${await digest(source.directory)}`
  return { source, version, toolchain, target: join(cacheDirectory(environment), 'tools', key) }
}

async function find(name: string, modules: string): Promise<ToolSource> {
  const sources = await sourcesIn(modules)
  const found = sources.find((source) => nameOf(source) === name)
  if (found !== undefined) return found
  const names = sources.map(nameOf).sort()
  throw new Error(`There is no tool called ${name}; there are: ${names.join(', ')}`)
}

/** Names of all tools. */
export const toolNames = async (): Promise<readonly string[]> =>
  (await sourcesIn(import.meta.dirname)).map(nameOf).sort()

async function sourcesIn(modules: string): Promise<readonly ToolSource[]> {
  const sources: ToolSource[] = []
  for await (const file of glob('*/go.mod', { cwd: modules })) {
    const directory = join(modules, dirname(file))
    const module = parseGoModule(await readFile(join(modules, file), 'utf8'))
    sources.push(...module.tools.map((importPath) => ({ directory, importPath, module })))
  }
  return sources
}

/** The command of etcd is in a package called `server`, so the folder's name wins where it can. */
function nameOf({ directory, importPath, module }: ToolSource): string {
  return module.tools.length === 1 ? basename(directory) : commandName(importPath)
}

async function buildFlags(directory: string, version: string): Promise<readonly string[]> {
  const own = (await readFile(join(directory, 'build-flags'), 'utf8').catch(() => '')).replaceAll('{version}', version)
  // -buildvcs: the bytes must not depend on the commit. -s -w: without symbols, linking is faster and files smaller.
  const usual = ['-trimpath', '-mod=readonly', '-buildvcs=false', '-ldflags=-s -w']
  return [...usual, ...own.split('\n').filter((line) => line !== '')]
}

async function digest(directory: string): Promise<string> {
  const files = (await Array.fromAsync(glob('{go.mod,go.sum,build-flags,*.go}', { cwd: directory }))).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${basename(file)}\0`).update(await readFile(join(directory, file)))
  return hash.digest('hex').slice(0, 12)
}

if (import.meta.main) {
  for (const name of process.argv.slice(2)) console.log(await tool(name))
}

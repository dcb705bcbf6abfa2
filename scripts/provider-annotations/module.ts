import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

/** A release of a Go module. */
export interface ModuleRelease {
  readonly module: string
  readonly version: string
}

/** A file with the lines of its text, from 1 on when they are cited. */
export interface GoFile {
  /** Relative to the module. */
  readonly path: string
  readonly lines: readonly string[]
}

/** Folder of the module's sources in the cache of Go: downloads them from the module proxy, and compiles nothing. */
export async function moduleFolder({ module, version }: ModuleRelease): Promise<string> {
  const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', `${module}@${version}`])
  const { Dir: folder } = JSON.parse(stdout) as { Dir: string } // https://go.dev/ref/mod#go-mod-download
  return folder
}

/** The sources below some paths of a module, tests left out, sorted by path. */
export function goFiles(folder: string, paths: readonly string[]): GoFile[] {
  return paths
    .flatMap((path) =>
      path.endsWith('.go')
        ? [path]
        : readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)),
    )
    .filter((path) => path.endsWith('.go') && !/_test\.go$|_fakes?\.go$|\/mock/.test(path))
    .sort()
    .map((path) => ({
      path: relative(folder, join(folder, path)),
      lines: readFileSync(join(folder, path), 'utf8').split('\n'),
    }))
}

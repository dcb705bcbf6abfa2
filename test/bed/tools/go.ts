import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface GoOptions {
  /** Folder of the module, or any folder for commands that need none. */
  readonly directory: string
  readonly environment?: NodeJS.ProcessEnv
}

/**
 * Runs `go` and gives its standard output. Throws an Error that names the command and has everything it wrote to
 * standard error, or says how to get Go when there is none on PATH.
 */
export async function go(parameters: readonly string[], options: GoOptions): Promise<string> {
  const { directory, environment = process.env } = options
  try {
    const { stdout } = await run('go', [...parameters], {
      cwd: directory,
      // A go.work above the project would change the pinned versions.
      env: { ...environment, GOWORK: 'off' },
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout
  } catch (error) {
    throw explained(error, parameters)
  }
}

/**
 * The Go version that builds the module in a folder, for instance `go1.26.8`. Throws an Error that says what to do when
 * it is lower than `minimum` (`1.26.0`) and Go may not fetch a newer one itself.
 */
export async function goVersion(minimum: string, options: GoOptions): Promise<string> {
  const output = await go(['env', 'GOVERSION', 'GOTOOLCHAIN'], options)
  const [version = '', toolchain = ''] = output.split('\n')
  if (isLower(version.replace(/^go/, ''), minimum)) {
    throw new Error(
      `Go ${minimum} or newer is needed, and the one on PATH is ${version} with GOTOOLCHAIN=${toolchain}. ` +
        'Install a newer Go (https://go.dev/dl), or set GOTOOLCHAIN=auto and it fetches the one it needs.',
    )
  }
  return version
}

/** Folder of a module in Go's module cache, downloaded when it is not there yet. `module` is `path@version`. */
export async function moduleDirectory(module: string, options: GoOptions): Promise<string> {
  const description: unknown = JSON.parse(await go(['mod', 'download', '-json', module], options))
  if (typeof description === 'object' && description !== null && 'Dir' in description) return String(description.Dir)
  throw new Error(`go mod download ${module} did not name a folder`)
}

function explained(error: unknown, parameters: readonly string[]): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if ('code' in error && error.code === 'ENOENT') {
    return new Error(
      'There is no `go` on PATH. The tools of the tests are built from Go modules: install Go 1.26 or newer ' +
        '(https://go.dev/dl); an older one from 1.21 on will do with GOTOOLCHAIN=auto.',
    )
  }
  const written = 'stderr' in error ? String(error.stderr).trim() : ''
  return new Error(`go ${parameters.join(' ')} failed:\n${written || error.message}`)
}

function isLower(version: string, minimum: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(minimum)]
  const different = right.findIndex((number, index) => number !== (left[index] ?? 0))
  return different !== -1 && (left[different] ?? 0) < (right[different] ?? 0)
}

/** Of a development version (`devel go1.27-abc`) only the digits before the first other character count. */
function numbersOf(version: string): readonly number[] {
  return (/\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number)
}

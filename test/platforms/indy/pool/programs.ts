import { createHash } from 'node:crypto'
import { copyFile, cp, glob, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NotStarted, run } from '../../../../src/tools/process.ts'
import { cacheDirectory } from '../../../bed/tools/cache.ts'
import { alone, once } from '../../../bed/tools/once.ts'
import { buildLock } from '../../../bed/tools/tool.ts'
import { noteProgram } from '../../../real.ts'

/** What runs indy-node, and a client of another project. */
export interface PoolPrograms {
  readonly python: string
  /** Folder of run.py and client.py. */
  readonly scripts: string
  /** All variables that it needs. */
  readonly environment: Readonly<Record<string, string>>
}

const shims = join(import.meta.dirname, 'python')
const bls = join(import.meta.dirname, 'bls')
const requirements = join(import.meta.dirname, 'requirements.txt')

/** There are wheels of pyzmq 24 for these, and indy-plenum runs with none that is newer. */
const pythons = ['python3.11', 'python3.10', 'python3.9', 'python3']
const isOfUse = 'import sys; sys.exit(not (3, 9) <= sys.version_info < (3, 12))'

/** What this machine lacks for a pool, for a person to read; empty when nothing. */
export async function missingForPool(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [`Linux (this is ${process.platform})`]
  return [
    ...((await pythonOfUse()) === undefined ? ['Python 3.9, 3.10 or 3.11'] : []),
    ...((await succeeds('cargo', '--version')) ? [] : ['cargo (https://rustup.rs)']),
  ]
}

async function pythonOfUse(): Promise<string | undefined> {
  for (const python of pythons) if (await succeeds(python, '-c', isOfUse)) return python
  return undefined
}

async function succeeds(program: string, ...args: readonly string[]): Promise<boolean> {
  try {
    return (await run(program, args, { directory: import.meta.dirname })).status === 0
  } catch (error) {
    if (error instanceof NotStarted) return false
    throw error
  }
}

/**
 * Packages of PyPI, and the library that signs with BLS: python-ursa of PyPI comes without its own, which no registry has, and the
 * crate of its successor has no C functions. Made on first use, which takes about a minute, and kept in the cache.
 */
export async function poolPrograms(progress: (line: string) => void = console.error): Promise<PoolPrograms> {
  const python = await pythonOfUse()
  if (python === undefined) throw new Error('a pool of Indy needs Python 3.9, 3.10 or 3.11')
  const { stdout: version } = await must(python, ['-c', 'import sys; print(sys.implementation.cache_tag)'])
  const made = (
    name: string,
    sources: readonly string[],
    fill: (directory: string) => Promise<void>,
  ): Promise<string> => kept(`${name}-${version.trim()}`, sources, fill)
  const packages = await made('indy-packages', [requirements], async (directory) => {
    progress('installing indy-node; this happens once')
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps']
    await must(python, [...pip, '--target', directory, '--requirement', requirements])
    await compile(python, directory)
  })
  const scripts = await made('indy-scripts', await filesOf(shims, '**/*.py'), async (directory) => {
    await cp(shims, directory, { recursive: true })
    await compile(python, directory)
  })
  const library = await kept('indy-bls', await filesOf(bls, '{Cargo.*,src/*}'), async (directory) => {
    progress('building what indy-node signs with; this happens once')
    const built = join(directory, 'target')
    await must('cargo', ['build', '--quiet', '--release', '--locked', '--target-dir', built])
    await copyFile(join(built, 'release', 'libtest_bls.so'), join(directory, 'libtest_bls.so'))
    await rm(built, { recursive: true })
  })
  const text = await readFile(requirements, 'utf8')
  for (const [, one = '', release = ''] of text.matchAll(/^(indy-\w+)==(\S+)$/gm)) noteProgram(one, release)
  return {
    python,
    scripts,
    environment: {
      PATH: process.env.PATH ?? '',
      PYTHONPATH: [scripts, packages].join(':'),
      PYTHONUNBUFFERED: '1',
      INDY_TEST_BLS: join(library, 'libtest_bls.so'),
    },
  }
}

/** A folder of the cache that is filled once, and whose name changes with what it is made of. */
async function kept(
  name: string,
  sources: readonly string[],
  fill: (directory: string) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256')
  for (const file of sources) hash.update(await readFile(file))
  const target = join(cacheDirectory(), 'tools', `${name}-${hash.digest('hex').slice(0, 16)}`)
  await once(target, (directory) => alone(buildLock(), () => fill(directory)))
  return target
}

/** For nodes, which run with -O: imports are most of the time that a start takes. */
const compile = (python: string, directory: string): Promise<unknown> =>
  must(python, ['-O', '-m', 'compileall', '-q', '-x', '/test/', directory])

async function must(program: string, args: readonly string[]): Promise<{ readonly stdout: string }> {
  const finished = await run(program, args, { directory: bls })
  if (finished.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${finished.stderr}`)
  return finished
}

async function filesOf(folder: string, pattern: string): Promise<string[]> {
  const files = await Array.fromAsync(glob(pattern, { cwd: folder }))
  return files.sort().map((file) => join(folder, file))
}

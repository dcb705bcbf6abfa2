import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Finished, run } from '../../src/tools/process.ts'
import { root } from '../docs/pages.ts'

export interface InstalledPackage {
  /** Has all of this: to be removed. */
  readonly home: string
  /** Where `npm install` ran: nothing was there. */
  readonly folder: string
  /** The package below `node_modules/`. */
  readonly package: string
}

/** Packs what is committed, and installs it offline from an empty cache of npm: the package needs no other. */
export async function installPackage(): Promise<InstalledPackage> {
  const home = await mkdtemp(join(tmpdir(), 'chancery-package-'))
  const folder = join(home, 'empty')
  await mkdir(folder)
  const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', `--cache=${join(home, 'cache')}`]
  const { stdout } = await npm(root, 'pack', ...options, '--json', `--pack-destination=${home}`)
  const [packed]: readonly { readonly name: string; readonly filename: string }[] = Object.values(JSON.parse(stdout))
  if (packed === undefined) throw new Error(`npm pack names no file: ${stdout}`)
  await npm(folder, 'install', ...options, join(home, packed.filename))
  return { home, folder, package: join(folder, 'node_modules', packed.name) }
}

async function npm(directory: string, ...args: readonly string[]): Promise<Finished> {
  const finished = await run('npm', args, { directory })
  if (finished.status !== 0) throw new Error(`npm ${args.join(' ')}: ${finished.stderr}`)
  return finished
}

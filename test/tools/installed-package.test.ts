import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { gitIn } from '../../src/repository/git-command.ts'
import { refuseTracked } from '../../src/repository/tracked-package.ts'
import { installedPackage } from '../../src/tools/installed-package.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installed-'))
})

async function install(name: string, program: string): Promise<void> {
  const place = join(folder, 'node_modules', name)
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
  await writeFile(join(place, 'index.js'), program)
}

it('loads what is installed in a folder, or above it', async () => {
  await install('@ledger/client', "exports.answer = 'from the folder'\n")
  const below = join(folder, 'network', 'of', 'ours')
  await mkdir(below, { recursive: true })
  expect(await installedPackage('@ledger/client', ['/', below], refuseTracked)).toMatchObject({
    answer: 'from the folder',
  })
})

it('finds nothing where nothing is installed', async () => {
  expect(await installedPackage('@ledger/client', [folder], refuseTracked)).toBeUndefined()
})

it('says why an installed package cannot be loaded', async () => {
  await install('@ledger/broken', "throw new Error('the native library is missing')\n")
  await expect(installedPackage('@ledger/broken', [folder], refuseTracked)).rejects.toMatchObject({
    message: '@ledger/broken is installed, and cannot be loaded: the native library is missing',
    hint: 'install it again: `npm install @ledger/broken`',
  })
})

describe('in a repository', () => {
  const git = (...args: readonly string[]) => gitIn(folder).must(args, 'git failed', 'see its message')
  const load = () => installedPackage('@ledger/client', [folder], refuseTracked)
  beforeEach(() => git('init', '--quiet'))

  it('loads what Git does not have', async () => {
    await install('@ledger/client', 'exports.answer = 42\n')
    await writeFile(join(folder, 'network.yaml'), 'version: 1\n')
    await git('add', 'network.yaml')
    expect(await load()).toMatchObject({ answer: 42 })
  })

  it.each([
    ['the package itself', 'node_modules/@ledger/client/index.js'],
    ['a package beside it, which it may use', 'node_modules/@ledger/other/index.js'],
  ])('runs nothing where a commit has %s', async (_, path) => {
    await install('@ledger/client', 'exports.answer = 42\n')
    await install('@ledger/other', '')
    await git('add', '--force', path)
    await expect(load()).rejects.toMatchObject({
      message: expect.stringMatching(/ is in Git, so the author of a commit/),
    })
  })

  it('runs nothing where a commit calls the repository as the package', async () => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@ledger/client', exports: './a.cjs' }))
    await writeFile(join(folder, 'a.cjs'), 'exports.answer = 42\n')
    await git('add', 'package.json', 'a.cjs')
    await expect(load()).rejects.toMatchObject({ message: expect.stringContaining('a.cjs is in Git') })
  })
})

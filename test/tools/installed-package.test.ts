import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
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
  expect(await installedPackage('@ledger/client', ['/', below])).toMatchObject({ answer: 'from the folder' })
})

it('finds nothing where nothing is installed', async () => {
  expect(await installedPackage('@ledger/client', [folder])).toBeUndefined()
})

it('says why an installed package cannot be loaded', async () => {
  await install('@ledger/broken', "throw new Error('the native library is missing')\n")
  await expect(installedPackage('@ledger/broken', [folder])).rejects.toMatchObject({
    message: '@ledger/broken is installed, and cannot be loaded: the native library is missing',
    hint: 'install it again: `npm install @ledger/broken`',
  })
})

import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../src/tools/process.ts'
import { definition, type Holders, makeHolders } from '../commands/definition.ts'
import { filesOf, read, root } from '../docs/pages.ts'
import { temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { type InstalledPackage, installPackage } from './installed-package.ts'
import { minimalPath, type Ran, runNode } from './runner.ts'

/** What package.json says, as far as the tests read it. */
interface About {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly dependencies?: object
  readonly exports: Readonly<Record<string, string>>
  readonly repository: { readonly url: string }
}

const about: About = JSON.parse(await read('package.json'))

let installed: InstalledPackage
let holders: Holders
beforeAll(async () => {
  installed = await installPackage()
  holders = await makeHolders()
})
afterAll(() => rm(installed.home, { recursive: true, force: true }))

describe('the package that npm publishes', () => {
  it('can be published, and installs nothing but itself', async () => {
    expect({ private: about.private, dependencies: about.dependencies }).toEqual({})
    expect(await readdir(join(installed.folder, 'node_modules'))).toEqual(['.bin', '.package-lock.json', about.name])
  })

  it('has what the program reads, the schemas, the licences, and no sources or tests', async () => {
    const paths = await filesIn(installed.package)
    const expected = [
      'package.json',
      'README.md',
      'LICENSE',
      'dist/licences.txt',
      ...(await filesOf('dist/**')),
      ...(await filesOf(...Object.values(about.exports))),
    ]
    for (const path of expected) expect(paths).toContain(path)
    expect(paths.filter((path) => /^(?:src|test|scripts|bench|docs|node_modules|\.)/.test(path))).toEqual([])
  })

  it('says which repository it is from: provenance is refused for another one', () => {
    expect(about.repository.url).toBe('git+https://github.com/chancery-dev/chancery.git')
  })
})

describe('in a folder that has nothing but the package', () => {
  let directory: string
  beforeEach(async () => {
    directory = await temporaryFolder()
    await cp(installed.folder, directory, { recursive: true, verbatimSymlinks: true })
    await writeFiles(directory, { 'network.yaml': definition(holders) })
  })

  const chancery = async (...args: readonly string[]): Promise<Ran> =>
    runNode([join(directory, 'node_modules/.bin/chancery'), ...args], directory, { PATH: await minimalPath() })

  it('chancery --version and help work', async () => {
    expect(await chancery('--version')).toEqual({ status: 0, stdout: `${about.version}\n`, stderr: '' })
    const { status, stdout } = await chancery('help', 'validate')
    expect(status).toBe(0)
    expect(stdout).toContain('chancery validate')
  })

  it('chancery validates, makes keys and renders', async () => {
    expect(await chancery('validate')).toMatchObject({ status: 0, stdout: expect.stringContaining('is valid') })
    expect(await chancery('keys')).toMatchObject({ status: 0 })
    expect(await chancery('render')).toMatchObject({ status: 0 })
    expect(await chancery('render', '--check')).toMatchObject({ status: 0 })
    const rendered = await filesIn(join(directory, 'deploy'))
    expect(rendered).toContain('clusters/eu/manufacturer/validator1/kustomization.yaml')
    expect(rendered).toContain('base/besu/node/statefulset.yaml')
  })

  it('npx runs it, and begins a repository', async () => {
    const npx = (...args: readonly string[]) =>
      run('npx', ['--offline', about.name, ...args], { directory: installed.folder })
    expect(await npx('--version')).toMatchObject({ status: 0, stdout: `${about.version}\n` })
    const answers = ['--name=trade', '--platform=besu', '--cluster=eu=eks:eu.example.com', '--organization=carrier@eu']
    const folder = await temporaryFolder()
    expect(await npx('init', `--directory=${folder}`, '--identities', ...answers)).toMatchObject({ status: 0 })
    const files = await filesIn(folder)
    for (const path of ['network.yaml', 'network.schema.json', '.gitignore', '.github/workflows/deploy.yml'])
      expect(files).toContain(path)
    expect(await npx('validate', `--directory=${folder}`)).toMatchObject({ status: 0 })
  })
})

it('the schema is read from the package by its name', async () => {
  const script = `process.stdout.write(import.meta.resolve('${about.name}/network.schema.json'))`
  const { stdout } = await runNode(['--input-type=module', '--eval', script], installed.folder, {})
  expect(await readFile(new URL(stdout), 'utf8')).toBe(await readFile(join(root, 'network.schema.json'), 'utf8'))
})

/** Paths of the files below a folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

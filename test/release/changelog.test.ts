import { copyFile, mkdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newestVersion, notesOf } from '../../scripts/changelog.ts'
import { version } from '../../src/product.ts'
import { type Finished, run } from '../../src/tools/process.ts'
import { read, root } from '../docs/pages.ts'
import { git, onlyConfiguration, temporaryFolder, writeFiles } from '../repository/git-folder.ts'

const changelog = '# chancery\n\n## 1.1.0\n\n### Minor Changes\n\n- B\n\n## 1.0.0\n\n- A\n'

describe('the notes of a release', () => {
  it.each([
    ['1.1.0', '### Minor Changes\n\n- B\n'],
    ['1.0.0', '- A\n'],
  ])('are the section of its version: %s', (one, notes) => {
    expect(notesOf(changelog, one)).toBe(notes)
  })

  it('are missing for a version that nobody described', () => {
    expect(() => notesOf(changelog, '1.1')).toThrow('CHANGELOG.md has no version 1.1: run npm run next-version')
  })
})

describe('CHANGELOG.md', () => {
  it('has the version that the lock has', async () => {
    const { version: locked, packages } = JSON.parse(await read('package-lock.json'))
    expect([locked, packages[''].version]).toEqual([version, version])
  })

  it('describes the version of package.json', async () => {
    const text = await read('CHANGELOG.md')
    expect(newestVersion(text)).toBe(version)
    expect(notesOf(text, version)).toMatch(/^- \S/m)
  })

  it('and the version come from the changes that are listed', async () => {
    const directory = await project()
    await writeFiles(directory, { '.changeset/one.md': "---\n'chancery': major\n---\n\nNodes fly.\n" })

    expect(await changeset(directory, 'version')).toMatchObject({ status: 0, stderr: '' })

    const next = `${Number(version.split('.')[0]) + 1}.0.0`
    expect(JSON.parse(await readFile(join(directory, 'package.json'), 'utf8')).version).toBe(next)
    const text = await readFile(join(directory, 'CHANGELOG.md'), 'utf8')
    expect(newestVersion(text)).toBe(next)
    expect(notesOf(text, next)).toMatch(/^### Major Changes\n\n- (?:[0-9a-f]+: )?Nodes fly\.$/m)
    expect(notesOf(text, version)).toBe(notesOf(await read('CHANGELOG.md'), version))
  })

  it.each([
    ['fails when users notice a change that is not described', { 'src/cli.ts': '//' }, 1],
    ['fails when the action changes', { 'action.yml': '' }, 1],
    [
      'passes with a description',
      { 'src/cli.ts': '//', '.changeset/one.md': "---\n'chancery': patch\n---\n\nA.\n" },
      0,
    ],
    ['passes when users are said to notice nothing', { 'src/cli.ts': '//', '.changeset/one.md': '---\n---\n' }, 0],
    ['passes for tests and pages', { 'test/a.test.ts': '//', 'docs/a.md': 'a' }, 0],
  ])('a pull request %s', async (_name, files, expected) => {
    const directory = await project()
    await git(directory, 'switch', '--quiet', '--create', 'change')
    await writeFiles(directory, files)
    await commit(directory)
    expect(await changeset(directory, 'status', '--since', 'main')).toMatchObject({ status: expected })
  })
})

/** What Changesets reads of the project, in a repository of its own on the branch main. */
async function project(): Promise<string> {
  await onlyConfiguration()
  const directory = await temporaryFolder()
  await mkdir(join(directory, '.changeset'))
  for (const path of ['package.json', 'CHANGELOG.md', '.changeset/config.json', '.changeset/README.md'])
    await copyFile(join(root, path), join(directory, path))
  await writeFiles(directory, { '.gitignore': 'node_modules\n' })
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'))
  await git(directory, 'init', '--quiet')
  await commit(directory)
  return directory
}

async function commit(directory: string): Promise<void> {
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--message', 'One')
}

const changeset = (directory: string, ...args: readonly string[]): Promise<Finished> =>
  run(join(root, 'node_modules/.bin/changeset'), args, { directory })

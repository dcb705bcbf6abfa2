import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { notesOf } from '../../../scripts/changelog.ts'
import { version } from '../../../src/product.ts'
import { read } from '../../docs/pages.ts'
import { git, onlyConfiguration } from '../../repository/git-folder.ts'
import { type ReleasedProject, releasedProject } from './release/project.ts'
import { calls, release, type Surroundings, surroundings, templateRepositories } from './release/release.ts'

const tag = `v${version}`
const major = `v${version.split('.')[0]}`

describe('the release workflow, as GitHub would run it', { timeout: 300_000 }, () => {
  let around: Surroundings
  beforeEach(async () => {
    await onlyConfiguration()
    around = await surroundings()
  })

  const filesOfTemplate = async (repository: string, reference = 'main'): Promise<readonly string[]> =>
    (await git(join(around.templates, `${repository}.git`), 'ls-tree', '-r', '--name-only', reference)).split('\n')

  it('releases, publishes, moves the floating tag and brings the templates to their repositories', async () => {
    const project = await releasedProject(tag)
    const commit = await git(project.directory, 'rev-parse', 'HEAD')

    const { status, stdout, stderr } = await release(project, tag, around)
    expect(status, stdout + stderr).toBe(0)

    expect(await readFile(join(around.store, 'release/notes'), 'utf8')).toBe(
      notesOf(await read('CHANGELOG.md'), version),
    )
    const files = ['chancery.cdx.json', 'network.schema.json', 'notes', `chancery-${version}.tgz`]
    expect((await readdir(join(around.store, 'release'))).sort()).toEqual(files.sort())
    const attested = await readFile(join(around.store, 'attested'), 'utf8')
    for (const file of ['dist/index.js', 'dist/cli.js', 'network.schema.json', `chancery-${version}.tgz`])
      expect(attested).toContain(`release/${file}\n`)
    expect(await git(project.remote, 'rev-parse', `refs/tags/${major}`)).toBe(commit)
    const asked = await calls(around)
    expect(asked).toContain(`gh release edit ${tag} --draft=false --latest=true`)
    expect(asked).toContain(`npm publish ./release/chancery-${version}.tgz --access public --provenance --tag latest`)

    for (const repository of templateRepositories) {
      expect(await filesOfTemplate(repository)).toEqual(
        expect.arrayContaining(['network.yaml', '.gitignore', '.github/workflows/deploy.yml', 'network.schema.json']),
      )
      const deploy = await git(join(around.templates, `${repository}.git`), 'show', 'main:.github/workflows/deploy.yml')
      expect(deploy).toContain(`uses: chancery-dev/chancery@${commit} # ${tag}\n`)
      expect(deploy).not.toMatch(/chancery-dev\/chancery@v/)
    }

    const again = await release(project, tag, around)
    expect(again.status, again.stdout + again.stderr).toBe(0)
    expect((await calls(around)).filter((call) => /^npm publish|^gh release create/.test(call))).toHaveLength(2)
    for (const repository of templateRepositories)
      expect(await git(join(around.templates, `${repository}.git`), 'rev-list', '--count', 'main')).toBe('1')
  })

  it('leaves what newer releases have: floating tag, latest and templates', async () => {
    const project = await releasedProject(tag)
    for (const newer of [`${major}.999.0`, 'v999.0.0']) await git(project.directory, 'tag', newer)

    const { status, stdout, stderr } = await release(project, tag, around)

    expect(status, stdout + stderr).toBe(0)
    const asked = await calls(around)
    expect(asked).toContain(`gh release edit ${tag} --draft=false --latest=false`)
    expect(asked).toContain(
      `npm publish ./release/chancery-${version}.tgz --access public --provenance --tag ${major}-latest`,
    )
    expect(await git(project.remote, 'tag', '--list', major)).toBe('')
    await expect(filesOfTemplate('chancery-template')).rejects.toThrow('Not a valid object name')
  })

  const commitMore = async ({ directory }: ReleasedProject, path: string, text: string): Promise<void> => {
    await writeFile(join(directory, path), text)
    await git(directory, 'add', '--all')
    await git(directory, 'commit', '--quiet', '--message', 'More')
  }

  it.each<[string, string, (project: ReleasedProject) => Promise<void>]>([
    ['a commit that is not on main', `${tag} is not on main`, (project) => commitMore(project, 'README.md', '')],
    [
      'a tag of another version',
      `package.json has version 9.9.9, the tag is ${tag}`,
      async (project) => {
        const about = JSON.parse(await readFile(join(project.directory, 'package.json'), 'utf8'))
        await commitMore(project, 'package.json', JSON.stringify({ ...about, version: '9.9.9' }))
        await git(project.directory, 'push', '--quiet', 'origin', 'main')
      },
    ],
    ['a commit that ci has not passed', 'ci has not passed for ', () => rm(join(around.store, 'ci-passed'))],
    [
      'a bundle that the sources do not build',
      'dist/cli.js is not what the sources build',
      async (project) => {
        await commitMore(project, 'dist/cli.js', '// something else')
        await git(project.directory, 'push', '--quiet', 'origin', 'main')
      },
    ],
  ])('refuses %s', async (_name, message, prepare) => {
    const project = await releasedProject(tag)
    await prepare(project)

    const { status, stdout, stderr } = await release(project, tag, around)

    expect(status).not.toBe(0)
    expect(stdout + stderr).toContain(message)
    await expect(readdir(join(around.store, 'release'))).rejects.toThrow('ENOENT')
    expect(await readdir(around.store)).not.toContain('published.tgz')
  })

  it('fails when the release can still be changed, and publishes no package', async () => {
    const project = await releasedProject(tag)
    await writeFile(join(around.store, 'immutable'), 'false\n')

    const { status, stdout } = await release(project, tag, around)

    expect(status).not.toBe(0)
    expect(stdout).toContain('::error::the release can still be changed: enable release immutability')
    expect(await readdir(around.store)).not.toContain('published.tgz')
  })
})

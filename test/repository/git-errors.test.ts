import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { OperatorError } from '../../src/errors.ts'
import { gitRepository } from '../../src/repository/git.ts'
import {
  filesOf,
  git,
  objectOf,
  onlyConfiguration,
  proposal,
  repositoryWith,
  stateOf,
  temporaryFolder,
  writeFiles,
} from './git-folder.ts'

beforeEach(() => onlyConfiguration())

const paths = ['network.yaml', 'deploy']

/** Message and hint of the OperatorError that a promise is rejected with. */
async function failure(promise: Promise<unknown>): Promise<{ message: string; hint: string }> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof OperatorError)) throw new Error(`no OperatorError but ${String(error)}`)
  return { message: error.message, hint: error.hint }
}

describe('cleanHead', () => {
  it('gives the branch and its commit', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await git(directory, 'switch', '--quiet', '--create', 'feature/one')
    expect(await gitRepository(directory).cleanHead(paths)).toEqual({
      branch: 'feature/one',
      commit: await git(directory, 'rev-parse', 'HEAD'),
      checkedOut: true,
    })
  })

  it('does not look at other paths', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n', 'README.md': 'a\n' })
    await writeFiles(directory, { 'README.md': 'b\n', 'notes.txt': 'new\n' })
    await expect(gitRepository(directory).cleanHead(paths)).resolves.toMatchObject({ branch: 'main' })
  })

  it('refuses a folder outside of any repository', async () => {
    expect(await failure(gitRepository(await temporaryFolder()).cleanHead(paths))).toEqual({
      message: expect.stringMatching(/^this folder is not in a git repository: fatal: not a git repository/),
      hint: 'run `git init` and commit network.yaml first',
    })
  })

  it('refuses a repository without a commit', async () => {
    const directory = await temporaryFolder()
    await git(directory, 'init', '--quiet')
    expect(await failure(gitRepository(directory).cleanHead(paths))).toEqual({
      message: expect.stringMatching(/^the repository has no commit yet: fatal: /),
      hint: 'commit network.yaml first',
    })
  })

  it('refuses a detached HEAD', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await git(directory, 'checkout', '--quiet', '--detach')
    expect(await failure(gitRepository(directory).cleanHead(paths))).toEqual({
      message: expect.stringMatching(/^no branch is checked out: fatal: /),
      hint: 'check out the branch for the rendered files',
    })
  })

  it.each<[string, (directory: string) => Promise<unknown>, string]>([
    ['a changed file', (directory) => writeFiles(directory, { 'deploy/a.yaml': 'b\n' }), 'deploy/a.yaml'],
    ['a new file', (directory) => writeFiles(directory, { 'deploy/new/b.yaml': 'b\n' }), 'deploy/new/b.yaml'],
    ['a removed file', (directory) => git(directory, 'rm', '--quiet', 'deploy/a.yaml'), 'deploy/a.yaml'],
    ['a staged file', (directory) => stage(directory, { 'network.yaml': 'b\n' }), 'network.yaml'],
    ['a file with a space', (directory) => writeFiles(directory, { 'deploy/a b.yaml': 'b\n' }), 'deploy/a b.yaml'],
    ['a file in another script', (directory) => writeFiles(directory, { 'deploy/ü.yaml': 'b\n' }), 'deploy/ü.yaml'],
    [
      'two files',
      (directory) => writeFiles(directory, { 'network.yaml': 'b\n', 'deploy/a.yaml': 'b\n' }),
      'deploy/a.yaml and network.yaml',
    ],
    [
      'many files',
      (directory) => writeFiles(directory, Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`deploy/n${n}`, '']))),
      'deploy/n1, deploy/n2, deploy/n3, deploy/n4, deploy/n5 and 2 more',
    ],
  ])('refuses %s, by name', async (_name, change, shown) => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n', 'deploy/a.yaml': 'a\n' })
    await change(directory)
    expect(await failure(gitRepository(directory).cleanHead(paths))).toEqual({
      message: `the work tree has changes that are not committed: ${shown}`,
      hint: 'commit or stash them: Chancery renders committed files only',
    })
  })

  it('says so when there is no git', async () => {
    vi.stubEnv('PATH', await temporaryFolder())
    expect(await failure(gitRepository(await temporaryFolder()).cleanHead(paths))).toEqual({
      message: 'there is no git on PATH',
      hint: 'install git and put it on PATH',
    })
  })
})

const changes = { written: new Map([['deploy/a.yaml', 'rendered\n']]), removed: [] }

describe('commit refuses, and changes nothing,', () => {
  it('when the branch has moved since', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const repository = gitRepository(directory)
    const head = await repository.cleanHead(paths)
    await stage(directory, { 'other.txt': 'other\n' })
    await git(directory, 'commit', '--quiet', '--message', 'Meanwhile')
    const before = await stateOf(directory)

    expect(await repository.commit({ head, changes, message: 'Render\n', proposal })).toEqual({
      outcome: 'moved',
      head: { branch: 'main', commit: await git(directory, 'rev-parse', 'HEAD'), checkedOut: false },
      because: expect.stringMatching(/^main has moved to \w{12}$/),
    })
    expect(await stateOf(directory)).toEqual(before)
  })

  it('when nobody knows who commits', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await onlyConfiguration('[user]\n\tuseConfigOnly = true\n')
    const repository = gitRepository(directory)
    const head = await repository.cleanHead(paths)
    const before = await stateOf(directory)

    expect(await failure(repository.commit({ head, changes, message: 'Render\n', proposal }))).toEqual({
      message: expect.stringMatching(/^git does not know who you are: fatal: /),
      hint: 'set user.name and user.email with `git config`',
    })
    expect(await stateOf(directory)).toEqual(before)
  })

  it('when the remote is not known', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const repository = gitRepository(directory)
    const head = await repository.cleanHead(paths)
    const before = await stateOf(directory)

    const { message } = await failure(
      repository.commit({ head, changes, message: 'Render\n', push: 'upstream', proposal }),
    )
    expect(message).toMatch(/upstream/)
    expect(await stateOf(directory)).toEqual(before)
  })
})

describe('a repository that is reached in another way', () => {
  it('through a symbolic link', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const link = join(await temporaryFolder(), 'link')
    await symlink(directory, link)
    const repository = gitRepository(link)
    await repository.commit({ head: await repository.cleanHead(paths), changes, message: 'Render\n', proposal })
    expect(await filesOf(directory)).toMatchObject({ 'deploy/a.yaml': 'rendered\n' })
  })

  it('as a second work tree', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const second = join(await temporaryFolder(), 'second')
    await git(directory, 'worktree', 'add', '--quiet', '-b', 'second', second)
    const repository = gitRepository(second)
    const head = await repository.cleanHead(paths)
    const made = await repository.commit({ head, changes, message: 'Render\n', proposal })
    expect(await git(directory, 'rev-parse', 'second')).toBe(objectOf(made))
    expect(await filesOf(directory)).toEqual({ 'network.yaml': 'a\n' })
  })

  it.each(['sub', ' leading', 'ünï', '"quoted"', 'a\\b'])('in the folder %o', async (name) => {
    const directory = await repositoryWith({ 'README.md': 'a\n' })
    await mkdir(join(directory, name))
    await writeFiles(directory, { [`${name}/network.yaml`]: 'a\n' })
    await git(directory, 'add', '--all')
    await git(directory, 'commit', '--quiet', '--message', 'Second')
    const repository = gitRepository(join(directory, name))
    await repository.commit({ head: await repository.cleanHead(paths), changes, message: 'Render\n', proposal })
    expect(await filesOf(directory)).toEqual({
      'README.md': 'a\n',
      [`${name}/network.yaml`]: 'a\n',
      [`${name}/deploy/a.yaml`]: 'rendered\n',
    })
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })
})

async function stage(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  await writeFiles(directory, files)
  await git(directory, 'add', ...Object.keys(files))
}

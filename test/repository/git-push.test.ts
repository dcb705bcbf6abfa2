import { rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { OperatorError } from '../../src/errors.ts'
import { gitRepository } from '../../src/repository/git.ts'
import type { Delivery } from '../../src/repository/repository.ts'
import {
  filesOf,
  git,
  objectOf,
  onlyConfiguration,
  proposal,
  pushByOthers,
  remoteOf,
  repositoryWith,
  stateOf,
  temporaryFolder,
  writeFiles,
} from './git-folder.ts'
import { serveRepositories } from './http-server.ts'

beforeEach(() => onlyConfiguration())

const changes = { written: new Map([['deploy/a.yaml', 'rendered\n']]), removed: [] }

async function deliver(directory: string): Promise<Delivery> {
  const repository = gitRepository(directory)
  const head = await repository.cleanHead(['network.yaml', 'deploy'])
  return repository.commit({ head, changes, message: 'Render\n', push: 'origin', proposal })
}

const commitAndPush = async (directory: string): Promise<string | undefined> => objectOf(await deliver(directory))

/** Ways to reach a bare repository: each makes it the remote `origin`. */
const ways: readonly [string, (directory: string, bare: string) => Promise<unknown>][] = [
  ['file://', async () => {}],
  [
    'smart HTTP',
    async (directory, bare) =>
      git(directory, 'remote', 'set-url', 'origin', `${await serveRepositories(dirname(bare))}/${basename(bare)}`),
  ],
]

describe.each(ways)('push over %s', (_name, connect) => {
  async function connected(): Promise<{ directory: string; bare: string }> {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const bare = await remoteOf(directory)
    await connect(directory, bare)
    return { directory, bare }
  }

  it('brings the commit to the branch there and here', async () => {
    const { directory, bare } = await connected()
    const made = await commitAndPush(directory)
    expect(await git(bare, 'rev-parse', 'main')).toBe(made)
    expect(await git(directory, 'rev-parse', 'main')).toBe(made)
    expect(await git(bare, 'show', 'main:deploy/a.yaml')).toBe('rendered')
    expect(await git(bare, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  it('says so when somebody else has pushed, and nothing changes here or there', async () => {
    const { directory, bare } = await connected()
    await writeFiles(directory, { 'staged.txt': 'staged\n', 'new.txt': 'new\n' })
    await git(directory, 'add', 'staged.txt')
    const theirs = await pushByOthers(bare)
    const before = await stateOf(directory)

    expect(await deliver(directory)).toEqual({
      outcome: 'moved',
      head: { branch: 'main', commit: theirs, checkedOut: false },
      because: `main has moved to ${theirs.slice(0, 12)}`,
    })
    expect(await stateOf(directory)).toEqual(before)
    expect(await git(bare, 'rev-parse', 'main')).toBe(theirs)
  })

  it('works after pulling what was pushed', async () => {
    const { directory, bare } = await connected()
    await pushByOthers(bare)
    expect(await deliver(directory)).toMatchObject({ outcome: 'moved' })
    await git(directory, 'pull', '--quiet', '--ff-only', 'origin', 'main')
    const made = await commitAndPush(directory)
    expect(await git(bare, 'rev-parse', 'main')).toBe(made)
  })

  it('refuses when commits here were not pushed, and others were there', async () => {
    const { directory, bare } = await connected()
    await writeFiles(directory, { 'mine.txt': 'mine\n' })
    await git(directory, 'add', 'mine.txt')
    await git(directory, 'commit', '--quiet', '--message', 'Mine')
    await pushByOthers(bare)
    const before = await stateOf(directory)
    await expect(deliver(directory)).rejects.toMatchObject({
      message: expect.stringMatching(/^the branch main does not contain \w{12}, the local commit: /),
      hint: 'nothing was changed: pull main and run the command again',
    })
    expect(await stateOf(directory)).toEqual(before)
  })

  it('tells when the work tree does not take what was pushed', async () => {
    const { directory, bare } = await connected()
    const theirs = await pushByOthers(bare)
    await writeFiles(directory, { 'theirs.txt': 'in the way\n' })
    const repository = gitRepository(directory)
    await repository.cleanHead(['network.yaml'])
    await git(directory, 'fetch', '--quiet', 'origin', 'main')
    const head = { branch: 'main', commit: theirs, checkedOut: false }
    const made = await repository.commit({ head, changes, message: 'Render\n', push: 'origin', proposal })
    expect(made).toMatchObject({ outcome: 'committed', commit: await git(bare, 'rev-parse', 'main') })
    expect(made).toMatchObject({
      notes: [expect.stringMatching(/^the local work tree was not updated: .*pull main$/)],
    })
    expect((await filesOf(directory))['theirs.txt']).toBe('in the way\n')
  })

  it('works from a clone of depth 1, as workflows have it', async () => {
    const { directory, bare } = await connected()
    await pushByOthers(bare)
    const clone = join(await temporaryFolder(), 'shallow')
    const url = await git(directory, 'remote', 'get-url', 'origin')
    await git(directory, 'clone', '--quiet', '--depth=1', url, clone)
    const made = await commitAndPush(clone)
    expect(await git(bare, 'rev-parse', 'main')).toBe(made)
    expect(await filesOf(clone)).toMatchObject({ 'deploy/a.yaml': 'rendered\n', 'theirs.txt': 'theirs\n' })
  })

  it('makes the branch there when it is new', async () => {
    const { directory, bare } = await connected()
    await git(directory, 'switch', '--quiet', '--create', 'chancery/render')
    const made = await commitAndPush(directory)
    expect(await git(bare, 'rev-parse', 'chancery/render')).toBe(made)
  })

  it('moves nothing when the remote is gone', async () => {
    const { directory, bare } = await connected()
    await rename(bare, `${bare}.gone`)
    const before = await stateOf(directory)
    await expect(commitAndPush(directory)).rejects.toBeInstanceOf(OperatorError)
    expect(await stateOf(directory)).toEqual(before)
  })
})

it('a push that the server does not allow is no question on the terminal', async () => {
  const directory = await repositoryWith({ 'network.yaml': 'a\n' })
  const bare = await remoteOf(directory)
  const url = await serveRepositories(dirname(bare), { readOnly: true })
  await git(directory, 'remote', 'set-url', 'origin', `${url}/${basename(bare)}`)
  const before = await stateOf(directory)
  await expect(commitAndPush(directory)).rejects.toBeInstanceOf(OperatorError)
  expect(await stateOf(directory)).toEqual(before)
})

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Changes } from '../../src/repository/files.ts'
import { gitRepository } from '../../src/repository/git.ts'
import {
  filesOf,
  git,
  objectOf,
  onlyConfiguration,
  proposal,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from './git-folder.ts'

beforeEach(() => onlyConfiguration())

const owned = ['network.yaml', 'deploy']

const changes = (written: Readonly<Record<string, string>>, removed: readonly string[] = []): Changes => ({
  written: new Map(Object.entries(written)),
  removed,
})

/** Commits below a folder as the command does; gives the object name of the commit. */
async function commit(directory: string, made: Changes): Promise<string | undefined> {
  const repository = gitRepository(directory)
  const head = await repository.cleanHead(owned)
  return objectOf(await repository.commit({ head, changes: made, message: 'Render: 1 written\n', proposal }))
}

const committedFiles = async (directory: string): Promise<string[]> =>
  (await git(directory, 'show', '--format=', '--name-status', 'HEAD')).split('\n')

describe('commit', () => {
  it('makes one commit with the files, in the repository and in the work tree', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n', 'deploy/changed.yaml': 'old\n' })
    const parent = await git(directory, 'rev-parse', 'HEAD')

    const made = await commit(directory, changes({ 'deploy/changed.yaml': 'new\n', 'deploy/a b/ü.yaml': 'ü\n' }))

    expect(await git(directory, 'rev-parse', 'main', `${made}^`)).toBe(`${made}\n${parent}`)
    expect(await git(directory, '-c', 'core.quotePath=false', 'show', '--format=', '--name-status', 'HEAD')).toBe(
      'A\tdeploy/a b/ü.yaml\nM\tdeploy/changed.yaml',
    )
    expect(await filesOf(directory)).toEqual({
      'network.yaml': 'a\n',
      'deploy/changed.yaml': 'new\n',
      'deploy/a b/ü.yaml': 'ü\n',
    })
    expect(await git(directory, 'status', '--porcelain')).toBe('')
    expect(await git(directory, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  it('in a folder of the repository', async () => {
    const directory = await repositoryWith({ 'networks/trade/network.yaml': 'a\n', 'deploy/foreign.yaml': 'foreign\n' })
    await commit(join(directory, 'networks/trade'), changes({ 'deploy/a.yaml': 'a\n' }))
    expect(await committedFiles(directory)).toEqual(['A\tnetworks/trade/deploy/a.yaml'])
    expect(await filesOf(directory)).toMatchObject({
      'deploy/foreign.yaml': 'foreign\n',
      'networks/trade/deploy/a.yaml': 'a\n',
    })
  })

  it.each<[string, Readonly<Record<string, string>>, Changes, Readonly<Record<string, string>>]>([
    ['removes a file', { 'deploy/a': 'a' }, changes({}, ['deploy/a']), {}],
    ['removes one of two', { 'deploy/a': 'a', 'deploy/b': 'b' }, changes({}, ['deploy/a']), { 'deploy/b': 'b' }],
    [
      'puts a folder in the place of a file',
      { 'deploy/a': 'a' },
      changes({ 'deploy/a/b': 'b' }, ['deploy/a']),
      { 'deploy/a/b': 'b' },
    ],
    [
      'puts a file in the place of a folder',
      { 'deploy/a/b': 'b' },
      changes({ 'deploy/a': 'a' }, ['deploy/a/b']),
      { 'deploy/a': 'a' },
    ],
    ['writes an empty file', {}, changes({ 'deploy/a': '' }), { 'deploy/a': '' }],
    ['writes a text without a last newline', {}, changes({ 'deploy/a': 'a' }), { 'deploy/a': 'a' }],
    [
      'writes what looks like commands',
      {},
      changes({ 'deploy/a': 'done\n\ncommit refs/heads/main\n' }),
      { 'deploy/a': 'done\n\ncommit refs/heads/main\n' },
    ],
    ['writes one megabyte', {}, changes({ 'deploy/a': 'ü'.repeat(1 << 19) }), { 'deploy/a': 'ü'.repeat(1 << 19) }],
  ])('%s', async (_name, before, made, after) => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n', ...before })
    await commit(directory, made)
    expect(await filesOf(directory)).toEqual({ 'network.yaml': 'a\n', ...after })
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })

  it('leaves changes of other files alone: staged, not staged, new, removed', async () => {
    const directory = await repositoryWith({
      'network.yaml': 'a\n',
      'staged.txt': 'a\n',
      'edited.txt': 'a\n',
      'gone.txt': 'a\n',
    })
    await writeFiles(directory, { 'staged.txt': 'staged\n', 'edited.txt': 'edited\n', 'new.txt': 'new\n' })
    await git(directory, 'add', 'staged.txt')
    await rm(join(directory, 'gone.txt'))
    const before = await git(directory, 'status', '--porcelain')

    await commit(directory, changes({ 'deploy/a.yaml': 'a\n' }))

    expect(before).toBe(' M edited.txt\n D gone.txt\nM  staged.txt\n?? new.txt')
    expect(await git(directory, 'status', '--porcelain')).toBe(before)
    expect(await committedFiles(directory)).toEqual(['A\tdeploy/a.yaml'])
    expect(await git(directory, 'show', ':staged.txt')).toBe('staged')
  })

  it('keeps the message, and more than one line of it', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const repository = gitRepository(directory)
    const head = await repository.cleanHead(owned)
    const message = 'Render supplychain: 1 written\n\nMaterial made:\n- material/public/ü.yaml\n'
    await repository.commit({ head, changes: changes({ 'deploy/a': 'a' }), message, proposal })
    expect(`${await git(directory, 'log', '-1', '--format=%B')}\n`).toBe(message)
  })
})

describe('who commits', () => {
  const author = { name: 'github-actions[bot]', email: 'bot@example.com' }
  const whoCommitted = (directory: string): Promise<string> =>
    git(directory, 'log', '-1', '--format=%an <%ae> %cn <%ce>')

  it.each<[string, string, typeof author | undefined, string]>([
    [
      'the person that git knows',
      '[user]\n\tname = Ada\n\temail = ada@example.com\n',
      undefined,
      'Ada <ada@example.com>',
    ],
    [
      'the person that git knows, rather than the one given',
      '[user]\n\tname = Ada\n\temail = ada@example.com\n',
      author,
      'Ada <ada@example.com>',
    ],
    [
      'the one given, where git knows nobody',
      '[user]\n\tuseConfigOnly = true\n',
      author,
      'github-actions[bot] <bot@example.com>',
    ],
  ])('is %s', async (_name, configuration, given, expected) => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await onlyConfiguration(configuration)
    const repository = gitRepository(directory, given)
    const head = await repository.cleanHead(owned)
    await repository.commit({ head, changes: changes({ 'deploy/a': 'a' }), message: 'Render\n', proposal })
    expect(await whoCommitted(directory)).toBe(`${expected} ${expected}`)
  })

  it('is the person in the environment', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    vi.stubEnv('GIT_COMMITTER_NAME', 'Grace')
    vi.stubEnv('GIT_COMMITTER_EMAIL', 'grace@example.com')
    await commit(directory, changes({ 'deploy/a': 'a' }))
    expect(await whoCommitted(directory)).toContain('Grace <grace@example.com>')
  })
})

describe('works whatever the configuration of git', () => {
  it.each<[string, string]>([
    ['signed commits', '[commit]\n\tgpgsign = true\n[gpg]\n\tprogram = false\n'],
    ['a merge for everything', '[merge]\n\tff = false\n'],
    ['signatures wanted on merges', '[merge]\n\tverifySignatures = true\n'],
    ['relative paths in status', '[status]\n\trelativePaths = true\n\tshort = true\n\tbranch = true\n'],
    ['untracked files not shown', '[status]\n\tshowUntrackedFiles = no\n'],
    ['colours and a pager', '[color]\n\tui = always\n[core]\n\tpager = false\n'],
    ['a template for messages that has to be changed', '[commit]\n\tcleanup = scissors\n\tverbose = true\n'],
  ])('%s', async (_name, configuration) => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await onlyConfiguration(`[user]\n\tname = Ada\n\temail = ada@example.com\n${configuration}`)
    const made = await commit(directory, changes({ 'deploy/a': 'a' }))
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(made)
    expect(await filesOf(directory)).toEqual({ 'network.yaml': 'a\n', 'deploy/a': 'a' })
  })

  it.each(['pre-commit', 'prepare-commit-msg', 'commit-msg', 'pre-merge-commit', 'post-merge'])(
    'a hook %s that fails',
    async (hook) => {
      const directory = await repositoryWith({ 'network.yaml': 'a\n' })
      const hooks = await temporaryFolder()
      await writeFile(join(hooks, hook), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
      await git(directory, 'config', 'core.hooksPath', hooks)
      const made = await commit(directory, changes({ 'deploy/a': 'a' }))
      expect(await git(directory, 'rev-parse', 'HEAD')).toBe(made)
    },
  )

  it('staged changes with stashes made by merges', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n', 'staged.txt': 'a\n' })
    await git(directory, 'config', 'merge.autoStash', 'true')
    await writeFiles(directory, { 'staged.txt': 'b\n' })
    await git(directory, 'add', 'staged.txt')
    await commit(directory, changes({ 'deploy/a': 'a' }))
    expect(await git(directory, 'status', '--porcelain')).toBe('M  staged.txt')
  })
})

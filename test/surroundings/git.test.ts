import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { gitRepository } from '../../src/repository/git.ts'
import { gitIn } from '../../src/repository/git-command.ts'
import { mergeBase } from '../../src/repository/merge-base.ts'
import { tools } from '../bed/tools/tool.ts'
import {
  git,
  onlyConfiguration,
  remoteOf,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from '../repository/git-folder.ts'
import { expectFault, type Machine, machine, onlyPrograms } from './shell.ts'

await tools('kustomize')

/** A folder with a program called git. */
async function gitThat(text: string, mode = 0o755): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'git'), text)
  await chmod(join(folder, 'git'), mode)
  return folder
}

describe('a git that does not work', () => {
  it.each<[string, () => Promise<string>, RegExp, RegExp]>([
    ['none', () => onlyPrograms(), /^there is no git on PATH$/, /^install git and put it on PATH$/],
    ['one that may not run', () => gitThat('', 0o644), /^git cannot be started: permission denied$/, /^give this user/],
    [
      'one that is killed',
      () => gitThat('#!/bin/sh\nkill -9 $$\n'),
      /^git was ended by SIGKILL$/,
      /^check what ended it/,
    ],
    [
      'one that fails without a word',
      () => gitThat('#!/bin/sh\nexit 7\n'),
      /^git cannot read this repository: git ended with status 7 and no message$/,
      /^check whether `git status` works here$/,
    ],
  ])('%s', async (_name, folder, message, hint) => {
    const own = await machine()
    const ended = await own.shell('chancery plan', { PATH: await folder() })
    expect(ended.status).toBe(2)
    expectFault(ended, message, hint)
  })

  it.each<[string, string, { seconds: number; bytes: number }, RegExp]>([
    ['one that hangs', '#!/bin/sh\nexec sleep 60\n', { seconds: 0.2, bytes: 1024 }, /^git did not end in time$/],
    [
      'one that never stops writing',
      '#!/bin/sh\nexec yes\n',
      { seconds: 20, bytes: 1 << 20 },
      /^git wrote more than 1 MiB$/,
    ],
  ])('%s', async (_name, text, limits, message) => {
    await onlyConfiguration()
    const { PATH } = process.env
    const folder = await temporaryFolder()
    process.env.PATH = `${await gitThat(text)}:${PATH}`
    try {
      const running = gitIn(folder, { ...limits, secondsOutside: limits.seconds }).try(['status'])
      await expect(running).rejects.toMatchObject({ name: 'OperatorError', message: expect.stringMatching(message) })
    } finally {
      process.env.PATH = PATH
    }
  })
})

describe('a repository that git does not take', () => {
  let own: Machine
  beforeEach(async () => {
    own = await machine()
  })

  it.each<[string, string, RegExp, RegExp]>([
    [
      'none',
      'rm -rf .git; chancery plan',
      /^this folder is not in a git repository: fatal: not a git repository/,
      /^run `git init` and commit network\.yaml first$/,
    ],
    [
      'without a commit',
      'rm -rf .git; git init -q .; chancery plan --base main',
      /^the repository has no commit yet$/,
      /^commit network\.yaml first/,
    ],
    [
      'that is bare',
      'rm -rf .git; git init -q --bare .; chancery plan',
      /or a bare repository$/,
      /^clone the repository, and run this in the clone$/,
    ],
    ['git’s own folder', 'cp network.yaml .git/; cd .git; chancery plan', /inside git’s own folder/, /^clone/],
    [
      'with a broken index',
      'echo x > .git/index; chancery plan',
      /: fatal: .*index file/,
      /^check whether `git status`/,
    ],
    ['with a broken configuration', 'echo [[ > .git/config; chancery plan', /: fatal: bad config/, /^check whether/],
    [
      'that was fetched without the base',
      'git commit -q --allow-empty -m Two; git clone -q --depth 1 "file://$PWD" c; cd c; chancery plan --base \'HEAD~1\'',
      /^git does not have HEAD~1, or its merge base with this commit$/,
      /fetch-depth: 0 of actions\/checkout; elsewhere fetch the branch/,
    ],
    [
      'without a branch',
      'git checkout -q --detach; chancery commit',
      /^no branch is checked out: /,
      /^check out the branch for the rendered files$/,
    ],
  ])('%s', async (_name, script, message, hint) => {
    const ended = await own.shell(script)
    expect(ended.status).toBe(2)
    expectFault(ended, message, hint)
  })

  // Git takes a folder for another user's where it is told so, as in a container with a mounted checkout.
  it('of another user is not taken for a folder without a repository', async () => {
    const wrapper = await gitThat('#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec /usr/bin/git "$@"\n')
    const others = await machine([wrapper])
    for (const command of ['plan', 'commit']) {
      const ended = await others.shell(`chancery ${command}`)
      expect(ended.status, command).toBe(2)
      expectFault(ended, /^git refuses the repository .*: another user owns it$/, /safe\.directory '/)
    }
  })

  it('that another process holds', async () => {
    await onlyConfiguration()
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await writeFiles(directory, { '.git/index.lock': '' })
    const head = await gitRepository(directory).cleanHead(['network.yaml'])
    const git = gitIn(directory)
    await expect(git.must(['add', '.'], 'adding failed', 'see git')).rejects.toMatchObject({
      message: expect.stringMatching(/^another git process holds .*index\.lock, or one crashed$/),
      hint: expect.stringMatching(/^wait until it ends; if none runs, remove /),
    })
    await rm(join(directory, '.git/index.lock'))
    expect(head.branch).toBe('main')
  })
})

describe('the base of a plan', () => {
  /** A clone with a branch `feature`; `main` here is one commit ahead of `main` at the remote. */
  async function clone(): Promise<{ readonly directory: string; readonly first: string; readonly second: string }> {
    await onlyConfiguration()
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const first = await git(directory, 'rev-parse', 'HEAD')
    await remoteOf(directory)
    await git(directory, 'fetch', '--quiet', 'origin')
    await git(directory, 'remote', 'set-head', 'origin', 'main')
    await git(directory, 'commit', '--quiet', '--allow-empty', '--message', 'Second')
    const second = await git(directory, 'rev-parse', 'HEAD')
    await git(directory, 'switch', '--quiet', '--create', 'feature')
    await git(directory, 'commit', '--quiet', '--allow-empty', '--message', 'Third')
    return { directory, first, second }
  }

  it.each<[string, 'first' | 'second' | 'third']>([
    ['HEAD', 'third'],
    ['HEAD~1', 'second'],
    ['main', 'second'],
    ['feature', 'third'],
    ['origin/main', 'first'],
    ['origin/HEAD', 'first'],
    ['refs/remotes/origin/main', 'first'],
  ])('%s is what git takes it for here', async (reference, expected) => {
    const { directory, ...commits } = await clone()
    const third = await git(directory, 'rev-parse', 'HEAD')
    const commit = { ...commits, third }[expected]
    expect(await mergeBase(directory, reference)).toEqual({ commit, name: reference })
  })

  it('is the local branch, and not a tag of its name', async () => {
    const { directory, first, second } = await clone()
    await git(directory, 'tag', 'main', first)
    expect(await mergeBase(directory, 'main')).toEqual({ commit: second, name: 'main' })
  })

  it('is where the branch was left, once that has more commits', async () => {
    const { directory, second } = await clone()
    await git(directory, 'switch', '--quiet', 'main')
    await git(directory, 'commit', '--quiet', '--allow-empty', '--message', 'Fourth')
    await git(directory, 'switch', '--quiet', 'feature')
    expect(await mergeBase(directory, 'main')).toEqual({ commit: second, name: 'the merge base with main' })
  })

  it('is the last commit without a reference', async () => {
    const { directory } = await clone()
    const commit = await git(directory, 'rev-parse', 'HEAD')
    expect(await mergeBase(directory, undefined)).toEqual({ commit, name: 'HEAD' })
  })

  it('is a branch of origin where the local one has another history', async () => {
    const { directory, first } = await clone()
    await git(directory, 'switch', '--quiet', '--orphan', 'other')
    await git(directory, 'commit', '--quiet', '--allow-empty', '--message', 'Other')
    await git(directory, 'branch', '--quiet', '--force', 'main', 'other')
    await git(directory, 'switch', '--quiet', 'feature')
    expect(await mergeBase(directory, 'main')).toEqual({
      commit: first,
      name: 'origin/main',
      reason: 'main has no commit in common with HEAD',
    })
  })

  it('is a branch of origin where none here has the name', async () => {
    const { directory, first } = await clone()
    await git(directory, 'branch', '--quiet', '-D', 'main')
    expect(await mergeBase(directory, 'main')).toEqual({
      commit: first,
      name: 'origin/main',
      reason: 'there is no local branch main',
    })
  })

  it.each(['--help', '', 'a b', 'constructor', '@{u}', ':/nothing'])('is not %j', async (reference) => {
    const { directory } = await clone()
    await expect(mergeBase(directory, reference)).rejects.toMatchObject({
      message: `git does not have ${reference}, or its merge base with this commit`,
    })
  })
})

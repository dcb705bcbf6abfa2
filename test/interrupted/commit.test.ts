import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { commit } from '../../src/commands/commit.ts'
import { keys } from '../../src/commands/keys.ts'
import { render } from '../../src/commands/render.ts'
import { OperatorError } from '../../src/errors.ts'
import { carrierNodes, definition, type Holders, makeHolders } from '../commands/definition.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import {
  filesOf,
  git,
  onlyConfiguration,
  remoteOf,
  repositoryWith,
  temporaryFolder,
  writeFiles,
} from '../repository/git-folder.ts'
import { gitInterruption, KilledAtGit } from './kill-git.ts'

vi.mock('../../src/tools/process.ts', async (original) => {
  const { interruptibleProcesses } = await import('./kill-git.ts')
  return interruptibleProcesses(await original())
})

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  gitInterruption.at = 0
  await onlyConfiguration()
})

const network = 'network.yaml'
const run = (directory: string, push: string | undefined) =>
  commit({ network, ...(push === undefined ? {} : { push }) }, recordingPorts(directory))

const newRepository = () =>
  repositoryWith({
    [network]: definition(holders),
    'README.md': 'mine\n',
    '.gitattributes': 'deploy/** filter=deploy\n',
  })

/** Sealed keys by path. */
const sealedAt = async (directory: string, commit: string): Promise<string> =>
  git(directory, 'ls-tree', '-r', commit, 'material/')

async function isWhole(directory: string, commits: number): Promise<void> {
  expect(await git(directory, 'status', '--porcelain', '--untracked-files=all', '--ignored')).toBe('')
  expect(await git(directory, 'rev-list', '--count', 'main')).toBe(String(commits))
  expect(await git(directory, 'for-each-ref', 'refs/chancery')).toBe('')
  expect(Object.keys(await filesOf(directory)).filter((path) => path.includes('.chancery'))).toEqual([])
}

describe.each([undefined, 'origin'])('killed before and after each change by git, with push: %s', (push) => {
  it('the next run ends with one commit, and with the keys that anybody saw', async () => {
    let at = 1
    for (; ; at += 1) {
      const directory = await newRepository()
      const bare = await remoteOf(directory)
      Object.assign(gitInterruption, { at, count: 0 })
      const failure = await run(directory, push).then(
        () => undefined,
        (error: unknown) => error,
      )
      gitInterruption.at = 0
      if (failure === undefined) break
      expect(failure).toBeInstanceOf(KilledAtGit)
      const seen = [await sealedAt(directory, 'main'), await sealedAt(bare, 'main')].filter((list) => list !== '')
      await run(directory, push)
      await isWhole(directory, 2)
      const kept = await sealedAt(directory, 'main')
      for (const list of seen) expect(list).toBe(kept)
      if (push !== undefined)
        expect(await git(bare, 'rev-parse', 'main')).toBe(await git(directory, 'rev-parse', 'HEAD'))
    }
    expect(at).toBeGreaterThan(8)
  })
})

/** Git calls this for each file below deploy/ that it writes; the n-th of them does something else. */
async function atFile(number: number, does: string): Promise<void> {
  const folder = await temporaryFolder()
  const filter = `n=$(cat '${folder}/n' 2>/dev/null || echo 0); n=$((n+1)); echo $n >'${folder}/n'; if [ $n = ${number} ]; then ${does}; fi; cat`
  await onlyConfiguration(
    `[user]\n\tname = Ada\n\temail = ada@example.com\n[filter "deploy"]\n\tclean = cat\n\trequired = true\n\tsmudge = ${JSON.stringify(filter)}\n`,
  )
}

const ends = [
  ['killed', 'kill -9 $PPID; exit'],
  ['stopped by an error', 'exit 1'],
] as const

/** A repository whose work tree has a part of the commit that was pushed, which brings, changes and removes files. */
async function halfWrittenBy(does: string, number: number) {
  await atFile(100_000, does)
  const directory = await newRepository()
  const bare = await remoteOf(directory)
  await run(directory, 'origin')
  const nodes = [...carrierNodes.filter(({ name }) => name !== 'rpc1'), { name: 'rpc8', role: 'rpc' } as const]
  await writeFiles(directory, { [network]: definition(holders, { carrierNodes: nodes }) })
  await git(directory, 'commit', '--quiet', '--all', '--message', 'Other nodes')
  await git(directory, 'push', '--quiet', 'origin', 'main')
  await atFile(number, does)
  const said = await run(directory, 'origin').then(
    (result) => result.status,
    (error: unknown) => error,
  )
  if (does.startsWith('kill')) expect(said).toBeInstanceOf(OperatorError)
  expect(await git(directory, 'status', '--porcelain')).not.toBe('')
  expect(await git(bare, 'rev-list', '--count', 'main')).toBe('4')
  return { directory, bare }
}

describe.each(ends)('git %s while it writes files', (_name, does) => {
  const halfWritten = (number: number) => halfWrittenBy(does, number)

  it.each([1, 9])('the next commit takes it up: file %i', async (number) => {
    const { directory, bare } = await halfWritten(number)
    expect(await run(directory, 'origin')).toMatchObject({ status: 0, changed: false })
    await isWhole(directory, 4)
    expect(await git(bare, 'rev-parse', 'main')).toBe(await git(directory, 'rev-parse', 'HEAD'))
  })

  it('keys and render take it up', async () => {
    for (const command of [
      (directory: string) => keys({ network }, recordingPorts(directory)),
      (directory: string) => render({ network, check: false, standIns: false }, recordingPorts(directory)),
    ]) {
      const { directory } = await halfWritten(4)
      expect(await command(directory)).toMatchObject({ status: 0 })
      await isWhole(directory, 4)
    }
  })

  it('half of a file is no change of a person', async () => {
    const { directory, bare } = await halfWritten(2)
    const whole = await git(bare, 'show', 'main:deploy/README.md')
    await writeFiles(directory, { 'deploy/README.md': whole.slice(0, whole.length / 2) })
    expect(await run(directory, 'origin')).toMatchObject({ status: 0, changed: false })
    await isWhole(directory, 4)
  })

  it('files that somebody changed since then are theirs', async () => {
    const { directory } = await halfWritten(4)
    await writeFiles(directory, { 'deploy/README.md': 'mine\n', 'README.md': 'mine too\n' })
    await expect(run(directory, 'origin')).rejects.toThrow(
      /^an interrupted run left the work tree between two commits, and these files were changed afterwards: deploy\/README\.md$/,
    )
    expect((await filesOf(directory))['deploy/README.md']).toBe('mine\n')
    await rm(join(directory, 'deploy/README.md'))
    expect(await run(directory, 'origin')).toMatchObject({ status: 0, changed: false })
    expect(await git(directory, 'status', '--porcelain')).toBe(' M README.md')
  })
})

it('a run that takes up what was interrupted, and is killed, is taken up', async () => {
  const { directory: start } = await halfWrittenBy(ends[0][1], 5)
  let at = 1
  // Killed after a command is killed before the next one.
  for (; ; at += 2) {
    const directory = join(await temporaryFolder(), 'copy')
    await cp(start, directory, { recursive: true })
    Object.assign(gitInterruption, { at, count: 0 })
    const ended = await run(directory, undefined).catch((error: unknown) => error)
    gitInterruption.at = 0
    if (!(ended instanceof KilledAtGit)) break
    await run(directory, undefined)
    await isWhole(directory, 4)
  }
  expect(at).toBeGreaterThan(6)
})

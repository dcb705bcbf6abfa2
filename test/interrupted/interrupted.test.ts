import { execFileSync } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { inspect } from '../../src/commands/inspect.ts'
import { keys } from '../../src/commands/keys.ts'
import { render } from '../../src/commands/render.ts'
import { OperatorError } from '../../src/errors.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { carrierNodes, definition, type Holders, makeHolders } from '../commands/definition.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import { filesOf, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { interruption, Killed } from './kill.ts'

vi.mock('node:fs/promises', async (original) => {
  const { interruptible } = await import('./kill.ts')
  return interruptible(await original())
})

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(() => {
  interruption.at = 0
})

const network = 'network.yaml'
const makeKeys = (directory: string) => keys({ network }, recordingPorts(directory))
const renderAll = (directory: string) => render({ network, check: false, standIns: false }, recordingPorts(directory))

/** A copy of a folder that was made before, as every run needs one. */
async function copyOf(directory: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'network')
  await cp(directory, copy, { recursive: true })
  return copy
}

async function folderWith(text: string): Promise<string> {
  const directory = await temporaryFolder()
  await writeFiles(directory, { [network]: text })
  return directory
}

/** Runs something that is interrupted at a call; undefined when it came to its end before. */
async function interrupted(at: number, kind: typeof interruption.kind, run: () => Promise<unknown>): Promise<unknown> {
  Object.assign(interruption, { at, kind, count: 0 })
  const failure = await run().then(
    () => undefined,
    (error: unknown) => error ?? new Error('nothing'),
  )
  const wasReached = interruption.count >= at
  interruption.at = 0
  return wasReached ? (failure ?? 'survived') : undefined
}

const material = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).filter(([path]) => path.startsWith('material/'))

/** Nothing but what the network has: no temporary file, no list of changes. */
const isTidy = (files: Readonly<Record<string, string>>): void =>
  expect(Object.keys(files).filter((path) => path.includes('chancery'))).toEqual([])

async function isWhole(directory: string): Promise<void> {
  const { findings, checked } = await inspect({ network }, workTree(directory))
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(checked?.missing).toEqual([])
}

const addition = [...carrierNodes, { name: 'rpc8', role: 'rpc' }] as const

describe.each(['killed', 'ENOSPC', 'EIO', 'EACCES'] as const)('%s at any call', (kind) => {
  it('a change is made as a whole by the next run, or was never begun', async () => {
    const old = { 'material/a': 'old', 'deploy/gone/b': 'old', 'deploy/place': 'a file where a folder belongs' }
    const written = new Map([
      ['material/a', 'new'],
      ['material/new/c', 'new'],
      ['deploy/place/d', 'new'],
      ['network.lock.yaml', 'new'],
    ])
    const changes = { written, removed: ['deploy/gone/b', 'deploy/place'] }
    const states = new Set<string>()
    for (let at = 1; ; at += 1) {
      const directory = await temporaryFolder()
      await writeFiles(directory, old)
      const failure = await interrupted(at, kind, () => workTree(directory).change(changes))
      if (failure === undefined) break
      if (failure !== 'survived') expect(failure).toBeInstanceOf(kind === 'killed' ? Killed : OperatorError)
      await workTree(directory).alone(async () => {})
      const after = await filesOf(directory)
      states.add(JSON.stringify(Object.entries(after).sort()))
    }
    const whole = [...states].sort()
    expect(whole).toEqual(
      [old, Object.fromEntries(written)].map((files) => JSON.stringify(Object.entries(files).sort())).sort(),
    )
  })
})

describe.each(['killed', 'ENOSPC'] as const)('%s at many calls', (kind) => {
  it('keys: the next run ends with every key once, and none that was seen is made again', async () => {
    const start = await folderWith(definition(holders))
    await makeKeys(start)
    await writeFiles(start, { [network]: definition(holders, { carrierNodes: addition }) })
    const before = await filesOf(start)
    let at = 1
    for (; ; at += 6) {
      const directory = await copyOf(start)
      const failure = await interrupted(at, kind, () => makeKeys(directory))
      if (failure === undefined) break
      if (kind !== 'killed' && failure !== 'survived') {
        expect(failure).toBeInstanceOf(OperatorError)
        expect((failure as OperatorError).hint).not.toBe('')
      } else if (failure !== 'survived') expect(failure).toBeInstanceOf(Killed)
      const seen = material(await filesOf(directory))
      await makeKeys(directory)
      const after = await filesOf(directory)
      isTidy(after)
      for (const [path, text] of seen) expect([path, after[path]]).toEqual([path, text])
      for (const [path, text] of material(before)) expect([path, after[path]]).toEqual([path, text])
      expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 2)
      await isWhole(directory)
    }
    expect(at).toBeGreaterThan(20)
  })

  it('keys: looking at the folder finishes what was begun', async () => {
    const start = await folderWith(definition(holders))
    for (let at = 2; ; at += 23) {
      const directory = await copyOf(start)
      if ((await interrupted(at, kind, () => makeKeys(directory))) === undefined) break
      const { findings, checked } = await inspect({ network }, workTree(directory))
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect([0, 6]).toContain(checked?.missing.length)
    }
  })

  it('render: the next run ends with what the definition renders', async () => {
    const start = await folderWith(definition(holders))
    await makeKeys(start)
    await renderAll(start)
    // One node less: files are changed, and removed.
    await writeFiles(start, {
      [network]: definition(holders, { carrierNodes: carrierNodes.filter(({ name }) => name !== 'rpc1') }),
    })
    const expected = await copyOf(start)
    await renderAll(expected)
    for (let at = 3; ; at += 23) {
      const directory = await copyOf(start)
      if ((await interrupted(at, kind, () => renderAll(directory))) === undefined) break
      await renderAll(directory)
      expect(await filesOf(directory)).toEqual(await filesOf(expected))
    }
  })
})

describe('an interrupted run', () => {
  it('is not seen by git', async () => {
    const start = await folderWith(definition(holders))
    execFileSync('git', ['init', '--quiet'], { cwd: start })
    const seen = new Set<string>()
    for (let at = 1; ; at += at < 4 ? 1 : 12) {
      const directory = await copyOf(start)
      if ((await interrupted(at, 'killed', () => makeKeys(directory))) === undefined) break
      const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: directory })
      for (const line of status.toString().split('\n')) if (line.includes('chancery')) seen.add(line.slice(3))
    }
    // While the file is written that tells git to ignore all of the folder, itself included.
    expect([...seen]).toEqual(['.chancery/.gitignore'])
  })

  it('leaves no temporary file of an earlier release', async () => {
    const directory = await folderWith(definition(holders))
    await writeFiles(directory, {
      'material/public/carrier/rpc1.yaml.chancery-4194305': 'half',
      'network.lock.yaml.chancery-4194305': 'half',
      'deploy/README.md.chancery-4194305': 'half',
      [`material/public/carrier/rpc1.yaml.chancery-${process.ppid}`]: 'of a process that runs',
    })
    await makeKeys(directory)
    const left = Object.keys(await filesOf(directory)).filter((path) => path.includes('.chancery-'))
    expect(left).toEqual([`material/public/carrier/rpc1.yaml.chancery-${process.ppid}`])
  })

  it('is not finished from a list that came with a commit', async () => {
    const directory = await folderWith(definition(holders))
    const list = { place: [1, 2], written: [{ file: 'new-0', path: 'deploy/a' }], removed: ['network.lock.yaml'] }
    await writeFiles(directory, { '.chancery/changes.json': JSON.stringify(list), '.chancery/new-0': 'theirs' })
    await expect(makeKeys(directory)).rejects.toThrow(/^\.chancery\/changes\.json was not written in this folder/)
    await expect(workTree(directory).read(network)).rejects.toThrow(OperatorError)
    expect(await readFile(join(directory, network), 'utf8')).toBe(definition(holders))
  })
})

it('two runs at the same time make each key once', async () => {
  const directory = await folderWith(definition(holders))
  const results = await Promise.all([makeKeys(directory), makeKeys(directory), makeKeys(directory)])
  expect(results.map(({ changed }) => changed).sort()).toEqual([false, false, true])
  isTidy(await filesOf(directory))
  await isWhole(directory)
})

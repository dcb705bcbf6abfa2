import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { inspect } from '../../src/commands/inspect.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { definition, type Holders, makeHolders } from '../commands/definition.ts'
import { filesOf, git, onlyConfiguration, repositoryWith, temporaryFolder } from '../repository/git-folder.ts'
import { chancery } from './kill-process.ts'

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(() => onlyConfiguration())

const network = 'network.yaml'

async function copyOf(directory: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'network')
  await cp(directory, copy, { recursive: true })
  return copy
}

const material = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).filter(([path]) => path.startsWith('material/'))

/** Points from the first call to the last. */
const spread = (calls: number, points: number): number[] =>
  Array.from({ length: points }, (_, point) => 1 + Math.round((point * (calls - 1)) / (points - 1)))

it.each([
  ['keys', 3],
  ['render', 3],
  ['commit', 5],
] as const)('a process of %s that is killed is followed by a whole state', async (command, points) => {
  const scratch = await temporaryFolder()
  const start = await repositoryWith({ [network]: definition(holders) })
  if (command === 'render') expect(await chancery(start, scratch, ['keys'])).toMatchObject({ status: 0 })
  const complete = await copyOf(start)
  const { status, calls = 0 } = await chancery(complete, scratch, [command])
  expect(status).toBe(0)
  expect(calls).toBeGreaterThan(points)
  const paths = Object.keys(await filesOf(complete)).sort()
  let kills = 0
  for (const at of spread(calls, points)) {
    const directory = await copyOf(start)
    const ended = await chancery(directory, scratch, [command], at)
    if (ended.signal === 'SIGKILL') kills += 1
    // Folders are made side by side: how many calls a run makes varies by a few, so the last point may never be reached.
    else expect(ended, ended.output).toMatchObject({ status: 0 })
    const seen = material(await filesOf(directory))
    const next = await chancery(directory, scratch, [command])
    expect(next, `${at} of ${calls}: ${next.output}`).toMatchObject({ status: 0 })
    const after = await filesOf(directory)
    expect(Object.keys(after).sort(), `${at} of ${calls}`).toEqual(paths)
    // Written by git they are whole only when it ends.
    for (const [path, text] of seen) expect([path, after[path]?.startsWith(text)]).toEqual([path, true])
    const { findings, checked } = await inspect({ network }, workTree(directory))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(checked?.missing).toEqual([])
    expect(await git(directory, 'rev-list', '--count', 'HEAD')).toBe(command === 'commit' ? '2' : '1')
    if (command === 'commit') expect(await git(directory, 'status', '--porcelain', '--ignored')).toBe('')
  }
  expect(kills).toBeGreaterThanOrEqual(points - 1)
})

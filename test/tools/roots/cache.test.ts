import { chmod, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { mergeTrees } from '../../../src/render/tree.ts'
import { cacheFolder, openCache } from '../../../src/tools/roots/cache.ts'
import { buildRoots } from '../../../src/tools/roots.ts'
import { tool } from '../../bed/tools/tool.ts'
import { temporaryFolder } from '../../repository/git-folder.ts'
import { configMap, root } from './small-roots.ts'

const kustomize = await tool('kustomize')

let folder: string
beforeEach(async () => {
  folder = join(await temporaryFolder(), 'roots')
})

const entries = (): Promise<string[]> => readdir(folder)

describe('an entry', () => {
  test('is read as it was written, by its owner only', async () => {
    const cache = await openCache(folder)
    await cache.write(new Map([['key', 'a: ü\n']]))
    expect(await cache.read('key')).toBe('a: ü\n')
    expect(await cache.read('other')).toBeUndefined()
    expect(await entries()).toEqual(['key'])
    expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  test.each<[what: string, change: (text: string) => string]>([
    ['ends early', (text) => text.slice(0, -1)],
    ['was changed', (text) => text.replace('a:', 'b:')],
    ['is empty', () => ''],
    ['comes from elsewhere', () => 'a: 1\n'],
  ])('is not taken when it %s', async (_, change) => {
    const cache = await openCache(folder)
    await cache.write(new Map([['key', 'a: 1\n']]))
    await writeFile(join(folder, 'key'), change(await readFile(join(folder, 'key'), 'utf8')))
    expect(await cache.read('key')).toBeUndefined()
    await cache.write(new Map([['key', 'a: 1\n']]))
    expect(await cache.read('key')).toBe('a: 1\n')
  })

  test('goes when there are too many bytes and it was not used for the longest time', async () => {
    const entry = 'a'.repeat(100)
    const cache = await openCache(folder, 3 * 170)
    await cache.write(new Map(['one', 'two', 'three'].map((key) => [key, entry])))
    for (const [index, key] of ['one', 'two', 'three'].entries()) await utimes(join(folder, key), index, index)
    await cache.read('one')
    await cache.write(new Map([['four', entry]]))
    expect((await entries()).sort()).toEqual(['four', 'one', 'three'])
  })
})

test('a folder that others may write to is not used', async () => {
  await (await openCache(folder)).write(new Map([['key', 'a: 1\n']]))
  await chmod(folder, 0o777)
  const cache = await openCache(folder)
  expect(await cache.read('key')).toBeUndefined()
})

test('a folder that cannot be made keeps nothing, and is no error', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  const cache = await openCache(join(file, 'roots'))
  await cache.write(new Map([['key', 'a: 1\n']]))
  expect(await cache.read('key')).toBeUndefined()
})

test.each<[what: string, environment: Record<string, string>, expected: string]>([
  [
    "a job's own folder in an action",
    { RUNNER_TEMP: '/runner/temp', RUNNER_TOOL_CACHE: '/tools', HOME: '/home/ada' },
    '/runner/temp/chancery/roots',
  ],
  ["the person's cache", { XDG_CACHE_HOME: '/cache', HOME: '/home/ada' }, '/cache/chancery/roots'],
  ['the usual place of that', { HOME: '/home/ada' }, '/home/ada/.cache/chancery/roots'],
])('it is in %s', (_, environment, expected) => {
  expect(cacheFolder(environment)).toBe(expected)
})

describe('roots with a cache', () => {
  let log: string
  let program: string
  beforeEach(async () => {
    const place = await temporaryFolder()
    log = join(place, 'log')
    program = join(place, 'kustomize')
    await writeFile(program, `#!/bin/sh\necho "$*" >> '${log}'\nexec '${kustomize}' "$@"\n`)
    await chmod(program, 0o755)
  })

  const builds = async (): Promise<number> => {
    const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line.startsWith('build'))
    await writeFile(log, '')
    return lines.length
  }
  const good = (name: string, value: string) =>
    root(`acme/${name}`, { namespace: 'acme', resources: ['all.yaml'] }, { 'all.yaml': [configMap(name, { value })] })
  const broken = root('acme/w', { namespace: 'acme', resources: ['missing.yaml'] }, {})

  test('are built again only when they changed, and when they are broken', async () => {
    const tree = mergeTrees(good('v1', 'a'), good('v2', 'a'))
    const first = await buildRoots(program, tree, undefined, folder)
    expect(await builds()).toBe(2)
    expect(await buildRoots(program, tree, undefined, folder)).toEqual(first)
    expect(await builds()).toBe(0)
    const changed = mergeTrees(good('v1', 'a'), good('v2', 'b'), broken)
    const second = await buildRoots(program, changed, undefined, folder)
    expect(second).toEqual(await buildRoots(kustomize, changed))
    expect(await builds()).toBe(2)
    expect(await buildRoots(program, changed, undefined, folder)).toEqual(second)
    expect(await builds()).toBe(1)
  })
})

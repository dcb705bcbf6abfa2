import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { read, root } from './pages.ts'

const pathsIn = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)

/** The paths of each row of the table "changed in src/, run first, and before a commit". */
const rows = (await read('docs/architecture.md'))
  .split(/^\| changed in `src\/` .*\n\| --- .*\n/m)[1]
  ?.split(/\n(?!\|)/)[0]
  ?.split('\n')
  .map((row) => row.split('|').slice(1, -1).map(pathsIn))

/** Folders of `src/` whose own tests a reader has to find, and its files. */
async function places(folder = ''): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'src', folder), { withFileTypes: true })
  return entries.map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
}

test('the table of tests has every folder and file of src/, every platform, and nothing that is not there', async () => {
  const changed = rows?.flatMap(([first = []]) => first) ?? []
  const platforms = (await places('platforms/')).filter((place) => place.endsWith('/'))
  expect(changed.toSorted()).toEqual([...(await places()), ...platforms].sort())
})

test('the table of tests names tests that there are, for each', () => {
  const tests = rows?.flatMap(([, ...others]) => others) ?? []
  expect(tests.length).toBeGreaterThan(20)
  expect(tests.filter((paths) => paths.length === 0)).toEqual([])
  expect(tests.flat().filter((path) => !existsSync(join(root, path)))).toEqual([])
})

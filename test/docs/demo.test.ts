import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../../src/tools/process.ts'
import { tools } from '../bed/tools/tool.ts'
import { temporaryFolder } from '../repository/git-folder.ts'
import { root } from './pages.ts'

await tools('kustomize')

/** A number in the output, before or after a text. */
function numberIn(output: string, pattern: RegExp): number {
  const [, found] = pattern.exec(output) ?? []
  expect(found, String(pattern)).toBeDefined()
  return Number(found)
}

it('fits on a screen, begins with success, and counts the same files everywhere', async () => {
  const directory = join(await temporaryFolder(), 'demo')
  const demo = () => run(process.execPath, ['scripts/demo.ts', '--directory', directory], { directory: root })
  const { status, stdout, stderr } = await demo()
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(30)
  expect(lines[1]).toContain('✓')
  expect(stdout).not.toContain('flowchart')
  for (const heading of ['Topology', 'Routes', 'DNS records', 'What the network can lose'])
    expect(stdout).toMatch(new RegExp(`^${heading}`, 'm'))
  const written = numberIn(stdout, /(\d+) files \(/)
  expect(numberIn(stdout, /: (\d+) written/)).toBe(written)
  const folders = Array.from(stdout.matchAll(/(\d+) in [a-z]+\//g), ([, count]) => Number(count))
  expect(folders.reduce((sum, count) => sum + count, 1)).toBe(written)
  expect(existsSync(join(directory, 'network.lock.yaml'))).toBe(true)
  const identity = /AGE-SECRET-KEY-\w+/.exec(await readFile(join(directory, 'demo.agekey'), 'utf8'))?.[0]
  expect(identity).toBeDefined()
  expect(stdout).not.toContain(identity)

  const again = await demo()
  expect(again).toMatchObject({ status: 0, stderr: '' })
  expect(again.stdout).toContain('nothing to do')
})

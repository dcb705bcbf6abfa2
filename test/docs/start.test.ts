import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/tools/process.ts'
import { tools } from '../bed/tools/tool.ts'
import { program } from '../program.ts'
import { git, onlyConfiguration, temporaryFolder } from '../repository/git-folder.ts'
import { read } from './pages.ts'

await tools('kustomize')

test('start.md: its commands make a repository with keys and manifests', async () => {
  await onlyConfiguration()
  const page = await read('docs/start.md')
  const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block)
  expect(commands).toHaveLength(3)
  const folder = await temporaryFolder()
  const script = ['set -e', `chancery() { "${process.execPath}" "${await program()}" "$@"; }`, ...commands].join('\n')
  const { status, stderr } = await run('bash', ['-c', script], { directory: folder })
  expect({ status, errors: stderr.match(/^.*: (?:error|warning): .*$/gm) }).toEqual({ status: 0, errors: null })
  const trade = join(folder, 'trade')
  const files = (await git(trade, 'ls-files')).split('\n')
  expect(files).toEqual(expect.arrayContaining(['network.yaml', 'network.lock.yaml', 'deploy/README.md']))
  expect(files.filter((file) => file.startsWith('.age/'))).toEqual([])
  expect((await stat(join(trade, '.age/eu.txt'))).mode & 0o777).toBe(0o600)
  // Every file that the page lists is there.
  const [, table = ''] = /^`init` writes:\n\n(.*?)\n\n/ms.exec(page) ?? []
  const listed = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path))
  expect(listed.length).toBeGreaterThan(8)
  expect(listed.filter((path) => !files.some((file) => file === path || file.startsWith(path)))).toEqual([])
  expect(await readFile(join(trade, 'README.md'), 'utf8')).toContain('trade-ambassador')
})

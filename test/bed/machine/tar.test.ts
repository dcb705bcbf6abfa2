import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { tar } from './tar.ts'

it('an archive is what tar reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tar-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const contents = [0, 1, 511, 512, 513].map((size) => Buffer.alloc(size, 'x'))
  const input = tar([
    { path: 'bin', mode: 0o755 },
    ...contents.map((content, index) => ({ path: `bin/${index}`, mode: 0o750, content })),
  ])
  execFileSync('tar', ['--extract', '--preserve-permissions', '--file=-', '--directory', folder], { input })
  contents.forEach((content, index) => {
    const file = join(folder, `bin/${index}`)
    expect(readFileSync(file)).toEqual(content)
    expect(statSync(file).mode & 0o777).toBe(0o750)
  })
})

it('a path that would be cut off is refused', () => {
  expect(() => tar([{ path: 'x'.repeat(101), mode: 0o644 }])).toThrow('too long for an archive')
})

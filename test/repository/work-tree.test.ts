import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileContent } from '../../src/file-content.ts'
import type { Files } from '../../src/repository/files.ts'
import { workTree } from '../../src/repository/work-tree.ts'

let around: string
let inside: string
let outside: string

beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'work-tree-'))
  inside = join(around, 'repository')
  outside = join(around, 'elsewhere')
  mkdirSync(inside)
  mkdirSync(join(outside, 'eu'), { recursive: true })
  writeFileSync(join(outside, 'precious'), 'precious')
  writeFileSync(join(outside, 'eu', 'precious'), 'precious')
})

afterEach(() => rmSync(around, { recursive: true, force: true }))

const put = (path: string, content = 'x'): void => {
  mkdirSync(dirname(join(inside, path)), { recursive: true })
  writeFileSync(join(inside, path), content)
}

const link = (path: string, target: string): void => {
  mkdirSync(dirname(join(inside, path)), { recursive: true })
  symlinkSync(target, join(inside, path))
}

const pipe = (path: string): void => void execFileSync('mkfifo', [join(inside, path)])

const write = (files: Files, path: string, content: FileContent): Promise<void> =>
  files.change({ written: new Map([[path, content]]), removed: [] })

const remove = (files: Files, path: string): Promise<void> => files.change({ written: new Map(), removed: [path] })

const isUntouched = (): void => {
  expect(readdirSync(outside, { recursive: true }).sort()).toEqual(['eu', 'eu/precious', 'precious'])
  expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('precious')
}

describe('a work tree', () => {
  it('writes, lists, reads and removes, with the folders that become empty', async () => {
    const files = workTree(inside)
    await write(files, 'deploy/clusters/eu/a.yaml', 'a')
    await write(files, 'deploy/b.yaml', Uint8Array.of(0xff, 0))
    expect(await files.list('deploy')).toEqual(['deploy/b.yaml', 'deploy/clusters/eu/a.yaml'])
    expect(await files.list('.')).toEqual(['deploy/b.yaml', 'deploy/clusters/eu/a.yaml'])
    expect(await files.read('deploy/clusters/eu/a.yaml')).toBe('a')
    expect(await files.readBytes('deploy/b.yaml')).toEqual(Uint8Array.of(0xff, 0))
    await remove(files, 'deploy/clusters/eu/a.yaml')
    expect(readdirSync(join(inside, 'deploy'))).toEqual(['b.yaml'])
    await remove(files, 'deploy/clusters/eu/a.yaml')
    expect(await files.read('deploy/clusters/eu/a.yaml')).toBeUndefined()
    expect(await files.read('deploy/b.yaml/c')).toBeUndefined()
    expect(await files.list('nowhere')).toEqual([])
  })

  it('may itself be reached through a link', async () => {
    symlinkSync(inside, join(around, 'shortcut'))
    const files = workTree(join(around, 'shortcut'))
    await write(files, 'deploy/a.yaml', 'a')
    expect(await files.list('deploy')).toEqual(['deploy/a.yaml'])
    expect(readFileSync(join(inside, 'deploy/a.yaml'), 'utf8')).toBe('a')
  })

  it('takes over what an interrupted process of the same number left', async () => {
    put(`a.yaml.chancery-${process.pid}`, 'half')
    await write(workTree(inside), 'deploy/a.yaml', 'whole')
    expect(readdirSync(inside, { recursive: true }).sort()).toEqual(['deploy', 'deploy/a.yaml'])
  })

  it.each([
    ['the folder itself', 'deploy', () => outside, 'deploy/precious'],
    ['a folder below', 'deploy/eu', () => join(outside, 'eu'), 'deploy/eu/precious'],
    ['a folder in the middle', 'deploy/clusters', () => outside, 'deploy/clusters/eu/precious'],
    ['a relative link', 'deploy', () => '../elsewhere', 'deploy/precious'],
    ['a link that stays in the repository', 'deploy', () => 'other', 'deploy/precious'],
  ])('refuses what is behind a link: %s', async (_name, at, target, path) => {
    link(at, target())
    put('other/precious')
    const files = workTree(inside)
    const refusal = /is a symbolic link, or is reached through one/
    await expect(files.read(path)).rejects.toThrow(refusal)
    await expect(files.readBytes(path)).rejects.toThrow(refusal)
    await expect(files.list(at)).rejects.toThrow(refusal)
    await expect(write(files, path, 'changed')).rejects.toThrow(refusal)
    await expect(write(files, `${dirname(path)}/new/file`, 'new')).rejects.toThrow(refusal)
    await expect(remove(files, path)).rejects.toThrow(refusal)
    isUntouched()
  })

  it('refuses to read a link to a file, replaces it by a file, and removes the link alone', async () => {
    link('material/network.yaml', join(outside, 'precious'))
    link('material/other.yaml', join(outside, 'precious'))
    link('material/dangling.yaml', join(outside, 'missing'))
    const files = workTree(inside)
    await expect(files.read('material/network.yaml')).rejects.toThrow(/^material\/network.yaml is a symbolic link/)
    await expect(files.read('material/dangling.yaml')).rejects.toThrow(/^material\/dangling.yaml is a symbolic link/)
    await write(files, 'material/network.yaml', 'own')
    await write(files, 'material/dangling.yaml', 'own')
    await remove(files, 'material/other.yaml')
    expect(readFileSync(join(inside, 'material/network.yaml'), 'utf8')).toBe('own')
    expect(readdirSync(join(inside, 'material')).sort()).toEqual(['dangling.yaml', 'network.yaml'])
    isUntouched()
  })

  it('refuses loops of links, devices, pipes and folders, and waits for none of them', async () => {
    link('a', 'b')
    link('b', 'a')
    link('zero', '/dev/zero')
    link('input', '/dev/stdin')
    pipe('pipe')
    put('folder/file')
    const files = workTree(inside)
    await expect(files.read('a')).rejects.toThrow(/symbolic link/)
    await expect(files.read('a/b')).rejects.toThrow(/symbolic link/)
    await expect(files.read('zero')).rejects.toThrow(/symbolic link/)
    await expect(files.read('input')).rejects.toThrow(/symbolic link/)
    await expect(files.read('pipe')).rejects.toThrow('pipe is not a regular file')
    await expect(files.read('folder')).rejects.toThrow('folder is a folder, not a file')
    await expect(workTree('/dev').read('zero')).rejects.toThrow('zero is not a regular file')
  })

  it('looks at the size before it reads', async () => {
    put('huge')
    truncateSync(join(inside, 'huge'), 65 * 1024 * 1024)
    await expect(workTree(inside).read('huge')).rejects.toThrow('huge has 68157440 bytes, more than 67108864')
  })

  it('is not led out by links that are made and taken away meanwhile', async () => {
    const files = workTree(inside)
    let isDone = false
    const replace = (make: () => void): void => {
      try {
        rmSync(join(inside, 'deploy'), { recursive: true, force: true })
        make()
      } catch (error) {
        // The work tree was quicker, in a thread of its own.
        if (!['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
      }
    }
    const swap = async (): Promise<void> => {
      while (!isDone) {
        replace(() => symlinkSync(outside, join(inside, 'deploy')))
        await new Promise((resolve) => setImmediate(resolve))
        replace(() => mkdirSync(join(inside, 'deploy'), { recursive: true }))
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const swapping = swap()
    for (let round = 0; round < 60; round++) {
      await write(files, 'deploy/eu/precious', 'changed').catch(() => {})
      await remove(files, 'deploy/precious').catch(() => {})
    }
    isDone = true
    await swapping
    isUntouched()
    expect(existsSync(join(outside, 'eu/precious'))).toBe(true)
    expect(readFileSync(join(outside, 'eu/precious'), 'utf8')).toBe('precious')
  })
})

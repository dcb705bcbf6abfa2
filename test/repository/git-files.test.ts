import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { filesAt } from '../../src/repository/git-files.ts'
import { git, onlyConfiguration, repositoryWith, writeFiles } from './git-folder.ts'

beforeEach(() => onlyConfiguration())

const awkward = {
  'network.yaml': 'a\n',
  'deploy/a b/ü.yaml': 'ü\n',
  'deploy/empty': '',
  'deploy/no-line-end': 'a',
  'deploy/blank-lines': '\n\na\n\n',
  'deploy/twin': 'a\n',
  'deploy/windows': 'a\r\nb\r\n',
}

describe('filesAt', () => {
  it('gives files as they are in a commit, whatever the work tree has', async () => {
    const directory = await repositoryWith(awkward)
    const files = filesAt(directory, 'HEAD')
    await writeFiles(directory, { 'network.yaml': 'changed\n', 'deploy/new': 'new\n' })
    const paths = Object.keys(awkward)
    const texts = await Promise.all(paths.map((path) => files.read(path)))
    expect(Object.fromEntries(paths.map((path, at) => [path, texts[at]]))).toEqual(awkward)
    expect(await files.list('deploy')).toEqual(paths.filter((path) => path.startsWith('deploy/')).sort())
  })

  it('knows nothing of what is not there', async () => {
    const files = filesAt(await repositoryWith(awkward), 'HEAD')
    expect(await files.read('none')).toBeUndefined()
    expect(await files.read('deploy')).toBeUndefined()
    expect(await files.list('none')).toEqual([])
    expect(await files.list('dep')).toEqual([])
  })

  it('takes paths from a folder of the repository', async () => {
    const directory = await repositoryWith({ 'networks/trade/deploy/a': 'a\n', 'deploy/b': 'b\n' })
    const files = filesAt(join(directory, 'networks/trade'), 'HEAD')
    expect(await files.list('deploy')).toEqual(['deploy/a'])
    expect(await files.read('deploy/a')).toBe('a\n')
  })

  it('reads bytes that are no UTF-8, and what follows them', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await writeFile(join(directory, 'bytes'), Buffer.from([0xff, 0xfe, 0x0a, 0x00, 0x80]))
    await git(directory, 'add', 'bytes')
    await git(directory, 'commit', '--quiet', '--message', 'Bytes')
    const files = filesAt(directory, 'HEAD')
    const [bytes, text] = await Promise.all([files.readBytes('bytes'), files.read('network.yaml')])
    await expect(files.read('bytes')).rejects.toThrow('bytes is text in UTF-16')
    expect(bytes).toEqual(Uint8Array.from([0xff, 0xfe, 0x0a, 0x00, 0x80]))
    expect(text).toBe('a\n')
  })

  it('counts symbolic links as no files', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n', 'deploy/a': 'a\n' })
    await symlink('a', join(directory, 'deploy/link'))
    await git(directory, 'add', 'deploy/link')
    await git(directory, 'commit', '--quiet', '--message', 'Link')
    expect(await filesAt(directory, 'HEAD').list('deploy')).toEqual(['deploy/a'])
  })

  it('reads a thousand files with few processes', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`deploy/${at}`, `text ${at}\n`]))
    const files = filesAt(await repositoryWith(many), 'HEAD')
    const started = performance.now()
    const texts = await Promise.all(Object.keys(many).map((path) => files.read(path)))
    expect(texts).toEqual(Object.values(many))
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('refuses a commit that is not there', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    await expect(filesAt(directory, '1'.repeat(40)).list('deploy')).rejects.toMatchObject({ name: 'OperatorError' })
  })
})

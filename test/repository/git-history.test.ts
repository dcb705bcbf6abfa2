import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { gitRepository } from '../../src/repository/git.ts'
import { git, onlyConfiguration, repositoryWith, temporaryFolder } from './git-folder.ts'

beforeEach(() => onlyConfiguration())

const relation = async (directory: string, other: string): Promise<string | undefined> =>
  (await gitRepository(directory).checkedOut())?.relationTo(other)

/** A commit that changes nothing. */
async function commit(directory: string, message: string): Promise<string> {
  await git(directory, 'commit', '--quiet', '--allow-empty', '--message', message)
  return git(directory, 'rev-parse', 'HEAD')
}

describe('what another commit is to the one that is checked out', () => {
  it('is told by the history', async () => {
    const directory = await repositoryWith({ 'network.yaml': '' })
    const first = await git(directory, 'rev-parse', 'HEAD')
    const second = await commit(directory, 'Second')

    expect((await gitRepository(directory).checkedOut())?.commit).toBe(second)
    expect(await relation(directory, second)).toBe('contained')
    expect(await relation(directory, first)).toBe('contained')
    await git(directory, 'checkout', '--quiet', '--detach', first)
    expect(await relation(directory, second)).toBe('newer')
    await commit(directory, 'Another')
    expect(await relation(directory, second)).toBe('apart')
    expect(await relation(directory, 'f'.repeat(40))).toBe('unknown')
  })

  it('is unknown where the history is cut off', async () => {
    const directory = await repositoryWith({ 'network.yaml': '' })
    const first = await git(directory, 'rev-parse', 'HEAD')
    await commit(directory, 'Second')
    const clone = join(await temporaryFolder(), 'clone')
    await git(directory, 'clone', '--quiet', '--depth', '1', `file://${directory}`, clone)

    expect(await relation(clone, first)).toBe('unknown')
  })

  it('is nothing where there is no commit', async () => {
    const folder = await temporaryFolder()
    expect(await gitRepository(folder).checkedOut()).toBeUndefined()
    await git(folder, 'init', '--quiet')
    expect(await gitRepository(folder).checkedOut()).toBeUndefined()
  })
})

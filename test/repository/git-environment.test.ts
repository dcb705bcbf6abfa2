import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { gitRepository } from '../../src/repository/git.ts'
import { gitIn } from '../../src/repository/git-command.ts'
import { filesAt } from '../../src/repository/git-files.ts'
import { mergeBase } from '../../src/repository/merge-base.ts'
import { git, onlyConfiguration, remoteOf, repositoryWith, temporaryFolder } from './git-folder.ts'

let directory: string
beforeEach(async () => {
  await onlyConfiguration()
  directory = await repositoryWith({ 'network.yaml': 'a\n' })
})

/** A program that notes that it ran. */
async function noting(name: string): Promise<{ readonly program: string; readonly log: string }> {
  const place = join(await temporaryFolder(), 'programs')
  await mkdir(place)
  const [program, log] = [join(place, name), join(place, 'log')]
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> '${log}'\nenv >> '${log}'\n`)
  await chmod(program, 0o755)
  return { program, log }
}

const logged = (log: string): Promise<string> => readFile(log, 'utf8').catch(() => '')

describe('git gets', () => {
  test('no variable that is for something else, and credentials only where it reaches another repository', async () => {
    const { program, log } = await noting('git')
    vi.stubEnv('PATH', `${join(program, '..')}:${process.env.PATH}`)
    vi.stubEnv('SOPS_AGE_KEY', 'a secret')
    vi.stubEnv('SSH_AUTH_SOCK', '/run/agent')
    vi.stubEnv('GIT_SSH_COMMAND', 'ssh -i key')
    vi.stubEnv('GIT_EXTERNAL_DIFF', 'anything')
    vi.stubEnv('GIT_DIR', '/elsewhere')
    await gitIn(directory).try(['cat-file', '--batch'])
    const reading = await logged(log)
    expect(reading).toMatch(/^GIT_ALLOW_PROTOCOL=none$/m)
    expect(reading).toMatch(/^GIT_CONFIG_GLOBAL=/m)
    expect(reading).not.toMatch(/a secret|SSH_AUTH_SOCK|ssh -i key|GIT_EXTERNAL_DIFF|GIT_DIR=/)
    await writeFile(log, '')
    await gitIn(directory).try(['-c', 'gc.auto=0', 'fetch', 'origin'])
    const reaching = await logged(log)
    expect(reaching).toMatch(/^SSH_AUTH_SOCK=\/run\/agent$/m)
    expect(reaching).toMatch(/^GIT_SSH_COMMAND=ssh -i key$/m)
    expect(reaching).not.toMatch(/a secret|GIT_EXTERNAL_DIFF|GIT_DIR=|GIT_ALLOW_PROTOCOL/)
  })
})

test('nothing that the repository or its configuration names runs while it is read', async () => {
  const { program, log } = await noting('anything')
  const hooks = await temporaryFolder()
  for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
    await writeFile(join(hooks, hook), `#!/bin/sh\nexec '${program}'\n`, { mode: 0o755 })
  }
  await git(directory, 'config', 'core.hooksPath', hooks)
  await git(directory, 'config', 'core.fsmonitor', program)
  await git(directory, 'config', 'diff.external', program)
  await git(directory, 'config', 'core.pager', program)
  const { commit: base } = await mergeBase(directory, 'main')
  expect(await filesAt(directory, base).read('network.yaml')).toBe('a\n')
  expect(await gitRepository(directory).uncommitted(['network.yaml'])).toEqual([])
  await gitRepository(directory).cleanHead(['network.yaml'])
  expect(await logged(log)).toBe('')
})

test('a clone that lacks objects does not fetch them', async () => {
  const bare = await remoteOf(directory)
  await git(bare, 'config', 'uploadpack.allowFilter', 'true')
  const clone = join(await temporaryFolder(), 'clone')
  await git(directory, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${bare}`, clone)
  const commit = await git(clone, 'rev-parse', 'HEAD')
  await expect(filesAt(clone, commit).read('network.yaml')).rejects.toThrow(/^git (?:does not have|cannot read)/)
  // git itself would.
  expect(await git(clone, 'cat-file', 'blob', `${commit}:network.yaml`)).toBe('a')
})

import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type Holders, makeHolders } from '../commands/definition.ts'
import { runAction } from '../dist/runner.ts'
import { git, onlyConfiguration } from '../repository/git-folder.ts'
import { branchesOf, type Workspace, workspaceOf } from './network.ts'

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})

let workspace: Workspace
beforeEach(async () => {
  await onlyConfiguration()
  workspace = await workspaceOf(holders)
})

const run = (inputs: Readonly<Record<string, string>>) =>
  runAction(
    workspace.directory,
    { command: 'commit', token: workspace.github.token, ...inputs },
    { environment: { ...workspace.github.environment, no_proxy: '127.0.0.1' } },
  )

it('the action commits through the API when GitHub gives it a token; the second time nothing', async () => {
  const { bare, violations, token } = workspace.github
  const first = await run({})
  expect(first, first.stdout + first.stderr).toMatchObject({ status: 0, outputs: { changed: 'true' } })
  expect(first.outputs['commit-sha']).toBe(await git(bare.directory, 'rev-parse', 'main'))
  expect(await git(workspace.directory, 'rev-parse', 'HEAD')).toBe(first.outputs['commit-sha'])
  // The runner hides what these lines name.
  const shown = first.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  expect(shown.join('\n') + first.stderr + first.summary).not.toContain(token)
  expect(await run({})).toMatchObject({ status: 0, outputs: { changed: 'false', 'commit-sha': '' } })
  expect(violations).toEqual([])
})

it('the action opens a pull request when it is told to', async () => {
  const { outputs, status } = await run({ deliver: 'pull-request' })
  expect({ status, outputs }).toMatchObject({ status: 0, outputs: { changed: 'true', 'pull-request-number': '1' } })
  expect(await branchesOf(workspace)).toEqual(['chancery/main/trade', 'main'])
  expect(workspace.github.violations).toEqual([])
})

it('the action says what right it wants', async () => {
  const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]
  const answer = { status: 200, body: { data: { createCommitOnBranch: null }, errors } }
  workspace.github.faults.push({ at: 'createCommitOnBranch', answer })
  const { status, annotations, stdout } = await run({})
  expect(status).toBe(2)
  expect(annotations.at(-1)?.message).toMatch(/Resource not accessible by integration"\n.*contents: write/)
  expect(stdout).not.toMatch(/^\s+at /m)
})

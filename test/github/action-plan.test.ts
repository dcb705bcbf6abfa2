import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { readPlan } from '../../src/report/plan/json.ts'
import { tool, tools } from '../bed/tools/tool.ts'
import { definition, type Holders, makeHolders } from '../commands/definition.ts'
import { minimalPath, runAction } from '../dist/runner.ts'
import { git, onlyConfiguration, repositoryWith, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { type FakeComments, fakeComments, fullName } from './comments.ts'

await tools('kustomize')

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})

let directory: string
let fake: FakeComments
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
  fake = await fakeComments()
})

/** A network as it was merged, and a branch on which its release goes back. */
async function branchWithChange(): Promise<void> {
  directory = await repositoryWith({ 'network.yaml': definition(holders) })
  expect(await runAction(directory, { command: 'commit', push: '', token: '' })).toMatchObject({ status: 0 })
  await git(directory, 'checkout', '--quiet', '-b', 'change')
  await writeFiles(directory, { 'network.yaml': definition(holders).replace('26.8.0', '26.7.1') })
  await git(directory, 'commit', '--quiet', '--all', '--message', 'Change')
}

async function run(inputs: Readonly<Record<string, string>>, event: object) {
  const eventPath = join(await temporaryFolder(), 'event.json')
  await writeFile(eventPath, JSON.stringify(event))
  const { apiUrl, graphqlUrl, serverUrl } = fake.client.repository
  return runAction(
    directory,
    { token: 'ghs_aTokenOfThisTest', ...inputs },
    {
      environment: {
        PATH: [await minimalPath(), dirname(await tool('kustomize'))].join(':'),
        GITHUB_EVENT_PATH: eventPath,
        GITHUB_BASE_REF: 'main',
        GITHUB_EVENT_NAME: 'workflow_run' in event ? 'workflow_run' : 'pull_request',
        GITHUB_REPOSITORY: fullName,
        GITHUB_API_URL: apiUrl,
        GITHUB_GRAPHQL_URL: graphqlUrl,
        GITHUB_SERVER_URL: serverUrl,
        no_proxy: '127.0.0.1',
      },
    },
  )
}

const fileOf = (path = ''): Promise<string> => readFile(path, 'utf8')

const commit = 'c0ffee0123456789c0ffee0123456789c0ffee01'
const pullRequest = () => ({
  action: 'synchronize',
  pull_request: { number: 7, head: { sha: commit }, labels: [] },
})

/** The label that acknowledges all risks, on the commit that is checked out, in the event of an action. */
async function labelled(action: string) {
  const name = 'chancery/acknowledged'
  return {
    action,
    ...(action === 'labeled' ? { label: { name }, sender: { login: 'alice' } } : {}),
    pull_request: { number: 7, head: { sha: (await git(directory, 'rev-parse', 'HEAD')).trim() }, labels: [{ name }] },
  }
}
const workflowRun = {
  workflow_run: {
    event: 'pull_request',
    head_sha: commit,
    head_branch: 'change',
    head_repository: { full_name: fullName, owner: { login: 'octo-org' } },
  },
}

it('the action plans: annotations, outputs, files, summary, comment, SARIF', async () => {
  await branchWithChange()
  const planned = await run(
    { command: 'plan', comment: 'true', sarif: 'chancery.sarif', 'fail-on-risk': 'never' },
    pullRequest(),
  )
  expect(planned, planned.stdout + planned.stderr).toMatchObject({
    status: 0,
    outputs: { changed: 'true', errors: '0' },
  })
  expect(planned.annotations).toContainEqual(
    expect.objectContaining({
      kind: 'error',
      properties: expect.objectContaining({ title: 'danger: image-downgraded' }),
    }),
  )
  expect(readPlan(await fileOf(planned.outputs['plan-path']))).toMatchObject({ plan: { network: 'trade' } })
  expect(Number(planned.outputs.risks)).toBeGreaterThan(0)
  const markdown = await fileOf(planned.outputs['plan-markdown-path'])
  expect(planned.summary).toBe(markdown)
  expect(markdown).toMatch(/🛑 \*\*danger\*\* .*`image-downgraded`/)
  expect(await fileOf(join(directory, 'chancery.sarif'))).toContain('"risk-image-downgraded"')
  expect(fake.comments).toHaveLength(1)
  expect(fake.comments[0]?.body).toContain(markdown)
  expect(planned.stdout).toMatch(/^::notice::comment created: https:/m)

  // What a run of another workflow then finds in its artifact is the same.
  fake.pulls.push({ number: 7, sha: commit, repository: fullName, branch: 'change' })
  const commented = await run({ command: 'comment', plan: planned.outputs['plan-path'] ?? '' }, workflowRun)
  expect(commented, commented.stdout + commented.stderr).toMatchObject({ status: 0, outputs: {} })
  expect(commented.stdout).toMatch(/^::notice::comment unchanged: https:/m)
  expect(fake.violations).toEqual([])
})

it.each<[string, Readonly<Record<string, string>>, string | undefined, number, string | RegExp]>([
  ['fails while a danger is not acknowledged', {}, undefined, 1, ''],
  ['fails for cautions too, where it is to', { 'fail-on-risk': 'any' }, undefined, 1, ''],
  ['does not fail where no risk is to stop it', { 'fail-on-risk': 'never' }, undefined, 0, ''],
  [
    'does not when a person gives the label to this commit',
    { 'fail-on-risk': 'any' },
    'labeled',
    0,
    /^All risks are acknowledged by the label .* by alice\.$/m,
  ],
  ['fails again after the next push', {}, 'synchronize', 1, /^The label .* take it off and give it again\.$/m],
])('the action %s', async (_name, inputs, action, status, line) => {
  await branchWithChange()
  const planned = await run(
    { command: 'plan', ...inputs },
    action === undefined ? pullRequest() : await labelled(action),
  )
  expect(planned.status, planned.stdout + planned.stderr).toBe(status)
  expect(planned.outputs.risks === '0').toBe(action === 'labeled')
  expect(planned.stdout).toMatch(line)
  expect(fake.received).toEqual([])
})

it('a token that may not comment is a notice', async () => {
  await branchWithChange()
  fake.refusals.set('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    status: 403,
    message: 'Resource not accessible by integration',
  })
  const { status, stdout, outputs } = await run(
    { command: 'plan', comment: 'true', 'fail-on-risk': 'never' },
    pullRequest(),
  )
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /^::notice::no comment: GitHub answered "Resource not accessible by integration.*pull-requests: write/m,
  )
  expect(outputs['plan-path']).not.toBe('')
})

it('a definition with errors has no plan', async () => {
  await writeFiles(directory, { 'network.yaml': 'version: 1\n' })
  const { status, outputs, annotations } = await run({ command: 'plan', comment: 'true' }, pullRequest())
  expect({ status, path: outputs['plan-path'], risks: outputs.risks }).toEqual({ status: 1, path: '', risks: '0' })
  expect(annotations.some(({ properties }) => properties.file === 'network.yaml')).toBe(true)
  expect(fake.received).toEqual([])
})

it.each([
  [
    'without the event it is for',
    { plan: 'plan.json' },
    pullRequest(),
    /command: comment needs the event workflow_run/,
  ],
  ['without a plan', {}, workflowRun, /command: comment needs a plan/],
  ['without a token', { plan: 'plan.json', token: '' }, workflowRun, /a comment needs a token/],
])('command: comment fails %s', async (_name, inputs, event, message) => {
  const { status, annotations } = await run({ command: 'comment', ...inputs }, event)
  expect(status).toBe(2)
  expect(annotations.at(-1)?.message).toMatch(message)
})

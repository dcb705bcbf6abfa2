import { symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WorkflowEvent } from '../../src/github/event.ts'
import { commentFromRun, commentOnPlan } from '../../src/github/plan-comment.ts'
import { planFileText } from '../../src/report/plan/json.ts'
import { largePlan, smallPlan } from '../report/small-plan.ts'
import { temporaryFolder } from '../repository/git-folder.ts'
import { fakeComments, fullName } from './comments.ts'

const commit = 'c0ffee0123456789c0ffee0123456789c0ffee01'
const fork = 'octocat/network'

const run = (repository: string | null): WorkflowEvent => ({
  workflow_run: {
    event: 'pull_request',
    head_sha: commit,
    head_branch: 'new-node',
    head_repository:
      repository === null ? null : { full_name: repository, owner: { login: repository.split('/')[0] ?? '' } },
  },
})

const pull = (repository: string) => ({ number: 7, sha: commit, repository, branch: 'new-node' })

async function fileWith(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'plan.json')
  await writeFile(file, text)
  return file
}

describe('the comment for a run of another workflow', () => {
  it.each([
    ['of this repository', fullName, /For `network\.yaml` at `c0ffee012345`\.\n$/],
    ['of a fork', fork, /For `network\.yaml` at `c0ffee012345`\. Checks of a fork made this plan, and the author/],
  ])('goes to the pull request whose head it was for: one %s', async (_name, repository, footer) => {
    const fake = await fakeComments()
    fake.pulls.push(pull(repository))
    const file = await fileWith(planFileText(smallPlan))
    expect(await commentFromRun(fake.client, { file, network: 'network.yaml' }, run(repository))).toMatchObject({
      outcome: 'created',
    })
    expect(fake.comments[0]?.body).toMatch(/^<!-- chancery:plan:network\.yaml -->\n## Chancery: plan for `trade`\n/)
    expect(fake.comments[0]?.body).toMatch(footer)
    expect(fake.violations).toEqual([])
  })

  it('has what our Markdown says of the plan, and nothing else of the file', async () => {
    const fake = await fakeComments()
    fake.pulls.push(pull(fork))
    const hostile = {
      ...smallPlan,
      network: '@everyone <img src=x>',
      topology: 'flowchart LR\nclick a href "https://e.example"',
    }
    const text = JSON.stringify({ ...JSON.parse(planFileText(hostile)), markdown: '# Approved', pullRequest: 1 })
    await commentFromRun(fake.client, { file: await fileWith(text), network: 'network.yaml' }, run(fork))
    const [{ body } = { body: '' }] = fake.comments
    expect(body).toContain('plan for `@everyone <img src=x>`')
    expect(body).not.toMatch(/Approved|click a/)
    expect(fake.received).toContain('POST /repos/{owner}/{repo}/issues/{issue_number}/comments')
  })

  it('fits, however large the plan is', async () => {
    const fake = await fakeComments()
    await commentOnPlan(fake.client, {
      plan: largePlan(1000),
      network: 'network.yaml',
      pullRequest: 7,
      commit,
      fromFork: true,
    })
    expect(fake.comments[0]?.body.length).toBeLessThan(65_536)
  })

  it.each<[string, WorkflowEvent, readonly ReturnType<typeof pull>[], RegExp]>([
    [
      'for another event',
      { workflow_run: { ...run(fork).workflow_run, event: 'push' } as never },
      [pull(fork)],
      /was for the event push/,
    ],
    ['of a fork that is gone', run(null), [pull(fork)], /no longer exists/],
    [
      'that something was pushed after',
      run(fork),
      [{ ...pull(fork), sha: 'b'.repeat(40) }],
      /it has newer commits, or is closed/,
    ],
    ['that has no pull request', run(fork), [], /no open pull request has the head c0ffee/],
    [
      'that another repository of the same owner has a branch for',
      run(fork),
      [pull('octocat/other')],
      /no open pull request/,
    ],
    ['of two pull requests', run(fork), [pull(fork), { ...pull(fork), number: 8 }], /several pull requests/],
  ])('is not written for a run %s', async (_name, event, pulls, message) => {
    const fake = await fakeComments()
    fake.pulls.push(...pulls)
    const file = await fileWith(planFileText(smallPlan))
    expect(await commentFromRun(fake.client, { file, network: 'network.yaml' }, event)).toEqual({
      outcome: 'none',
      message: expect.stringMatching(message),
    })
    expect(fake.comments).toEqual([])
  })

  it('is not written when the run made no plan', async () => {
    const { client, received } = await fakeComments()
    const file = join(await temporaryFolder(), 'plan', 'plan.json')
    expect(await commentFromRun(client, { file, network: 'network.yaml' }, run(fork))).toMatchObject({
      outcome: 'none',
    })
    expect(received).toEqual([])
  })
})

describe('a file that is no plan is an error that repeats nothing of it:', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['no JSON', () => fileWith('secret'), /is not a plan: it is not JSON$/],
    [
      'another shape',
      () => fileWith('{"version":1,"network":["secret"]}'),
      /is not a plan: network is not as docs\/plan\.md describes it$/,
    ],
    [
      'a link to another file',
      async () => {
        const folder = await temporaryFolder()
        await symlink(await fileWith(planFileText(smallPlan)), join(folder, 'plan.json'))
        return join(folder, 'plan.json')
      },
      /cannot be read \(ELOOP\)$/,
    ],
    ['a folder', () => temporaryFolder(), /is not a regular file$/],
    [
      'one without end',
      async () => {
        const file = await fileWith('{')
        await truncate(file, 17 * 1024 * 1024)
        return file
      },
      /has 17825792 bytes; at most 16777216 are read$/,
    ],
  ])('%s', async (_name, made, message) => {
    const fake = await fakeComments()
    fake.pulls.push(pull(fork))
    const file = await made()
    await expect(commentFromRun(fake.client, { file, network: 'network.yaml' }, run(fork))).rejects.toThrow(message)
    expect(fake.received).toEqual([])
  })
})

it('without a run there is nothing to comment on', async () => {
  const { client } = await fakeComments()
  await expect(commentFromRun(client, { file: 'plan.json', network: 'network.yaml' }, {})).rejects.toThrow(
    'command: comment needs the event workflow_run',
  )
})

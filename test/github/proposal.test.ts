import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { definition, type Holders, makeHolders } from '../commands/definition.ts'
import { leaks } from '../commands/recording-ports.ts'
import { git, onlyConfiguration, stateOf } from '../repository/git-folder.ts'
import {
  type Attempt,
  branchesOf,
  changesAsked,
  commitByOthers,
  deliver,
  fileAt,
  shallowClone,
  type Workspace,
  withNode,
  workspaceOf,
} from './network.ts'

vi.mock('../../src/repository/pause.ts', () => ({ pause: async () => {} }))

let holders: Holders
beforeAll(async () => {
  holders = await makeHolders()
})

let workspace: Workspace
beforeEach(async () => {
  await onlyConfiguration()
  workspace = await workspaceOf(holders)
})
afterEach(() => expect(workspace.github.violations).toEqual([]))

const branch = 'chancery/main/trade'

const bareGit = (...args: readonly string[]): Promise<string> => git(workspace.github.bare.directory, ...args)

/** As a workflow does it: from a fresh clone of depth 1. */
const propose = async (): Promise<Attempt> => deliver(await shallowClone(workspace), { asPullRequest: true })

const pull = () => workspace.github.pulls.at(-1)

/** Somebody merges the pull request, and GitHub deletes the branch or keeps it. */
async function merge({ squash = false, deleted = true } = {}): Promise<void> {
  const tip = await bareGit('rev-parse', branch)
  const tree = await bareGit('rev-parse', `${branch}^{tree}`)
  const parents = squash ? ['-p', 'main'] : ['-p', 'main', '-p', tip]
  const merged = await bareGit('commit-tree', tree, ...parents, '-m', 'Merge')
  await bareGit('update-ref', 'refs/heads/main', merged)
  if (deleted) await bareGit('update-ref', '-d', `refs/heads/${branch}`)
  const merging = pull()
  if (merging !== undefined) merging.state = 'closed'
}

const keyOf = (where: string, node: string): Promise<string | undefined> =>
  fileAt(workspace, where, `material/public/carrier/${node}.yaml`)

describe('commit as a pull request', () => {
  it('makes a branch on top of the base, and a pull request', async () => {
    const main = await bareGit('rev-parse', 'main')
    const before = await stateOf(workspace.directory)
    const { result } = await deliver(workspace, { asPullRequest: true })
    expect(result).toMatchObject({ status: 0, changed: true, pullRequest: { number: 1 } })
    expect(await bareGit('rev-parse', branch, `${branch}^`, 'main')).toBe(`${result.commit}\n${main}\n${main}`)
    expect(await branchesOf(workspace)).toEqual([branch, 'main'])
    expect(pull()).toMatchObject({ head: branch, base: 'main', title: 'Render trade', state: 'open' })
    expect(await stateOf(workspace.directory)).toEqual(before)
  })

  it('says in it what changes, and no secret', async () => {
    const { ports } = await propose()
    const body = pull()?.body ?? ''
    expect(body).toMatch(/^<!-- chancery: begin -->\nThe current rendering of the network \*\*trade\*\*\./)
    expect(body).toMatch(/^- \d+ files written, 0 removed\n- clusters: `eu`, `us`\n- \d+ warnings$/m)
    expect(body).toContain('- `material/sealed/us/carrier/rpc1.yaml`\n')
    expect(body.endsWith('<!-- chancery: end -->')).toBe(true)
    const history = await bareGit('log', '--patch', '--text', branch)
    expect(leaks(ports.secrets(), { body, history, requests: JSON.stringify(workspace.github.received) })).toEqual([])
  })

  it('changes nothing the second time, keys that nobody merged yet included', async () => {
    await propose()
    const [tip, asked] = [await bareGit('rev-parse', branch), changesAsked(workspace).length]
    const { result } = await propose()
    expect(result).toMatchObject({ status: 0, changed: false, pullRequest: { number: 1 } })
    expect(await bareGit('rev-parse', branch)).toBe(tip)
    expect(changesAsked(workspace)).toHaveLength(asked)
  })

  it('is brought up to date in place when the definition changes; no node gets a second key', async () => {
    await propose()
    const key = await keyOf(branch, 'rpc1')
    const main = await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    const { result } = await propose()
    expect(await bareGit('rev-parse', branch, `${branch}^`)).toBe(`${result.commit}\n${main}`)
    expect(await keyOf(branch, 'rpc1')).toBe(key)
    expect(await keyOf(branch, 'rpc9')).toBeDefined()
    expect(workspace.github.pulls).toMatchObject([{ number: 1, state: 'open' }])
    expect(await branchesOf(workspace)).toEqual([branch, 'main'])
  })

  it('keeps the title and the words of people', async () => {
    await propose()
    Object.assign(pull() ?? {}, { title: 'More nodes', body: `Please look.\n\n${pull()?.body}\n\nThanks!` })
    await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    await propose()
    expect(pull()?.title).toBe('More nodes')
    expect(pull()?.body).toMatch(
      /^Please look\.\n\n<!-- chancery: begin -->\n[\s\S]*rpc9[\s\S]*<!-- chancery: end -->\n\nThanks!$/,
    )
  })

  it.each<[string, Parameters<typeof merge>[0]]>([
    ['merged', {}],
    ['merged and its branch kept', { deleted: false }],
    ['squashed and its branch kept', { squash: true, deleted: false }],
  ])('leaves nothing to do when it is %s, and takes a branch that is left away', async (_name, how) => {
    await propose()
    await merge(how)
    const { result } = await propose()
    expect(result).toMatchObject({ status: 0, changed: false })
    expect(result.pullRequest).toBeUndefined()
    expect(await branchesOf(workspace)).toEqual(['main'])
    expect(workspace.github.pulls).toHaveLength(1)
  })

  it('makes another one after a squash whose branch was kept', async () => {
    await propose()
    await merge({ squash: true, deleted: false })
    await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    await propose()
    expect(pull()).toMatchObject({ number: 2, state: 'open' })
    expect(await bareGit('merge-base', branch, 'main')).toBe(await bareGit('rev-parse', 'main'))
  })

  it('is closed, and its branch deleted, when nothing is left of it', async () => {
    await propose()
    await merge()
    await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    await propose()
    expect(await branchesOf(workspace)).toEqual([branch, 'main'])
    await commitByOthers(workspace, 'main', { 'network.yaml': definition(holders) })
    const { result, ports } = await propose()
    expect(result).toMatchObject({ status: 0, changed: false })
    expect(pull()).toMatchObject({ number: 2, state: 'closed' })
    expect(await branchesOf(workspace)).toEqual(['main'])
    expect(ports.said).toContain('closed pull request 2: it has no changes left')
  })

  it('goes to the branch that is named', async () => {
    await bareGit('branch', 'staging', 'main')
    await deliver(workspace, { asPullRequest: true, branch: 'staging' })
    expect(pull()).toMatchObject({ head: 'chancery/staging/trade', base: 'staging' })
  })
})

describe('commits of people on the branch', () => {
  it('are kept and built upon', async () => {
    await propose()
    const theirs = await commitByOthers(workspace, branch, { 'network.yaml': withNode(holders, 'rpc9') })
    const { result, ports } = await propose()
    expect(await bareGit('rev-parse', branch, `${branch}^`)).toBe(`${result.commit}\n${theirs}`)
    expect(await keyOf(branch, 'rpc9')).toBeDefined()
    expect(await keyOf('main', 'rpc9')).toBeUndefined()
    expect(ports.said).toContainEqual(expect.stringContaining(`${branch} has commits of others, which are kept`))
    expect(workspace.github.pulls).toMatchObject([{ number: 1, state: 'open' }])
    expect((await propose()).result).toMatchObject({ changed: false, pullRequest: { number: 1 } })
  })

  it('get what is new in the base', async () => {
    await propose()
    const theirs = await commitByOthers(workspace, branch, { 'notes.txt': 'ours\n' })
    await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    await propose()
    expect(await fileAt(workspace, branch, 'notes.txt')).toBe('ours')
    expect(await keyOf(branch, 'rpc9')).toBeDefined()
    expect(await bareGit('merge-base', theirs, branch)).toBe(theirs)
    expect(await bareGit('merge-base', 'main', branch)).toBe(await bareGit('rev-parse', 'main'))
  })

  it('are kept when they are changes of our own commit', async () => {
    await propose()
    const tree = await bareGit('rev-parse', 'main^{tree}')
    const message = await bareGit('log', '-1', '--format=%B', branch)
    const amended = await bareGit('commit-tree', tree, '-p', 'main', '-m', message)
    await bareGit('update-ref', `refs/heads/${branch}`, amended)
    await propose()
    expect(await bareGit('merge-base', amended, branch)).toBe(amended)
  })

  it('are kept when they come while it is rebuilt', async () => {
    await propose()
    await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    let theirs = ''
    workspace.github.faults.push({
      at: 'updateRefs',
      meanwhile: async () => {
        theirs = await commitByOthers(workspace, branch, { 'notes.txt': 'ours\n' })
      },
    })
    await propose()
    expect(await bareGit('merge-base', theirs, branch)).toBe(theirs)
    expect(await keyOf(branch, 'rpc9')).toBeDefined()
  })

  it('that conflict with the base are kept, and it is said what to do', async () => {
    await propose()
    const theirs = await commitByOthers(workspace, branch, { 'README.md': 'ours\n' })
    await commitByOthers(workspace, 'main', { 'README.md': 'theirs\n' })
    await expect(propose()).rejects.toMatchObject({
      name: 'OperatorError',
      message: `${branch} has commits of others, which are kept, and conflicts with its target branch`,
    })
    expect(await bareGit('rev-parse', branch)).toBe(theirs)
  })
})

describe('the branch and its base move', () => {
  it('a base that is not what was read is read again', async () => {
    const clone = await shallowClone(workspace)
    const main = await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
    await deliver(clone, { asPullRequest: true })
    expect(await bareGit('rev-parse', `${branch}^`)).toBe(main)
    expect(await keyOf(branch, 'rpc9')).toBeDefined()
  })

  it('two runs at once make one pull request', async () => {
    const results = await Promise.all([propose(), propose()])
    expect(results.map(({ result }) => result.status)).toEqual([0, 0])
    expect(workspace.github.pulls).toMatchObject([{ number: 1, state: 'open' }])
    expect(await branchesOf(workspace)).toEqual([branch, 'main'])
    expect(await bareGit('rev-list', '--count', `main..${branch}`)).toBe('1')
  })

  it('of two runs the second takes the keys of the first', async () => {
    const key = { at: 'POST /repos/{owner}/{repo}/git/refs', meanwhile: propose }
    workspace.github.faults.push(key)
    await propose()
    expect(await bareGit('log', '--format=', '--name-only', '--diff-filter=M', branch)).toBe('')
    expect(await bareGit('rev-list', '--count', `main..${branch}`)).toBe('1')
  })
})

describe('pull requests that GitHub refuses', () => {
  const at = 'POST /repos/{owner}/{repo}/pulls'

  it('for a moment, are asked for again', async () => {
    const errors = [
      { resource: 'PullRequest', code: 'custom', message: 'Could not resolve to a node with the global id' },
    ]
    workspace.github.faults.push({ at, answer: { status: 422, body: { message: 'Validation Failed', errors } } })
    expect((await propose()).result).toMatchObject({ pullRequest: { number: 1 } })
  })

  it('whose answer was lost, are found', async () => {
    workspace.github.faults.push({ at, when: 'after', answer: { status: 502, body: { message: 'Bad Gateway' } } })
    expect((await propose()).result).toMatchObject({ pullRequest: { number: 1 } })
    expect(workspace.github.pulls).toHaveLength(1)
  })

  it.each<[string, number, string, RegExp]>([
    [
      'for want of a setting',
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
      /Settings, Actions, General/,
    ],
    ['for want of a right', 403, 'Resource not accessible by integration', /pull-requests: write/],
  ])('%s, are explained; the next run goes on', async (_name, status, message, hint) => {
    workspace.github.faults.push({ at, answer: { status, body: { message, status: String(status) } } })
    await expect(propose()).rejects.toMatchObject({
      message: `opening a pull request from ${branch} failed: GitHub answered "${message}" (${status})`,
      hint: expect.stringMatching(hint),
    })
    expect((await propose()).result).toMatchObject({ changed: false, pullRequest: { number: 1 } })
  })
})

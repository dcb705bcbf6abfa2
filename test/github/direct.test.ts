import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { carrierNodes, definition, type Holders, makeHolders } from '../commands/definition.ts'
import { leaks } from '../commands/recording-ports.ts'
import { filesOf, git, onlyConfiguration, stateOf, writeFiles } from '../repository/git-folder.ts'
import { impatientClient } from './impatient-client.ts'
import {
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

// Writers that race wait for each other: test/repository/race.test.ts. Here all is in order.
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

const bareGit = (...args: readonly string[]): Promise<string> => git(workspace.github.bare.directory, ...args)

const isLinear = async (branch: string): Promise<boolean> => (await bareGit('rev-list', '--merges', branch)) === ''

describe('commit through the API', () => {
  it('makes one commit on the branch, and brings the work tree to it', async () => {
    const { directory } = workspace
    const parent = await git(directory, 'rev-parse', 'HEAD')
    const { result } = await deliver(workspace)
    expect(result).toMatchObject({ status: 0, changed: true, clusters: ['eu', 'us'] })
    expect(await bareGit('rev-parse', 'main', 'main^')).toBe(`${result.commit}\n${parent}`)
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(result.commit)
    expect(await git(directory, 'status', '--porcelain')).toBe('')
    expect(await bareGit('log', '-1', '--format=%cn|%s', 'main')).toMatch(/^GitHub\|Render trade: \d+ written$/)
    expect(changesAsked(workspace)).toEqual(['createCommitOnBranch'])
  })

  it('makes none the second time: a workflow that its own commit starts ends there', async () => {
    const first = await deliver(workspace)
    const { result } = await deliver(workspace)
    expect(result).toMatchObject({ status: 0, changed: false, files: [] })
    expect(await bareGit('rev-parse', 'main')).toBe(first.result.commit)
    expect(changesAsked(workspace)).toEqual(['createCommitOnBranch'])
  })

  it('brings the work tree forward after a run that was killed when it had committed', async () => {
    const { result } = await deliver(await shallowClone(workspace))
    const next = await deliver(workspace)
    expect(next.result).toMatchObject({ status: 0, changed: false })
    expect(await git(workspace.directory, 'rev-parse', 'HEAD')).toBe(result.commit)
    expect(await git(workspace.directory, 'status', '--porcelain')).toBe('')
  })

  it('removes what is rendered no more', async () => {
    await deliver(workspace)
    const rest = carrierNodes.filter(({ name }) => name !== 'rpc1')
    await commitByOthers(workspace, 'main', { 'network.yaml': definition(holders, { carrierNodes: rest }) })
    await git(workspace.directory, 'pull', '--quiet', workspace.github.bare.directory, 'main')
    const path = 'deploy/clusters/us/carrier/rpc1/kustomization.yaml'
    expect(await fileAt(workspace, 'main', path)).toBeDefined()
    await deliver(workspace)
    expect(await fileAt(workspace, 'main', path)).toBeUndefined()
    expect(await filesOf(workspace.directory)).not.toHaveProperty([path])
  })

  it('works in a clone of depth 1', async () => {
    const clone = await shallowClone(workspace)
    const { result } = await deliver(clone)
    expect(await git(clone.directory, 'rev-parse', 'HEAD')).toBe(result.commit)
    expect(await git(clone.directory, 'status', '--porcelain')).toBe('')
  })

  it('commits to a branch that is not checked out', async () => {
    await bareGit('branch', 'staging', 'main')
    await commitByOthers(workspace, 'staging', { 'network.yaml': withNode(holders, 'rpc9') })
    const before = await stateOf(workspace.directory)
    const { result } = await deliver(workspace, { branch: 'staging' })
    expect(await bareGit('rev-parse', 'staging')).toBe(result.commit)
    expect(await fileAt(workspace, 'staging', 'material/public/carrier/rpc9.yaml')).toBeDefined()
    expect(await stateOf(workspace.directory)).toEqual(before)
  })

  it('lets no private key and no token out', async () => {
    const { ports, result } = await deliver(workspace)
    const texts = {
      requests: JSON.stringify(workspace.github.received),
      said: ports.said.join('\n'),
      result: JSON.stringify(result),
      objects: await bareGit('cat-file', '--batch-all-objects', '--batch', '--buffer'),
    }
    expect(ports.secrets().length).toBeGreaterThan(0)
    expect(leaks(ports.secrets(), texts)).toEqual([])
    const { token } = workspace.github
    const everywhere = [...Object.values(texts), await git(workspace.directory, 'config', '--list')].join('\n')
    expect(everywhere.includes(token) || everywhere.includes(Buffer.from(token).toString('base64'))).toBe(false)
  })
})

describe('when somebody else commits meanwhile', () => {
  it('renders again on top of it', async () => {
    const { directory, github } = workspace
    let theirs = ''
    github.faults.push({
      at: 'createCommitOnBranch',
      meanwhile: async () => {
        theirs = await commitByOthers(workspace, 'main', { 'network.yaml': withNode(holders, 'rpc9') })
      },
    })
    const { result, ports } = await deliver(workspace)
    expect(await bareGit('rev-parse', 'main', 'main^')).toBe(`${result.commit}\n${theirs}`)
    expect(await fileAt(workspace, 'main', 'deploy/clusters/us/carrier/rpc9/kustomization.yaml')).toBeDefined()
    expect(ports.said).toContainEqual(expect.stringMatching(/^main has moved to \w{12}: rendering again on top of it$/))
    expect(await git(directory, 'rev-parse', 'HEAD')).toBe(result.commit)
    expect(await git(directory, 'status', '--porcelain')).toBe('')
  })

  it('takes their keys, and forgets its own', async () => {
    const other = await shallowClone(workspace)
    workspace.github.faults.push({ at: 'createCommitOnBranch', meanwhile: () => deliver(other) })
    const { result } = await deliver(workspace)
    expect(result).toMatchObject({ status: 0, changed: false })
    expect(await bareGit('rev-list', '--count', 'main')).toBe('2')
    expect(await bareGit('log', '--format=', '--name-only', '--diff-filter=M', 'main')).toBe('')
  })

  it('ends with one commit when two runs begin at once', async () => {
    const clones = await Promise.all([shallowClone(workspace), shallowClone(workspace)])
    const results = await Promise.all(clones.map((clone) => deliver(clone)))
    expect(results.map(({ result }) => result.status)).toEqual([0, 0])
    expect(results.filter(({ result }) => result.changed)).toHaveLength(1)
    expect(await bareGit('rev-list', '--count', 'main')).toBe('2')
    expect(await isLinear('main')).toBe(true)
  })

  it('gives up when that never ends, and has changed nothing', async () => {
    for (let at = 0; at < 10; at += 1)
      workspace.github.faults.push({
        at: 'createCommitOnBranch',
        meanwhile: () => commitByOthers(workspace, 'main', { [`their-${at}.txt`]: 'theirs\n' }),
      })
    await expect(deliver(workspace)).rejects.toMatchObject({
      name: 'OperatorError',
      message: 'main moved 10 times while the files were rendered',
    })
    expect(await bareGit('rev-list', '--count', 'main')).toBe('11')
  })

  it('refuses when commits here are not there', async () => {
    const { directory } = workspace
    await writeFiles(directory, { 'mine.txt': 'mine\n' })
    await git(directory, 'add', 'mine.txt')
    await git(directory, 'commit', '--quiet', '--message', 'Not pushed')
    await expect(deliver(workspace)).rejects.toMatchObject({
      message: expect.stringMatching(/^the branch main does not contain \w{12}, the local commit/),
    })
    expect(await bareGit('rev-list', '--count', 'main')).toBe('1')
  })
})

describe('a large tree', () => {
  const size = { files: 40, bytes: 1 << 20 }

  it('is committed in parts, which the branch gets at once', async () => {
    const before = await bareGit('rev-parse', 'main')
    const seen = new Set<string>()
    for (let at = 0; at < 9; at += 1)
      workspace.github.faults.push({
        at: 'createCommitOnBranch',
        meanwhile: async () => seen.add(await bareGit('rev-parse', 'main')),
      })
    const { result } = await deliver(workspace, { size })
    const subjects = (await bareGit('log', '--reverse', '--format=%s', `${before}..main`)).split('\n')
    const count = subjects.length
    expect(count).toBeGreaterThan(2)
    expect(subjects).toEqual(subjects.map((_, at) => expect.stringMatching(`\\(part ${at + 1} of ${count}\\)$`)))
    expect([...seen]).toEqual([before])
    expect(await bareGit('rev-parse', 'main')).toBe(result.commit)
    expect(await isLinear('main')).toBe(true)
    expect(await branchesOf(workspace)).toEqual(['main'])
    expect((await deliver(workspace)).result).toMatchObject({ changed: false })
  })

  it('is rendered again when the branch moves before it gets them', async () => {
    workspace.github.faults.push({
      at: 'updateRefs',
      meanwhile: () => commitByOthers(workspace, 'main', { 'theirs.txt': 'theirs\n' }),
    })
    await deliver(workspace, { size })
    expect(await fileAt(workspace, 'main', 'theirs.txt')).toBe('theirs')
    expect(await fileAt(workspace, 'main', 'network.lock.yaml')).toBeDefined()
    expect(await isLinear('main')).toBe(true)
    expect(await branchesOf(workspace)).toEqual(['main'])
  })
})

describe('when GitHub is not well', () => {
  it.each([502, 429])('asks again after %d', async (status) => {
    workspace.github.faults.push({ at: 'createCommitOnBranch', answer: { status, body: { message: 'Try later' } } })
    const { result } = await deliver(workspace)
    expect(result.commit).toBe(await bareGit('rev-parse', 'main'))
  })

  it('waits as long as it is told', async () => {
    const headers = { 'retry-after': '7' }
    const body = { message: 'You have exceeded a secondary rate limit.' }
    workspace.github.faults.push({ at: 'createCommitOnBranch', answer: { status: 403, body, headers } })
    const { repository, token } = workspace.github
    const start = performance.now()
    await deliver(workspace, { client: impatientClient(repository, token, 200) })
    expect(performance.now() - start).toBeGreaterThan(7 * 200)
  })

  it('knows its own commit when the answer was lost', async () => {
    const answer = { status: 502, body: { message: 'Bad Gateway' } }
    workspace.github.faults.push({ at: 'createCommitOnBranch', when: 'after', answer })
    const { result } = await deliver(workspace)
    expect(result).toMatchObject({ changed: true, commit: await bareGit('rev-parse', 'main') })
    expect(await bareGit('rev-list', '--count', 'main')).toBe('2')
  })

  it('says so in the end', async () => {
    const answer = { status: 503, body: { message: 'No server is available' } }
    for (let at = 0; at < 4; at += 1) workspace.github.faults.push({ at: 'createCommitOnBranch', answer })
    await expect(deliver(workspace)).rejects.toMatchObject({
      message: 'committing to main failed: GitHub answered "No server is available" (503)',
      hint: expect.stringContaining('githubstatus.com'),
    })
  })
})

describe('refuses, and says what to do,', () => {
  it.each<[string, object, RegExp, RegExp]>([
    [
      'without the right to write',
      { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
      /^committing to main failed: GitHub answered "Resource not accessible by integration"$/,
      /contents: write/,
    ],
    [
      'when a rule protects the branch',
      {
        type: 'UNPROCESSABLE',
        message: 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
      },
      /Repository rule violations found Changes must be made through a pull request\./,
      /deliver: pull-request/,
    ],
  ])('%s', async (_name, error, message, hint) => {
    const before = await stateOf(workspace.directory)
    const answer = { status: 200, body: { data: { createCommitOnBranch: null }, errors: [error] } }
    workspace.github.faults.push({ at: 'createCommitOnBranch', answer })
    const refused = deliver(workspace)
    await expect(refused).rejects.toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
    expect(await stateOf(workspace.directory)).toEqual(before)
  })

  it('with a token that GitHub does not know', async () => {
    const token = 'ghs_anotherToken'
    const client = impatientClient(workspace.github.repository, token)
    const refused = await deliver(workspace, { client, token }).catch((error: Error) => error)
    expect(refused).toMatchObject({
      message: expect.stringMatching(/answered "Bad credentials" \(401\)$/),
      hint: expect.stringContaining('input token'),
    })
    expect(`${refused}${JSON.stringify(refused)}${(refused as Error).stack}`).not.toContain('ghs_anotherToken')
  })

  it('a branch that is not there', async () => {
    await expect(deliver(workspace, { branch: 'none' })).rejects.toMatchObject({
      message: 'there is no branch none, or it cannot be fetched',
    })
  })

  it.each<[string, (directory: string) => Promise<unknown>, string]>([
    [
      'an executable file',
      async (directory) => {
        await writeFiles(directory, { 'deploy/README.md': 'mine\n' })
        await git(directory, 'add', 'deploy/README.md')
        return git(directory, 'update-index', '--chmod=+x', 'deploy/README.md')
      },
      `these files are not ordinary, and GitHub's API writes only ordinary ones: deploy/README.md is executable`,
    ],
    [
      'a symbolic link',
      async (directory) => {
        await mkdir(join(directory, 'deploy'))
        await symlink('../README.md', join(directory, 'deploy/README.md'))
        return git(directory, 'add', 'deploy/README.md')
      },
      `these files are not ordinary, and GitHub's API writes only ordinary ones: deploy/README.md is a symbolic link`,
    ],
    [
      'a folder that is a symbolic link',
      async (directory) => {
        await mkdir(join(directory, 'elsewhere'))
        await symlink('elsewhere', join(directory, 'deploy'))
        return git(directory, 'add', 'deploy')
      },
      'deploy is a symbolic link, or is reached through one',
    ],
  ])('%s where a file belongs', async (_name, make, message) => {
    const { directory, github } = workspace
    await git(directory, 'config', 'core.fileMode', 'false')
    await make(directory)
    await git(directory, 'commit', '--quiet', '--message', 'Special')
    await git(directory, 'push', '--quiet', github.bare.directory, 'main')
    await expect(deliver(workspace)).rejects.toMatchObject({ message })
    expect(changesAsked(workspace)).toEqual([])
  })
})

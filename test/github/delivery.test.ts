import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type DeliveryValues, repositoryOf } from '../../src/github/delivery.ts'
import {
  git,
  onlyConfiguration,
  proposal,
  remoteOf,
  repositoryWith,
  temporaryFolder,
} from '../repository/git-folder.ts'
import { type FakeGitHub, fakeGitHub } from './fake/server.ts'

vi.mock('../../src/repository/pause.ts', () => ({ pause: async () => {} }))

beforeEach(() => onlyConfiguration())

const author = { name: 'bot', email: 'bot@example.com' }
const changes = { written: new Map([['deploy/a.yaml', 'rendered\n']]), removed: [] }

/** What the inputs give when nothing is set. */
const usual: DeliveryValues = { deliver: 'auto', branch: undefined, push: 'origin', token: '' }

async function commitWith(
  directory: string,
  inputs: Partial<DeliveryValues>,
  environment: NodeJS.ProcessEnv,
): Promise<Awaited<ReturnType<Awaited<ReturnType<typeof repositoryOf>>['commit']>>> {
  const all: DeliveryValues = { ...usual, ...inputs }
  const repository = await repositoryOf(all, { directory, environment, author })
  const head = await repository.cleanHead(['network.yaml'])
  const { push } = all
  const request = { head, changes, message: 'Render\n', proposal }
  return repository.commit(push === undefined ? request : { ...request, push })
}

const viaApi = ({ received }: FakeGitHub): boolean => received.some(({ what }) => what === 'createCommitOnBranch')

describe('auto', () => {
  const token = 'ghs_aTokenOfThisTest'

  it.each<[string, Partial<DeliveryValues>, Readonly<Record<string, string>>, boolean]>([
    ['takes the API where there is a token', { token }, {}, true],
    ['takes git without one', { token: '' }, {}, false],
    ['takes git where nothing is pushed', { token, push: undefined }, {}, false],
    ['takes git on Gitea', { token }, { GITEA_ACTIONS: 'true' }, false],
    ['takes git where the host has no GraphQL', { token }, { GITHUB_GRAPHQL_URL: '' }, false],
  ])('%s', async (_name, inputs, environment, expected) => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const github = await fakeGitHub(directory)
    await git(directory, 'remote', 'set-url', 'origin', github.bare.directory)
    const made = await commitWith(directory, inputs, { ...github.environment, ...environment })
    expect(made).toMatchObject({ outcome: 'committed', commit: await git(directory, 'rev-parse', 'main') })
    expect(viaApi(github)).toBe(expected)
    expect(github.violations).toEqual([])
  })
})

it('git delivers when that is asked for, to a branch that is not checked out too', async () => {
  const directory = await repositoryWith({ 'network.yaml': 'a\n' })
  const bare = await remoteOf(directory)
  await git(bare, 'branch', 'staging', 'main')
  const made = await commitWith(directory, { deliver: 'git', branch: 'staging', token: 'ghs_x' }, {})
  expect(made).toMatchObject({
    outcome: 'committed',
    branch: 'staging',
    commit: await git(bare, 'rev-parse', 'staging'),
  })
  expect(await git(directory, 'rev-parse', 'main')).toBe(await git(bare, 'rev-parse', 'main'))
})

it('git commits to a branch here that is not checked out', async () => {
  const directory = await repositoryWith({ 'network.yaml': 'a\n' })
  await git(directory, 'branch', 'staging')
  const made = await commitWith(directory, { deliver: 'git', branch: 'staging', push: undefined }, {})
  expect(made).toMatchObject({ outcome: 'committed', commit: await git(directory, 'rev-parse', 'staging') })
  expect(await git(directory, 'status', '--porcelain')).toBe('')
})

describe('refuses', () => {
  it.each<[string, Partial<DeliveryValues>, NodeJS.ProcessEnv, string]>([
    ['the API without a token', { deliver: 'api', token: '' }, {}, 'deliver: api needs a token'],
    [
      'a pull request where there is no GitHub',
      { deliver: 'pull-request', token: 'ghs_x' },
      { GITHUB_REPOSITORY: 'a/b' },
      'this is not a GitHub workflow: GITHUB_API_URL, GITHUB_GRAPHQL_URL, GITHUB_SERVER_URL is not set',
    ],
  ])('%s', async (_name, inputs, environment, message) => {
    await expect(commitWith(await temporaryFolder(), inputs, environment)).rejects.toMatchObject({ message })
  })
})

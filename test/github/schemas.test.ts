import { beforeEach, describe, expect, it } from 'vitest'
import { git, onlyConfiguration, repositoryWith } from '../repository/git-folder.ts'
import { callOf, responseProblems } from './fake/openapi.ts'
import { type FakeGitHub, fakeGitHub } from './fake/server.ts'
import { impatientClient } from './impatient-client.ts'

// The fake is of use only as far as it refuses what GitHub would refuse, and more: these requests are wrong on purpose.

let github: FakeGitHub
let head: string
beforeEach(async () => {
  await onlyConfiguration()
  const directory = await repositoryWith({ 'network.yaml': 'a\n' })
  head = await git(directory, 'rev-parse', 'HEAD')
  github = await fakeGitHub(directory)
})

const client = () => impatientClient(github.repository, github.token)

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

const input = () => ({
  branch: { repositoryNameWithOwner: 'octo-org/network', branchName: 'main' },
  expectedHeadOid: head,
  message: { headline: 'Render' },
  fileChanges: { additions: [{ path: 'a', contents: 'YQ==' }], deletions: [] as object[] },
})

describe('GraphQL that the published schema does not have is refused', () => {
  it.each<[string, () => object, string]>([
    ['a misspelt field', () => ({ ...input(), expectedHeadOID: head }), 'Field "expectedHeadOID" is not defined'],
    [
      'a misspelt field of a file',
      () => ({ ...input(), fileChanges: { additions: [{ path: 'a', contents: 'YQ==', encoding: 'base64' }] } }),
      'Field "encoding" is not defined by type "FileAddition"',
    ],
    [
      'a field that is missing',
      () => ({ ...input(), expectedHeadOid: undefined }),
      'Field "expectedHeadOid" of required type "GitObjectID!" was not provided',
    ],
  ])('%s', async (_name, wrong, message) => {
    await expect(client().graphql(mutation, { input: wrong() })).rejects.toThrow(message)
    expect(github.violations).toEqual([expect.stringContaining(message)])
    expect(await github.bare.commitOf('main')).toBe(head)
  })

  it('a misspelt field of the answer', async () => {
    const wrong = mutation.replace('oid', 'sha')
    await expect(client().graphql(wrong, { input: input() })).rejects.toThrow('Cannot query field "sha"')
    expect(await github.bare.commitOf('main')).toBe(head)
  })

  it('but not the right one', async () => {
    await client().graphql(mutation, { input: input() })
    expect(github.violations).toEqual([])
    expect(await github.bare.commitOf('main')).not.toBe(head)
  })
})

describe('REST that the published description does not have is refused', () => {
  const repository = { owner: 'octo-org', repo: 'network' }
  const pull = { title: 'Render', head: 'b', base: 'main' }

  it.each<[string, string, object, string]>([
    ['a misspelt field', 'POST /repos/{owner}/{repo}/pulls', { ...pull, boby: 'x' }, 'body has no field "boby"'],
    [
      'a field that is missing',
      'POST /repos/{owner}/{repo}/git/refs',
      { ref: 'refs/heads/x' },
      "must have required property 'sha'",
    ],
    ['a value of another type', 'POST /repos/{owner}/{repo}/pulls', { ...pull, title: 1 }, '/title must be string'],
    ['a misspelt parameter', 'GET /repos/{owner}/{repo}/pulls', { heads: 'x' }, 'there is no parameter "heads"'],
  ])('%s', async (_name, route, parameters, message) => {
    await expect(client().request(route, { ...repository, ...parameters })).rejects.toThrow(message)
    expect(github.violations).toEqual([expect.stringContaining(message)])
  })

  it('an operation that does not exist', async () => {
    await expect(client().request('POST /repos/{owner}/{repo}/pullz', { ...repository })).rejects.toThrow('Not Found')
    expect(github.violations).toEqual(['there is no POST /repos/octo-org/network/pullz'])
  })
})

it('the fake answers nothing that GitHub would not', () => {
  const call = callOf('GET', new URL('https://api.github.com/repos/o/r/git/ref/heads%2Fmain'), {})
  if (call === undefined) throw new Error('this operation is published')
  expect(responseProblems(call, 200, { ref: 'refs/heads/main' })).toContainEqual(
    expect.stringContaining("must have required property 'object'"),
  )
  expect(responseProblems(call, 418, {})).toEqual(['GET /repos/{owner}/{repo}/git/ref/{ref} never answers 418'])
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { schema as published } from '@octokit/graphql-schema'
import { buildSchema, graphql } from 'graphql'
import { onTestFinished } from 'vitest'
import type { GitHubClient } from '../../src/repository/github/client.ts'
import { type Call, callOf, example, requestProblems, responseProblems } from './fake/openapi.ts'
import { impatientClient } from './impatient-client.ts'

interface FakeComment {
  readonly id: number
  readonly author: string
  body: string
}

interface FakePull {
  readonly number: number
  readonly sha: string
  /** `octo-org/network` */
  readonly repository: string
  readonly branch: string
}

/** Comments and pull requests of a repository at GitHub, as far as a plan is commented on. */
export interface FakeComments {
  readonly client: GitHubClient
  readonly comments: FakeComment[]
  readonly pulls: FakePull[]
  /** Requests as they came: `POST /repos/{owner}/{repo}/issues/{issue_number}/comments`. */
  readonly received: string[]
  /** Answers in place of those that a request would get. */
  readonly refusals: Map<string, { readonly status: number; readonly message: string }>
  /** Requests and answers that are not as GitHub's published schemas have them. */
  readonly violations: string[]
}

/** Whose token it is. */
export const viewer = 'github-actions[bot]'
export const fullName = 'octo-org/network'

const schema = buildSchema(published.idl, { assumeValid: true })

export async function fakeComments(): Promise<FakeComments> {
  const fake = {
    comments: [],
    pulls: [],
    received: [],
    refusals: new Map(),
    violations: [],
  } satisfies Partial<FakeComments>
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const text = Buffer.concat(parts).toString()
      const body = (text === '' ? {} : JSON.parse(text)) as Call['body'] // every body of GitHub's API is an object
      const answered = await answer(fake, request.method ?? '', new URL(request.url ?? '/', 'http://127.0.0.1'), body)
      response.writeHead(answered.status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(answered.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()))
  const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listens on a port, so the address has one
  const [owner = '', name = ''] = fullName.split('/')
  const repository = { serverUrl, apiUrl: serverUrl, graphqlUrl: `${serverUrl}/graphql`, owner, name }
  return { ...fake, client: impatientClient(repository, 'ghs_aTokenOfThisTest') }
}

type Fake = Omit<FakeComments, 'client'>
type Answer = { readonly status: number; readonly body: unknown }

async function answer(fake: Fake, method: string, url: URL, body: Call['body']): Promise<Answer> {
  const call = url.pathname === '/graphql' ? undefined : callOf(method, url, body)
  const what = call === undefined ? 'graphql' : `${call.method} ${call.path}`
  fake.received.push(what)
  const refusal = fake.refusals.get(what)
  if (refusal !== undefined) return { status: refusal.status, body: { message: refusal.message } }
  if (call === undefined) {
    const result = await graphql({ schema, source: String(body.query), rootValue: { viewer: { login: viewer } } })
    fake.violations.push(...(result.errors ?? []).map(({ message }) => message))
    return { status: 200, body: result }
  }
  fake.violations.push(...requestProblems(call))
  const answered = handlers[what]?.(fake, call)
  if (answered === undefined) throw new Error(`the fake has no ${what}`)
  fake.violations.push(...responseProblems(call, answered.status, answered.body))
  return answered
}

const handlers: Readonly<Record<string, (fake: Fake, call: Call) => Answer>> = {
  'GET /repos/{owner}/{repo}/pulls': ({ pulls }, { query }) => ({
    status: 200,
    body: pulls
      .filter(
        ({ repository, branch }) => query.head === `${repository.split('/')[0]}:${branch}` && query.state === 'open',
      )
      .map(shownPull),
  }),
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ comments }, { query }) => {
    const [size, page] = [Number(query.per_page ?? 30), Number(query.page ?? 1)]
    return { status: 200, body: comments.slice((page - 1) * size, page * size).map(shownComment) }
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ comments }, { body }) => {
    const made = { id: 1000 + comments.length, author: viewer, body: String(body.body) }
    comments.push(made)
    return { status: 201, body: shownComment(made) }
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ comments }, { parameters, body }) => {
    const found = comments.find(({ id }) => String(id) === parameters.comment_id)
    if (found === undefined) return { status: 404, body: { message: 'Not Found' } }
    found.body = String(body.body)
    return { status: 200, body: shownComment(found) }
  },
}

/** The published examples, with what is looked at here. */
function shownComment({ id, author, body }: FakeComment): object {
  const sample = example<{ user: object }>('issue-comment')
  const url = `https://github.com/${fullName}/pull/7#issuecomment-${id}`
  return { ...sample, id, body, html_url: url, user: { ...sample.user, login: author } }
}

function shownPull({ number, sha, repository, branch }: FakePull): object {
  const [sample] = example<{ head: { repo: object } }[]>('pull-request-simple-items')
  if (sample === undefined) throw new Error('the published example has no pull request')
  return {
    ...sample,
    number,
    requested_teams: [], // the example has one without a field that the schema requires
    head: { ...sample.head, sha, ref: branch, repo: { ...sample.head.repo, full_name: repository } },
  }
}

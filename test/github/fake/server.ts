import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { GitHubRepository } from '../../../src/repository/github/client.ts'
import { git, temporaryFolder } from '../../repository/git-folder.ts'
import { answerGit } from '../../repository/http-server.ts'
import { type Bare, bareRepository } from './bare.ts'
import { answerGraphql, fullName, type GraphqlAnswer } from './graphql.ts'
import { type Call, callOf, requestProblems, responseProblems } from './openapi.ts'
import { type Answer, type FakePull, handlers } from './rest.ts'

/** A request as it came, by what it does: "createCommitOnBranch", or "POST /repos/{owner}/{repo}/pulls". */
interface Received {
  readonly what: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What goes wrong, once: before the request is looked at, or after it was done and before it is answered. */
interface Fault {
  readonly at: string
  readonly when?: 'before' | 'after'
  /** Undefined lets the request go on after `meanwhile`. */
  readonly answer?: Answer & { readonly headers?: Readonly<Record<string, string>> }
  /** Something else that happens at this moment. */
  readonly meanwhile?: () => Promise<unknown>
}

export interface FakeGitHub {
  readonly repository: GitHubRepository
  readonly token: string
  readonly bare: Bare
  readonly received: Received[]
  readonly pulls: FakePull[]
  readonly faults: Fault[]
  /** Requests and answers that are not as GitHub's published schemas have them. */
  readonly violations: string[]
  /** The variables that a runner sets. */
  readonly environment: Readonly<Record<string, string>>
}

/** GitHub, as far as Chancery talks to it: REST, GraphQL and git on one port, over a real bare repository with what `directory` has. */
export async function fakeGitHub(directory: string): Promise<FakeGitHub> {
  const folder = await temporaryFolder()
  const bareFolder = join(folder, fullName)
  await mkdir(dirname(bareFolder))
  await git(directory, 'clone', '--quiet', '--bare', '.', bareFolder)
  const fake = { received: [], pulls: [], faults: [], violations: [] }
  const [token, bare] = ['ghs_aTokenOfThisTest', bareRepository(bareFolder)]
  const server = createServer((request, response) => {
    answer({ ...fake, token, bare }, folder, request, response).catch((error: unknown) => {
      send(response, { status: 501, body: { message: String(error) } })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()))
  const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listens on a port, so the address has one
  const [owner = '', name = ''] = fullName.split('/')
  await git(directory, 'remote', 'add', 'origin', `${serverUrl}/${fullName}`)
  const repository = { serverUrl, apiUrl: serverUrl, graphqlUrl: `${serverUrl}/graphql`, owner, name }
  const environment = {
    GITHUB_API_URL: repository.apiUrl,
    GITHUB_GRAPHQL_URL: repository.graphqlUrl,
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_REPOSITORY: fullName,
  }
  return { ...fake, repository, token, bare, environment }
}

async function answer(
  fake: Omit<FakeGitHub, 'repository' | 'environment'>,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const authorization = request.headers.authorization ?? ''
  if (url.pathname.startsWith(`/${fullName}/`)) {
    const expected = `Basic ${Buffer.from(`x-access-token:${fake.token}`).toString('base64')}`
    if (authorization !== expected) return send(response, { status: 401 })
    return answerGit(folder, true, request, response)
  }
  const text = await textOf(request)
  if (authorization !== `token ${fake.token}`)
    return send(response, { status: 401, body: { message: 'Bad credentials', status: '401' } })
  const body = (text === '' ? {} : JSON.parse(text)) as Received['body'] // every body of GitHub's API is an object
  const isGraphql = url.pathname === '/graphql'
  const call = isGraphql ? undefined : callOf(request.method ?? '', url, body)
  if (!isGraphql && call === undefined) {
    fake.violations.push(`there is no ${request.method} ${url.pathname}`)
    return send(response, { status: 404, body: { message: 'Not Found', status: '404' } })
  }
  const what = call === undefined ? mutationIn(String(body.query)) : `${call.method} ${call.path}`
  fake.received.push({ what, body: call === undefined ? inputOf(body) : body })
  const before = await fault(fake, what, 'before')
  if (before !== undefined) return send(response, before)
  const answered = call === undefined ? await overGraphql(fake, body) : await overRest(fake, call)
  send(response, (await fault(fake, what, 'after')) ?? answered)
}

async function fault({ faults }: Pick<FakeGitHub, 'faults'>, what: string, when: 'before' | 'after') {
  const place = faults.findIndex((one) => one.at === what && (one.when ?? 'before') === when)
  const [found] = place < 0 ? [] : faults.splice(place, 1)
  await found?.meanwhile?.()
  return found?.answer
}

async function overGraphql({ bare, violations }: Pick<FakeGitHub, 'bare' | 'violations'>, body: Received['body']) {
  const answered: GraphqlAnswer = await answerGraphql(bare, {
    query: String(body.query),
    variables: (body.variables ?? {}) as Received['body'], // an object, by the protocol
  })
  for (const { type, message } of answered.errors ?? []) if (type === undefined) violations.push(message)
  return { status: 200, body: answered }
}

async function overRest(
  { bare, pulls, violations }: Pick<FakeGitHub, 'bare' | 'pulls' | 'violations'>,
  call: Call,
): Promise<Answer> {
  const wrong = requestProblems(call)
  violations.push(...wrong)
  if (wrong.length > 0) return { status: 400, body: { message: wrong.join('; ') } }
  const handler = handlers[`${call.method} ${call.path}`]
  if (handler === undefined) throw new Error(`the fake has no ${call.method} ${call.path}`)
  const answered = await handler(call, bare, pulls)
  violations.push(...responseProblems(call, answered.status, answered.body))
  return answered
}

/** The first field of a GraphQL document. */
const mutationIn = (query: string): string => /\{\s*(\w+)/.exec(query)?.[1] ?? 'no GraphQL'

const inputOf = ({ variables }: Received['body']): Received['body'] =>
  (variables as { input?: Received['body'] } | undefined)?.input ?? {} // mutations have one variable, the input

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer) // no encoding is set
  return Buffer.concat(parts).toString()
}

function send(response: ServerResponse, { status, body, headers = {} }: NonNullable<Fault['answer']>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body === undefined ? '' : JSON.stringify(body))
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RequestError } from '@octokit/request-error'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { clientFor } from '../../src/github/client.ts'
import { gitIn } from '../../src/repository/git-command.ts'
import { fetchBranch } from '../../src/repository/git-remote.ts'
import { remoteWith } from '../../src/repository/github/credentials.ts'
import { partsOf } from '../../src/repository/github/parts.ts'
import { withSection } from '../../src/repository/github/pull-request.ts'
import { secondsBefore } from '../../src/repository/github/retry.ts'
import { git, onlyConfiguration, repositoryWith } from '../repository/git-folder.ts'
import { fakeGitHub } from './fake/server.ts'
import { impatientClient } from './impatient-client.ts'

beforeEach(() => onlyConfiguration())

describe('the client', () => {
  it('finds GitHub Enterprise Server where the runner says it is', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": {}, "object": {}}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()))
    const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listens on a port, so the address has one
    const urls = { serverUrl, apiUrl: `${serverUrl}/api/v3`, graphqlUrl: `${serverUrl}/api/graphql` }
    const client = await clientFor({ ...urls, owner: 'octo-org', name: 'network' }, 'ghs_x')
    await client.graphql('query { viewer { login } }', {})
    await client.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner: 'o', repo: 'r', ref: 'heads/a/b' })
    expect(asked).toEqual(['POST /api/graphql token ghs_x', 'GET /api/v3/repos/o/r/git/ref/heads%2Fa%2Fb token ghs_x'])
  })
})

describe('seconds before a refused request is made again', () => {
  const now = Math.floor(Date.now() / 1000)
  const left = 'x-ratelimit-remaining'

  it.each<[string, number, Readonly<Record<string, string>>, number | undefined]>([
    ['too many requests', 429, {}, 1],
    ['as long as it is told', 403, { 'retry-after': '30' }, 30],
    ['as long as it is told, of too many requests', 429, { 'retry-after': '7' }, 7],
    ['until the limit ends', 403, { [left]: '0', 'x-ratelimit-reset': `${now + 20}` }, 20],
    ['not for an hour', 403, { [left]: '0', 'x-ratelimit-reset': `${now + 3600}` }, undefined],
    ['not when it is forbidden', 403, { [left]: '4999' }, undefined],
    ['not when it is wrong', 422, { 'retry-after': '7' }, undefined],
  ])('%s', (_name, status, headers, expected) => {
    const response = { status, headers, url: 'https://api.github.com', data: {} }
    const error = new RequestError('no', status, { response, request: { method: 'GET', url: '', headers: {} } })
    const seconds = secondsBefore(error)
    if (expected === undefined) expect(seconds).toBeUndefined()
    else expect(Math.abs((seconds ?? 0) - expected)).toBeLessThanOrEqual(1)
  })

  it('none for a bug', () => expect(secondsBefore(new TypeError('no'))).toBeUndefined())
})

describe('requests that fail', () => {
  /** Answers each request with the next status, the last one for ever. */
  async function serverWith(...statuses: readonly number[]) {
    const asked: number[] = []
    const server = createServer((_request, response) => {
      const status = statuses[Math.min(asked.length, statuses.length - 1)] ?? 200
      asked.push(status)
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"object": {}}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listens on a port, so the address has one
    const repository = { serverUrl: url, apiUrl: url, graphqlUrl: `${url}/graphql`, owner: 'o', name: 'r' }
    return { asked, request: impatientClient(repository, 'ghs_x').request }
  }

  it.each<[string, readonly number[], readonly number[]]>([
    ['are made again when GitHub has a fault', [502, 500, 200], [502, 500, 200]],
    ['are made again when there were too many', [429, 200], [429, 200]],
    ['are made four times at most', [502], [502, 502, 502, 502]],
    ['are not made again when they are forbidden', [403], [403]],
    ['are not made again when something is in the way', [409], [409]],
    ['are not made again when they are wrong', [422], [422]],
  ])('%s', async (_name, statuses, expected) => {
    const { asked, request } = await serverWith(...statuses)
    await request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner: 'o', repo: 'r', ref: 'heads/a' }).catch(() => {})
    expect(asked).toEqual(expected)
  })
})

describe('git fetches with the token', () => {
  it('whatever credentials the checkout step left in the configuration', async () => {
    const directory = await repositoryWith({ 'network.yaml': 'a\n' })
    const { repository, token, bare } = await fakeGitHub(directory)
    const key = `http.${repository.serverUrl}/.extraheader`
    await git(directory, 'config', key, 'AUTHORIZATION: basic b3RoZXI=')
    const environment = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.abbrev', GIT_CONFIG_VALUE_0: '7' }
    const remote = remoteWith(repository, token, environment)
    expect(remote.environment).toMatchObject({ GIT_CONFIG_COUNT: '3' })
    const whole = { ...remote, environment: { ...environment, ...remote.environment } }
    expect(await fetchBranch(gitIn(directory), whole, 'main')).toBe(await bare.commitOf('main'))
    expect(await git(directory, 'config', key)).toBe('AUTHORIZATION: basic b3RoZXI=')
  })
})

describe('partsOf', () => {
  const written = new Map([
    ['deploy/a', 'aaaa'],
    ['deploy/b', 'b'],
    ['material/sealed/x', 'x'],
    ['network.lock.yaml', 'lock'],
  ])
  const paths = (size: { files: number; bytes: number }, removed: readonly string[] = []) =>
    partsOf({ written, removed }, size).map((part) => [
      ...part.removed.map((path) => `-${path}`),
      ...part.written.keys(),
    ])

  it.each<[string, Parameters<typeof paths>, string[][]]>([
    [
      'one where all fits, keys first',
      [{ files: 10, bytes: 100 }],
      [['material/sealed/x', 'network.lock.yaml', 'deploy/a', 'deploy/b']],
    ],
    [
      'by number, what goes first',
      [{ files: 2, bytes: 100 }, ['deploy/old']],
      [['-deploy/old', 'material/sealed/x'], ['network.lock.yaml', 'deploy/a'], ['deploy/b']],
    ],
    [
      'by size; what is too large is alone',
      [{ files: 10, bytes: 3 }],
      [['material/sealed/x'], ['network.lock.yaml'], ['deploy/a'], ['deploy/b']],
    ],
  ])('%s', (_name, given, expected) => expect(paths(...given)).toEqual(expected))

  it('none of nothing', () => expect(partsOf({ written: new Map(), removed: [] })).toEqual([]))
})

describe('withSection', () => {
  const marked = '<!-- chancery: begin -->\nnew\n<!-- chancery: end -->'

  it.each<[string, string, string]>([
    ['fills an empty body', '', marked],
    [
      'replaces what is between the marks',
      'a\n<!-- chancery: begin -->\nold\n<!-- chancery: end -->\nb',
      `a\n${marked}\nb`,
    ],
    ['goes after what people wrote', 'mine\n', `mine\n\n${marked}`],
    [
      'does not trust marks in the wrong order',
      '<!-- chancery: end --><!-- chancery: begin -->',
      `<!-- chancery: end --><!-- chancery: begin -->\n\n${marked}`,
    ],
  ])('%s', (_name, body, expected) => expect(withSection(body, 'new\n')).toBe(expected))
})

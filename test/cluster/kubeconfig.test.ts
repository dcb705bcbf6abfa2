import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Api } from '../../src/cluster/api.ts'
import { connect, contextNames } from '../../src/cluster/connection.ts'
import { OperatorError } from '../../src/errors.ts'
import { temporaryFolder } from '../repository/git-folder.ts'
import { kubeconfig, serve } from './server.ts'

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'])
    vi.stubEnv(name, '')
})

function api(): Api {
  const opened = connect('test')
  onTestFinished(() => opened.close())
  return opened
}

describe('credentials of a plugin', () => {
  /** Gives the tokens in turn, the last one for ever, and counts in a file how often it was asked. */
  async function plugin(
    tokens: readonly string[],
    expires?: string,
  ): Promise<{ readonly user: object; readonly calls: () => Promise<number> }> {
    const folder = await temporaryFolder()
    const [script, count] = [join(folder, 'plugin.mjs'), join(folder, 'count')]
    await writeFile(count, '')
    await writeFile(
      script,
      `import { appendFileSync, readFileSync } from 'node:fs'
       const turn = readFileSync(${JSON.stringify(count)}, 'utf8').length
       appendFileSync(${JSON.stringify(count)}, '.')
       const tokens = ${JSON.stringify(tokens)}
       const status = { token: tokens[Math.min(turn, tokens.length - 1)], expirationTimestamp: ${JSON.stringify(expires)} }
       console.log(JSON.stringify({ apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status }))`,
    )
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: process.execPath, args: [script] }
    return { user: { exec }, calls: async () => (await readFile(count, 'utf8')).length }
  }

  const onlyFor =
    (token: string) =>
    (...[response, request]: Parameters<Parameters<typeof serve>[0]>) => {
      response.writeHead(request.headers.authorization === `Bearer ${token}` ? 200 : 401).end('{}')
    }

  it('are asked for again when the server does not take them, once for all requests', async () => {
    const { user, calls } = await plugin(['old', 'new'])
    await serve(onlyFor('new'), { user })
    const opened = api()
    const answers = await Promise.all(Array.from({ length: 8 }, () => opened.request('GET', '/version')))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await calls()).toBe(2)
  })

  it('are kept while they are good', async () => {
    const { user, calls } = await plugin(['good'], '2036-01-01T00:00:00Z')
    await serve(onlyFor('good'), { user })
    const opened = api()
    for (const _ of [1, 2, 3]) await opened.request('GET', '/version')
    expect(await calls()).toBe(1)
  })

  it('that are refused twice end the run', async () => {
    const { user } = await plugin(['old', 'old too'])
    const server = await serve(onlyFor('new'), { user })
    const failed = api().request('GET', '/version')
    await expect(failed).rejects.toThrow(`${new URL(server.url).host} does not know who you are (401, context test)`)
    await expect(failed).rejects.toMatchObject({ hint: 'log in to the cluster again: credentials may have expired' })
    expect(server.asked).toHaveLength(2)
  })

  it.each([
    [
      'that fails',
      {
        command: process.execPath,
        args: ['-e', 'console.error("token has expired, run aws sso login"); process.exit(255)'],
      },
      /token has expired, run aws sso login/,
    ],
    ['that does not exist', { command: '/does/not/exist' }, /ENOENT/],
    ['that writes nonsense', { command: process.execPath, args: ['-e', 'console.log("nonsense")'] }, /nonsense/],
  ])('and one %s is told of, with what it said', async (_name, exec, message) => {
    await serve((response) => response.end('{}'), {
      user: { exec: { apiVersion: 'client.authentication.k8s.io/v1', ...exec } },
    })
    const failed = api().request('GET', '/version')
    await expect(failed).rejects.toThrow(/^the context test gives no credentials: /)
    await expect(failed).rejects.toThrow(message)
    await expect(failed).rejects.toBeInstanceOf(OperatorError)
  })
})

describe('a proxy', () => {
  /** Gives `host:port` of every connection that was asked for. */
  async function proxy(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
    const asked: string[] = []
    const server = createServer().on('connect', (request, client) => {
      asked.push(request.url ?? '')
      const [host, port] = (request.url ?? '').split(':')
      const upstream = connectSocket(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        upstream.pipe(client).pipe(upstream)
      })
      for (const socket of [client, upstream]) socket.on('error', () => {})
      onTestFinished(() => void upstream.destroy())
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    server.listen(0, '127.0.0.1', resolve)
    await promise
    onTestFinished(() => void server.close())
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked } // it listens on a port
  }

  it('that the kubeconfig names is used', async () => {
    const { url, asked } = await proxy()
    const server = await serve((response) => response.end('{}'), { cluster: { 'proxy-url': url } })
    expect(await api().request('GET', '/version')).toMatchObject({ status: 200 })
    expect(asked).toEqual([new URL(server.url).host])
  })

  it('that HTTPS_PROXY names is used, but not for what NO_PROXY has', async () => {
    const { url, asked } = await proxy()
    const server = await serve((response) => response.end('{}'))
    vi.stubEnv('HTTPS_PROXY', url)
    expect(await api().request('GET', '/version')).toMatchObject({ status: 200 })
    expect(asked).toEqual([new URL(server.url).host])
    vi.stubEnv('NO_PROXY', '127.0.0.1')
    expect(await api().request('GET', '/version')).toMatchObject({ status: 200 })
    expect(asked).toHaveLength(1)
  })
})

describe('a kubeconfig', () => {
  it('gives the names of its contexts', async () => {
    await kubeconfig({ server: 'https://127.0.0.1:1' }, {})
    expect(contextNames()).toEqual(['test'])
  })

  it('that cannot be read is told of', async () => {
    const file = join(await temporaryFolder(), 'kubeconfig')
    await writeFile(file, 'contexts: [')
    vi.stubEnv('KUBECONFIG', file)
    expect(() => contextNames()).toThrow(/^the kubeconfig cannot be read: /)
    expect(() => contextNames()).toThrow(OperatorError)
  })
})

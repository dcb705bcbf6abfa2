import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Api } from '../../src/cluster/api.ts'
import { connect, contextNames } from '../../src/cluster/connection.ts'
import { OperatorError } from '../../src/errors.ts'
import { seededRandom } from '../../src/material/random.ts'
import { issueCertificate } from '../../src/material/x509/certificate.ts'
import { newKeyPair, privateKeyPem } from '../../src/material/x509/key.ts'
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
    await expect(failed).rejects.toThrow(`${new URL(server.url).host} rejects the credentials (401, context test)`)
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
    await expect(failed).rejects.toThrow(/^the context test provides no credentials: /)
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

  const described = (cluster: object, user: object): string =>
    JSON.stringify({
      clusters: [{ name: 'c', cluster }],
      contexts: [{ name: 'test', context: { cluster: 'c', user: 'u' } }],
      users: [{ name: 'u', user }],
    })
  const local = { server: 'https://127.0.0.1:1' }
  const pem = (text: string): string => Buffer.from(text).toString('base64')
  const expired = (): object => {
    const key = newKeyPair(seededRandom('expired'), 'client')
    const certificate = issueCertificate(
      {
        subject: { commonName: 'ada' },
        purpose: { kind: 'identity' },
        publicKey: key.publicKey,
        serialNumber: Uint8Array.of(1),
        notBefore: new Date('2020-01-01'),
        notAfter: new Date('2021-01-01'),
      },
      { key },
    )
    return { 'client-certificate-data': pem(certificate), 'client-key-data': pem(privateKeyPem(key)) }
  }

  it.each<[string, () => string, RegExp, RegExp]>([
    [
      'invalid server',
      () => described({ server: 'eu' }, {}),
      /^the context test has an invalid server: "eu"$/,
      /^correct/,
    ],
    [
      'cluster of no context',
      () => '{contexts: [{name: test, context: {cluster: x}}]}',
      /names no cluster$/,
      /^correct/,
    ],
    [
      'certificate file that does not exist',
      () => described(local, { 'client-certificate': '/none/crt', 'client-key': '/none/key' }),
      /^the context test provides no credentials: ENOENT: .*\/none\/crt/,
      /^log in to the cluster first/,
    ],
    [
      'invalid certificate',
      () => described(local, { 'client-certificate-data': 'AAAA', 'client-key-data': 'AAAA' }),
      /^the context test has an invalid certificate or key: /,
      /^correct the kubeconfig/,
    ],
    [
      'expired certificate',
      () => described(local, expired()),
      /^the client certificate of the context test expired on 2021-01-01$/,
      /^log in to the cluster again/,
    ],
  ])('with an %s is told before anything is sent', async (_name, text, message, hint) => {
    const file = join(await temporaryFolder(), 'kubeconfig')
    await writeFile(file, text())
    vi.stubEnv('KUBECONFIG', file)
    const asked = api().request('GET', '/version')
    await expect(asked).rejects.toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })

  it.each<[string, () => Promise<Record<string, string | undefined>>, RegExp]>([
    [
      'none at all',
      async () => ({ KUBECONFIG: undefined, HOME: await temporaryFolder() }),
      /^there is no kubeconfig: KUBECONFIG is not set, and ~\/\.kube\/config does not exist$/,
    ],
    ['no home folder', async () => ({ KUBECONFIG: '', HOME: undefined }), /^there is no kubeconfig: /],
    [
      'a file that does not exist',
      async () => ({ KUBECONFIG: '/none' }),
      /KUBECONFIG names \/none, which does not exist$/,
    ],
    ['a folder', async () => ({ KUBECONFIG: '/' }), /^the kubeconfig \/ is not a regular file$/],
    ['a device', async () => ({ KUBECONFIG: '/dev/zero' }), /^the kubeconfig \/dev\/zero is not a regular file$/],
  ])('that is missing is told, with how to give one: %s', async (_name, environment, message) => {
    for (const [name, value] of Object.entries(await environment())) vi.stubEnv(name, value)
    expect(() => contextNames()).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        hint: expect.stringMatching(/set KUBECONFIG to the file with the clusters, or log in/),
      }),
    )
  })

  it('that cannot be read is told of', async () => {
    const file = join(await temporaryFolder(), 'kubeconfig')
    await writeFile(file, 'contexts: [')
    vi.stubEnv('KUBECONFIG', file)
    expect(() => contextNames()).toThrow(/^the kubeconfig is invalid: /)
    expect(() => contextNames()).toThrow(OperatorError)
  })
})

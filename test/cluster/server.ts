import { writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { onTestFinished, vi } from 'vitest'
import { dumpYaml } from '../../src/yaml.ts'
import { createAuthority } from '../bed/certificates/certificates.ts'
import { temporaryFolder } from '../repository/git-folder.ts'

export interface Server {
  readonly url: string
  /** What the server was asked: `GET /version`. */
  readonly asked: readonly string[]
  /** How many connections were opened. */
  connections(): number
}

interface ServeOptions {
  readonly user?: object
  readonly cluster?: object
  /** Takes WebSockets; else they are forbidden. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex) => void
}

type Respond = (response: ServerResponse, request: IncomingMessage, turn: number) => void

/** A server on loopback that goes with the test, and the kubeconfig with a context `test` for it. */
export async function serve(respond: Respond, options: ServeOptions = {}): Promise<Server> {
  const authority = createAuthority('authority')
  const { certificate, key } = authority.server('test', ['127.0.0.1'])
  return start((listener) => createSecureServer({ cert: certificate, key }, listener), 'https', respond, {
    ...options,
    cluster: {
      'certificate-authority-data': Buffer.from(authority.certificate).toString('base64'),
      ...options.cluster,
    },
  })
}

/** The same without TLS. */
export const serveInPlain = (respond: Respond): Promise<Server> =>
  start(createServer, 'http', respond, { cluster: { 'insecure-skip-tls-verify': true } })

async function start(
  create: (listener: RequestListener) => ReturnType<typeof createServer>,
  protocol: string,
  respond: Respond,
  { user = { token: 'secret' }, cluster, upgrade }: ServeOptions,
): Promise<Server> {
  const asked: string[] = []
  let connections = 0
  const server = create((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    request.resume()
    request.once('end', () => respond(response, request, asked.length))
  })
  server.on(protocol === 'https' ? 'secureConnection' : 'connection', () => {
    connections += 1
  })
  server.on('upgrade', (request, socket) => {
    asked.push(`${request.method} ${request.url}`)
    if (upgrade === undefined) socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
    else upgrade(request, socket)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port
  await kubeconfig({ server: url, ...cluster }, user)
  return { url, asked, connections: () => connections }
}

/** Makes this the kubeconfig until the end of the test, with the one context `test`. */
export async function kubeconfig(cluster: object, user: object): Promise<void> {
  const file = join(await temporaryFolder(), 'kubeconfig')
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster }],
    users: [{ name: 'test', user }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
  }
  await writeFile(file, dumpYaml(config))
  vi.stubEnv('KUBECONFIG', file)
  onTestFinished(() => void vi.unstubAllEnvs())
}

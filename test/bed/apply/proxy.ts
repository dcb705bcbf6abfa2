import type { IncomingMessage, ServerResponse } from 'node:http'
import { Agent, createServer, request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { createAuthority } from '../certificates/certificates.ts'
import type { Cluster } from '../cluster.ts'

/** What happens to a request instead of what was asked for. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: object | string }
  /** The connection breaks, before the server hears of the request or after it has done it. */
  | 'unheard'
  | 'unanswered'

export interface ProxyOptions {
  /** Asked with each request as `METHOD /path?query`. */
  readonly fault?: (request: string) => Fault | undefined
  /** Requests are the administrator's, or of whoever sends them. */
  readonly as: 'administrator' | 'sender'
}

/** A server in front of the API server of a cluster, with a certificate of its own. */
export interface ApiProxy extends AsyncDisposable {
  readonly server: string
  /** Certificate of the authority, PEM. */
  readonly authority: string
  /** `METHOD /path?query` of all that came. */
  readonly requests: readonly string[]
}

export async function startProxy(cluster: Cluster, { fault = () => undefined, as }: ProxyOptions): Promise<ApiProxy> {
  const authority = createAuthority('proxy authority')
  const { certificate, key } = authority.server('proxy', ['127.0.0.1'])
  const requests: string[] = []
  const agent = agentFor(cluster, as)
  const upstream = new URL(cluster.client.getCurrentCluster()?.server ?? '')

  const forward = (request: IncomingMessage, response: ServerResponse, answer: boolean): void => {
    const { method, headers } = request
    const sent = httpsRequest(new URL(request.url ?? '', upstream), {
      method,
      agent,
      headers: { ...headers, host: upstream.host },
    })
    sent.once('error', () => request.socket.destroy())
    sent.once('response', (received) => {
      if (response.destroyed) return void sent.destroy() // whoever asked is gone
      if (!answer) return void received.resume().once('end', () => request.socket.destroy())
      response.writeHead(received.statusCode ?? 0, received.headers)
      response.flushHeaders()
      pipeline(received, response, () => sent.destroy())
    })
    pipeline(request, sent, () => {})
  }

  const server = createServer({ cert: certificate, key }, (request, response) => {
    const text = `${request.method} ${request.url}`
    requests.push(text)
    const found = fault(text)
    if (found === 'unheard') request.socket.destroy()
    else if (found === undefined || found === 'unanswered') forward(request, response, found === undefined)
    else {
      request.resume()
      const { body = {} } = found
      response.writeHead(found.status, found.headers).end(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`)
    }
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  return {
    server: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on a port
    authority: authority.certificate,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      agent.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

function agentFor({ client }: Cluster, as: ProxyOptions['as']): Agent {
  const decoded = (text = ''): Buffer => Buffer.from(text, 'base64')
  const ca = decoded(client.getCurrentCluster()?.caData)
  const user = client.getCurrentUser()
  const identity = as === 'sender' ? {} : { cert: decoded(user?.certData), key: decoded(user?.keyData) }
  return new Agent({ keepAlive: true, ca, ...identity })
}

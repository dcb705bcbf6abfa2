import type { IncomingMessage } from 'node:http'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { OperatorError } from '../errors.ts'
import { type Answer, type Api, atOnce, messageOf, type Query } from './api.ts'
import { type Credentials, credentialsOf } from './kubeconfig.ts'
import { askPod } from './port-forward.ts'
import { retrying } from './retry.ts'

export { contextNames } from './kubeconfig.ts'

export interface ConnectionOptions {
  /** Most requests at the same time, each on a separate connection. */
  readonly connections?: number
  /** Milliseconds of retries while the server does not answer, once it has answered; before that 15 seconds at most. */
  readonly patience?: number
}

/** After this silence a server counts as gone. */
const silence = 60_000

const firstPatience = 15_000

/** Opens requests to the cluster of a kubeconfig context. Nothing is sent yet. */
export function connect(context: string, options: ConnectionOptions = {}): Api {
  const { connections = atOnce, patience = 120_000 } = options
  const credentials = credentialsOf(context, connections + 8) // watches hold a connection each
  let answered = false

  async function send(method: string, path: string, query: Query): Promise<IncomingMessage> {
    const known = await credentials.get()
    const response = await once(known, method, path, query)
    if (response.statusCode !== 401) return response
    response.resume()
    credentials.renew(known)
    const second = await once(await credentials.get(), method, path, query)
    if (second.statusCode !== 401) return second
    second.resume()
    throw new OperatorError(
      `${known.server.host} rejects the credentials (401, context ${context})`,
      'log in to the cluster again: credentials may have expired',
    )
  }

  return {
    async request(method, path, query = {}) {
      try {
        const answer = await retrying(
          async () => read(await send(method, path, query)),
          answered ? patience : Math.min(patience, firstPatience),
          query.signal,
          query.lastTry,
        )
        answered = true
        return answer
      } catch (error) {
        throw query.signal?.aborted === true ? query.signal.reason : unreachable(error, context)
      }
    },
    async *stream(path, signal) {
      const response = await send('GET', path, { signal })
      if (response.statusCode !== 200) {
        yield (await read(response)).body
        return
      }
      for await (const line of createInterface({ input: response })) yield parsed(line)
    },
    async *lines(path, signal) {
      const response = await send('GET', path, { signal, patient: true })
      if (response.statusCode !== 200) {
        const answer = await read(response)
        throw new OperatorError(messageOf(answer), 'docs/operate.md lists the rights that are needed')
      }
      yield* createInterface({ input: response })
    },
    ask: (pod, question, signal) => askPod(credentials.config(), pod, question, signal),
    close: () => credentials.close(),
  }
}

function once(known: Credentials, method: string, path: string, query: Query): Promise<IncomingMessage> {
  const { as, body, contentType = 'application/json', signal, patient = false } = query
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  // A server may be behind a path: https://rancher.example.com/k8s/clusters/c-1
  const url = new URL(`${known.server.pathname.replace(/\/$/, '')}${path}`, known.server)
  const request = url.protocol === 'http:' ? plainRequest : secureRequest
  const sent = request(url, {
    method,
    agent: known.agent,
    ...(patient ? {} : { timeout: silence }),
    headers: {
      ...known.headers,
      ...(as === undefined ? {} : { 'Impersonate-User': as }),
      Accept: 'application/json',
      'User-Agent': 'chancery',
      ...(content === undefined ? {} : { 'Content-Type': contentType, 'Content-Length': content.length }),
    },
    ...(signal === undefined ? {} : { signal }),
  })
  sent.once('timeout', () => sent.destroy(Object.assign(new Error('the server is silent'), { code: 'ETIMEDOUT' })))
  sent.once('error', reject)
  sent.once('response', resolve)
  sent.end(content)
  return promise
}

async function read(response: IncomingMessage): Promise<Answer & { retryAfter?: number }> {
  const received = await text(response)
  const after = Number(response.headers['retry-after'])
  const date = new Date(response.headers.date ?? '')
  return {
    status: response.statusCode ?? 0,
    body: parsed(received),
    warnings: warningsOf(response.headers.warning),
    ...(Number.isNaN(date.getTime()) ? {} : { date }),
    ...(Number.isFinite(after) ? { retryAfter: after } : {}),
  }
}

/** `299 - "text"`, several joined with commas: https://www.rfc-editor.org/rfc/rfc7234#section-5.5 */
const warningsOf = (header: string | undefined): string[] =>
  [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, warning = '']) =>
    warning.replaceAll(/\\(.)/g, '$1'),
  )

function parsed(received: string): unknown {
  try {
    return JSON.parse(received)
  } catch {
    return received
  }
}

function unreachable(error: unknown, context: string): unknown {
  if (error instanceof OperatorError || !(error instanceof Error) || !('code' in error)) return error
  return new OperatorError(
    `the API server of context ${context} is unreachable: ${error.message || String(error.code)}`,
    'check that the cluster runs, that this machine may reach its endpoint, and that the kubeconfig is the right one',
    { cause: error },
  )
}

import { Agent, request as httpsRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Access } from './kubeconfig.ts'

interface Answer {
  readonly status: number
  /** Parsed JSON, or the text when it is none. */
  readonly body: unknown
}

/** A request to an API server. A body that is no text is sent as JSON. Answers of every status are returned. */
export type Ask = (
  method: string,
  path: string,
  body?: object | string,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** Connections stay open between requests until `close`, and never keep the process alive. */
export function connect({ server, authority, user }: Access): { readonly ask: Ask; close(): void } {
  const agent = new Agent({ keepAlive: true, ca: authority, cert: user.certificate, key: user.key })
  const ask: Ask = async (method, path, body, headers = {}) => {
    const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const sent = httpsRequest(new URL(path, server), {
      method,
      agent,
      headers: {
        Accept: 'application/json',
        // The length too: without it Node sends a DELETE's body as if it were the next request.
        ...(content === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(content)) }),
        ...headers,
      },
    })
    sent.once('error', reject)
    sent.once('response', (response) => {
      text(response).then((received) => resolve({ status: response.statusCode ?? 0, body: parsed(received) }), reject)
    })
    sent.end(content)
    return promise
  }
  return { ask, close: () => agent.destroy() }
}

function parsed(received: string): unknown {
  try {
    return JSON.parse(received)
  } catch {
    return received
  }
}

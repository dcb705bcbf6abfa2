import { request } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { request as requestTls } from 'node:https'
import { connect, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import type { Echo } from './backends.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** How a client reaches an entrance of the Ambassador. */
export interface Entrance {
  readonly port: number
  /** Certificate of the authority that it trusts; undefined for a client without TLS. */
  readonly ca?: string
  /** A socket that is connected already. */
  readonly socket?: Socket
}

interface Request {
  readonly host: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer
}

/** A request of HTTP/1.1. */
export function ask(
  { port, ca, socket }: Entrance,
  { host, path = '/', headers = {}, body }: Request,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      method: body === undefined ? 'GET' : 'POST',
      headers: { host, ...headers },
      // Without an agent, a request takes the connection that it is given.
      ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
    } as const
    const sent =
      ca === undefined ? request(options) : requestTls({ ...options, ca, servername: host.replace(/:\d+$/, '') })
    sent.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** What the backend saw of a request that reached it. */
export const echoed = ({ body }: Answer): Echo => JSON.parse(body) as Echo // what backends.ts answers

/** A WebSocket after 101; what is written to it comes back. */
export function webSocket({ port, ca }: Entrance, host: string, path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const headers = {
      host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    const options = { host: '127.0.0.1', port, path, headers, agent: false } as const
    const sent = ca === undefined ? request(options) : requestTls({ ...options, ca, servername: host })
    sent.on('upgrade', (_, socket: Socket) => resolve(socket))
    sent.on('response', ({ statusCode }) => reject(new Error(`answered ${statusCode}`)))
    sent.on('error', reject)
    sent.end()
  })
}

/** The path, content and status of the answer to a call of gRPC without content, over TLS with HTTP/2. */
export function call({ port, ca }: Entrance, host: string, path: string, authority = host): Promise<string> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`https://${host}`, {
      createConnection: () =>
        connectTls({ host: '127.0.0.1', port, servername: host, ca: [ca ?? ''], ALPNProtocols: ['h2'] }),
    })
    session.on('error', reject)
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      ':authority': authority,
      'content-type': 'application/grpc',
      te: 'trailers',
    })
    const parts: Buffer[] = []
    stream.on('response', (headers) => parts.push(Buffer.from(`${headers['x-path'] ?? headers['grpc-status']} `)))
    stream.on('data', (part: Buffer) => parts.push(part.subarray(5)))
    stream.on('error', reject)
    stream.on('trailers', (trailers) => parts.push(Buffer.from(` ${trailers['grpc-status']}`)))
    stream.on('end', () => {
      session.close()
      resolve(Buffer.concat(parts).toString())
    })
    stream.end(Buffer.alloc(5))
  })
}

/** A connection, with what is sent on it first. */
export async function dial(port: number, first = '', host = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ host, port })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  if (first !== '') socket.write(first)
  return socket
}

/** TLS on a connection. */
export const secured = (socket: Socket, options: object): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const secure = connectTls({ socket, ...options })
    secure.once('secureConnect', () => resolve(secure))
    secure.once('error', reject)
    secure.once('close', () => reject(new Error('closed')))
  })

/** The number of the certificate that a client gets, and trusts. */
export async function servedTo({ port, ca }: Entrance, servername: string): Promise<string> {
  const socket = await secured(await dial(port), { servername, ca })
  const { serialNumber } = socket.getPeerCertificate()
  socket.destroy()
  return serialNumber
}

/** What comes back for a text; rejects when the connection ends. */
export const tell = (socket: Socket, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    socket.once('data', (answer) => resolve(String(answer)))
    socket.once('close', () => reject(new Error('closed')))
    socket.once('error', reject)
    socket.write(text)
  })

/** Version 1 of the PROXY protocol: https://www.haproxy.org/download/3.3/doc/proxy-protocol.txt */
export const proxyHeader = (client: string): string => `PROXY TCP4 ${client} 203.0.113.1 40000 443\r\n`

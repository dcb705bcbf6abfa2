import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createGrpcServer, type Http2Server } from 'node:http2'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import type { Authority } from '../../bed/certificates/certificates.ts'

/** What serves behind an Ambassador in a test. */
export interface Backends {
  /** Ports of this machine, by the `host:port` of the Services that routes lead to. */
  readonly ports: ReadonlyMap<string, number>
  /** Answers of the filters, as of now. */
  readonly answers: Answers
  /** Ends one, with its connections. */
  stop(name: string): void
  end(): void
}

interface Answers {
  allowed: boolean
  belowLimit: boolean
}

type Listening = TcpServer | Http2Server

/** The nodes a and b of cases.ts, and the filters. */
export async function startBackends(authority: Authority, checker: 'http' | 'grpc'): Promise<Backends> {
  const answers: Answers = { allowed: true, belowLimit: true }
  const servers = new Map<string, Listening>([
    ['a-rpc.trade-north:8545', createHttpServer(echo('a'))],
    ['a-rpc.trade-north:8546', webSocket()],
    ['a-ca.trade-north:7054', createHttpsServer(identityOf(authority, 'ca'), echo('ca of a'))],
    ['b-grpc.trade-north:9000', grpc(() => Buffer.from('of b'))],
    ['checker.security:8080', checker === 'http' ? httpChecker(answers) : grpc(() => checkResponse(answers.allowed))],
    ['limiter.security:8081', grpc(() => rateLimitResponse(answers.belowLimit))],
    ...['a', 'b'].flatMap((node): [string, Listening][] => [
      [`${node}.trade-north:30303`, plain(node)],
      [`${node}.trade-north:7051`, withOwnTls(authority, node)],
    ]),
  ])
  const sockets = new Map<string, Duplex[]>([...servers.keys()].map((name) => [name, []]))
  const stop = (name: string): void => {
    servers.get(name)?.close()
    for (const socket of sockets.get(name) ?? []) socket.destroy()
  }
  const listening = [...servers].map(async ([name, server]): Promise<[string, number]> => {
    server.on('connection', (socket: Duplex) => sockets.get(name)?.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return [name, (server.address() as AddressInfo).port] // listens on a port
  })
  return {
    ports: new Map(await Promise.all(listening)),
    answers,
    stop,
    end: () => {
      for (const name of servers.keys()) stop(name)
    },
  }
}

const identityOf = (authority: Authority, name: string) => {
  const { certificate, key } = authority.server(name, [`${name}.north.eu.example.com`])
  return { cert: certificate, key }
}

/** What a request was when it came here. */
export interface Echo {
  readonly node: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

const echo =
  (node: string): RequestListener =>
  (request, response) => {
    request.resume()
    request.on('end', () => response.end(JSON.stringify({ node, url: request.url, headers: request.headers })))
  }

/** Switches protocols, and gives each byte back. */
function webSocket(): Server {
  const server = createHttpServer()
  server.on('upgrade', ({ url }: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => {})
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Path: ${url}\r\n\r\n`,
    )
    socket.pipe(socket)
  })
  return server
}

const plain = (node: string): TcpServer =>
  createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (text) => socket.write(`${node} has ${text}`))
  })

/** A ledger that asks its clients for certificates. */
const withOwnTls = (authority: Authority, node: string): TcpServer =>
  createTlsServer({ ...identityOf(authority, node), ca: authority.certificate, requestCert: true }, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (text) => socket.write(`${node} has ${text} of ${socket.getPeerCertificate().subject.CN}`))
  })

/** Allows a request or not; it sees the headers that the definition names. */
const httpChecker = (answers: Answers): Server =>
  createHttpServer(({ headers }, response) => {
    response.writeHead(answers.allowed ? 200 : 403)
    response.end(answers.allowed ? '' : `not ${headers['x-api-key']}`)
  })

/** Answers each call with one message: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md */
function grpc(message: () => Buffer): Http2Server {
  const server = createGrpcServer()
  server.on('session', (session) => session.on('error', () => {}))
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {})
    stream.resume()
    stream.on('end', () => {
      stream.respond(
        { ':status': 200, 'content-type': 'application/grpc', 'x-path': headers[':path'] },
        { waitForTrailers: true },
      )
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
      const content = message()
      const length = Buffer.alloc(5)
      length.writeUInt32BE(content.length, 1)
      stream.end(Buffer.concat([length, content]))
    })
  })
  return server
}

/** envoy.service.auth.v3.CheckResponse: `status` with `code` 7, PERMISSION_DENIED, or none. */
const checkResponse = (allowed: boolean): Buffer => Buffer.from(allowed ? [0x0a, 0x00] : [0x0a, 0x02, 0x08, 0x07])

/** envoy.service.ratelimit.v3.RateLimitResponse: `overall_code`, OK or OVER_LIMIT. */
const rateLimitResponse = (belowLimit: boolean): Buffer => Buffer.from([0x08, belowLimit ? 1 : 2])

import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { freePort } from '../../free-port.ts'

/** Nodes behind one Service, each with a port for requests and one for WebSockets. */
export interface Replicas {
  /** Ports of this machine, by the `host:port` of the Service. */
  readonly ports: readonly [address: string, port: number][]
  /** Each answer waits until so many requests are here, so that none of them has the connection of another. */
  answerTogether(requests: number): void
  start(node: string): Promise<void>
  /** Ends a node with its connections. */
  stop(node: string): void
  end(): void
}

/**
 * The kernel gives each connection to one of the servers that listen at a port. kube-proxy does the same with the pods of a Service
 * that are ready.
 */
export async function startReplicas(service: string, nodes: readonly string[]): Promise<Replicas> {
  const [requests, webSockets] = [await freePort(), await freePort()]
  const running = new Map<string, () => void>()
  let together = 1
  let waiting: (() => void)[] = []
  const answer = (node: string, response: ServerResponse): void => {
    waiting.push(() => response.end(node))
    if (waiting.length < together) return
    for (const send of waiting) send()
    waiting = []
  }
  const start = async (node: string): Promise<void> => {
    const answering = createServer((_, response) => answer(node, response))
    const upgrading = createServer().on('upgrade', (_, socket: Duplex) => {
      socket.on('error', () => {})
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
      socket.on('data', (text) => socket.write(`${node} has ${text}`))
    })
    const ends = [await listening(answering, requests), await listening(upgrading, webSockets)]
    running.set(node, () => {
      for (const end of ends) end()
    })
  }
  for (const node of nodes) await start(node)
  const stop = (node: string): void => running.get(node)?.()
  return {
    ports: [
      [`${service}:8545`, requests],
      [`${service}:8546`, webSockets],
    ],
    answerTogether: (count) => {
      together = count
    },
    start,
    stop,
    end: () => {
      for (const node of running.keys()) stop(node)
    },
  }
}

/** Listens beside others at the same port. What it gives ends the server with its connections. */
async function listening(server: Server, port: number): Promise<() => void> {
  const sockets: Duplex[] = []
  server.on('connection', (socket: Duplex) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen({ port, host: '127.0.0.1', reusePort: true }, resolve))
  return () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
}

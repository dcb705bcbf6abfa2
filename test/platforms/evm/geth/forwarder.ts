import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Address } from '../../../../src/network/address.ts'

export const textOf = ({ host, port }: Address): string => `${host}:${port}`

/** Passes TCP connections on as they are, as a Service or an Ambassador does. While it is closed, they are refused. */
export class Forwarder {
  readonly at: Address
  readonly to: Address
  /** Connections that reached the other side, since somebody last set it to 0. */
  passed = 0
  #server: Server | undefined
  readonly #sockets = new Set<Socket>()

  constructor(at: Address, to: Address) {
    this.at = at
    this.to = to
  }

  async open(): Promise<void> {
    if (this.#server !== undefined) return
    const server = createServer({ allowHalfOpen: true }, (near) => this.#pass(near))
    this.#server = server
    server.listen(this.at.port, this.at.host)
    await once(server, 'listening')
  }

  /** Ends what passes through it, too. */
  async close(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    this.#server = undefined
    const closed = once(server, 'close')
    server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #pass(near: Socket): void {
    const far = connect({ ...this.to, allowHalfOpen: true })
    far.once('connect', () => {
      this.passed += 1
    })
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
  }
}

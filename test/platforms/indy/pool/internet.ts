import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Address } from '../../../../src/network/address.ts'

/**
 * What is between the clusters and their clients: a SOCKS proxy (RFC 1928) that knows what is behind each published address and port.
 * It passes bytes on as they are, as an Ambassador does.
 */
export class Internet {
  readonly #server: Server
  readonly #behind = new Map<string, Address>()
  readonly #open = new Set<Socket>()
  /** Published addresses, as `203.0.113.1:9701`, that a connection was made to, and how often. */
  readonly passed = new Map<string, number>()
  /** Where the proxy is. */
  readonly at: string

  private constructor(server: Server, at: Address) {
    this.#server = server
    this.at = `${at.host}:${at.port}`
    server.on('connection', (near) => void this.#serve(near).catch(() => near.destroy()))
  }

  static async start(at: Address): Promise<Internet> {
    const server = createServer()
    const internet = new Internet(server, at)
    server.listen(at.port, at.host)
    await once(server, 'listening')
    return internet
  }

  publish(address: Address, behind: Address): void {
    this.#behind.set(textOf(address), behind)
  }

  /** What is behind each published address. */
  get routes(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#behind].map(([address, behind]) => [address, textOf(behind)]))
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const socket of this.#open) socket.destroy()
    await closed
  }

  async #serve(near: Socket): Promise<void> {
    this.#open.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => this.#open.delete(near))
    const read = reader(near)
    const [, methods = 0] = await read(2)
    await read(methods)
    near.write(Buffer.from([5, 0])) // without authentication
    const [, , , type] = await read(4)
    if (type !== 1) throw new Error('not an IPv4 address')
    const host = [...(await read(4))].join('.')
    const address = textOf({ host, port: (await read(2)).readUInt16BE() })
    const behind = this.#behind.get(address)
    // As an Ambassador does, it takes the connection, and ends it if there is nobody behind.
    near.write(accepted)
    if (behind === undefined) return void near.end()
    const far = connect(behind)
    far.on('error', () => near.destroy())
    await once(far, 'connect')
    this.passed.set(address, (this.passed.get(address) ?? 0) + 1)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.#open.delete(socket)
        other.destroy()
      })
    }
  }
}

const textOf = ({ host, port }: Address): string => `${host}:${port}`

const accepted = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])

/** Reads so many bytes from a socket that nobody else reads yet. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  return async (length) => {
    while (true) {
      const bytes = length === 0 ? Buffer.alloc(0) : (socket.read(length) as Buffer | null) // no encoding is set
      if (bytes !== null) return bytes
      await once(socket, 'readable')
      if (socket.readableEnded || socket.destroyed) throw new Error('the connection ended')
    }
  }
}

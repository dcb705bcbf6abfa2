import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Address } from '../../../src/network/address.ts'

/** A port that passes bytes on without looking at them, as the Ambassador does for a TCPMapping without `host`. */
export async function ambassadorPort(at: Address, behind: Address) {
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((outside) => {
    connections++
    const inside = connect(behind)
    outside.pipe(inside).pipe(outside)
    for (const [socket, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  }).listen(at.port, at.host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    /** Connections so far. */
    connections: () => connections,
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

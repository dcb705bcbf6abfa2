import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that takes time; `url` leads there until it is disposed of. */
export interface Distance extends AsyncDisposable {
  readonly url: string
}

/** A proxy on loopback that hands everything on so many milliseconds later, in each direction. */
export async function distant(server: string, milliseconds: number): Promise<Distance> {
  const { hostname, port } = new URL(server)
  const sockets = new Set<Socket>()
  const proxy = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true })
    handOn(near, far, milliseconds)
    handOn(far, near, milliseconds)
    for (const socket of [near, far]) sockets.add(socket.once('close', () => sockets.delete(socket)))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`, // no pipe
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

/** Timers of the same length end in the order in which they began, so bytes stay in theirs. */
function handOn(from: Socket, to: Socket, milliseconds: number): void {
  from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), milliseconds))
  from.on('end', () => setTimeout(() => to.end(), milliseconds))
  from.on('error', () => to.destroy()) // the other side sees a broken connection, as it would without us
}

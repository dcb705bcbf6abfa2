import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** A port of an address on loopback that is free for TCP and UDP. */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, address, done))
  const found = server.address()
  if (found === null || typeof found === 'string') throw new Error('a server has a port')
  const socket = createSocket('udp4')
  const free = await new Promise<boolean>((done) => {
    socket.once('error', () => done(false))
    socket.bind(found.port, address, () => socket.close(() => done(true)))
  })
  await new Promise<void>((done) => server.close(() => done()))
  return free ? found.port : freePort(address)
}

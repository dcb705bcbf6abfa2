import { concatBytes } from '@noble/hashes/utils.js'
import { reader } from './reader.ts'

type Bytes = ReturnType<typeof reader>

/** https://github.com/hashicorp/yamux/blob/master/spec.md */
const types = { data: 0, windowUpdate: 1, ping: 2, goAway: 3 } as const
const flags = { syn: 1, ack: 2, fin: 4, rst: 8 } as const

/** Serves the streams that a peer opens on a connection, until it closes. */
export async function yamuxStreams(
  connection: Bytes,
  write: (bytes: Uint8Array) => unknown,
  serve: (stream: Bytes, reply: (bytes: Uint8Array) => void) => Promise<void>,
): Promise<never> {
  const streams = new Map<number, (bytes: Uint8Array) => void>()
  for (;;) {
    const header = await connection.exactly(12)
    const view = new DataView(header.buffer, header.byteOffset, header.length)
    const [type, flag, id, length] = [view.getUint8(1), view.getUint16(2), view.getUint32(4), view.getUint32(8)]
    if (type === types.ping && (flag & flags.syn) !== 0) write(frame(types.ping, flags.ack, 0, length))
    if (type === types.goAway) throw new Error('the peer closes the connection')
    if (type !== types.data && type !== types.windowUpdate) continue
    if ((flag & flags.syn) !== 0) {
      write(frame(types.windowUpdate, flags.ack, id, 0))
      const reply = (bytes: Uint8Array): void => void write(concatBytes(frame(types.data, 0, id, bytes.length), bytes))
      const stream = reader((give) => streams.set(id, give))
      serve(stream, reply).catch(() => streams.delete(id))
    }
    if (type === types.data) streams.get(id)?.(await connection.exactly(length))
  }
}

function frame(type: number, flag: number, id: number, length: number): Uint8Array {
  const header = new Uint8Array(12)
  const view = new DataView(header.buffer)
  view.setUint8(1, type)
  view.setUint16(2, flag)
  view.setUint32(4, id)
  view.setUint32(8, length)
  return header
}

import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** As a WebSocket server answers: https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Bytes that the server sends in a frame. */
const largest = 32_768

/** One binary frame, not masked. */
function frame(payload: Buffer): Buffer {
  const { length } = payload
  const head = length < 126 ? Buffer.from([0x82, length]) : Buffer.from([0x82, 126, length >> 8, length & 255])
  return Buffer.concat([head, payload])
}

/** Payloads of masked binary frames of less than 64 KiB; the rest of the bytes belongs to a frame that is not whole yet. */
function payloads(bytes: Buffer): { readonly found: readonly Buffer[]; readonly rest: Buffer } {
  const found: Buffer[] = []
  let rest = bytes
  for (;;) {
    const [opcode = 0, short = 0] = [(rest[0] ?? 0) & 15, (rest[1] ?? 0) & 127]
    const start = short === 126 ? 4 : 2
    const length = short === 126 && rest.length >= 4 ? rest.readUInt16BE(2) : short
    if (rest.length < start + 4 + length) return { found, rest }
    const mask = rest.subarray(start, start + 4)
    const payload = rest.subarray(start + 4, start + 4 + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0))
    if (opcode === 2) found.push(Buffer.from(payload))
    rest = rest.subarray(start + 4 + length)
  }
}

/**
 * The API server's end of a port-forward, as Kubernetes speaks it by WebSocket: channel 0 is the data and 1 the errors of the
 * port; each begins with the number of the port. `ports` are those on which something listens here. With `together`, an error comes in
 * one piece with the answer that opens the tunnel, as of a quick kubelet.
 */
export const tunnelTo =
  (ports: Readonly<Record<string, number>>, together = false) =>
  (request: IncomingMessage, socket: Duplex): void => {
    if (together) socket.cork()
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${magic}`).digest('base64')
    const [protocol = ''] = (request.headers['sec-websocket-protocol'] ?? '').split(',')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: ${protocol.trim()}\r\n\r\n`,
    )
    const asked = new URL(request.url ?? '', 'http://server').searchParams.get('ports') ?? ''
    const number = Buffer.alloc(2)
    number.writeUInt16LE(Number(asked))
    for (const channel of [0, 1]) socket.write(frame(Buffer.concat([Buffer.from([channel]), number])))
    const send = (channel: number, data: Buffer): boolean =>
      socket.write(frame(Buffer.concat([Buffer.from([channel]), data])))
    const port = ports[asked]
    if (port === undefined) {
      send(1, Buffer.from(`error forwarding port ${asked} to pod: connection refused`))
      socket.uncork()
      return
    }
    const pod = connect(port, '127.0.0.1')
    let bytes = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      const { found, rest } = payloads(Buffer.concat([bytes, chunk]))
      bytes = Buffer.from(rest)
      for (const payload of found) if (payload[0] === 0) pod.write(payload.subarray(1))
    })
    pod.on('data', (chunk: Buffer) => {
      for (let at = 0; at < chunk.length; at += largest) send(0, chunk.subarray(at, at + largest))
    })
    pod.on('close', () => socket.end())
    for (const end of [pod, socket]) end.on('error', () => {})
    socket.on('close', () => pod.destroy())
  }

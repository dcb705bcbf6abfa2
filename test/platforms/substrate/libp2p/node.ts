import { createServer, type Socket } from 'node:net'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { answerHandshake } from './noise.ts'
import { reader } from './reader.ts'
import { yamuxStreams } from './yamux.ts'

const multistream = '/multistream/1.0.0\n'

/** What a node that was dialled has seen. */
interface Dialled {
  /** Handshakes in which the peer accepted the node's key. */
  readonly handshakes: number
  /** The protocols that peers asked for on their streams. */
  readonly protocols: ReadonlySet<string>
}

/** As much of libp2p as a node needs to be recognized: it proves its node key, and refuses every protocol of its streams. */
export async function libp2pNode(nodeKey: Uint8Array) {
  const seen = { handshakes: 0, protocols: new Set<string>() }
  const server = createServer((socket) => {
    // Peers close connections that are of no use to them.
    socket.on('error', () => socket.destroy())
    serve(socket).catch(() => socket.destroy())
  })

  async function serve(socket: Socket): Promise<void> {
    const plain = reader((give) => socket.on('data', give))
    const write = (bytes: Uint8Array): unknown => socket.write(bytes)
    await negotiate(plain, write, '/noise')
    const { sending, receiving } = await answerHandshake(
      nodeKey,
      () => plain.withLength(2),
      (message) => write(framed(message)),
    )

    const opened = reader(async (give) => {
      for (;;) give(receiving.open(await plain.withLength(2)))
    })
    const seal = (bytes: Uint8Array): unknown => write(framed(sending.seal(bytes)))
    await negotiate(opened, seal, '/yamux/1.0.0')
    seen.handshakes++
    await yamuxStreams(opened, seal, async (stream, reply) => {
      reply(line(await text(stream)))
      for (;;) {
        seen.protocols.add((await text(stream)).trimEnd())
        reply(line('na\n'))
      }
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, seen: seen as Dialled, close: () => server.close() }
}

type Reader = ReturnType<typeof reader>

/** https://github.com/multiformats/multistream-select: the peer proposes, the node repeats what it takes. */
async function negotiate(from: Reader, write: (bytes: Uint8Array) => unknown, protocol: string): Promise<void> {
  for (;;) {
    const proposed = await text(from)
    const taken = proposed === multistream || proposed === `${protocol}\n`
    write(line(taken ? proposed : 'na\n'))
    if (proposed === `${protocol}\n`) return
  }
}

const text = async (from: Reader): Promise<string> => new TextDecoder().decode(await from.withVarintLength())
const line = (content: string): Uint8Array => concatBytes(Uint8Array.of(content.length), utf8ToBytes(content))
const framed = (message: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(message.length >> 8, message.length & 0xff), message)

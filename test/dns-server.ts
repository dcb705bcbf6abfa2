import { createSocket } from 'node:dgram'
import { isIPv4, isIPv6 } from 'node:net'
import { type Answer, decode, encode } from 'dns-packet'

/** A code with which the server fails. */
type Failure = 'SERVFAIL' | 'REFUSED'

/** A name, `*.name` for all below it, → IP addresses, another name (CNAME), or such a code. */
export type Zone = Readonly<Record<string, readonly string[] | Failure>>

export interface DnsServer extends AsyncDisposable {
  /** `127.0.0.1:5353` */
  readonly address: string
  /** Names that somebody asked for. */
  readonly asked: ReadonlySet<string>
  serve(zone: Zone): void
}

const codes = { SERVFAIL: 2, REFUSED: 5 } as const
const noSuchName = 3

/** A DNS server on loopback that follows aliases, as those of machines do. */
export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  let current = zone
  const asked = new Set<string>()
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message)
    const [question] = questions
    if (question === undefined) return
    asked.add(question.name)
    const found = answersFor(question.name, question.type, current)
    const flags = typeof found === 'string' ? codes[found] : found === undefined ? noSuchName : 0
    const answers = Array.isArray(found) ? found : []
    socket.send(encode({ type: 'response', id: id ?? 0, flags, questions, answers }), from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    serve: (other) => {
      current = other
    },
    [Symbol.asyncDispose]: () => new Promise<void>((done) => socket.close(done)),
  }
}

/** Undefined for a name that is not there. */
function answersFor(name: string, type: string, zone: Zone): Answer[] | Failure | undefined {
  const parents = name.split('.').map((_, at, labels) => `*.${labels.slice(at + 1).join('.')}`)
  const key = [name, ...parents].find((candidate) => candidate in zone)
  const values = key === undefined ? undefined : zone[key]
  if (values === undefined || typeof values === 'string') return values
  return values.flatMap((value): Answer[] => {
    if (isIPv4(value)) return type === 'A' ? [{ type: 'A', name, data: value }] : []
    if (isIPv6(value)) return type === 'AAAA' ? [{ type: 'AAAA', name, data: value }] : []
    const further = answersFor(value, type, zone)
    return [{ type: 'CNAME', name, data: value }, ...(Array.isArray(further) ? further : [])]
  })
}

import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/material/random.ts'
import { issueCertificate } from '../../src/material/x509/certificate.ts'
import { newKeyPair, privateKeyPem } from '../../src/material/x509/key.ts'
import { readCertificate } from '../../src/material/x509/read.ts'
import type { ProbeTarget } from '../../src/platforms/probe-plan.ts'
import { outcomesOf } from '../../src/probe/outcome.ts'

const script = new URL('../../src/probe/base/probe.sh', import.meta.url).pathname
const run = promisify(execFile)
const random = seededRandom('probe')

const authority = newKeyPair(random, 'authority')
const subject = { commonName: 'tlsca.carrier' }
const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2057-01-01T00:00:00Z') }
const authorityOf = (key: typeof authority): string =>
  issueCertificate(
    { subject, purpose: { kind: 'authority' }, publicKey: key.publicKey, serialNumber: random('a', 16), ...validity },
    { key },
  )

let folder: string
const servers: Server[] = []
const listen = async (server: Server): Promise<number> => {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'))
})
afterAll(async () => {
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

/** What the script prints of some targets, in a shell such as the image has. */
async function probe(targets: readonly ProbeTarget[], path = process.env.PATH ?? ''): Promise<string> {
  const own = await mkdtemp(join(folder, 'run-'))
  const lines = await Promise.all(
    targets.map(async ({ host, port, authorities }, at) => {
      if (authorities === undefined) return `${at} tcp ${host} ${port}\n`
      await writeFile(join(own, `authorities-${at}`), authorities)
      return `${at} tls ${host} ${port} ${join(own, `authorities-${at}`)}\n`
    }),
  )
  await writeFile(join(own, 'targets'), lines.join(''))
  const { stdout } = await run('/bin/sh', [script], {
    env: { PATH: path, TARGETS: join(own, 'targets'), PATIENCE: '6' },
  })
  return stdout
}

const target = (node: string, port: number, more: Partial<ProbeTarget> = {}): ProbeTarget => ({
  node,
  endpoint: 'p2p',
  host: 'localhost',
  port,
  ...more,
})

describe('real curl and real sockets', () => {
  test('tell what is open from what is not', async () => {
    const silent = await listen(createServer((socket) => void socket.on('error', () => {})))
    const closing = await listen(createServer((socket) => void socket.destroy()))
    const late = await listen(createServer((socket) => void setTimeout(() => socket.destroy(), 2000)))
    const resetting = await listen(createServer((socket) => void socket.resetAndDestroy()))
    const greeting = await listen(
      createServer((socket) => void socket.on('error', () => {}).write(Buffer.alloc(1_000_000))),
    )
    const plain = await listen(createServer((socket) => void socket.on('error', () => {}).write('SSH-2.0-x\r\n')))
    const gone = 1 // nobody listens there, and no program is given it
    const leaf = newKeyPair(random, 'leaf')
    const issuer = readCertificate(authorityOf(authority))
    if (issuer === undefined) throw new Error('the authority has a certificate')
    const certificateOf = (notAfter: Date): string =>
      issueCertificate(
        {
          subject: { commonName: 'peer1' },
          purpose: { kind: 'tls', names: ['localhost'], addresses: [] },
          publicKey: leaf.publicKey,
          serialNumber: random('l', 16),
          ...validity,
          notAfter,
        },
        { key: authority, certificate: issuer },
      )
    const options = { key: privateKeyPem(leaf), cert: certificateOf(validity.notAfter) }
    const secure = await listen(createTlsServer(options, (socket) => void socket.on('error', () => {})))
    const old = { ...options, cert: certificateOf(new Date('2026-01-02T00:00:00Z')) }
    const expired = await listen(createTlsServer(old, (socket) => void socket.on('error', () => {})))
    const mutual = await listen(
      createTlsServer(
        { ...options, requestCert: true, rejectUnauthorized: true, ca: authorityOf(authority) },
        (socket) => void socket.on('error', () => {}),
      ),
    )
    const known = authorityOf(authority)
    const other = authorityOf(newKeyPair(random, 'another'))
    const targets = [
      target('a/open', silent),
      target('b/closing', closing),
      target('c/gone', gone),
      target('d/unknown', 15000, { host: 'nowhere.invalid' }),
      target('e/tls', secure, { authorities: known }),
      target('f/mutual', mutual, { authorities: known }),
      target('g/other-name', secure, { host: '127.0.0.1', authorities: known }),
      target('h/other-authority', secure, { authorities: other }),
      target('i/no-tls', closing, { authorities: known }),
      target('j/no-tls-gone', gone, { authorities: known }),
      target('k/late', late),
      // By its address: of a name with several, curl may tell why another one failed.
      target('l/resetting', resetting, { host: '127.0.0.1' }),
      target('m/greeting', greeting),
      target('n/greeting', plain),
      target('o/silent', silent, { authorities: known }),
      target('p/late', late, { authorities: known }),
      target('q/old', expired, { authorities: known }),
      target('r/plain', plain, { authorities: known }),
    ]
    const log = await probe(targets)
    expect(log.trimEnd().split('\n').at(-1)).toBe('probe done')
    expect(
      Object.fromEntries(
        outcomesOf({ labels: {}, targets }, log).map(({ node, failure }) => [
          node,
          failure?.replace(/\d+ s$/, 'a while'),
        ]),
      ),
    ).toEqual({
      'a/open': undefined,
      'b/closing': 'closed immediately',
      'c/gone': 'refused',
      'd/unknown': 'name not found',
      'e/tls': undefined,
      'f/mutual': undefined,
      'g/other-name': 'certificate has another name',
      'h/other-authority': 'certificate from an unknown authority',
      'i/no-tls': 'closed immediately',
      'j/no-tls-gone': 'refused',
      'k/late': 'closed after a while',
      'l/resetting': 'closed immediately',
      'm/greeting': undefined,
      'n/greeting': undefined,
      'o/silent': 'no answer to the TLS handshake',
      'p/late': 'closed after a while',
      'q/old': 'certificate has expired',
      'r/plain': 'no TLS',
    })
  })
})

const both = (failure: string): [string, string] => [failure, failure]

describe('curl as recorded', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['nobody answers', '28 0.00 0 0 8.0  Connection timed out after 8001 milliseconds', 'timed out', 'timed out'],
    [
      'no name server answers',
      '28 0 0 0 8.0  Resolving timed out after 8002 milliseconds',
      ...both('DNS server does not answer'),
    ],
    [
      'refused',
      "7 0.00 0 0 0.1  Failed to connect: Couldn't connect to server; Connection refused",
      ...both('refused'),
    ],
    [
      'no route',
      "7 0.00 0 0 3.1  Failed to connect: Couldn't connect to server; No route to host",
      ...both('no route'),
    ],
    [
      'forbidden',
      "7 0.00 0 0 0.1  Failed to connect: Couldn't connect to server; Permission denied",
      ...both('no route'),
    ],
    [
      'reset before curl saw it',
      '7 0 0 0 0.1  Failed to connect; Connection reset by peer',
      ...both('closed immediately'),
    ],
    ['reset', '56 0.00 0.01 0 0.1 203.0.113.7 Recv failure: Connection reset by peer', ...both('closed immediately')],
    [
      'closed when the node was tried',
      '56 0.00 0.01 0 5.02 203.0.113.7 response reading failed (errno: 115)',
      ...both('closed after 5 s'),
    ],
    [
      'an end within TLS',
      '35 0.00 0.01 0 0.02 203.0.113.7 TLS connect error: error:00000000:lib(0)::reason(0)',
      undefined,
      'closed immediately',
    ],
    [
      'an alert',
      '35 0.00 0.01 0 0.02 203.0.113.7 TLS connect error: error:0A000458:SSL routines::tlsv1 alert unrecognized name',
      undefined,
      'TLS refused: unrecognized name',
    ],
    [
      'not valid yet',
      '60 0.00 0.01 0 0.02 203.0.113.7 SSL certificate problem: certificate is not yet valid',
      undefined,
      'certificate is not valid yet',
    ],
    ['an answer of a server', '0 0.00 0.01 0.02 0.1 203.0.113.7', undefined, undefined],
    [
      'a reply that is no FTP',
      '8 0.00 0.01 0 0.1 203.0.113.7 Got a 000 ftp-server response when 220 was expected',
      undefined,
      'curl 8: Got a 000 ftp-server response when 220 was expected',
    ],
    [
      'a curl without the protocol',
      '1 0 0 0 0.0  Protocol "ftp" not supported',
      ...both('curl 1: Protocol "ftp" not supported'),
    ],
  ])('%s', async (_what, answer, tcp, tls) => {
    const targets = [target('a/tcp', 1), target('b/tls', 2, { authorities: 'PEM\n' })]
    const log = targets.map((_, at) => `probe ${at} ${answer}\n`).join('')
    expect(outcomesOf({ labels: {}, targets }, log).map(({ failure }) => failure)).toEqual([tcp, tls])
  })

  test('a probe that ended early has not dialled the rest', () => {
    const targets = [target('a/one', 1), target('b/two', 2)]
    const log = 'probe 0 28 0.0 0.01 0.0 3.0 203.0.113.7 Time-out\n'
    expect(outcomesOf({ labels: {}, targets }, log).map(({ failure }) => failure)).toEqual([undefined, 'not tried'])
  })

  test('several at a time, each once', async () => {
    const bin = await mkdtemp(join(folder, 'bin-'))
    const calls = join(bin, 'calls')
    await writeFile(
      join(bin, 'curl'),
      `#!/bin/sh\necho call >> ${calls}\nprintf '\\nresult 28 0 0.1 0 3 1.2.3.4 Time-out\\n'\n`,
    )
    await chmod(join(bin, 'curl'), 0o755)
    const targets = Array.from({ length: 40 }, (_, at) => target(`n/${String(at).padStart(2, '0')}`, 15000 + at))
    const log = await probe(targets, `${bin}:${process.env.PATH}`)
    expect(outcomesOf({ labels: {}, targets }, log).filter(({ failure }) => failure !== undefined)).toEqual([])
    expect((await readFile(calls, 'utf8')).trim().split('\n')).toHaveLength(40)
  })
})

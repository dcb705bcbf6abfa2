import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
import { outcomesOf } from '../../src/probe/outcome.ts'
import type { Dialled } from '../../src/probe/target.ts'

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
async function probe(targets: readonly Dialled[], path = process.env.PATH ?? ''): Promise<string> {
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
    env: { PATH: path, TARGETS: join(own, 'targets'), STAY: '1', CONNECT: '2' },
  })
  return stdout
}

const target = (node: string, port: number, more: Partial<Dialled> = {}): Dialled => ({
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
    const gone = await listen(createServer())
    await new Promise((done) => servers.at(-1)?.close(done))
    const leaf = newKeyPair(random, 'leaf')
    const certificate = issueCertificate(
      {
        subject: { commonName: 'peer1' },
        purpose: { kind: 'tls', names: ['localhost'], addresses: [] },
        publicKey: leaf.publicKey,
        serialNumber: random('l', 16),
        ...validity,
      },
      {
        key: authority,
        certificate: readCertificate(authorityOf(authority)) as NonNullable<ReturnType<typeof readCertificate>>,
      },
    )
    const options = { key: privateKeyPem(leaf), cert: certificate }
    const secure = await listen(createTlsServer(options, (socket) => void socket.on('error', () => {})))
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
    ]
    const log = await probe(targets)
    expect(log.trimEnd().split('\n').at(-1)).toBe('probe done')
    expect(
      Object.fromEntries(outcomesOf({ labels: {}, targets }, log).map(({ node, failure }) => [node, failure])),
    ).toEqual({
      'a/open': undefined,
      'b/closing': 'closed at once',
      'c/gone': 'refused',
      'd/unknown': 'name not found',
      'e/tls': undefined,
      'f/mutual': undefined,
      'g/other-name': 'certificate for another name',
      'h/other-authority': 'certificate of another authority',
      'i/no-tls': 'no TLS',
      'j/no-tls-gone': 'refused',
    })
  })
})

describe('curl as recorded', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    [
      'an address that nobody answers at',
      '28 0.00 0.000000 0.000000 5.0  Connection timed out after 5001 milliseconds',
      'timed out',
      'timed out',
    ],
    ['an address that is not reached', '7 0.00 0.000000 0.000000 0.1  Failed to connect', 'refused', 'refused'],
    [
      'a connection that is reset',
      '56 0.00 0.010000 0.000000 0.1 203.0.113.7 Recv failure',
      'closed at once',
      'curl 56: 203.0.113.7 Recv failure',
    ],
    ['an answer of a server', '0 0.00 0.010000 0.020000 0.1 203.0.113.7', 'closed at once', undefined],
    ['no route', '7 0.00 0.000000 0.000000 3.1  No route to host', 'refused', 'refused'],
  ])('%s', async (_what, answer, tcp, tls) => {
    const bin = await mkdtemp(join(folder, 'bin-'))
    await mkdir(bin, { recursive: true })
    await writeFile(join(bin, 'curl'), `#!/bin/sh\ncat > /dev/null &\nprintf '%s' '${answer}'\n`)
    await writeFile(join(bin, 'sleep'), '#!/bin/sh\nexit 0\n')
    for (const name of ['curl', 'sleep']) await chmod(join(bin, name), 0o755)
    const targets = [target('a/tcp', 1), target('b/tls', 2, { authorities: 'PEM\n' })]
    const log = await probe(targets, `${bin}:${process.env.PATH}`)
    expect(outcomesOf({ labels: {}, targets }, log).map(({ failure }) => failure)).toEqual([tcp, tls])
  })

  test('a probe that ended early has not dialled the rest', () => {
    const targets = [target('a/one', 1), target('b/two', 2)]
    const log = 'probe 0 28 0.0 0.01 0.0 3.0 203.0.113.7 Time-out\n'
    expect(outcomesOf({ labels: {}, targets }, log).map(({ failure }) => failure)).toEqual([
      undefined,
      'was not dialled',
    ])
  })

  test('several at a time, each once', async () => {
    const bin = await mkdtemp(join(folder, 'bin-'))
    const calls = join(bin, 'calls')
    await writeFile(join(bin, 'curl'), `#!/bin/sh\necho "$@" >> ${calls}\nprintf '28 0 0.1 0 3 1.2.3.4 Time-out'\n`)
    await writeFile(join(bin, 'sleep'), '#!/bin/sh\nexit 0\n')
    for (const name of ['curl', 'sleep']) await chmod(join(bin, name), 0o755)
    const targets = Array.from({ length: 40 }, (_, at) => target(`n/${String(at).padStart(2, '0')}`, 15000 + at))
    const log = await probe(targets, `${bin}:${process.env.PATH}`)
    expect(outcomesOf({ labels: {}, targets }, log).filter(({ failure }) => failure !== undefined)).toEqual([])
    expect((await readFile(calls, 'utf8')).trim().split('\n')).toHaveLength(40)
  })
})

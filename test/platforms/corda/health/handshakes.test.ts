import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handshakesIn } from '../../../../src/platforms/corda/health/handshakes.ts'
import { topics } from '../../../../src/platforms/corda/health/inquiries.ts'
import { listenAsNode, testZone } from './nodes.ts'

const script = fileURLToPath(new URL('../../../../src/platforms/corda/base/questions/handshakes.sh', import.meta.url))
const run = promisify(execFile)
const zone = testZone('Test root')
const name = 'CN=b1, O=Bank, L=London, C=GB'

const servers: Server[] = []
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-handshakes-'))
})
afterAll(async () => {
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

async function ask(targets: readonly string[]) {
  await writeFile(join(folder, 'targets'), targets.map((line) => `${line}\n`).join(''))
  const { stdout } = await run('/bin/sh', [script], {
    env: { PATH: process.env.PATH ?? '', TARGETS: join(folder, 'targets'), PATIENCE: '4' },
  })
  return handshakesIn({ topic: topics.handshakes, organization: 'bank', cluster: 'eu', output: stdout })
}

const listenPlainly = (server: Server): Promise<number> =>
  new Promise((done) => {
    servers.push(server)
    server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port))
  })

describe('real curl and real sockets', () => {
  it('find the certificate of a node that refuses whoever has none', async () => {
    const asked: (string | undefined)[] = []
    const node = await listenAsNode(zone, zone.issue(name), asked)
    servers.push(node)
    const [server] = ['33a3375f479b638514d87dbed1e48f1c.corda.net']
    const seen = await ask([`bank/b1 ${server} 127.0.0.1 ${node.port}`, `bank/n1 - 127.0.0.1 ${node.port}`])
    const found = new Map(seen?.found.map((one) => [one.node, one]))
    expect([...found.keys()].sort()).toEqual(['bank/b1', 'bank/n1'])
    for (const { connected, path, address } of found.values()) {
      expect([connected, address]).toEqual([true, `127.0.0.1:${node.port}`])
      expect(path.map(({ subject }) => subject)).toEqual([name, 'CN=Test root'])
    }
    // The one without a name asks for none.
    expect(asked).toEqual([server])
    expect(Math.abs((seen?.time ?? 0) - Date.now() / 1000)).toBeLessThan(60)
  })

  it('find the certificate of RPC, which asks clients for none and never answers HTTP', async () => {
    const { certificate, key } = zone.issue(name)
    const asked: string[] = []
    const rpc = createTlsServer({ cert: certificate + zone.root, key, maxVersion: 'TLSv1.2' }, (socket) => {
      asked.push(String(socket.servername))
      socket.on('error', () => {})
    })
    const port = await listenPlainly(rpc)
    const seen = await ask([`bank/b1/rpc b1.example.com 127.0.0.1 ${port}`])
    expect(seen?.found).toMatchObject([{ node: 'bank/b1/rpc', address: `127.0.0.1:${port}`, connected: true }])
    expect(seen?.found[0]?.path.map(({ subject }) => subject)).toEqual([name, 'CN=Test root'])
    expect(asked).toEqual(['b1.example.com'])
  })

  it('tell what is no node from what is not there', async () => {
    const plain = await listenPlainly(createServer((socket) => void socket.on('error', () => {}).end('SSH-2.0-x\r\n')))
    const closing = await listenPlainly(createServer((socket) => void socket.destroy()))
    const silent = await listenPlainly(createServer((socket) => void socket.on('error', () => {})))
    const gone = 1 // nobody listens there, and no program is given it
    const seen = await ask(
      Object.entries({ plain, closing, silent, gone }).map(
        ([label, port]) => `x/${label} a.corda.net 127.0.0.1 ${port}`,
      ),
    )
    const rows = seen?.found.map(({ node, connected, path, reason }) => [node, connected, path.length, reason !== ''])
    expect(rows?.sort()).toEqual([
      ['x/closing', true, 0, true],
      ['x/gone', false, 0, true],
      ['x/plain', true, 0, true],
      ['x/silent', true, 0, true],
    ])
  })
})

describe('the output', () => {
  const read = (output: string) =>
    handshakesIn({ topic: topics.handshakes, organization: 'bank', cluster: 'eu', output })

  it('of a Job that did not end is none', () => {
    expect(read('time 1\nhandshake a/b 127.0.0.1:1 1 - refused\n')).toBeUndefined()
    expect(read('handshakes done\n')).toBeUndefined()
  })

  it.each([
    ['no message of TLS', '0a000004'],
    ['lengths that do not fit', '0b0000ff0000fc'],
    ['a certificate that is cut off', '0b00000800000500000a3000'],
    ['a certificate that is none', '0b000008000005000002ffff'],
    ['no certificate', '0b000003000000'],
  ])('with %s has no certificates', (_, message) => {
    const seen = read(`time 1\nhandshake a/b 127.0.0.1:1 1 ${message} closed\nhandshakes done\n`)
    expect(seen?.found).toEqual([{ node: 'a/b', address: '127.0.0.1:1', connected: true, path: [], reason: 'closed' }])
  })
})

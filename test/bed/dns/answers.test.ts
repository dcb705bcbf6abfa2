import { createSocket, type Socket } from 'node:dgram'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { noteSurroundings } from '../../real.ts'
import { type Line, type NamedOptions, startNamed } from './named.ts'
import { dnsServersRun } from './requirements.ts'
import { ambassador, domain, one, said, wildcard, zone } from './said.ts'

let parts = new AsyncDisposableStack()
afterEach(async () => {
  await parts.disposeAsync()
  parts = new AsyncDisposableStack()
})

const start = async (options: NamedOptions) => parts.use(await startNamed(options))
let passed = 0
describe.runIf(dnsServersRun())('what is said about answers of BIND', () => {
  afterEach(({ task }) => {
    if (task.result?.state === 'pass') passed += 1
  })
  afterAll(() =>
    noteSurroundings('DNS answers', `BIND: ${passed} situations of names, and what verify says about each`),
  )

  it('the wildcard, by any name below it', async () => {
    const { address } = await start(zone(wildcard))
    expect(await said(address)).toEqual(['right'])
  })

  it('a chain of aliases to the load balancer', async () => {
    const { address } = await start(
      zone(
        [`*.${domain}`, 'CNAME', 'edge.example.com.'],
        ['edge.example.com', 'CNAME', 'lb.example.com.'],
        ['lb.example.com', 'A', ambassador],
      ),
    )
    expect(await said(address, ['lb.example.com'])).toEqual(['right'])
  })

  it('an alias that leads nowhere', async () => {
    const { address } = await start(zone([`*.${domain}`, 'CNAME', 'gone.example.com.']))
    expect(await said(address, ['lb.example.net'])).toEqual([
      'does not resolve',
      `create the record *.${domain} CNAME lb.example.net. DNS servers remember for up to 60 seconds that a name is missing`,
    ])
  })

  it('no record', async () => {
    const { address } = await start({ ...zone(), minimum: 300 })
    expect(await said(address)).toEqual([
      'does not resolve',
      `create the record *.${domain} A ${ambassador}. DNS servers remember for up to 300 seconds that a name is missing`,
    ])
  })

  it('an old address', async () => {
    const { address } = await start(zone([`*.${domain}`, 'A', '203.0.113.9']))
    expect(await said(address)).toEqual([
      `resolves to 203.0.113.9, but the Ambassador is at ${ambassador}`,
      `correct the record: *.${domain} A ${ambassador}`,
    ])
  })

  it('the right address and another one', async () => {
    const { address } = await start(zone(wildcard, [`*.${domain}`, 'A', '203.0.113.9']))
    expect(await said(address)).toEqual(['resolves also to 203.0.113.9, which is not the address of the Ambassador'])
  })

  it('an old record of a node, which hides the wildcard', async () => {
    const { address } = await start(zone(wildcard, [one, 'A', '203.0.113.9']))
    expect(await said(address)).toEqual([
      `resolves to 203.0.113.9, but the Ambassador is at ${ambassador}`,
      `*.${domain} resolves to the Ambassador: remove the records of ${one}, which hide it, or wait until the DNS server forgets old ones`,
    ])
  })

  // An empty non-terminal: the organization's name is there because a name below it is.
  it.each<[string, Line]>([
    ['of another name of the organization', [`old.north.${domain}`, 'A', '203.0.113.9']],
    ['of the organization itself', [`north.${domain}`, 'TXT', '"heritage=external-dns"']],
  ])('a record %s, which hides the wildcard', async (_what, line) => {
    const { address } = await start(zone(wildcard, line))
    expect(await said(address)).toEqual([
      'does not resolve',
      `*.${domain} resolves, but a record at north.${domain} or below hides it there (RFC 4592): remove that record, or create *.north.${domain} too`,
    ])
  })

  it('another record of the node, which hides the wildcard', async () => {
    const { address } = await start(zone(wildcard, [one, 'TXT', '"of somebody"']))
    expect(await said(address)).toEqual([
      'does not resolve',
      `*.${domain} resolves, but a record at north.${domain} or below hides it there (RFC 4592): remove that record, or create *.north.${domain} too`,
    ])
  })

  it('a name that a resolver remembers as missing', async () => {
    const authority = await start({ ...zone(), minimum: 300 })
    const resolver = await start({ forwarder: `127.0.0.1 port ${authority.port}` })
    await said(resolver.address)
    await authority.update(`update add *.${domain} 60 A ${ambassador}`)

    expect(await said(authority.address)).toEqual(['right'])
    expect(await said(resolver.address)).toEqual([
      'does not resolve',
      `names below north.${domain} resolve by now, and the DNS server remembers that these were missing: wait. DNS servers remember for up to 300 seconds that a name is missing`,
    ])
    expect(await said(resolver.address, [ambassador], `b.north.${domain}`)).toEqual(['right'])
  })

  it('other answers inside than outside', async () => {
    const outside = await start(zone(wildcard))
    const inside = await start(zone([`*.${domain}`, 'A', '10.0.0.7']))
    expect(await said(outside.address)).toEqual(['right'])
    expect(await said(inside.address)).toEqual([
      `resolves to 10.0.0.7, but the Ambassador is at ${ambassador}`,
      `correct the record: *.${domain} A ${ambassador}`,
    ])
    // A device in front of the load balancer translates the address for those outside.
    expect(await said(inside.address, ['10.0.0.7'])).toEqual(['right'])
    expect(await said(outside.address, ['10.0.0.7'])).toEqual([
      `resolves to ${ambassador}, but the Ambassador is at 10.0.0.7, which is private: a device in front must forward to it`,
    ])
  })

  it('a server that is not responsible', async () => {
    const { address } = await start({ zones: { 'example.org': [] } })
    expect(await said(address)).toEqual([
      `cannot be looked up: the DNS server ${address} refuses the question (REFUSED)`,
      'check whether it should resolve this name for this machine, or name another DNS server with --dns-server',
    ])
  })

  it('a resolver that does not reach the servers of the zone', async () => {
    const authority = await start(zone(wildcard))
    const { port } = authority
    await authority[Symbol.asyncDispose]()
    const { address } = await startResolver(port)
    expect(await said(address)).toEqual([
      `cannot be looked up: the DNS server ${address} fails (SERVFAIL)`,
      'ask who runs the zone: its servers do not answer, or it does not trust their answer (DNSSEC), or name another DNS server with --dns-server',
    ])
  })

  it('slow answers, and none', async () => {
    const authority = await start(zone(wildcard))
    const slow = await through(authority.port, 4000)
    const silent = await through(authority.port, undefined)
    expect(await Promise.all([said(slow), said(silent)])).toEqual([
      ['right'],
      [
        `cannot be looked up: the DNS server ${silent} does not answer within 9 seconds`,
        'check that this machine reaches port 53, with UDP and TCP, and that the servers of the zone answer, or name another DNS server with --dns-server',
      ],
    ])
  }, 120_000)
})

const startResolver = (port: number) => start({ forwarder: `127.0.0.1 port ${port}` })

/** Passes questions on, and each answer after a while, or never. Gives its address. */
async function through(port: number, delay: number | undefined): Promise<string> {
  const socket = createSocket('udp4')
  const opened: Socket[] = [socket]
  parts.defer(() => {
    for (const one of opened) one.close()
  })
  socket.on('message', (question, from) => {
    const out = createSocket('udp4')
    opened.push(out)
    out.once('message', (answer) => {
      if (delay !== undefined) setTimeout(() => socket.send(answer, from.port, from.address), delay)
    })
    out.send(question, port, '127.0.0.1')
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  return `127.0.0.1:${socket.address().port}`
}

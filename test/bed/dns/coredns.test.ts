import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { run } from '../../../src/tools/process.ts'
import { freePort } from '../../free-port.ts'
import { noteSurroundings } from '../../real.ts'
import { path } from '../machine/requirements.ts'
import { tools } from '../tools/tool.ts'
import { startCoreDns } from './coredns.ts'
import { type NamedOptions, startNamed } from './named.ts'
import { dnsServersRun } from './requirements.ts'
import { ambassador, domain, one, said, wildcard, zone } from './said.ts'

const real = dnsServersRun()
if (real) await tools('coredns')

let parts = new AsyncDisposableStack()
let passed = 0
afterEach(async ({ task }) => {
  if (task.result?.state === 'pass') passed += 1
  await parts.disposeAsync()
  parts = new AsyncDisposableStack()
})

const named = async (options: NamedOptions) => parts.use(await startNamed(options))
const coreDns = async (options: Parameters<typeof startCoreDns>[0]) => parts.use(await startCoreDns(options))

/** Seconds for which the answer of a DNS server says that a name is missing: the time to live of the SOA beside it. */
async function rememberedSeconds(server: string, name: string): Promise<number> {
  const [host = '', port = ''] = server.split(':')
  const { stdout } = await run('dig', [`@${host}`, '-p', port, name, 'A', '+noall', '+comments', '+authority'], {
    directory: '/',
    environment: { PATH: path },
  })
  expect(stdout).toContain('status: NXDOMAIN')
  return Number(/^\S+\s+(\d+)\s+IN\s+SOA/m.exec(stdout)?.[1])
}

const missing = (seconds: number) => [
  'does not resolve',
  `names below north.${domain} resolve by now, and the DNS server remembers that these were missing: wait. DNS servers remember for up to ${seconds} seconds that a name is missing`,
]

describe.runIf(real)('what is said about answers of CoreDNS', () => {
  afterAll(() =>
    noteSurroundings(
      'DNS of clusters',
      `CoreDNS 1.14.5 (cache and forward) before BIND: ${passed} situations of names, and what verify says about each`,
    ),
  )

  it('a name that was missing stays hidden as long as the zone says, and is right without anything done', async () => {
    const authority = await named({ ...zone(), minimum: 6 })
    const { address } = await coreDns({ asks: authority.address })
    expect(await said(address)).toEqual([
      'does not resolve',
      `create the record *.${domain} A ${ambassador}. DNS servers remember for up to 6 seconds that a name is missing`,
    ])
    const asked = Date.now()
    await authority.update(`update add *.${domain} 60 A ${ambassador}`)

    expect(await said(authority.address)).toEqual(['right'])
    expect(await said(address)).toEqual(missing(6))
    await expect.poll(() => said(address), { timeout: 30_000, interval: 200 }).toEqual(['right'])
    expect(Date.now() - asked).toBeGreaterThan(4000)
  })

  it('CoreDNS remembers for half a minute at most, the DNS server that it asks for longer', async () => {
    const authority = await named({ ...zone(), minimum: 300 })
    const between = await named({ forwarder: `127.0.0.1 port ${authority.port}` })
    const [direct, behind] = [await coreDns({ asks: authority.address }), await coreDns({ asks: between.address })]
    // The SOA itself lives for 60 seconds, which is less than its last field.
    expect(await rememberedSeconds(authority.address, one)).toBe(60)
    expect(await rememberedSeconds(direct.address, one)).toBe(30)
    expect(await rememberedSeconds(behind.address, one)).toBe(30)
    await authority.update(`update add *.${domain} 60 A ${ambassador}`)

    expect(await said(direct.address)).toEqual(missing(300))
    expect(await said(behind.address)).toEqual(missing(300))
    expect(await rememberedSeconds(between.address, one)).toBeGreaterThan(30)
    // Nobody asked for this one before.
    expect(await said(behind.address, [ambassador], `b.north.${domain}`)).toEqual(['right'])
  })

  it('other answers inside of the cluster than outside', async () => {
    const outside = await named(zone(wildcard, ['lb.example.com', 'A', ambassador]))
    const inside = await coreDns({ asks: outside.address, zones: { [domain]: [[`*.${domain}`, 'A', '10.0.0.7']] } })
    expect(await said(outside.address)).toEqual(['right'])
    expect(await said(inside.address)).toEqual([
      `resolves to 10.0.0.7, but the Ambassador is at ${ambassador}`,
      `correct the record: *.${domain} A ${ambassador}`,
    ])
    expect(await said(inside.address, ['10.0.0.7'])).toEqual(['right'])
    // The zone inside has nothing but its own names; all others come from outside.
    expect(await said(inside.address, [ambassador], 'lb.example.com')).toEqual(['right'])
  })

  it('a zone inside of the cluster that lacks the wildcard hides it', async () => {
    const outside = await named(zone(wildcard))
    const inside = await coreDns({ asks: outside.address, zones: { [domain]: [[`other.${domain}`, 'A', '10.0.0.7']] } })
    expect(await said(inside.address)).toEqual([
      'does not resolve',
      `create the record *.${domain} A ${ambassador}. DNS servers remember for up to 60 seconds that a name is missing`,
    ])
  })

  it('the address of before, which CoreDNS remembers', async () => {
    const authority = await named(zone([`*.${domain}`, 'A', '203.0.113.9']))
    const { address } = await coreDns({ asks: authority.address })
    await said(address)
    await authority.update(`update delete *.${domain} A`, `update add *.${domain} 60 A ${ambassador}`)
    expect(await said(authority.address)).toEqual(['right'])
    expect(await said(address)).toEqual([
      `resolves to 203.0.113.9, but the Ambassador is at ${ambassador}`,
      `*.${domain} resolves to the Ambassador: remove the records of ${one}, which hide it, or wait until the DNS server forgets old ones`,
    ])
  })

  it('a DNS server behind it that is gone', async () => {
    // Not at 127.0.0.1: CoreDNS tries again and again, and would at last dial itself, from the port that it asks.
    const { address } = await coreDns({ asks: `127.0.0.2:${await freePort()}` })
    expect(await said(address)).toEqual([
      `cannot be looked up: the DNS server ${address} fails (SERVFAIL)`,
      'ask who runs the zone: its servers do not answer, or it does not trust their answer (DNSSEC), or name another DNS server with --dns-server',
    ])
  })
})

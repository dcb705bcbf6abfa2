import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressText } from '../../../../src/network/address.ts'
import { freePort } from '../../../free-port.ts'
import { noteSurroundings } from '../../../real.ts'
import { cliqueGenesis } from './clique.ts'
import { Geth, type GethPeer } from './geth.ts'
import { type RenderedNode, renderNetwork } from './rendered.ts'

const chainId = 20261129
const published = { host: '2001:db8::1', port: 15000 }

const definition = (platform: object) => (recipient: string) => ({
  version: 1,
  name: 'trade',
  ...platform,
  genesis: { chainId },
  clusters: [
    { name: 'eu', provider: 'kubernetes', address: published.host, ipFamilies: ['IPv6'], recipients: [recipient] },
    {
      name: 'us',
      provider: 'kubernetes',
      domain: 'us.example.com',
      ipFamilies: ['IPv4', 'IPv6'],
      recipients: [recipient],
    },
  ],
  organizations: [
    { name: 'north', cluster: 'eu', nodes: [{ name: 'validator', role: 'validator' }] },
    { name: 'south', cluster: 'us', nodes: [{ name: 'validator', role: 'validator' }] },
  ],
})

const hasIpv6 = await new Promise<boolean>((resolve) => {
  const server = createServer().once('error', () => resolve(false))
  server.listen(0, '::1', () => server.close(() => resolve(true)))
})

it('continuous integration has IPv6', () => {
  if (process.env.CI !== undefined) expect(hasIpv6).toBe(true)
})

describe.skipIf(!hasIpv6).each([
  { platform: 'besu', platformVersion: '26.8.0' },
  { platform: 'quorum', platformVersion: '24.4.1' },
])('go-ethereum with the peers of a network of $platform', (platform) => {
  const geths: Geth[] = []
  let folder: string
  let port: number
  let dialled: RenderedNode
  let dialling: RenderedNode

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-geth-'))
    port = await freePort()
    const { nodes } = await renderNetwork(definition(platform), folder)
    const nodeOf = (cluster: string): RenderedNode => nodes.find((node) => node.cluster === cluster) as RenderedNode // one in each
    dialled = nodeOf('eu')
    dialling = nodeOf('us')
    const genesis = cliqueGenesis(dialled, [dialled.identity.address])
    const start = async (node: RenderedNode, host: string, at: number, staticNodes: readonly string[]) => {
      const own = {
        folder: join(folder, node.cluster),
        p2p: { host, port: at },
        key: node.key,
        hosts: '',
        signs: false,
      }
      const geth = await Geth.prepare({ ...own, genesis, networkId: chainId, staticNodes })
      geths.push(geth)
      await geth.start()
      return geth
    }
    await start(dialled, '::1', port, [])
    // The address of the cluster is that of its Ambassador, which is on loopback here.
    const here = dialling.staticNodes.map((enode) =>
      enode.replace(addressText(published), addressText({ host: '::1', port })),
    )
    await start(dialling, `127.${randomInt(1, 255)}.${randomInt(0, 256)}.1`, await freePort(), here)
  })

  afterAll(async () => {
    await Promise.all(geths.map((geth) => geth.stop()))
    await rm(folder, { recursive: true, force: true })
  })

  it('names the node by its IPv6 address, in brackets', () => {
    expect(dialling.staticNodes).toEqual([expect.stringMatching(/^enode:\/\/[0-9a-f]{128}@\[2001:db8::1\]:15000/)])
  })

  it('dials it, and it sees a peer at IPv6', async () => {
    const [listens, dials] = geths
    await expect
      .poll(async () => (await dials?.call<readonly GethPeer[]>('admin_peers'))?.length, { timeout: 60_000 })
      .toBe(1)
    const [peer] = (await listens?.call<readonly GethPeer[]>('admin_peers')) ?? []
    expect(peer?.network).toMatchObject({ inbound: true, remoteAddress: expect.stringMatching(/^\[::1\]:\d+$/) })
    noteSurroundings('IPv6', 'go-ethereum 1.13.15 dials the enode URL of a node with an IPv6 address')
  })
})

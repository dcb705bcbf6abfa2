import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { cliqueGenesis } from './clique.ts'
import { textOf } from './forwarder.ts'
import { Geth, type GethPeer } from './geth.ts'
import { type Addresses, chooseAddresses, type Loopback, loopbackOf, type Pod } from './loopback.ts'
import { type Rendered, renderNetwork } from './rendered.ts'

const chainId = 20261125
const funded = { address: '0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1', balance: '1000000000000000000' }

/** A cluster with a domain and one with an IP address, and a validator and another node in each. The two others do not dial each other. */
const definition =
  (platform: object, { published }: Addresses) =>
  (recipient: string) => ({
    version: 1,
    name: 'trade',
    ...platform,
    genesis: { chainId, accounts: [funded] },
    clusters: [
      { name: 'eu', provider: 'eks', domain: 'eu.trade.example.com', storageClass: 'gp3', recipients: [recipient] },
      { name: 'us', provider: 'gke', address: published.us, recipients: [recipient] },
    ].map((cluster) => ({ ...cluster, ambassador: { ports: '15000-15009', sourceRanges: ['203.0.113.0/24'] } })),
    organizations: [
      {
        name: 'north',
        cluster: 'eu',
        nodes: [
          { name: 'validator', role: 'validator' },
          { name: 'rpc', role: 'rpc', cluster: 'us' },
        ],
      },
      {
        name: 'south',
        cluster: 'us',
        nodes: [
          { name: 'validator', role: 'validator' },
          { name: 'rpc', role: 'rpc', cluster: 'eu' },
        ],
      },
    ],
  })

const ids = ['north/validator', 'north/rpc', 'south/validator', 'south/rpc']

const publicKeyIn = (enode: string): string => new URL(enode).username

describe.each([
  { platform: 'besu', platformVersion: '26.8.0' },
  { platform: 'quorum', platformVersion: '24.4.1' },
])('a network of $platform, run by go-ethereum', (platform) => {
  let folder: string
  let addresses: Addresses
  let rendered: Rendered
  let loopback: Loopback
  const geths = new Map<Pod, Geth>()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-geth-'))
    addresses = chooseAddresses(['eu', 'us'])
    rendered = await renderNetwork(definition(platform, addresses), folder)
    loopback = loopbackOf(rendered, addresses)
    for (const forwarder of loopback.forwarders) await forwarder.open()
    for (const pod of loopback.pods) geths.set(pod, await prepare(pod))
    // One after the other: two nodes that dial each other at the same moment may both hang up, and try again half a minute later.
    for (const geth of geths.values()) await geth.start()
  })

  afterEach(async () => {
    for (const forwarder of loopback.forwarders) await forwarder.open()
  })

  afterAll(async () => {
    await Promise.all([...geths.values()].map((geth) => geth.stop()))
    await Promise.all((loopback?.forwarders ?? []).map((forwarder) => forwarder.close()))
    await rm(folder, { recursive: true, force: true })
  })

  const signersOf = () =>
    rendered.nodes.filter(({ id }) => id.endsWith('/validator')).map(({ identity }) => identity.address)

  const prepare = ({ node, p2p, hosts, staticNodes }: Pod): Promise<Geth> =>
    Geth.prepare({
      folder: join(folder, node.id.replace('/', '-')),
      p2p,
      hosts,
      key: node.key,
      staticNodes,
      networkId: chainId,
      genesis: cliqueGenesis(node, signersOf()),
      signs: node.id.endsWith('/validator'),
    })

  const isAmbassador = (address: string): boolean =>
    Object.values(addresses.ambassadors).includes(address.split(':')[0] ?? '')

  const podOf = (id: string): Pod => {
    const found = loopback.pods.find(({ node }) => node.id === id)
    if (found === undefined) throw new Error(`there is no node ${id}`)
    return found
  }
  const gethOf = (pod: Pod): Geth => geths.get(pod) as Geth // each pod has one

  const peersOf = async (pod: Pod): Promise<readonly GethPeer[]> => gethOf(pod).call('admin_peers')
  /** Public keys of those it is connected with, sorted. */
  const connected = async (pod: Pod): Promise<string[]> =>
    (await peersOf(pod)).map(({ enode }) => publicKeyIn(enode)).sort()

  const eventually = (check: () => Promise<void>): Promise<void> =>
    vi.waitFor(check, { timeout: 50_000, interval: 200 })

  /** Restarts a node while nobody can dial it: all peers that it has then it has dialled itself. */
  async function restartUnreachable(pod: Pod): Promise<void> {
    for (const forwarder of loopback.leadingTo(pod)) await forwarder.close()
    await gethOf(pod).stop()
    for (const forwarder of loopback.forwarders) forwarder.passed = 0
    await gethOf(pod).start()
  }

  test.each(ids)('%s has the public key and the address that were written', async (id) => {
    const pod = podOf(id)
    const { enode } = await gethOf(pod).call<{ enode: string }>('admin_nodeInfo')
    expect(publicKeyIn(enode)).toBe(pod.node.identity.nodeId)
    expect(gethOf(pod).account).toBe(pod.node.identity.address)
  })

  test('a node is reached at its Service, and at the port of its Ambassador that the lock keeps for it', () => {
    for (const pod of loopback.pods) {
      const { id, cluster } = pod.node
      const [service, ambassador, ...others] = loopback.leadingTo(pod)
      expect(service?.at.port).toBe(30303)
      expect(ambassador?.at).toEqual({
        host: addresses.ambassadors[cluster],
        port: rendered.ports[cluster]?.[`${id}/p2p`],
      })
      expect(others).toEqual([])
    }
    expect(loopback.forwarders).toHaveLength(2 * loopback.pods.length)
  })

  test('everybody has all peers of its list, and nobody else', async () => {
    for (const pod of loopback.pods)
      await eventually(async () => expect(await connected(pod), pod.node.id).toEqual([...pod.dials.keys()].sort()))
  })

  test('the chain begins with the first block of the definition, and both validators make blocks that all agree on', async () => {
    const number = '0x4'
    const blocks = async () =>
      Promise.all(
        loopback.pods.map((pod) => gethOf(pod).call<{ hash: string } | null>('eth_getBlockByNumber', number, false)),
      )
    await eventually(async () => {
      const hashes = (await blocks()).map((block) => block?.hash)
      expect(new Set(hashes).size).toBe(1)
      expect(hashes[0]).toMatch(/^0x/)
    })
    const [pod] = loopback.pods as [Pod]
    expect(Number(await gethOf(pod).call<string>('eth_chainId'))).toBe(chainId)
    expect(BigInt(await gethOf(pod).call<string>('eth_getBalance', funded.address, number))).toBe(
      BigInt(funded.balance),
    )
    const makers = await Promise.all(
      ['0x1', '0x2', '0x3', '0x4'].map((block) => gethOf(pod).call<string>('clique_getSigner', block)),
    )
    expect([...new Set(makers)].sort()).toEqual([...signersOf()].sort())
  })

  test.each(ids)('%s reaches all of its list when nobody can dial it', async (id) => {
    const pod = podOf(id)
    await restartUnreachable(pod)
    await eventually(async () => expect(await connected(pod)).toEqual([...pod.dials.keys()].sort()))
    const reached = (await peersOf(pod)).map(({ enode, network }): [string, string] => [
      publicKeyIn(enode),
      network.inbound ? 'it was dialled' : network.remoteAddress,
    ])
    expect(new Map(reached)).toEqual(pod.dials)
    const used = loopback.forwarders.filter(({ passed }) => passed > 0).map(({ at }) => textOf(at))
    expect(used.filter(isAmbassador).sort()).toEqual([...pod.dials.values()].filter(isAmbassador).sort())
  })

  test('a port that an Ambassador does not open cuts off that node alone, until it is open', async () => {
    const [pod, lost] = [podOf('north/validator'), podOf('south/validator')]
    const route = pod.dials.get(lost.node.identity.nodeId)
    const closed = loopback.forwarders.filter(({ at }) => textOf(at) === route)
    expect(closed).toHaveLength(1)
    for (const forwarder of closed) await forwarder.close()
    await restartUnreachable(pod)
    const others = [...pod.dials.keys()].filter((key) => key !== lost.node.identity.nodeId).sort()
    await eventually(async () => expect(await connected(pod)).toEqual(others))
    await sleep(1000) // no dial takes as long
    expect(await connected(pod)).toEqual(others)
    expect(await connected(lost)).not.toContain(pod.node.identity.nodeId)
    for (const forwarder of closed) await forwarder.open()
    await gethOf(pod).stop()
    await gethOf(pod).start()
    await eventually(async () => expect(await connected(pod)).toEqual([...pod.dials.keys()].sort()))
  })
})

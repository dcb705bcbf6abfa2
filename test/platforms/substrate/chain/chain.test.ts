import { randomInt } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { textOf } from '../../../../src/file-content.ts'
import { parseJson } from '../../../../src/json.ts'
import { nodeId } from '../../../../src/network/network.ts'
import type { Replies } from '../../../../src/platforms/health.ts'
import { genesisOf } from '../../../../src/platforms/substrate/genesis/genesis.ts'
import { chainSpecPath } from '../../../../src/platforms/substrate/places.ts'
import { revisionOf } from '../../../plan/revisions.ts'
import { noteProgram, noteSurroundings } from '../../../real.ts'
import { type BuiltNetwork, buildNetwork, type StatefulSet } from '../../built-network.ts'
import { publishedIn } from '../../published.ts'
import { ambassadorPort } from '../ambassador.ts'
import { baseSpec, givenNode, versionOf } from './given.ts'
import { ChainNode } from './node.ts'

const program = givenNode()

const hosts = { north: '203.0.113.1', south: '203.0.113.2' } as const

/** Four validators of two parties on two clusters, and a node for clients. Accounts are nobody's. */
const definition = (recipient: string) => ({
  ...{ version: 1, name: 'trace', platform: 'substrate', platformVersion: '1.0.0' },
  chain: {
    ...{
      image: 'registry.example.com/node',
      command: ['node'],
      spec: 'chain/base.json',
      id: 'trace',
      protocolId: 'trc',
    },
    sudo: '5FRZuLTLo6fPXmWRkEk3FiGAJuW4kykeofX1pP4H43oyZvFv',
    balances: { '5CLa5SLnKKkLzv8Ch1ynabshEy7CEa3wbFb9qH47qkEdVEUm': '1000000000000000000' },
  },
  clusters: (['north', 'south'] as const).map((name) => ({
    ...{ name, provider: 'kubernetes', address: hosts[name], recipients: [recipient] },
    ambassador: { ports: '15000-15019', sourceRanges: ['203.0.113.0/24'] },
  })),
  organizations: [
    {
      name: 'farmer',
      cluster: 'north',
      nodes: ['validator1', 'validator2'].map((name) => ({ name, role: 'validator' })),
    },
    {
      ...{ name: 'shop', cluster: 'south' },
      nodes: [
        ...['validator1', 'validator2'].map((name) => ({ name, role: 'validator' })),
        { name: 'rpc1', role: 'rpc' },
      ],
    },
  ],
})

const validators = ['farmer/validator1', 'farmer/validator2', 'shop/validator1', 'shop/validator2']

test.skipIf(program === undefined)('a node of the Polkadot SDK is given', () => expect(program).not.toBe(''))

describe.skipIf(program === undefined)('a chain of four validators', { timeout: 600_000 }, () => {
  /** Addresses of this run: others that run at the same time have others. */
  const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`
  const ambassadors = { north: `${network}.1`, south: `${network}.2` } as const
  const nodes = new Map<string, ChainNode>()
  const published = new Map<string, Awaited<ReturnType<typeof ambassadorPort>>>()
  let folder: string
  let built: BuiltNetwork
  let version: string

  const idOf = ({ metadata: { name, namespace } }: StatefulSet): string => `${namespace.replace(/^trace-/, '')}/${name}`
  const nodeOf = (id: string): ChainNode => nodes.get(id) as ChainNode // each id below is in the definition

  beforeAll(async () => {
    if (program === undefined) throw new Error('the tests are skipped')
    version = await versionOf(program)
    folder = await mkdtemp(join(tmpdir(), 'chancery-substrate-'))
    const files = new Map([['chain/base.json', await baseSpec(program)]])
    built = await buildNetwork(definition, { folder, files })

    const workloads = Object.keys(hosts).flatMap((cluster) =>
      built
        .objects(cluster, 'StatefulSet')
        .filter(({ metadata }) => metadata.namespace.startsWith('trace-'))
        .map((workload) => ({ cluster, workload })),
    )
    for (const [n, { workload }] of workloads.entries())
      nodes.set(idOf(workload), new ChainNode(join(folder, idOf(workload)), `${network}.${10 + n}`, program))

    for (const [cluster, host] of Object.entries(hosts)) {
      const podOf = (workload: StatefulSet): string => nodes.get(idOf(workload))?.address ?? ''
      for (const { address, behind } of publishedIn(built, cluster, host, podOf)) {
        const at = { host: reachable(address.host), port: address.port }
        published.set(`${cluster}:${address.port}`, await ambassadorPort(at, behind))
      }
    }
    for (const { cluster, workload } of workloads)
      await nodeOf(idOf(workload)).mount(built, cluster, workload, reachable)
    for (const node of nodes.values()) node.start()
  }, 600_000)

  /** Clusters' addresses on this machine: those of Ambassadors, and those of pods in place of the names of their Services. */
  function reachable(text: string): string {
    const services = text.replaceAll(
      /\/dns[46]?\/([\w-]+)\.trace-([\w-]+)\.svc\.cluster\.local\//g,
      (all, name, organization) => {
        const pod = nodes.get(`${organization}/${name}`)
        return pod === undefined ? all : `/ip4/${pod.address}/`
      },
    )
    return services.replaceAll(hosts.north, ambassadors.north).replaceAll(hosts.south, ambassadors.south)
  }

  afterAll(async () => {
    await Promise.all([...nodes.values()].map((node) => node.stop()))
    for (const port of published.values()) port.close()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  it('is ready when its nodes have met, as the probes of their pods ask', async () => {
    for (const [id, node] of nodes) {
      await node.until(`${id} is ready`, async () => (await node.probe('/health/readiness')) === 200)
      expect(await node.probe('/health'), id).toBe(200)
      expect((await node.health()).peers, id).toBeGreaterThan(0)
    }
  })

  it('has nodes meet at the published addresses', () => {
    expect([...published.values()].some((port) => port.connections() > 0)).toBe(true)
  })

  it('has the peer IDs of material/public', async () => {
    for (const [id, node] of nodes) {
      const file = textOf(built.files.contents, `material/public/${id}.yaml`) ?? ''
      expect(file).toContain(await node.ask<string>('system_localPeerId'))
    }
  })

  it('has the genesis hash that Chancery computes', async () => {
    const spec = parseJson(textOf(built.files.contents, chainSpecPath) ?? '') as { readonly genesis: unknown } // as Chancery wrote it
    const genesis = genesisOf(spec.genesis)
    for (const node of nodes.values())
      expect(genesis).toMatchObject({ hash: await node.ask<string>('chain_getBlockHash', 0) })
  })

  /** Resolves when a node has so many more final blocks. */
  async function finalizes(id: string, more: number): Promise<void> {
    const node = nodeOf(id)
    const { final } = await node.heights()
    await node.until(`${id} sees ${more} more final blocks`, async () => (await node.heights()).final >= final + more)
  }

  /** What `verify` finds: all verdicts, bad ones with a mark. */
  async function verified(): Promise<readonly string[]> {
    const files = [...built.files.contents.keys()].map(
      (path) => [path, textOf(built.files.contents, path) ?? ''] as const,
    )
    const { network, platform, material } = revisionOf(
      textOf(built.files.contents, 'network.yaml') ?? '',
      new Map(files),
    )
    const health = platform.operation.health ?? expect.unreachable('the platform has no health')
    const look = (): Promise<readonly Replies[]> =>
      Promise.all(network.nodes.map((node) => nodeOf(nodeId(node)).replies(health.questions(node, network))))
    const secondsBetween = health.interval(network, material)
    const first = await look()
    await sleep(1000 * secondsBetween)
    const second = await look()
    const observed = network.nodes.map((node, at) => ({
      node,
      first: first[at] ?? {},
      second: second[at] ?? {},
      secondsBetween,
    }))
    return health.judge(network, material, observed).map(({ good, message }) => `${good ? '' : '! '}${message}`)
  }

  it('is well, as verify finds', async () => {
    expect(await verified()).toEqual([
      expect.stringMatching(/^genesis 0x[0-9a-f]{64} on all 5 nodes that answered$/),
      expect.stringMatching(/^block \d+ is final, and block \d+ the newest$/),
      'the 4 authorities of the chain match the definition (aura and grandpa)',
    ])
  })

  it('makes blocks final', async () => {
    await Promise.all([...nodes.keys()].map((id) => finalizes(id, 3)))
  })

  it('keeps methods that change a node from clients', async () => {
    for (const id of ['farmer/validator1', 'shop/rpc1'])
      await expect(nodeOf(id).ask('author_rotateKeys'), id).rejects.toThrow(/unsafe/i)
  })

  it('has the metrics that alerts and dashboards ask for', async () => {
    const wanted = await metricNames()
    const metrics = await nodeOf('farmer/validator1').metrics()
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.filter((name) => !new RegExp(`^${name}[{ ]`, 'm').test(metrics))).toEqual([])
  })

  it('makes blocks final without one of the validators, which catches up when it is back', async () => {
    const [lost = ''] = validators
    const peerId = await nodeOf(lost).ask<string>('system_localPeerId')
    await nodeOf(lost).stop()
    await finalizes('shop/rpc1', 3)
    const { final } = await nodeOf('shop/rpc1').heights()
    nodeOf(lost).start()
    await nodeOf(lost).until('it catches up', async () => (await nodeOf(lost).heights()).final >= final)
    expect(await nodeOf(lost).ask<string>('system_localPeerId')).toBe(peerId)
    await finalizes(lost, 2)
  })

  it('makes blocks, but none final, without two of them, and continues when one is back', async () => {
    const [first = '', second = ''] = validators
    await Promise.all([nodeOf(first).stop(), nodeOf(second).stop()])
    const node = nodeOf('shop/rpc1')
    // Votes that were under way may still arrive.
    await sleep(15_000)
    const before = await node.heights()
    await node.until('it sees more blocks', async () => (await node.heights()).best >= before.best + 3)
    expect((await node.heights()).final).toBe(before.final)
    expect(await verified()).toContainEqual(
      expect.stringMatching(
        /^! blocks are made \(\d+\), but none becomes final in \d+ seconds: the last final one is \d+; 2 of 4 authorities run here, finality needs 3; down: farmer\/validator1, farmer\/validator2$/,
      ),
    )
    nodeOf(second).start()
    await finalizes('shop/rpc1', 3)
    noteProgram(...(version.split(' ') as [string, string]))
    noteSurroundings('a chain of the Polkadot SDK', `four validators and a node for clients of ${version}`)
  })
})

/** Names of metrics in the sources of the platform: of alerts, dashboards and health. */
async function metricNames(): Promise<readonly string[]> {
  const sources = new URL('../../../../src/platforms/substrate/', import.meta.url)
  const files = (await readdir(sources, { recursive: true })).filter((file) => file.endsWith('.ts'))
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, sources), 'utf8')))
  return [...new Set(texts.flatMap((text) => text.match(/\bsubstrate_[a-z0-9_]+\b/g) ?? []))].sort()
}

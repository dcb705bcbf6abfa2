import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { groupBy } from '../../../src/group-by.ts'
import { materialOf } from '../../../src/material/files.ts'
import { type LedgerNode, nodeId } from '../../../src/network/network.ts'
import { noteSurroundings } from '../../real.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { applyAll } from '../object-set/apply.ts'
import { removeAll } from '../object-set/remove.ts'
import { withoutPods } from '../object-set/wait.ts'
import { tools } from '../tools/tool.ts'
import { addMachines, cordon, drain, evict, healthyPods, type Pod, podsOf, scale, watchPods } from './machines.ts'
import { type DrainedNetwork, definitions, drainedNetwork, named } from './networks.ts'

await tools('kustomize', ...components)

const resources = new AsyncDisposableStack()
let bed: Bed
let cluster: Cluster

beforeAll(async () => {
  bed = resources.use(await clusters(1))
  cluster = bed.cluster('one')
  await addMachines(cluster)
}, 600_000)
afterAll(() => resources.disposeAsync(), 60_000)

const required = (text: string): string => text.replace(/^( {4}recipients:)/m, '    placement: {spread: required}\n$1')
const ofNetwork = (text: string): string => text.replace('version: 1\n', 'version: 1\ndrains: network\n')

let evictions = 0
let ended = 0

/** A network that runs, and what evictions take of it. */
class Watched {
  readonly name: string
  readonly #given: DrainedNetwork
  /** All were there once. */
  #isWhole = false
  #stop = (): void => {}
  /** Consensus nodes that were down at once, after each change of a pod. */
  readonly losses: (readonly LedgerNode[])[] = []
  /** Ready pods of the Ambassador and of the router, after each change. */
  readonly entrances: (readonly number[])[] = []
  /** Peers of one organization that were down at once, after each change. */
  readonly peers: number[] = []

  constructor(given: DrainedNetwork) {
    this.#given = given
    this.name = given.checked.network.name
  }

  get consensusNodes(): readonly LedgerNode[] {
    const { network, platform } = this.#given.checked
    return network.nodes.filter(({ role }) => platform.definition.consensusRoles.includes(role))
  }

  podOf = (pods: readonly Pod[], { name, organization }: LedgerNode): Pod | undefined =>
    pods.find((pod) => pod.name === `${name}-0` && pod.namespace === organization.namespace)

  async start(): Promise<void> {
    expect(await applyAll(cluster, this.#given.objects)).toEqual([])
    expect(await withoutPods(cluster, this.#given.objects)).toEqual([])
    this.#stop = await watchPods(cluster, this.name, this.#count)
    await soon(async () => expect(this.#isWhole).toBe(true))
  }

  #isBack = (pods: readonly Pod[]): boolean => {
    const { nodes } = this.#given.checked.network
    return nodes.every((node) => this.podOf(pods, node)?.isReady) && pods.every(({ isReady }) => isReady)
  }

  async allBack(): Promise<void> {
    await soon(async () => expect(this.#isBack(await podsOf(cluster, this.name))).toBe(true))
    expect(await withoutPods(cluster, this.#given.objects)).toEqual([])
  }

  evicted = (): void => {
    evictions += 1
  }

  #count = (pods: readonly Pod[]): void => {
    this.#isWhole ||= this.#isBack(pods)
    if (!this.#isWhole) return
    const isDown = (node: LedgerNode): boolean => this.podOf(pods, node)?.isReady !== true
    const peers = groupBy(
      this.#given.checked.network.nodes.filter(({ role }) => role === 'peer'),
      ({ organization }) => organization.name,
    )
    this.losses.push(this.consensusNodes.filter(isDown))
    this.peers.push(...[...peers.values()].filter(({ length }) => length > 1).map((own) => own.filter(isDown).length))
    const ready = (name: string) =>
      pods.filter(({ labels, isReady }) => isReady && labels['app.kubernetes.io/name'] === name).length
    this.entrances.push(['emissary', 'router'].filter((name) => this.#has(name)).map(ready))
  }

  #has = (name: string): boolean => JSON.stringify(this.#given.objects).includes(`"app.kubernetes.io/name":"${name}"`)

  /** The largest loss, and whether the tolerance report says that the ledger survives each. */
  verdict() {
    const { network, platform, materialFiles } = this.#given.checked
    const material = materialOf(materialFiles)
    const { mayBeDown } = platform.operation.tolerance(network, material).consensus
    const survives = this.losses.every(
      (nodes) =>
        platform.operation.faultOf(network, { kind: 'node', name: 'evicted', nodes, closed: [] }, material).survives,
    )
    return { mayBeDown, lost: Math.max(0, ...this.losses.map(({ length }) => length)), survives }
  }

  machines = async (): Promise<readonly string[]> =>
    [...new Set((await podsOf(cluster, this.name)).map(({ machine }) => machine))].sort()

  /** Nodes of an organization and a role, where there are several. */
  siblings = (): readonly (readonly LedgerNode[])[] =>
    [
      ...groupBy(
        this.#given.checked.network.nodes,
        ({ organization, role }) => `${organization.name} ${role}`,
      ).values(),
    ].filter(({ length }) => length > 1)

  scale = (node: LedgerNode, replicas: number): Promise<void> =>
    scale(cluster, { namespace: node.organization.namespace, name: node.name }, replicas)

  /** Consensus nodes by machine. */
  async together(): Promise<readonly number[]> {
    const pods = await podsOf(cluster, this.name)
    const counts = new Map<string, number>()
    for (const node of this.consensusNodes) {
      const machine = this.podOf(pods, node)?.machine ?? ''
      counts.set(machine, (counts.get(machine) ?? 0) + 1)
    }
    return [...counts.values()]
  }

  drain = (machine: string, tries = 300): Promise<string[]> =>
    drain(cluster, machine, { network: this.name, evicted: this.evicted, tries })

  end = (): Promise<unknown> => {
    ended += 1
    this.#stop()
    return removeAll(cluster, this.#given.objects)
  }
}

async function running(text: string): Promise<Watched> {
  const network = new Watched(await drainedNetwork(text))
  await network.start()
  return network
}

const uncordon = (machines: readonly string[]): Promise<unknown> =>
  Promise.all(machines.map((machine) => cordon(cluster, machine, false)))

const platforms = ['besu', 'quorum', 'fabricRaft', 'fabricBft', 'indy', 'substrate'] as const
const nameOf = (kind: string, what: string): string => `${kind.toLowerCase()}-${what}`

describe.each(platforms)('%s, several organizations in one cluster', { timeout: 300_000 }, (kind) => {
  const text = definitions[kind]

  test('spread: required, and one machine after the other: never more than one node is lost', async () => {
    const network = await running(named(text, nameOf(kind, 'apart'), required))
    expect(Math.max(...(await network.together()))).toBe(1)
    for (const machine of await network.machines()) {
      expect(await network.drain(machine)).toEqual([])
      await network.allBack()
      expect(Math.max(...(await network.together()))).toBe(1)
      await uncordon([machine])
    }
    const { lost, survives, mayBeDown } = network.verdict()
    expect({ lost, survives }).toEqual({ lost: 1, survives: true })
    expect(mayBeDown).toBeGreaterThanOrEqual(1)
    await network.end()
  })

  test('drains: network: two drains at a time take no node, until a person moves it', async () => {
    const network = await running(named(text, nameOf(kind, 'held'), ofNetwork))
    const machines = await network.machines()
    const nodes = network.consensusNodes
    const [first = '', second = ''] = machines
    await Promise.all([network.drain(first, 10), network.drain(second, 10)])
    expect(network.verdict().lost).toBe(0)
    const pods = await podsOf(cluster, network.name)
    for (const node of nodes) {
      const pod = network.podOf(pods, node)
      if (pod === undefined) throw new Error(`${nodeId(node)} has no pod`)
      expect(await evict(cluster, pod)).toBe(429)
    }
    for (const machine of [first, second]) {
      for (const node of nodes) {
        const pod = network.podOf(await podsOf(cluster, network.name), node)
        if (pod?.machine !== machine) continue
        await cluster.delete({ apiVersion: 'v1', kind: 'Pod', metadata: { name: pod.name, namespace: pod.namespace } })
        await network.allBack()
      }
      expect(await network.drain(machine)).toEqual([])
    }
    await uncordon(machines)
    await network.end()
  })

  test('by default: each organization can lose one at once, which is what validate warns of', async () => {
    const network = await running(named(text, nameOf(kind, 'default')))
    const pods = await podsOf(cluster, network.name)
    const all = await everyMachine()
    await Promise.all(all.map((machine) => cordon(cluster, machine)))
    const organizations = new Map(network.consensusNodes.map((node) => [node.organization.name, node]))
    for (const node of organizations.values()) {
      const pod = network.podOf(pods, node)
      if (pod === undefined) throw new Error(`${nodeId(node)} has no pod`)
      expect(await evict(cluster, pod)).toBe(201)
      network.evicted()
    }
    await soon(async () => expect(network.verdict().lost).toBe(organizations.size))
    const { lost, mayBeDown, survives } = network.verdict()
    expect(survives).toBe(false)
    expect(mayBeDown).toBeLessThan(lost)
    await uncordon(all)
    await network.allBack()
    await network.end()
  })
})

async function everyMachine(): Promise<readonly string[]> {
  const { body } = await cluster.request('GET', '/api/v1/nodes')
  return (body as { items: { metadata: { name: string } }[] }).items.map(({ metadata }) => metadata.name)
}

const several = ['besuOfTwo', 'fabricShared'] as const

test.each(several)('%s: a node whose pod is gone counts as lost', { timeout: 300_000 }, async (kind) => {
  const network = await running(named(definitions[kind], nameOf(kind, 'gone')))
  const groups = network.siblings()
  expect(groups).not.toEqual([])
  for (const [gone, ...others] of groups) {
    if (gone === undefined) throw new Error('a group has nodes')
    await network.scale(gone, 0)
    await soon(async () =>
      expect(await healthyPods(cluster, gone.organization.namespace, gone.role)).toBe(others.length),
    )
    const pods = await podsOf(cluster, network.name)
    for (const other of others) {
      const pod = network.podOf(pods, other)
      expect(pod && (await evict(cluster, pod))).toBe(429)
    }
    await network.scale(gone, 1)
  }
  await network.allBack()
  await network.end()
})

describe('all machines drained at once', { timeout: 300_000 }, () => {
  test('drains: network lets go what the network can lose, where that is one of each organization', async () => {
    const network = await running(named(definitions.besuOfTwo, 'besu-two', ofNetwork))
    const machines = await network.machines()
    await Promise.all(machines.map((machine) => network.drain(machine)))
    await network.allBack()
    const { lost, mayBeDown, survives } = network.verdict()
    expect({ mayBeDown, survives }).toEqual({ mayBeDown: 2, survives: true })
    expect(lost).toBeLessThanOrEqual(2)
    await uncordon(machines)
    await network.end()
  })

  test('the Ambassador and the router keep a pod, and an organization all peers but one', async () => {
    const network = await running(named(definitions.fabricShared, 'fabric-shared', required))
    const machines = await network.machines()
    await Promise.all(machines.map((machine) => network.drain(machine)))
    await network.allBack()
    expect(network.entrances.length).toBeGreaterThan(4)
    for (const ready of network.entrances) expect([ready.length, Math.min(...ready)]).toEqual([2, expect.any(Number)])
    expect(Math.min(...network.entrances.flat())).toBeGreaterThanOrEqual(1)
    expect(Math.max(...network.peers)).toBe(1)
    await uncordon(machines)
    await network.end()
  })

  test('is noted when all of it has passed', () => {
    expect(ended).toBe(3 * platforms.length + several.length + 2)
    noteSurroundings(
      'rotation of nodes',
      `eviction API, disruption controller and scheduler 1.37.2: ${evictions} evictions in drains of ${platforms.length + 1} kinds of networks, each loss, at every change of a pod, compared with the tolerance report`,
    )
  })
})

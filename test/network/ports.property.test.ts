import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reservedPorts } from '../../src/ambassador/entrances.ts'
import { allocatePorts } from '../../src/ambassador/ports.ts'
import { hasErrors } from '../../src/network/finding.ts'
import type { AllocatedPorts } from '../../src/network/lock.ts'
import { resolve } from '../../src/network/resolve.ts'
import { definitionSchema } from '../../src/network/schema.ts'
import { besu } from '../../src/platforms/besu/index.ts'

/** Pools so small that they run out, and that have reserved ports among them. */
const pools = { eu: { first: 8000, last: 8012 }, us: { first: 8438, last: 8447 }, asia: { first: 9000, last: 9011 } }
type ClusterName = keyof typeof pools
const clusterNames = Object.keys(pools) as ClusterName[] // keys of a literal: Object.keys widens them
const organizationNames = ['carrier', 'manufacturer', 'retailer'] as const

interface Node {
  readonly id: string
  readonly cluster: ClusterName
  readonly port?: number
}

/** What a definition says of ports: nodes by `organization/name`, in the order of the file. */
type State = readonly Node[]

type Edit =
  | { readonly kind: 'add'; readonly id: string; readonly cluster: ClusterName }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'reorder'; readonly order: readonly number[] }
  | { readonly kind: 'move'; readonly at: number; readonly cluster: ClusterName }
  | { readonly kind: 'pin'; readonly at: number; readonly offset: number }
  | { readonly kind: 'unpin'; readonly at: number }

const clusterName = fc.constantFrom(...clusterNames)
const nodeName = fc
  .tuple(fc.constantFrom(...organizationNames), fc.integer({ min: 1, max: 6 }))
  .map(([organization, number]) => `${organization}/node${number}`)
const position = fc.nat(30)

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), id: nodeName, cluster: clusterName }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: position }) },
  fc.record({ kind: fc.constant('reorder' as const), order: fc.array(fc.nat(1000), { minLength: 18, maxLength: 18 }) }),
  fc.record({ kind: fc.constant('move' as const), at: position, cluster: clusterName }),
  fc.record({ kind: fc.constant('pin' as const), at: position, offset: fc.integer({ min: -1, max: 13 }) }),
  fc.record({ kind: fc.constant('unpin' as const), at: position }),
)

function changed(state: State, given: Edit): State {
  if (given.kind === 'add') {
    return state.some(({ id }) => id === given.id) ? state : [...state, { id: given.id, cluster: given.cluster }]
  }
  if (given.kind === 'reorder') return shuffled(state, given.order)
  const target = state[given.at % Math.max(1, state.length)]
  if (target === undefined) return state
  if (given.kind === 'remove') return state.filter((node) => node !== target)
  const replacement = {
    move: (): Node => ({ ...target, cluster: given.kind === 'move' ? given.cluster : target.cluster }),
    pin: (): Node => ({ ...target, port: pools[target.cluster].first + (given.kind === 'pin' ? given.offset : 0) }),
    unpin: (): Node => ({ id: target.id, cluster: target.cluster }),
  }[given.kind]()
  return state.map((node) => (node === target ? replacement : node))
}

const shuffled = <Item>(items: readonly Item[], order: readonly number[]): Item[] =>
  items
    .map((item, index) => ({ item, weight: order[index % order.length] ?? 0 }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ item }) => item)

const schema = definitionSchema(besu.definition)

/** A whole definition with these nodes, its lists in the order given. */
function networkOf(state: State, order: readonly number[] = [0]) {
  const definition = schema.parse({
    version: 1,
    name: 'net',
    platform: 'besu',
    platformVersion: '26.8.0',
    genesis: { chainId: 20261123 },
    clusters: shuffled(clusterNames, order).map((name) => ({
      name,
      provider: 'kubernetes',
      domain: `${name}.example.com`,
      ambassador: { ports: `${pools[name].first}-${pools[name].last}` },
    })),
    // The schema wants a node of every organization: one that nobody edits, in a cluster with room for it.
    organizations: shuffled(organizationNames, order).map((name) => ({
      name,
      cluster: 'asia',
      nodes: [
        { name: 'first', role: 'validator' },
        ...state
          .filter(({ id }) => id.startsWith(`${name}/`))
          .map(({ id, cluster, port }) => ({
            name: id.slice(name.length + 1),
            role: 'rpc',
            cluster,
            ...(port === undefined ? {} : { port }),
          })),
      ],
    })),
  })
  return resolve(definition, besu.definition).network
}

const allocate = (state: State, locked: AllocatedPorts, order?: readonly number[]) =>
  allocatePorts(networkOf(state, order), besu, locked)

const portOf = (ports: AllocatedPorts, { id, cluster }: Node): number | undefined => ports[cluster]?.[`${id}/p2p`]

describe('after any sequence of edits', () => {
  const edits = fc.array(edit, { maxLength: 40 })
  const order = fc.array(fc.nat(1000), { minLength: 1, maxLength: 18 })

  /** Edits one by one; the lock is written after each that has no errors, and one with errors is taken back. */
  function follow(
    sequence: readonly Edit[],
    check: (before: State, after: State, was: AllocatedPorts, is: AllocatedPorts) => void,
  ): void {
    let state: State = []
    let lock = allocate(state, {}).ports
    for (const step of sequence) {
      const next = changed(state, step)
      const { ports, problems } = allocate(next, lock)
      if (hasErrors(problems)) continue
      check(state, next, lock, ports)
      state = next
      lock = ports
    }
  }

  it('no port has moved, unless it was pinned', () => {
    fc.assert(
      fc.property(edits, (sequence) =>
        follow(sequence, (before, after, was, is) => {
          for (const node of after) {
            const same = before.find(({ id, cluster }) => id === node.id && cluster === node.cluster)
            if (same !== undefined && node.port === undefined) expect(portOf(is, node)).toBe(portOf(was, same))
            if (node.port !== undefined) expect(portOf(is, node)).toBe(node.port)
          }
          expect(is.asia?.['carrier/first/p2p']).toBe(was.asia?.['carrier/first/p2p'])
        }),
      ),
      { numRuns: 300 },
    )
  })

  it('every node has a port of its own, in the pool of its cluster, that nothing else needs', () => {
    fc.assert(
      fc.property(edits, (sequence) =>
        follow(sequence, (_, after, __, is) => {
          for (const node of after) expect(portOf(is, node)).toBeDefined()
          for (const name of clusterNames) {
            const ports = Object.values(is[name] ?? {})
            expect(new Set(ports).size).toBe(ports.length)
            for (const port of ports) {
              expect(port).toBeGreaterThanOrEqual(pools[name].first)
              expect(port).toBeLessThanOrEqual(pools[name].last)
              expect(reservedPorts.has(port)).toBe(false)
            }
            const nodes = after.filter(({ cluster }) => cluster === name).length + (name === 'asia' ? 3 : 0)
            expect(ports).toHaveLength(nodes)
          }
        }),
      ),
      { numRuns: 300 },
    )
  })

  it('the order of the lists has no effect, on problems either', () => {
    fc.assert(
      fc.property(edits, order, (sequence, weights) =>
        follow(sequence, (_, after, was) => {
          const usual = allocate(after, was)
          const other = allocate(shuffled(after, weights), was, weights)
          expect(JSON.stringify(other.ports)).toBe(JSON.stringify(usual.ports))
        }),
      ),
      { numRuns: 150 },
    )
    fc.assert(
      fc.property(edits, order, (sequence, weights) => {
        const state = sequence.reduce(changed, [] as State)
        const messages = (problems: readonly { readonly message: string }[]) => problems.map(({ message }) => message)
        const usual = allocate(state, {})
        const other = allocate(shuffled(state, weights), {}, weights)
        expect(messages(other.problems)).toEqual(messages(usual.problems))
        expect(other.ports).toEqual(usual.ports)
      }),
      { numRuns: 150 },
    )
  })

  it('allocating again changes nothing', () => {
    fc.assert(
      fc.property(edits, (sequence) =>
        follow(sequence, (_, after, __, is) => expect(allocate(after, is)).toEqual({ ports: is, problems: [] })),
      ),
      { numRuns: 150 },
    )
  })
})

describe('every way to go wrong is reported', () => {
  const offset = fc.option(fc.integer({ min: -1, max: 13 }), { nil: undefined })
  const written = fc.uniqueArray(fc.record({ id: nodeName, cluster: clusterName, pinned: offset, locked: offset }), {
    selector: ({ id }) => id,
    maxLength: 6,
  })

  /** Pins and a lock that nobody checked: what comes of them without a problem. */
  function follow(check: (name: ClusterName, ports: readonly number[]) => void): void {
    fc.assert(
      fc.property(written, (nodes) => {
        const state = nodes.map(({ id, cluster, pinned }) => ({
          id,
          cluster,
          ...(pinned === undefined ? {} : { port: pools[cluster].first + pinned }),
        }))
        const lock = Object.fromEntries(
          clusterNames.map((name) => [
            name,
            Object.fromEntries(
              nodes.flatMap(({ id, cluster, locked }) =>
                cluster === name && locked !== undefined ? [[`${id}/p2p`, pools[name].first + locked]] : [],
              ),
            ),
          ]),
        )
        const { ports, problems } = allocate(state, lock)
        if (!hasErrors(problems)) for (const name of clusterNames) check(name, Object.values(ports[name] ?? {}))
      }),
      { numRuns: 1000 },
    )
  }

  it('one port twice', () => {
    follow((_, ports) => expect(new Set(ports).size).toBe(ports.length))
  })

  it('a port outside of the pool', () => {
    follow((name, ports) => {
      expect(ports.filter((port) => port < pools[name].first || port > pools[name].last)).toEqual([])
    })
  })

  it('a reserved port', () => {
    follow((_, ports) => expect(ports.filter((port) => reservedPorts.has(port))).toEqual([]))
  })
})

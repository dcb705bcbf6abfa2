import { describe, expect, it } from 'vitest'
import type { Answer, Api } from '../../src/cluster/api.ts'
import { type ClusterContext, emptyInventory } from '../../src/cluster/inventory.ts'
import { ownLabels } from '../../src/cluster/live-objects.ts'
import { type KubernetesObject, keyOf, nameOf } from '../../src/cluster/objects.ts'
import type { Step } from '../../src/cluster/rehearsal.ts'
import { type Elsewhere, findRunningTwice, refusedTwice } from '../../src/cluster/running-twice.ts'
import { OperatorError } from '../../src/errors.ts'

const node = (name: string, { role = 'validator', replicas = 1, uid = `here-${name}`, pods = 0 } = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: {
    name,
    namespace: 'trade-maker',
    uid,
    labels: { ...ownLabels('trade'), 'app.kubernetes.io/component': role },
  },
  spec: { replicas },
  status: { replicas: pods },
})

const step = (object: KubernetesObject, action: Step['action'] = 'create'): Step => ({
  object,
  action,
  differences: [],
  checked: true,
  byFlux: false,
})

/** What a context has: its StatefulSets and the places of its inventory; or why it does not answer. */
interface Context {
  readonly nodes?: readonly KubernetesObject[]
  readonly places?: readonly ClusterContext[]
  readonly listing?: 'forbidden'
}

const answer = (status: number, body: unknown): Answer => ({ status, body, warnings: [] })

function apiOf({ nodes = [], places, listing }: Context): Api {
  const one = (path: string): Answer => {
    const found = nodes.find(({ metadata }) => path.endsWith(`/${metadata.namespace}/statefulsets/${metadata.name}`))
    if (found !== undefined) return answer(200, found)
    if (!path.includes('/configmaps/') || places === undefined) return answer(404, {})
    const data = { objects: '{}', clusters: JSON.stringify(places) }
    return answer(200, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'chancery-trade' }, data })
  }
  const all = listing === 'forbidden' ? answer(403, {}) : answer(200, { items: nodes })
  const request: Api['request'] = async (_, path) => (path.includes('/statefulsets?') ? all : one(path))
  return { request, close: () => {} } as Partial<Api> as Api // only this is asked
}

function find(
  steps: readonly Step[],
  contexts: Readonly<Record<string, Context | string>>,
  { live = [], places = [], all = false }: FindOptions = {},
) {
  const connect: Elsewhere['connect'] = async (context) => {
    const found = contexts[context] ?? 'no such context'
    if (typeof found === 'string') throw new OperatorError(found, 'hint')
    return apiOf(found)
  }
  const defined = [
    { name: 'eu', context: 'eu', namespace: 'trade-ambassador' },
    { name: 'us', context: 'us-new', namespace: 'trade-ambassador' },
  ]
  return findRunningTwice(steps, {
    network: 'trade',
    self: { name: 'us', context: 'us-new' },
    inventory: { ...emptyInventory, places },
    live: { get: async (wanted) => live.find((one) => keyOf(one) === keyOf(wanted)) },
    elsewhere: { places: defined, all, connect },
  })
}

interface FindOptions {
  readonly live?: readonly KubernetesObject[]
  readonly places?: readonly ClusterContext[]
  readonly all?: boolean
}

const moved = node('v1')
const there = node('v1', { uid: 'there' })

describe('a node that starts', () => {
  it.each<[string, KubernetesObject, number]>([
    ['runs elsewhere', there, 1],
    ['runs elsewhere, where nothing says how many', { ...there, spec: {} }, 1],
    ['ends there', node('v1', { uid: 'there', replicas: 0, pods: 1 }), 1],
    ['has been stopped there', node('v1', { uid: 'there', replicas: 0 }), 0],
    ['is another one', node('v2', { uid: 'there' }), 0],
  ])('%s', async (_, other, count) => {
    for (const listing of [{}, { listing: 'forbidden' as const }])
      expect((await find([step(moved)], { eu: { nodes: [other], ...listing } })).twice).toHaveLength(count)
  })

  it('is refused where it votes, and reported otherwise', async () => {
    const reader = node('r1', { role: 'rpc' })
    const found = await find([step(moved), step(reader)], {
      eu: { nodes: [there, node('r1', { role: 'rpc', uid: 'there' })] },
    })
    expect(found.twice.map(({ object, place, starts }) => [nameOf(object), place.name, starts])).toEqual([
      ['StatefulSet trade-maker/v1', 'eu', true],
      ['StatefulSet trade-maker/r1', 'eu', true],
    ])
    expect(refusedTwice(found, ['validator']).map(({ refusal }) => refusal)).toEqual([
      {
        kind: 'runs-elsewhere',
        fields: [],
        message:
          'StatefulSet trade-maker/v1 still runs in cluster eu (context eu): a second copy of its key would break the consensus',
        hint: 'stop one of them for good; the one of context eu: kubectl -n trade-maker scale statefulset v1 --replicas=0',
      },
    ])
  })

  it('is looked for in the cluster that was restored, under its old context', async () => {
    const places = [{ name: 'us', context: 'us-old' }]
    const old = { nodes: [there] }
    const ofOthers = await find([step(moved)], { eu: { places }, 'us-old': old })
    const own = await find([step(moved)], { eu: {}, 'us-old': old }, { places })
    for (const { twice } of [ofOthers, own]) expect(twice).toMatchObject([{ place: { context: 'us-old' } }])
  })

  it('is known to be unknown where a place does not answer', async () => {
    const found = await find([step(moved)], { eu: 'no answer' }, { places: [{ name: 'asia', context: 'asia' }] })
    expect(found).toEqual({
      twice: [],
      unasked: [
        { place: expect.objectContaining({ name: 'eu' }), reason: 'no answer' },
        { place: { name: 'asia', context: 'asia' }, reason: 'no such context' },
      ],
    })
  })
})

describe('a node that runs', () => {
  it('is reported when all are asked about, and never refused', async () => {
    const contexts = { eu: { nodes: [there] } }
    expect((await find([step(moved, 'keep')], contexts, { live: [moved] })).twice).toEqual([])
    const found = await find([step(moved, 'keep')], contexts, { live: [moved], all: true })
    expect(found.twice).toMatchObject([{ starts: false }])
    expect(refusedTwice(found, ['validator'])).toEqual([])
  })

  it('is the same one under another name of its cluster', async () => {
    expect((await find([step(moved, 'change')], { eu: { nodes: [moved] } }, { live: [moved] })).twice).toEqual([])
  })
})

it('asks nobody when no node starts', async () => {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'peers', namespace: 'trade-maker' } }
  expect(await find([step(map), step(moved, 'keep')], { eu: 'no answer' })).toEqual({ twice: [], unasked: [] })
})

import { describe, expect, it } from 'vitest'
import type { Answer, Api, Query } from '../../src/cluster/api.ts'
import {
  type Entry,
  emptyInventory,
  type Inventory,
  readInventory,
  recorded,
  sameEntries,
  union,
  without,
  writeInventory,
} from '../../src/cluster/inventory.ts'
import { at } from '../../src/cluster/objects.ts'

const entry = (kind: string, name: string, uid = '', namespace?: string, apiVersion = 'v1'): Entry => ({
  apiVersion,
  kind,
  uid,
  metadata: namespace === undefined ? { name } : { name, namespace },
})

/** A server that has at most one ConfigMap, and takes what it is given. */
function server(found?: object, status = 200) {
  const sent: { path: string; query: Query }[] = []
  const answer = (status: number, body: unknown): Answer => ({ status, body, warnings: [] })
  const api: Api = {
    request: async (method, path, query = {}) => {
      if (method === 'GET') return found === undefined ? answer(404, {}) : answer(200, found)
      sent.push({ path, query })
      return answer(status, { metadata: { resourceVersion: '8' } })
    },
    stream: () => expect.fail('nothing is watched'),
    lines: () => expect.fail('no log is read'),
    ask: () => Promise.resolve(undefined),
    close: () => {},
  }
  return { api, sent }
}

const configMap = (data: object) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'chancery-trade', resourceVersion: '7' },
  data,
})

const inventory: Inventory = {
  entries: [
    entry('StatefulSet', 'v1', 'u2', 'trade-north', 'apps/v1'),
    entry('Namespace', 'trade-north', 'u1'),
    entry('ConfigMap', 'a.b', '', 'trade-north'),
  ],
  places: [
    { name: 'us', context: 'us' },
    { name: 'eu', context: 'arn:aws:eks:eu-west-1:123456789012:cluster/eu' },
  ],
  applied: '2026-11-23T12:00:00Z',
  commit: 'c0ffee'.padEnd(40, '0'),
  resourceVersion: '7',
}

describe('the ConfigMap', () => {
  it('is small, sorted, and applied as of the version that was read', async () => {
    const { api, sent } = server()
    expect(await writeInventory(api, 'trade', 'trade-ambassador', inventory)).toEqual({
      ...inventory,
      resourceVersion: '8',
    })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.path.split('?')[0]).toBe('/api/v1/namespaces/trade-ambassador/configmaps/chancery-trade')
    expect(sent[0]?.query.body).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'chancery-trade',
        namespace: 'trade-ambassador',
        resourceVersion: '7',
        labels: { 'app.kubernetes.io/managed-by': 'chancery', 'app.kubernetes.io/part-of': 'trade' },
      },
      data: {
        objects:
          '{"v1/ConfigMap":{"trade-north":{"a.b":""}},"v1/Namespace":{"":{"trade-north":"u1"}},"apps/v1/StatefulSet":{"trade-north":{"v1":"u2"}}}',
        clusters:
          '[{"name":"eu","context":"arn:aws:eks:eu-west-1:123456789012:cluster/eu"},{"name":"us","context":"us"}]',
        applied: '2026-11-23T12:00:00Z',
        commit: 'c0ffee0000000000000000000000000000000000',
      },
    })
  })

  it('gives back what was written', async () => {
    const { api, sent } = server()
    await writeInventory(api, 'trade', 'trade-ambassador', inventory)
    const data = at(sent[0]?.query.body, 'data') as object // what was sent above
    const read = await readInventory(server(configMap(data)).api, 'trade', 'trade-ambassador')
    expect(sameEntries(read, inventory)).toBe(true)
    expect(read).toMatchObject({ applied: inventory.applied, commit: inventory.commit, resourceVersion: '7' })
  })

  it('is written when the answer of the first request was lost, and the second meets its effect', async () => {
    const { api, sent } = server()
    await writeInventory(api, 'trade', 'trade-ambassador', inventory)
    const data = at(sent[0]?.query.body, 'data') as object // what was sent above
    const again = writeInventory(server(configMap(data), 409).api, 'trade', 'trade-ambassador', inventory)
    await expect(again).resolves.toMatchObject({ resourceVersion: '7' })
  })

  it.each([
    ['another run', configMap({ objects: '{}', clusters: '[]', applied: '2026-11-23T12:00:01Z' })],
    ['a run that removed it', undefined],
  ])('is not written over that of %s', async (_name, found) => {
    const written = writeInventory(server(found, 409).api, 'trade', 'trade-ambassador', inventory)
    await expect(written).rejects.toThrow('another run is applying trade to this cluster')
  })

  it('that is not there is an empty inventory', async () => {
    expect(await readInventory(server().api, 'trade', 'trade-ambassador')).toEqual(emptyInventory)
  })

  it.each([
    ['no objects', { clusters: '[]' }],
    ['no clusters', { objects: '{}' }],
    ['no JSON', { objects: '{', clusters: '[]' }],
    ['a list', { objects: '[]', clusters: '[]' }],
    ['a flat map', { objects: '{"v1/ConfigMap":"one"}', clusters: '[]' }],
    ['places that are none', { objects: '{}', clusters: '{"eu":1}' }],
    ['an option of git in place of a commit', { objects: '{}', clusters: '[]', commit: '--output=x' }],
  ])('with %s was changed by somebody', async (_name, data) => {
    await expect(readInventory(server(configMap(data)).api, 'trade', 'trade-ambassador')).rejects.toThrow(
      'the ConfigMap trade-ambassador/chancery-trade is invalid: it was edited by hand',
    )
  })
})

describe('entries', () => {
  const [old, now] = [entry('ConfigMap', 'one', 'u1', 'a'), entry('ConfigMap', 'one', 'u2', 'a')]
  const other = entry('ConfigMap', 'one', 'u3', 'b')

  it('of two lists are one of each object, the later one, sorted', () => {
    expect(union([other, old], [now])).toEqual([now, other])
  })

  it('are the same object in another version of its group', () => {
    const [beta, stable] = ['policy/v1beta1', 'policy/v1'].map((version) => entry('Budget', 'one', 'u', 'a', version))
    if (beta === undefined || stable === undefined) return expect.fail()
    expect(union([beta], [stable])).toEqual([stable])
    expect(without([beta], [stable])).toEqual([])
  })

  it('without what is still wanted have left the definition', () => {
    expect(without([old, other], [now])).toEqual([other])
  })

  it.each([
    ['that was made', 'u1', true],
    ['that may not have been made', '', false],
  ])('of an object %s count as recorded: %3$s', (_name, uid, expected) => {
    expect(recorded({ ...emptyInventory, entries: [{ ...old, uid }] }, old)).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/cluster/inventory.ts'
import { ownLabels } from '../../src/cluster/live-objects.ts'
import { type KubernetesObject, keyOf, nameOf } from '../../src/cluster/objects.ts'
import { deletedOrphans, findOrphans, type Orphan } from '../../src/cluster/orphans.ts'

const options = { network: 'trade', named: new Set<string>(), consensusRoles: ['validator'] }

function object(
  kind: string,
  name: string,
  namespace: string | undefined,
  more: Partial<KubernetesObject['metadata']> = {},
  spec = {},
) {
  const place = namespace === undefined ? {} : { namespace }
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name, ...place, uid: `uid-${name}`, labels: ownLabels('trade'), ...more },
    spec,
  }
}

const component = (role: string) => ({ labels: { ...ownLabels('trade'), 'app.kubernetes.io/component': role } })

const entryOf = ({ apiVersion, kind, metadata: { name, namespace, uid = '' } }: KubernetesObject): Entry => ({
  apiVersion,
  kind,
  uid,
  metadata: namespace === undefined ? { name } : { name, namespace },
})

const found = (entries: readonly Entry[], live: readonly KubernetesObject[], named: readonly string[] = []) =>
  findOrphans(
    entries,
    { get: async (wanted) => live.find((one) => keyOf(one) === keyOf(wanted)) },
    { ...options, named: new Set(named) },
  )

const reasons = (orphans: readonly Orphan[]) =>
  Object.fromEntries(orphans.map(({ entry, stays }) => [nameOf(entry), stays ?? 'goes']))

describe('orphans', () => {
  it('are only those that are there, and are what was applied', async () => {
    const [same, another, unknown] = ['same', 'another', 'unknown'].map((name) => object('ConfigMap', name, 'a'))
    if (same === undefined || another === undefined || unknown === undefined) return expect.fail()
    const entries = [
      entryOf(same),
      { ...entryOf(another), uid: 'of the one before' },
      { ...entryOf(unknown), uid: '' },
      entryOf(object('ConfigMap', 'gone', 'a')),
    ]
    expect(reasons(await found(entries, [same, another, unknown]))).toEqual({
      'ConfigMap a/same': 'goes',
      'ConfigMap a/unknown': 'goes',
    })
  })

  it('go last in, first out', async () => {
    const all = ['ConfigMap', 'Job', 'Service', 'Deployment', 'Role'].map((kind) => object(kind, 'one', 'a'))
    const orphans = await found(all.map(entryOf), all)
    expect(orphans.map(({ entry }) => entry.kind)).toEqual(['Job', 'Deployment', 'Service', 'Role', 'ConfigMap'])
  })

  it.each<[string, KubernetesObject, string]>([
    ['of a role without a vote', object('StatefulSet', 'rpc1', 'a', component('rpc')), 'goes'],
    ['of a role with one', object('StatefulSet', 'v1', 'a', component('validator')), 'it takes part in consensus'],
    ['of such a role, but no workload', object('Service', 'v1', 'a', component('validator')), 'goes'],
    [
      'of another network',
      object('ConfigMap', 'one', 'a', { labels: ownLabels('other') }),
      'its labels no longer name',
    ],
    ['without labels', object('ConfigMap', 'one', 'a', { labels: {} }), 'its labels no longer name'],
    [
      'a kind, which has no labels',
      object('CustomResourceDefinition', 'one', undefined, { labels: {} }),
      'every object of its kind',
    ],
  ])('%s', async (_name, live, reason) => {
    const [orphan] = await found([entryOf(live)], [live])
    expect(orphan?.stays ?? 'goes').toContain(reason)
  })
})

describe('a voter keeps', () => {
  const voter = object('StatefulSet', 'v1', 'trade-north', component('validator'))
  const inside = object('ConfigMap', 'genesis', 'trade-north')
  const route = (service: string) => object('TCPMapping', 'v1', 'trade-ambassador', {}, { service })

  it.each([
    ['what is in its namespace', inside, true],
    ['the route to it', route('v1.trade-north:30303'), true],
    ['the route to it by its whole name', route('v1.trade-north.svc.cluster.local:30303'), true],
    ['no route to others', route('v1.trade-south:30303'), false],
    ['nothing in other namespaces', object('ConfigMap', 'genesis', 'trade-south'), false],
  ])('%s', async (_name, other, kept) => {
    const all = reasons(await found([voter, other].map(entryOf), [voter, other]))
    expect(all[nameOf(other)]).toBe(kept ? 'StatefulSet trade-north/v1 stays and may need it' : 'goes')
  })

  it('nothing when it is named itself', async () => {
    const orphans = await found([voter, inside].map(entryOf), [voter, inside], ['StatefulSet trade-north/v1'])
    expect(Object.values(reasons(orphans))).toEqual(['goes', 'goes'])
  })

  it.each(['Job', 'CronJob'])('no %s: its request is over', async (kind) => {
    const job = object(kind, 'vote', 'trade-north')
    expect(reasons(await found([voter, job].map(entryOf), [voter, job]))).toMatchObject({
      [`${kind} trade-north/vote`]: 'goes',
    })
  })

  it('not what is named', async () => {
    const orphans = await found([voter, inside].map(entryOf), [voter, inside], ['ConfigMap trade-north/genesis'])
    expect(reasons(orphans)).toMatchObject({ 'ConfigMap trade-north/genesis': 'goes' })
  })
})

describe('without prune', () => {
  it('only Jobs and CronJobs go, and only those that no guard keeps', async () => {
    const foreign = { labels: ownLabels('other') }
    const all = [
      object('Job', 'vote', 'a'),
      object('CronJob', 'join', 'a'),
      object('Job', 'foreign', 'a', foreign),
      object('ConfigMap', 'one', 'a'),
    ]
    const orphans = await found(all.map(entryOf), all)
    const names = (prune: boolean) => deletedOrphans(orphans, prune).map(({ entry }) => nameOf(entry))
    expect(names(false).sort()).toEqual(['CronJob a/join', 'Job a/vote'])
    expect(names(true).sort()).toEqual(['ConfigMap a/one', 'CronJob a/join', 'Job a/vote'])
  })
})

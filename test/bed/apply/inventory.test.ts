import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { OperatorError } from '../../../src/errors.ts'
import { planLines } from '../../../src/report/cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, inventoryOf, smallNetwork } from './network.ts'
import { watchWrites } from './writes.ts'

await tools(...components)

let bed: Bed
let eu: Cluster
let api: Api
beforeAll(async () => {
  bed = await clusters(['eu'])
  eu = bed.cluster('eu')
  vi.stubEnv('KUBECONFIG', bed.kubeconfig)
  api = connect('eu')
}, 240_000)
afterAll(async () => {
  api?.close()
  await bed?.[Symbol.asyncDispose]()
})

describe.concurrent('the inventory', () => {
  it('has the old and the new before the first change, and what is there after the last one', async () => {
    const { configMap, wanted } = smallNetwork('union')
    await applyTo(api, wanted([configMap('old'), configMap('same')]))
    const during: (readonly string[])[] = []
    const watched = watchWrites(api, async (write) => {
      if (write.endsWith('/new')) during.push(await inventoryOf(eu, 'union'))
    })

    await applyTo(watched, wanted([configMap('same'), configMap('new')]), { prune: true })

    const names = (...all: string[]) => [...all.map((name) => `ConfigMap union/${name}`), 'Namespace union']
    expect(during).toEqual([names('new', 'old', 'same')])
    expect(await inventoryOf(eu, 'union')).toEqual(names('new', 'same'))
  })

  it('has the UID of every object, of those that were there before too', async () => {
    const { configMap, wanted } = smallNetwork('adopted')
    await eu.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'adopted' } })
    await eu.apply(configMap('theirs'), { fieldManager: 'chancery' })

    await applyTo(api, wanted([configMap('theirs'), configMap('new')]))

    const uids = await uidsOf('adopted')
    expect(Object.keys(uids)).toHaveLength(3)
    for (const name of ['theirs', 'new']) {
      const live = await eu.get(configMap(name))
      expect(live).toMatchObject({ metadata: { uid: uids[name] } })
    }
  })

  it('tells of clusters that have left the definition, and nothing in them is touched', async () => {
    const { wanted } = smallNetwork('left')
    const places = [
      { name: 'eu', context: 'eu' },
      { name: 'asia', context: 'asia-prod' },
    ]
    await applyTo(api, wanted([], { places }))

    const { outcome, plan } = await applyTo(api, wanted([]), { dryRun: true })

    expect(outcome).toBe('planned')
    expect(plan.leftClusters).toEqual([{ name: 'asia', context: 'asia-prod' }])
    expect(planLines(plan, { context: 'eu', prune: false, dryRun: true })).toContain(
      'cluster asia is no longer in the definition, but its objects still exist (context asia-prod)',
    )
  })

  it('shows that somebody else applies at the same time', async () => {
    const { configMap, wanted } = smallNetwork('twice')
    await applyTo(api, wanted([configMap('one')]))
    let other = false
    const watched = watchWrites(api, async (write) => {
      if (other || !write.endsWith('/chancery-twice')) return
      other = true
      await applyTo(api, wanted([configMap('one', 'theirs')]))
    })

    const run = applyTo(watched, wanted([configMap('one', 'ours')]))

    await expect(run).rejects.toThrow('another run is applying twice to this cluster')
    await expect(run).rejects.toBeInstanceOf(OperatorError)
    expect(await eu.get(configMap('one'))).toMatchObject({ data: { key: 'theirs' } })
  })

  it('that somebody spoiled is an error, not an empty one', async () => {
    const { configMap, wanted } = smallNetwork('spoiled')
    await applyTo(api, wanted([configMap('one')]))
    await eu.apply(
      { ...configMap('chancery-spoiled'), data: { objects: '{"v1/ConfigMap":' } },
      { fieldManager: 'person' },
    )

    await expect(applyTo(api, wanted([configMap('one', 'changed')]))).rejects.toThrow(
      'the ConfigMap spoiled/chancery-spoiled is invalid: it was edited by hand',
    )
    expect(await eu.get(configMap('one'))).toMatchObject({ data: { key: 'value' } })
  })
})

describe.concurrent('what has left the definition', () => {
  it('is reported without prune, and stays in the inventory', async () => {
    const { configMap, wanted } = smallNetwork('reported')
    await applyTo(api, wanted([configMap('old')]))

    for (const _ of ['this time', 'and the next']) {
      const { outcome, plan, pruned } = await applyTo(api, wanted([]))
      expect({ outcome, pruned }).toEqual({ outcome: 'unchanged', pruned: [] })
      expect(planLines(plan, { context: 'eu', prune: false, dryRun: false })).toContain(
        '! ConfigMap reported/old is no longer in the definition, and is kept: prune is off',
      )
    }
    expect(await eu.get(configMap('old'))).toBeDefined()
    expect(await inventoryOf(eu, 'reported')).toEqual(['ConfigMap reported/old', 'Namespace reported'])
  })

  it('is deleted with prune, last in first out, with what Kubernetes made for it', async () => {
    const { configMap, service, workload, job, wanted } = smallNetwork('pruned')
    await applyTo(api, wanted([configMap('one'), service('one'), workload('Deployment', 'one'), job('one')]))
    const watched = watchWrites(api)

    const { outcome, pruned } = await applyTo(watched, wanted([]), { prune: true })

    expect(outcome).toBe('applied')
    const order = ['Job', 'Deployment', 'Service', 'ConfigMap'].map((kind) => `${kind} pruned/one`)
    expect(pruned).toEqual(order)
    expect(
      watched.writes.filter((write) => write.startsWith('DELETE')).map((write) => write.split('/').at(-2)),
    ).toEqual([...['jobs', 'deployments', 'services', 'configmaps']])
    for (const plural of ['pods', 'services', 'configmaps?labelSelector=app.kubernetes.io/part-of=pruned']) {
      await soon(async () => {
        const { body } = await eu.request('GET', `/api/v1/namespaces/pruned/${plural}`)
        const names = (body as { items: { metadata: { name: string } }[] }).items.map(({ metadata }) => metadata.name) // a list
        expect(names.filter((name) => name !== 'chancery-pruned')).toEqual([])
      })
    }
    expect(await inventoryOf(eu, 'pruned')).toEqual(['Namespace pruned'])
    expect((await applyTo(api, wanted([]), { prune: true })).outcome).toBe('unchanged')
  })

  it('is not touched when somebody made it anew, in the meantime or at the last moment', async () => {
    const { configMap, wanted } = smallNetwork('anew')
    const renew = async (name: string) => {
      await eu.delete(configMap(name))
      await eu.apply(configMap(name, 'theirs'))
    }
    await applyTo(api, wanted([configMap('meantime'), configMap('last-moment')]))
    await renew('meantime')
    const watched = watchWrites(api, async (write) => {
      if (write.startsWith('DELETE')) await renew('last-moment')
    })

    const { plan, problems } = await applyTo(watched, wanted([]), { prune: true })

    expect(plan.orphans.map(({ entry }) => entry.metadata.name)).toEqual(['last-moment'])
    expect(problems).toEqual([])
    for (const name of ['meantime', 'last-moment'])
      expect(await eu.get(configMap(name))).toMatchObject({ data: { key: 'theirs' } })
    expect(await inventoryOf(eu, 'anew')).toEqual(['Namespace anew'])
  })

  it('and is held by a finalizer stays in the inventory until it is gone', async () => {
    const { configMap, wanted } = smallNetwork('held')
    const held = configMap('held')
    await applyTo(api, wanted([held, configMap('free')]))
    const finalizers = (list: readonly string[]) =>
      eu.apply({ ...held, metadata: { ...held.metadata, finalizers: list } }, { fieldManager: 'operator' })
    await finalizers(['example.test/hold'])

    const first = await applyTo(api, wanted([]), { prune: true, timeout: 1000 })

    expect(first).toMatchObject({
      outcome: 'failed',
      pruned: ['ConfigMap held/free'],
      problems: ['ConfigMap held/held could not be pruned: it is being deleted, and a finalizer blocks that'],
    })
    expect(await inventoryOf(eu, 'held')).toEqual(['ConfigMap held/held', 'Namespace held'])
    await finalizers([])
    expect(await applyTo(api, wanted([]), { prune: true })).toMatchObject({ outcome: 'unchanged', pruned: [] })
    expect(await inventoryOf(eu, 'held')).toEqual(['Namespace held'])
  })

  it('stays as far as it was not pruned yet when the run is told to end', async () => {
    const { configMap, wanted } = smallNetwork('ended')
    await applyTo(api, wanted([configMap('a'), configMap('b')]))
    const end = new AbortController()
    const watched = watchWrites(api, (write) => {
      if (write.startsWith('DELETE')) end.abort()
    })

    const { outcome, pruned } = await applyTo(watched, wanted([]), { prune: true, signal: end.signal })

    expect({ outcome, pruned }).toEqual({ outcome: 'stopped', pruned: ['ConfigMap ended/b'] })
    expect(await inventoryOf(eu, 'ended')).toEqual(['ConfigMap ended/a', 'Namespace ended'])
  })
})

/** UIDs in an inventory by name of the object. */
async function uidsOf(network: string): Promise<Readonly<Record<string, string>>> {
  const { configMap } = smallNetwork(network)
  const { data } = (await eu.get(configMap(`chancery-${network}`))) as unknown as { data: { objects: string } } // as inventory.ts writes it
  const types = JSON.parse(data.objects) as Record<string, Record<string, Record<string, string>>>
  return Object.assign({}, ...Object.values(types).flatMap((namespaces) => Object.values(namespaces)))
}

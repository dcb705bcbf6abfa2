import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { condition } from '../conditions.ts'
import { eventually, eventuallyGone } from '../eventually.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, definition, inventoryOf, smallNetwork } from './network.ts'
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

/** As docs/apply.md has them, by plural. */
const stages = [
  ['customresourcedefinitions', 'namespaces'],
  ['configmaps', 'serviceaccounts'],
  ['services'],
  ['deployments', 'things'],
  ['jobs'],
]

describe.concurrent('a first run', () => {
  it('makes namespaces and kinds of use before what needs them', async () => {
    const { namespace, object, configMap, service, workload, job, wanted } = smallNetwork('stages')
    const crd = definition('stages.test')
    const thing = object('stages.test/v1', 'Thing', 'one', { spec: { known: 'yes' } })
    // The worst order: everything stands before what it needs.
    const users = [job('one'), workload('Deployment', 'one'), thing, service('one')]
    const needed = [configMap('one'), object('v1', 'ServiceAccount', 'one'), crd]
    const found: unknown[] = []
    const watched = watchWrites(api, async (write) => {
      if (!write.endsWith('/configmaps/one')) return
      await sleep(300) // whoever does not wait for the end of the stage is sent before it
      found.push((await eu.get(namespace))?.status, condition(await eu.get(crd), 'Established').status)
    })

    const { outcome, plan } = await applyTo(watched, wanted([...users, ...needed]))

    expect(outcome).toBe('applied')
    expect(plan.steps.filter(({ checked }) => !checked)).toHaveLength(6)
    expect(found).toEqual([{ phase: 'Active' }, 'True'])
    const inventory = 'PATCH /api/v1/namespaces/stages/configmaps/chancery-stages'
    const order = watched.writes.filter((write) => write !== inventory).map(stageOf)
    expect(order).toEqual([0, 0, 1, 1, 2, 3, 3, 4])
    // Before the first change that it cannot do without, and after the last one.
    const places = watched.writes.flatMap((write, index) => (write === inventory ? [index] : []))
    expect(places).toEqual([2, watched.writes.length - 1])
  })

  it('that is told to end does so with the objects that are being written, and the next goes on from there', async () => {
    const { configMap, wanted } = smallNetwork('stopped')
    const objects = Array.from({ length: 60 }, (_, index) => configMap(`number-${index}`))
    const end = new AbortController()
    const watched = watchWrites(api, (write) => {
      if (write.endsWith('/number-1')) end.abort()
    })

    const first = await applyTo(watched, wanted(objects), { signal: end.signal })
    const second = await applyTo(api, wanted(objects))

    expect(first).toMatchObject({ outcome: 'stopped', refused: [], problems: [] })
    expect(first.written).toBeGreaterThan(0)
    expect(first.written).toBeLessThan(30)
    expect(second).toMatchObject({ outcome: 'applied', written: 61 - first.written })
    expect(await inventoryOf(eu, 'stopped')).toHaveLength(61)
  })

  it('goes on when a namespace is still going that somebody deleted', async () => {
    const { namespace, configMap, wanted } = smallNetwork('going')
    await applyTo(api, wanted([configMap('one')]))
    const before = await eu.get(namespace)
    await eu.delete(namespace)

    const { outcome, said } = await applyTo(api, wanted([configMap('one')]))

    expect(outcome).toBe('applied')
    expect(said[0]).toBe('Namespace going is being deleted: waiting until it is gone')
    expect(await eu.get(configMap('one'))).toBeDefined()
    expect(uidOf(await eu.get(namespace))).not.toBe(uidOf(before))
  })
})

describe.concurrent('a Job', () => {
  it('that is there is left alone, whatever it is now', async () => {
    const { configMap, job, wanted } = smallNetwork('job-there')
    await applyTo(api, wanted([job('init-1')]))
    await eventually(eu, job('init-1'), { status: { succeeded: 1 } })
    const other = job('init-1', {
      template: { spec: { containers: [{ name: 'main', image: 'example.test/image:2' }] } },
    })
    const watched = watchWrites(api)

    const { outcome, plan } = await applyTo(watched, wanted([other, configMap('new')]))

    expect(outcome).toBe('applied')
    expect(plan.steps.find(({ object }) => object.kind === 'Job')?.action).toBe('keep')
    expect(watched.writes.filter((write) => write.includes('/jobs/'))).toEqual([])
  })

  it('that was applied and removed itself after its time is left alone, and nobody waits for it', async () => {
    const { job, wanted } = smallNetwork('job-gone')
    const short = job('init-1', { ttlSecondsAfterFinished: 1 })
    await applyTo(api, wanted([short]))
    await eventuallyGone(eu, short)
    const watched = watchWrites(api)

    const { outcome, unready } = await applyTo(watched, wanted([short]), { timeout: 3000 })

    expect({ outcome, unready }).toEqual({ outcome: 'unchanged', unready: [] })
    expect(watched.writes).toEqual([])
    expect(await eu.get(short)).toBeUndefined()
    expect(await inventoryOf(eu, 'job-gone')).toContain('Job job-gone/init-1')
  })

  it('that removes itself while others are waited for keeps nobody waiting', async () => {
    const { job, workload, wanted } = smallNetwork('job-short')
    const slow = workload('Deployment', 'slow', { minReadySeconds: 5 })

    const { outcome, unready } = await applyTo(api, wanted([job('init-1', { ttlSecondsAfterFinished: 1 }), slow]), {
      timeout: 15_000,
    })

    expect({ outcome, unready }).toEqual({ outcome: 'applied', unready: [] })
    expect(await eu.get(job('init-1'))).toBeUndefined()
  })

  it('with a new name, as a new content has, is a new Job, and the old one an orphan', async () => {
    const { job, wanted } = smallNetwork('job-new')
    await applyTo(api, wanted([job('init-1')]))

    const { outcome, plan } = await applyTo(api, wanted([job('init-2')]))

    expect(outcome).toBe('applied')
    await eventually(eu, job('init-2'), { status: { succeeded: 1 } })
    expect(plan.orphans.map(({ entry, stays }) => [entry.metadata.name, stays])).toEqual([['init-1', undefined]])
  })

  it('that the last run had no time for is made by the next', async () => {
    const { configMap, job, wanted } = smallNetwork('job-missed')
    const end = new AbortController()
    const watched = watchWrites(api, (write) => {
      if (write.endsWith('/configmaps/one')) end.abort()
    })
    const objects = [configMap('one'), job('init-1')]
    const first = await applyTo(watched, wanted(objects), { signal: end.signal })
    expect(first.outcome).toBe('stopped')
    expect(await eu.get(job('init-1'))).toBeUndefined()

    const { outcome } = await applyTo(api, wanted(objects))

    expect(outcome).toBe('applied')
    await eventually(eu, job('init-1'), { status: { succeeded: 1 } })
  })
})

const stageOf = (write: string): number =>
  stages.findIndex((plurals) => plurals.includes(write.split('/').at(-2) ?? ''))

const uidOf = (object: unknown): unknown => (object as { metadata: { uid: string } }).metadata.uid // every object has one

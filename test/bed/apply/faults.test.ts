import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { connect } from '../../../src/cluster/connection.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { tools } from '../tools/tool.ts'
import { writeContexts } from './contexts.ts'
import { applyTo, inventoryOf, smallNetwork } from './network.ts'
import { type ApiProxy, type Fault, startProxy } from './proxy.ts'

await tools(...components)

const resources = new AsyncDisposableStack()
const proxies = new Map<string, ApiProxy>()
let bed: Bed
let eu: Cluster
beforeAll(async () => {
  bed = resources.use(await clusters(['eu']))
  eu = bed.cluster('eu')
  for (const [name, fault] of cases) {
    proxies.set(name, resources.use(await startProxy(eu, { as: 'administrator', fault })))
  }
  const file = join(bed.folder, 'proxies.kubeconfig')
  const contexts = [...proxies].map(([name, { server, authority }]) => ({
    name,
    server,
    authority,
    user: { token: '' },
  }))
  await writeContexts(file, contexts)
  vi.stubEnv('KUBECONFIG', file)
}, 240_000)
afterAll(() => resources.disposeAsync())

/** Only the first of all requests with the same method and path, of those that `which` takes. */
function first(which: (request: string) => boolean, fault: Fault): (request: string) => Fault | undefined {
  const seen = new Set<string>()
  return (request) => {
    const key = request.replace(/\?.*?(dryRun=All)?$/, '$1')
    if (!which(request) || seen.has(key)) return undefined
    seen.add(key)
    return fault
  }
}

/** Every watch that begins where the first one of its kind did: only a new list helps. */
function expired(fault: Fault): (request: string) => Fault | undefined {
  const first = new Map<string, string | null>()
  return (request) => {
    if (!isWatch(request)) return undefined
    const { pathname, searchParams } = new URL(request.split(' ')[1] ?? '', 'https://localhost')
    const version = searchParams.get('resourceVersion')
    if (!first.has(pathname)) first.set(pathname, version)
    return first.get(pathname) === version ? fault : undefined
  }
}

const isWatch = (request: string): boolean => request.includes('watch=1')
const all = (request: string): boolean => !isWatch(request)
const writes = (request: string): boolean => /^(PATCH|DELETE)/.test(request) && !request.includes('dryRun=All')
const gone = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', reason: 'Expired', code: 410 }

const cases: readonly (readonly [string, (request: string) => Fault | undefined])[] = [
  ['429-with-retry-after', first(writes, { status: 429, headers: { 'Retry-After': '1' } })],
  ['500', first(all, { status: 500 })],
  ['503', first(all, { status: 503 })],
  ['reset-unheard', first(all, 'unheard')],
  ['reset-unanswered', first(all, 'unanswered')],
  ['watch-410', expired({ status: 410, body: gone })],
  ['watch-410-event', expired({ status: 200, body: { type: 'ERROR', object: gone } })],
  ['watch-429', first(isWatch, { status: 429, headers: { 'Retry-After': '1' } })],
  ['watch-500', first(isWatch, { status: 500 })],
  ['watch-reset', first(isWatch, 'unheard')],
  ['watch-nonsense', first(isWatch, { status: 200, headers: { 'Content-Type': 'text/html' }, body: [] })],
]

describe.concurrent('everything ends applied when each first request meets with', () => {
  it.each(cases)('%s', async (name) => {
    const network = smallNetwork(`net-${name}`)
    const { configMap, secret, workload, job, wanted } = network
    // Ready some time after the watches began, so that they are needed.
    const objects = [
      configMap('one'),
      secret('one', 'value'),
      job('one'),
      workload('StatefulSet', 'one', { minReadySeconds: 3 }),
    ]
    const api = connect(name)
    onTestFinished(() => api.close())

    const first = await applyTo(api, wanted([...objects, configMap('old')]))
    const second = await applyTo(api, wanted(objects), { prune: true })
    const third = await applyTo(api, wanted(objects), { prune: true })

    expect(first).toMatchObject({ outcome: 'applied', problems: [] })
    expect(second).toMatchObject({ outcome: 'applied', pruned: [`ConfigMap ${network.name}/old`] })
    expect(third).toMatchObject({ outcome: 'unchanged', written: 0 })
    expect(await inventoryOf(eu, network.name)).toHaveLength(5)
    const requests = proxies.get(name)?.requests ?? []
    expect(requests.filter(isWatch).length).toBeGreaterThan(0)
    expect(new Set(requests).size).toBeLessThan(requests.length)
  })
})

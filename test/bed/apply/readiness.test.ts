import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { ownLabels } from '../../../src/cluster/live-objects.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { type Failure, failPods } from '../fail-pods.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, inventoryOf, type SmallNetwork, smallNetwork, type Trial } from './network.ts'

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

const failing = ({ name }: SmallNetwork, failure: Failure) =>
  failPods(eu, { labels: { 'app.kubernetes.io/part-of': name } }, failure)

/** What a run that does not get ready says of each object, and after how many seconds. */
async function result(run: Promise<Trial>) {
  const began = Date.now()
  const { outcome, unready, written } = await run
  const found = unready.map(({ message, details }) => [message, ...details])
  return { outcome, written, found, seconds: (Date.now() - began) / 1000 }
}

describe.concurrent('the wait ends early, with object, reason and what is known of its pods,', () => {
  it('when a container crashes again and again', async () => {
    const network = smallNetwork('crash')
    await using _failing = await failing(network, 'crash-loop')

    const { outcome, found, seconds } = await result(
      applyTo(api, network.wanted([network.configMap('one'), network.workload('StatefulSet', 'one')])),
    )

    expect(outcome).toBe('not-ready')
    expect(seconds).toBeLessThan(30)
    expect(found).toEqual([
      [
        'StatefulSet crash/one will not become ready: container main of pod one-0 crashed 5 times, the last time with exit code 1',
        expect.stringMatching(
          /^pod one-0: container main waits: CrashLoopBackOff \(back-off 2m40s .* ended with exit code 1$/,
        ),
      ],
    ])
    expect(await inventoryOf(eu, 'crash')).toEqual(['ConfigMap crash/one', 'Namespace crash', 'StatefulSet crash/one'])
  })

  it('when a Job fails', async () => {
    const network = smallNetwork('job-fails')
    await using _failing = await failing(network, 'failed')

    const { outcome, found, seconds } = await result(applyTo(api, network.wanted([network.job('init')])))

    expect(outcome).toBe('not-ready')
    expect(seconds).toBeLessThan(30)
    expect(found).toEqual([
      [
        expect.stringMatching(
          /^Job job-fails\/init will not become ready: .*backoff limit; pod init-\w+ failed: exit code 1$/,
        ),
        expect.stringMatching(/^pod init-\w+: .*exit code 1$/),
        expect.stringMatching(/^BackoffLimitExceeded: /),
      ],
    ])
  })

  it('and the end of the log', async () => {
    const network = smallNetwork('logs')
    await using _failing = await failing(network, 'crash-loop')
    // Kubelets of the bed have no logs.
    const lines = Array.from({ length: 10 }, (_, index) => `line ${index}`)
    const asked: string[] = []
    const logging: Api = {
      ...api,
      request: async (method, path, query) => {
        if (!path.includes('/log?')) return api.request(method, path, query)
        asked.push(path)
        return { ...(await api.request('GET', '/version')), body: `${lines.join('\n')}\n` }
      },
    }

    const { found } = await result(applyTo(logging, network.wanted([network.workload('Deployment', 'one')])))

    expect(found[0]?.slice(-11)).toEqual([
      expect.stringMatching(/^last lines of one-.*, container main:$/),
      ...lines.map((line) => `  ${line}`),
    ])
    expect(asked).toEqual([
      expect.stringMatching(/^\/api\/v1\/namespaces\/logs\/pods\/one-.*\/log\?container=main&previous=true/),
    ])
  })
})

describe.concurrent('the wait ends when the time is over', () => {
  it('for what hangs: nothing says that it never will be ready', async () => {
    const network = smallNetwork('hangs')
    await using _failing = await failing(network, 'never-ready')
    const objects = [network.workload('StatefulSet', 'one'), network.job('fine')]

    const { outcome, found, seconds } = await result(applyTo(api, network.wanted(objects), { timeout: 4000 }))

    expect(outcome).toBe('not-ready')
    expect(seconds).toBeGreaterThan(4)
    expect(seconds).toBeLessThan(15)
    expect(found).toContainEqual([
      expect.stringMatching(/^StatefulSet hangs\/one is not ready after 4 s: /),
      'pod one-0: container main runs, but is not ready',
    ])
  })

  it('in a run that has nothing to write, too; nothing is pruned until all is ready', async () => {
    const network = smallNetwork('hangs-on')
    const objects = [network.workload('StatefulSet', 'one')]
    {
      await using _failing = await failing(network, 'never-ready')
      await applyTo(api, network.wanted([...objects, network.configMap('old')]), { timeout: 1000 })

      const again = await applyTo(api, network.wanted(objects), { timeout: 1000, prune: true })

      expect(again).toMatchObject({ outcome: 'not-ready', written: 0, pruned: [] })
      expect(await eu.get(network.configMap('old'))).toBeDefined()
    }
    expect(await applyTo(api, network.wanted(objects), { prune: true })).toMatchObject({
      outcome: 'applied',
      written: 0,
      pruned: ['ConfigMap hangs-on/old'],
    })
  })
})

/** Alone, as it changes the clock of everything that runs here. */
describe('what gets well by itself in most cases', () => {
  it('is given up after some minutes: a pod that fits nowhere, an exceeded quota', async () => {
    const [nowhere, few] = [smallNetwork('nowhere'), smallNetwork('few')]
    const labels = { ...ownLabels('nowhere'), app: 'one' }
    const spec = { containers: [{ name: 'main', image: 'image' }], nodeSelector: { zone: 'nowhere' } }
    const quota = few.object('v1', 'ResourceQuota', 'few', { spec: { hard: { pods: '0' } } })
    const runs = [
      nowhere.wanted([nowhere.workload('StatefulSet', 'one', { template: { metadata: { labels }, spec } })]),
      few.wanted([few.workload('Deployment', 'one'), quota]),
    ].map((wanted) => result(applyTo(api, wanted, { timeout: 600_000 })))
    const real = Date.now
    await sleep(6000)
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() + 170_000)

    const found = await Promise.all(runs).finally(() => clock.mockRestore())

    expect(found.map(({ outcome }) => outcome)).toEqual(['not-ready', 'not-ready'])
    const [unscheduled, exceeded] = found.map(({ found: [lines] }) => lines)
    expect(unscheduled).toEqual([
      expect.stringMatching(/^StatefulSet nowhere\/one will not become ready: no node fits pod one-0: 0\/3 nodes are/),
      expect.stringMatching(/^pod one-0 has no node: 0\/3 nodes are available/),
      expect.stringMatching(/^Pod one-0: FailedScheduling.*: 0\/3 nodes are available/),
    ])
    expect(exceeded).toEqual([
      expect.stringMatching(
        /^Deployment few\/one will not become ready: pods cannot be created: .*exceeded quota: few/,
      ),
    ])
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isObject, isRecord, type KubernetesObject, listAt } from '../../src/cluster/objects.ts'
import { explain, type Failure, failureOf } from '../../src/cluster/status/failures.ts'
import { statusOf } from '../../src/cluster/status/status.ts'
import { type Bed, type Cluster, clusters } from './clusters.ts'
import { components } from './components.ts'
import { soon } from './eventually.ts'
import { failPods, type Failure as PodFailure } from './fail-pods.ts'
import { job, namespace, object, service } from './fixtures.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let bed: Bed
let eu: Cluster
beforeAll(async () => {
  bed = await clusters(['eu'])
  eu = bed.cluster('eu')
}, 240_000)
afterAll(() => bed?.[Symbol.asyncDispose]())

interface Workload {
  readonly image?: string
  readonly in?: string
  readonly spec?: object
  readonly pod?: object
}

function workload(kind: 'Deployment' | 'StatefulSet', name: string, options: Workload = {}): KubernetesObject {
  const { image = 'example.test/image:1', in: namespace = 'default', spec = {}, pod = {} } = options
  const labels = { app: name }
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image }], ...pod } }
  const parallel = kind === 'StatefulSet' ? { serviceName: name, podManagementPolicy: 'Parallel' } : {}
  const whole = { replicas: 1, ...parallel, selector: { matchLabels: labels }, template, ...spec }
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace }, spec: whole }
}

const claim = (name: string, storageClassName: string): KubernetesObject =>
  object('v1', 'PersistentVolumeClaim', name, {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName },
  })
const mounting = (claimName: string) => ({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] })

async function live(wanted: KubernetesObject): Promise<KubernetesObject> {
  const found = await eu.get(wanted)
  if (!isObject(found)) throw new Error(`${wanted.kind} ${wanted.metadata.name} is not there`)
  return found
}

async function related({ metadata: { namespace = 'default' } }: KubernetesObject) {
  const list = async (plural: string, kind: string): Promise<readonly KubernetesObject[]> => {
    const { body } = await eu.request('GET', `/api/v1/namespaces/${namespace}/${plural}`)
    const items = listAt(body, 'items').filter(isRecord)
    return items.map((item) => ({ apiVersion: 'v1', kind, ...item })).filter(isObject)
  }
  return { pods: await list('pods', 'Pod'), events: await list('events', 'Event') }
}

/** What is found within half a minute, of a clock that is so many seconds ahead. */
async function failing(wanted: KubernetesObject, later = 0): Promise<Failure> {
  for (let attempt = 0; ; attempt += 1) {
    const found = await live(wanted)
    const all = await related(wanted)
    const failure = failureOf(found, all, new Date(Date.now() + later * 1000))
    if (failure !== undefined) return failure
    if (attempt > 120) throw new Error(`${statusOf(found).message}\n${explain(found, all).join('\n')}`)
    await sleep(250)
  }
}

async function becomes(wanted: KubernetesObject, message: unknown): Promise<void> {
  await soon(async () => expect(statusOf(await live(wanted))).toEqual({ state: 'current', message }))
}

const fail = (name: string, failure: PodFailure) => failPods(eu, { labels: { app: name } }, failure)

describe.concurrent('what fails is found', () => {
  it.each([
    ['crash-loop', 0, 'CrashLoopBackOff', /^container main of pod crash-loop-0 crashed 5 times.* exit code 1$/],
    [
      'image-pull',
      60,
      'ImagePullBackOff',
      /^container main of pod image-pull-0 cannot get its image \(the registry does not have it\): Back-off pulling/,
    ],
    ['unschedulable', 120, 'Unschedulable', /^no node fits pod unschedulable-0: 0\/3 nodes are available/],
  ] as const)('StatefulSet: %s', async (name, seconds, reason, message) => {
    await using _failing = await fail(name, name)
    const set = workload('StatefulSet', name)
    await eu.apply(set)
    const failure = await failing(set, seconds + 1)
    const object = `StatefulSet default/${name}`
    expect(failure).toMatchObject({ object, reason, message: expect.stringMatching(message) })
    expect(failure.pod?.metadata.name).toBe(`${name}-0`)
  })

  it('not what is never ready, as nobody can tell it from not yet', async () => {
    await using _failing = await fail('never-ready', 'never-ready')
    const set = workload('StatefulSet', 'never-ready')
    await eu.apply(set)
    const line = 'pod never-ready-0: container main runs, but is not ready'
    await soon(async () => expect(explain(await live(set), await related(set))).toContain(line))
    expect(failureOf(await live(set), await related(set), new Date(Date.now() + 3_600_000))).toBeUndefined()
  })

  it.each([
    ['Deployment', /^pod .* failed \(like [2-9] before it\): exit code 1$/],
    ['StatefulSet', /^its pod ended [3-9] times and was replaced$/],
  ] as const)('pods of a %s that end again and again', async (kind, message) => {
    const name = `failed-${kind.toLowerCase()}`
    await using _failing = await fail(name, 'failed')
    await eu.apply(workload(kind, name))
    const found = await failing(workload(kind, name))
    expect(found).toMatchObject({ reason: 'PodFailed', message: expect.stringMatching(message) })
  })

  it('quota', async () => {
    const inFew = { in: 'few' }
    await eu.apply(namespace('few', {}))
    const hard = { pods: '0' }
    await eu.apply({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'few', namespace: 'few' },
      spec: { hard },
    })
    const task = { ...job('task'), metadata: { name: 'task', namespace: 'few' } }
    const all = [workload('StatefulSet', 'set', inFew), workload('Deployment', 'gate', inFew), task]
    for (const one of all) await eu.apply(one)
    for (const one of all) {
      expect(await failing(one, 160)).toMatchObject({
        reason: 'FailedCreate',
        message: expect.stringMatching(/^pods cannot be created: .*exceeded quota: few/),
      })
    }
  })

  it('Pod Security', async () => {
    await eu.apply(namespace('strict', { 'pod-security.kubernetes.io/enforce': 'restricted' }))
    for (const kind of ['StatefulSet', 'Deployment'] as const) {
      const privileged = workload(kind, 'privileged', { in: 'strict' })
      await eu.apply(privileged)
      const message = expect.stringMatching(/^pods cannot be created: .*violates PodSecurity "restricted:latest"/)
      expect(await failing(privileged, 16)).toMatchObject({ reason: 'FailedCreate', message })
    }
  })

  it('a class that makes no volume', async () => {
    const set = workload('StatefulSet', 'no-class', { pod: mounting('no-class') })
    for (const one of [claim('no-class', 'nowhere'), set]) await eu.apply(one)
    expect(await failing(set, 130)).toMatchObject({
      reason: 'ProvisioningFailed',
      message: expect.stringMatching(
        /^claim no-class of pod no-class-0 has no volume: storageclass.* "nowhere" not found$/,
      ),
    })
  })

  it('a Job', async () => {
    await using _failing = await failPods(eu, { labels: { 'job-name': 'hopeless' } }, 'failed')
    await eu.apply(job('hopeless'))
    expect(await failing(job('hopeless'))).toMatchObject({
      reason: 'BackoffLimitExceeded',
      message: expect.stringMatching(/backoff limit; pod hopeless-\w+ failed: exit code 1$/),
      container: 'container',
    })
  })

  it('a pod of an older version that keeps a StatefulSet from going on', async () => {
    await using _failing = await fail('ordered', 'crash-loop')
    const version = (image: string) =>
      workload('StatefulSet', 'ordered', { image, spec: { podManagementPolicy: 'OrderedReady' } })
    await eu.apply(version('example.test/image:1'))
    await failing(version('example.test/image:1'))
    await eu.apply(version('example.test/image:2'))
    // It crashed before the change, and in the bed nothing crashes a second time.
    expect((await failing(version('example.test/image:2'), 331)).message).toMatch(
      /^container main of pod ordered-0 crashed 5 times.* older version, and is not replaced while it is not ready: delete/,
    )
  })

  it('not one that is replaced', async () => {
    const failures = await fail('parallel', 'crash-loop')
    const version = (image: string) => workload('StatefulSet', 'parallel', { image })
    await eu.apply(version('example.test/image:1'))
    await failing(version('example.test/image:1'))
    await eu.apply(version('example.test/image:2'))
    const { pod } = await failing(version('example.test/image:2'))
    expect(pod?.spec).toMatchObject({ containers: [{ image: 'example.test/image:2' }] })
    await failures[Symbol.asyncDispose]()
    await becomes(version('example.test/image:2'), '1 of 1 replica is ready')
  })
})

describe.concurrent('what is well becomes current', () => {
  it.each([
    ['StatefulSet', workload('StatefulSet', 'well', { spec: { replicas: 2 } }), '2 of 2 replicas are ready'],
    ['Deployment', workload('Deployment', 'well', { spec: { replicas: 2 } }), '2 of 2 replicas are ready'],
    ['Job', job('well'), 'is complete'],
    [
      'claim without a pod',
      claim('unused', 'gp3'),
      'is not bound: waiting for a first pod that uses it, or for a matching volume',
    ],
    ['load balancer', service('well'), expect.stringContaining('has the address 127.')],
  ])('%s', async (_name, wanted, message) => {
    await eu.apply(wanted)
    await becomes(wanted, message)
  })
})

import { CoreV1Api, KubeConfig, VersionApi } from '@kubernetes/client-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectAt, textAt } from '../kubernetes/json.ts'
import { type Bed, type Cluster, clusters } from './clusters.ts'
import { components } from './components.ts'
import { eventually, eventuallyGone, soon } from './eventually.ts'
import { failPods } from './fail-pods.ts'
import { configMap, definitions, job, namespace, object, pod, service, statefulSet, tcpMapping } from './fixtures.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let bed: Bed
let eu: Cluster
let us: Cluster
beforeAll(async () => {
  bed = await clusters(['eu', 'us'])
  eu = bed.cluster('eu')
  us = bed.cluster('us')
}, 240_000)
afterAll(() => bed?.[Symbol.asyncDispose]())

describe.concurrent('clusters', () => {
  it('answer as Kubernetes 1.37, by the contexts of one kubeconfig', async () => {
    const client = new KubeConfig()
    client.loadFromFile(bed.kubeconfig)
    expect(client.getContexts().map(({ name }) => name)).toEqual(['eu', 'us'])
    client.setCurrentContext('us')
    expect(await client.makeApiClient(VersionApi).getCode()).toMatchObject({ major: '1', minor: '37' })
    expect(() => bed.cluster('ue')).toThrow('no cluster ue, but eu, us')
  })

  it('have nodes in three zones', async () => {
    const { items } = await eu.client.makeApiClient(CoreV1Api).listNode()
    const zones = items.map(({ metadata }) => metadata?.labels?.['topology.kubernetes.io/zone'])
    expect(zones).toEqual(['eu-a', 'eu-b', 'eu-c'])
  })

  it('know nothing of each other', async () => {
    await eu.apply(configMap('only-here'))
    expect(await eu.get(configMap('only-here'))).toMatchObject({ data: { key: 'value' } })
    expect(await us.get(configMap('only-here'))).toBeUndefined()
    await eu.delete(configMap('only-here'))
    expect(await eu.get(configMap('only-here'))).toBeUndefined()
  })

  it('refuse a misspelt field', async () => {
    const misspelt = { ...configMap('misspelt'), dta: {} }
    await expect(eu.apply(misspelt)).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('.dta: field not declared in schema'),
    })
  })

  it("take Emissary's definitions, and refuse a misspelt field of what they define", async () => {
    for (const definition of definitions()) await us.apply(definition)
    await soon(async () => expect(await us.path(tcpMapping({}))).toContain('/tcpmappings/'))
    await us.apply(tcpMapping({ port: 15_000 }))
    await expect(us.apply(tcpMapping({ port: 15_000, prot: 1 }))).rejects.toThrow('.spec.prot: field not declared')
  })

  it('refuse a privileged pod where Pod Security says restricted', async () => {
    await eu.apply(namespace('strict', { 'pod-security.kubernetes.io/enforce': 'restricted' }))
    const privileged = pod('privileged', { namespace: 'strict', securityContext: { privileged: true } })
    await expect(eu.apply(privileged)).rejects.toThrow('violates PodSecurity "restricted:latest": privileged')
  })
})

describe.concurrent('objects reach their end', () => {
  it('StatefulSet with a disk', async () => {
    await eu.apply(statefulSet('besu', { storageClassName: 'gp3' }))
    await eventually(eu, statefulSet('besu'), { status: { readyReplicas: 1, availableReplicas: 1 } })
    const claim = object('v1', 'PersistentVolumeClaim', 'data-besu-0')
    await eventually(eu, claim, { status: { phase: 'Bound', capacity: { storage: '1Gi' } } })
    expect(await eu.get(object('v1', 'Pod', 'besu-0'))).toMatchObject({ status: { phase: 'Running' } })
  })

  it('disk of the default class, which goes with its claim', async () => {
    await us.apply(statefulSet('besu'))
    const claim = object('v1', 'PersistentVolumeClaim', 'data-besu-0')
    await eventually(us, claim, { spec: { storageClassName: 'standard' }, status: { phase: 'Bound' } })
    const volumeName = textAt(objectAt((await us.get(claim)) ?? {}, 'spec'), 'volumeName')
    await us.delete(statefulSet('besu'))
    await us.delete(claim)
    await eventuallyGone(us, object('v1', 'PersistentVolume', volumeName))
  })

  it('Job', async () => {
    await eu.apply(job('genesis'))
    await eventually(eu, job('genesis'), {
      status: { succeeded: 1, conditions: expect.arrayContaining([expect.objectContaining({ type: 'Complete' })]) },
    })
  })

  it('load balancer, with an address of its own', async () => {
    const fixed = service('fixed', { loadBalancerIP: '127.9.9.9' })
    for (const cluster of [eu, us]) await cluster.apply(service('ambassador'))
    await eu.apply(fixed)
    const ip = (pattern: unknown) => ({ status: { loadBalancer: { ingress: [{ ip: pattern }] } } })
    await eventually(eu, service('ambassador'), ip(expect.stringMatching(/^127\.101\.\d+\.\d+$/)))
    await eventually(us, service('ambassador'), ip(expect.stringMatching(/^127\.102\.\d+\.\d+$/)))
    await eventually(eu, fixed, ip('127.9.9.9'))
  })
})

const notReady = expect.arrayContaining([
  expect.objectContaining({
    type: 'Ready',
    status: 'False',
    reason: 'ContainersNotReady',
    message: 'containers with unready status: [container]',
  }),
])
const unready = (state: unknown) => ({
  containerStatuses: [{ name: 'container', ready: false, state }],
  conditions: notReady,
})

describe.concurrent('pods fail', () => {
  it.each([
    ['crash-loop', { phase: 'Running', ...unready({ waiting: { reason: 'CrashLoopBackOff' } }) }],
    ['image-pull', { phase: 'Pending', ...unready({ waiting: { reason: 'ImagePullBackOff' } }) }],
    ['never-ready', { phase: 'Running', ...unready({ running: {} }) }],
    ['unschedulable', { phase: 'Pending', conditions: [{ type: 'PodScheduled', reason: 'Unschedulable' }] }],
  ] as const)('%s, those that run and new ones, until it is over', async (failure, status) => {
    const first = pod(`${failure}-0`, { labels: { failure } })
    const second = pod(`${failure}-1`, { labels: { failure } })
    const other = pod(`${failure}-other`)
    if (failure !== 'unschedulable') {
      await us.apply(first)
      await eventually(us, first, { status: { phase: 'Running' } })
    }
    const failing = await failPods(us, { namespace: 'default', labels: { failure } }, failure)
    for (const created of [second, other]) await us.apply(created)
    await eventually(us, second, { status })
    await eventually(us, other, { status: { phase: 'Running' } })
    if (failure !== 'unschedulable') await eventually(us, first, { status: unready(expect.anything()) })

    await failing[Symbol.asyncDispose]()
    if (failure === 'unschedulable') await eventuallyGone(us, second)
    else await eventually(us, second, { status: { containerStatuses: [{ ready: true }] } })
  })

  it('failed, and so does their Job', async () => {
    await using _failing = await failPods(us, { labels: { 'job-name': 'hopeless' } }, 'failed')
    await us.apply(job('hopeless'))
    const failed = { type: 'Failed', reason: 'BackoffLimitExceeded' }
    const conditions = expect.arrayContaining([expect.objectContaining(failed)])
    await eventually(us, job('hopeless'), { status: { failed: 1, conditions } })
  })
})

import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { eventually, eventuallyGone, soon } from '../eventually.ts'
import { namespace } from '../fixtures.ts'
import { tools } from '../tools/tool.ts'
import { claim, container, deployment, image, pod, service } from './fixtures.ts'
import { machineTools } from './programs.ts'
import { podsRun } from './requirements.ts'

if (podsRun()) await tools(...components, ...machineTools)

let bed: Bed
let eu: Cluster
let us: Cluster

describe.runIf(podsRun())('pods really run', () => {
  beforeAll(async () => {
    bed = await clusters(['eu', 'us'], { pods: 'real' })
    eu = bed.cluster('eu')
    us = bed.cluster('us')
    await bed.loadImage(image)
    for (const cluster of [eu, us]) {
      await cluster.apply(namespace('strict', { 'pod-security.kubernetes.io/enforce': 'restricted' }))
    }
  }, 900_000)
  afterAll(() => bed?.[Symbol.asyncDispose]())

  it('a Deployment serves HTTP as `restricted` asks, and its log is read through the API server', async () => {
    await eu.apply(deployment('greeter', 'serve'))
    await eventually(eu, deployment('greeter', 'serve'), { status: { readyReplicas: 2 } })
    await eu.apply(service('greeter', { type: 'NodePort', ports: [{ port: 80, targetPort: 8080, nodePort: 30_080 }] }))
    await soon(async () => expect(await get(await addressOf(eu), 30_080)).toMatch(/^greeter-\S+ greets /))
    const [name] = await podsOf(eu, 'greeter')
    expect(await logOf(eu, name ?? '')).toBe('listening Seccomp:\t2')
  })

  it('a pod reaches a Service by its name, in any namespace', async () => {
    await eu.apply(deployment('target', 'serve'))
    await eu.apply(service('target', { ports: [{ port: 80, targetPort: 8080 }] }))
    await eu.apply(pod('asks-target', container('ask', 'http://target.strict.svc.cluster.local/')))
    await eventually(eu, pod('asks-target'), { status: { phase: 'Succeeded' } })
    expect(await logOf(eu, 'asks-target')).toMatch(/^200 target-\S+ greets 10\.201\./)
  })

  it('a pod reaches the API server with the token of its service account', async () => {
    await us.apply(pod('asks-kubernetes', container('ask-kubernetes')))
    await eventually(us, pod('asks-kubernetes'), { status: { phase: 'Succeeded' } })
    expect(await logOf(us, 'asks-kubernetes')).toMatch('200 "gitVersion":"v1.37.2"')
  })

  it('a pod of one cluster reaches the load balancer, the node port and the host port of another', async () => {
    const address = await addressOf(us)
    await us.apply(deployment('far', 'serve'))
    await us.apply(
      service('far', { type: 'LoadBalancer', ports: [{ port: 15_000, targetPort: 8080, nodePort: 30_081 }] }),
    )
    await us.apply(
      pod('host-port', { ...container('serve'), ports: [{ containerPort: 8080, hostPort: 15_001 }] }, {}, 'default'),
    )
    await eventually(us, service('far'), { status: { loadBalancer: { ingress: [{ ip: address }] } } })
    await eventually(us, deployment('far', 'serve'), { status: { readyReplicas: 2 } })
    await eventually(us, pod('host-port', undefined, {}, 'default'), { status: { phase: 'Running' } })
    for (const [port, name] of [
      [15_000, 'far-'],
      [30_081, 'far-'],
      [15_001, 'host-port'],
    ] as const) {
      const asks = pod(`asks-${port}`, container('ask', `http://${address}:${port}/`))
      await eu.apply(asks)
      await eventually(eu, asks, { status: { phase: 'Succeeded' } })
      expect(await logOf(eu, `asks-${port}`)).toMatch(`200 ${name}`)
    }
  })

  it('a pod finds another cluster by a name, also one of a whole domain', async () => {
    await us.apply(
      pod('by-name', { ...container('serve'), ports: [{ containerPort: 8080, hostPort: 15_002 }] }, {}, 'default'),
    )
    await bed.setNames({ '*.us.example.test': await addressOf(us) })
    const asks = pod('asks-name', container('ask', 'http://ambassador.us.example.test:15002/'))
    await eu.apply(asks)
    await eventually(eu, asks, { status: { phase: 'Succeeded' } })
    expect(await logOf(eu, 'asks-name')).toMatch('200 by-name')
  })

  it('a disk keeps what a pod wrote, and belongs to its group', async () => {
    const disk = { volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }] }
    const mounted = { ...container('count', '/disk/count'), volumeMounts: [{ name: 'disk', mountPath: '/disk' }] }
    await us.apply(claim('disk'))
    for (const count of ['1', '2']) {
      await us.apply(pod('counts', mounted, disk))
      await eventually(us, pod('counts'), { status: { phase: 'Succeeded' } })
      expect(await logOf(us, 'counts')).toBe(count)
      await us.delete(pod('counts'))
      await eventuallyGone(us, pod('counts'))
    }
  })

  it('a container that ends again and again is shown as CrashLoopBackOff', async () => {
    await us.apply(pod('crashes', container('crash'), { restartPolicy: 'Always' }))
    const waiting = { reason: 'CrashLoopBackOff', message: expect.stringMatching(/^back-off \d+s restarting failed/) }
    await eventually(us, pod('crashes'), {
      status: { phase: 'Running', containerStatuses: [{ ready: false, state: { waiting } }] },
    })
  })

  it('an image that nobody loaded is shown as ErrImagePull or ImagePullBackOff', async () => {
    const absent = { ...container('serve'), image: 'example.test/absent:1' }
    await us.apply(pod('absent', absent))
    const waiting = { reason: expect.stringMatching(/^(ErrImagePull|ImagePullBackOff)$/) }
    await eventually(us, pod('absent'), { status: { phase: 'Pending', containerStatuses: [{ state: { waiting } }] } })
  })
})

async function addressOf(cluster: Cluster): Promise<string> {
  const found = await cluster.get({ apiVersion: 'v1', kind: 'Node', metadata: { name: `${cluster.name}-a` } })
  const [address] = arrayAt(objectAt(found ?? {}, 'status'), 'addresses').filter(isJsonObject)
  return textAt(address ?? {}, 'address')
}

async function podsOf(cluster: Cluster, app: string): Promise<readonly string[]> {
  const { body } = await cluster.request('GET', `/api/v1/namespaces/strict/pods?labelSelector=app%3D${app}`)
  const items: readonly JsonObject[] = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
  return items.map((item) => textAt(objectAt(item, 'metadata'), 'name'))
}

async function logOf(cluster: Cluster, name: string): Promise<string> {
  const { body } = await cluster.request('GET', `/api/v1/namespaces/strict/pods/${name}/log`)
  return String(body).trim()
}

async function get(host: string, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  request({ host, port, agent: false }, (response) => text(response).then(resolve, reject))
    .once('error', reject)
    .end()
  return promise
}

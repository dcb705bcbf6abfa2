import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import type { KubernetesObject } from '../cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { eventually, soon } from '../eventually.ts'
import { namespace } from '../fixtures.ts'
import { goldenObjects } from '../golden-objects.ts'
import { container, image, pod } from '../machine/fixtures.ts'
import { machineTools } from '../machine/programs.ts'
import { podsRun } from '../machine/requirements.ts'
import { tools } from '../tools/tool.ts'

if (podsRun()) await tools(...components, ...machineTools)

let bed: Bed
let eu: Cluster
let us: Cluster
/** Of the load balancer of us: IPv4, IPv6. */
let addresses: readonly string[]

/** The Ambassador's Service as it is rendered for a dual-stack cluster. */
async function renderedService(): Promise<KubernetesObject> {
  const objects = (await goldenObjects('dual-stack')).clusters.get('dual') ?? []
  const found = objects.find(({ kind, metadata: { name } }) => kind === 'Service' && name === 'ambassador')
  if (found === undefined) throw new Error('the golden case dual-stack has no Service of an Ambassador')
  return found
}

const withRanges = (service: KubernetesObject, ranges: readonly string[]): KubernetesObject => ({
  ...service,
  spec: { ...objectAt(service, 'spec'), loadBalancerSourceRanges: ranges },
})

const machines = ['198.18.0.0/15', 'fd00:18::/32']

describe.runIf(podsRun())('a dual-stack cluster', () => {
  let service: KubernetesObject

  beforeAll(async () => {
    bed = await clusters(['eu', 'us'], { pods: 'real', families: 'both' })
    eu = bed.cluster('eu')
    us = bed.cluster('us')
    await bed.loadImage(image)
    await eu.apply(namespace('strict', { 'pod-security.kubernetes.io/enforce': 'restricted' }))
    await us.apply(namespace('both-ambassador', {}))
    service = withRanges(await renderedService(), machines)
    // It listens at both families.
    const { metadata, ...rest } = pod('six', container('serve', '::', '15000'), {}, 'both-ambassador')
    await us.apply({ ...rest, metadata: { ...metadata, labels: { 'app.kubernetes.io/name': 'emissary' } } })
    await us.apply(service)
    const found = { status: { loadBalancer: { ingress: [{ ip: expect.anything() }, { ip: expect.anything() }] } } }
    await eventually(us, service, found)
    addresses = ipsOf((await us.get(service)) ?? {})
    await eventually(us, pod('six', {}, {}, 'both-ambassador'), { status: { phase: 'Running' } })
  }, 900_000)
  afterAll(() => bed?.[Symbol.asyncDispose]())

  it('gives the Service and its pods addresses of both families', async () => {
    expect(addresses).toEqual([expect.stringMatching(/^198\.18\./), expect.stringMatching(/^fd00:18:/)])
    const { spec } = (await us.get(service)) ?? {}
    expect(spec).toMatchObject({
      ipFamilies: ['IPv4', 'IPv6'],
      clusterIPs: [expect.stringMatching(/^10\./), expect.stringMatching(/^fd00:10:/)],
    })
    const { status } = (await us.get(pod('six', {}, {}, 'both-ambassador'))) ?? {}
    expect(status).toMatchObject({
      podIPs: [{ ip: expect.stringMatching(/^10\./) }, { ip: expect.stringMatching(/^fd00:11:/) }],
    })
  })

  it.each([0, 1])('lets a pod of another cluster reach its Ambassador, by family %i', async (family) => {
    const asks = pod(`asks-${family}`, container('ask', `http://${urlOf(addresses[family])}:15000/`))
    await eu.apply(asks)
    await eventually(eu, asks, { status: { phase: 'Succeeded' } })
    const { body } = await eu.request('GET', `/api/v1/namespaces/strict/pods/asks-${family}/log`)
    expect(String(body)).toMatch('200 six greets')
  })

  it('admits every client of a family that sourceRanges do not have', async () => {
    await us.apply(withRanges(service, ['192.0.2.0/24']))
    await soon(async () => expect(await reached(0)).toBe(false))
    expect(await reached(1)).toBe(true)
  })

  it('refuses a client of a family with other ranges', async () => {
    await us.apply(withRanges(service, ['198.18.0.0/15', '2001:db8::/32']))
    await soon(async () => expect([await reached(0), await reached(1)]).toEqual([true, false]))
    noteSurroundings(
      'IPv6',
      'kubelet and kube-proxy 1.37.2: a pod reaches the Ambassador of another cluster by both families, and source ranges hold for their family only',
    )
  })
})

const urlOf = (address = ''): string => (address.includes(':') ? `[${address}]` : address)

const ipsOf = (object: JsonObject): readonly string[] =>
  arrayAt(objectAt(object, 'status', 'loadBalancer'), 'ingress')
    .filter(isJsonObject)
    .map((entry) => textAt(entry, 'ip'))

/** Whether a new connection is made from here, with an address of the switch. */
const reached = (family: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: addresses[family] ?? '', port: 15_000, timeout: 2000 })
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })

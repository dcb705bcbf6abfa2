import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedLabels, sharedServices } from '../../../src/ambassador/shared-endpoints.ts'
import type { Address } from '../../../src/network/address.ts'
import { ask } from '../../ambassador/captured/clients.ts'
import { type RunningEmissary, startEmissary } from '../../ambassador/captured/emissary.ts'
import { api, authority, certificate, https } from '../../ambassador/captured/running.ts'
import { envoy, envoyVersion } from '../../ambassador/envoy.ts'
import { definition, networkOf } from '../../ambassador/tls-platform.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { type Bed, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { namespace } from '../fixtures.ts'
import { container, image, pod } from '../machine/fixtures.ts'
import { machineTools } from '../machine/programs.ts'
import { podsRun } from '../machine/requirements.ts'
import { tools } from '../tools/tool.ts'

const isPossible = podsRun() && envoy !== undefined
if (isPossible) await tools(...components, ...machineTools)

const place = 'trade-north'
const { network, platform } = networkOf(
  definition('{ports: 15000-15009}')
    .replace('    nodes:\n', '    endpoints: [{name: api, nodes: [a, b]}]\n    nodes:\n')
    .replaceAll('role: rpc}', 'role: rpc, expose: [rpc, ws]}'),
)
const [first] = network.nodes
const labels = first === undefined ? {} : (sharedLabels(first)[0]?.pairs ?? {})

/** A pod of a node, which has the label of the name. */
function node(name: string, content: JsonObject): KubernetesObject {
  const { metadata, ...others } = pod(name, content, {}, place)
  return { ...others, metadata: { ...metadata, labels } } as KubernetesObject // the label is all that selects it
}

const serving = (name: string): KubernetesObject =>
  node(name, {
    // So that Envoy needs a connection for each request.
    ...container('serve', '0.0.0.0', '8545', 'close'),
    readinessProbe: { httpGet: { path: '/', port: 8545 }, periodSeconds: 1 },
  })

describe.runIf(isPossible)('a name that nodes share', () => {
  const running = new AsyncDisposableStack()
  let bed: Bed
  let eu: Cluster
  let emissary: RunningEmissary

  beforeAll(async () => {
    bed = running.use(await clusters(['eu'], { pods: 'real' }))
    eu = bed.cluster('eu')
    await bed.loadImage(image)
    await eu.apply(namespace(place, {}))
    const service = await published(sharedServices(platform, network.nodes))
    const backends = new Map([['api.trade-north:8545', service]])
    emissary = await startEmissary('shared', { program: envoy ?? '', identity: certificate, backends })
    running.defer(() => emissary.end())
  }, 900_000)
  afterAll(() => running.disposeAsync())

  /** The Service as it is rendered, with a port of the machine besides: kube-proxy does the same for both. */
  async function published([rendered]: readonly object[]): Promise<Address> {
    const object = rendered as KubernetesObject // a Service
    const placed = { ...object, metadata: { ...object.metadata, namespace: place } }
    const spec = objectAt(placed as unknown as JsonObject, 'spec') // a Service
    await eu.apply({ ...placed, spec: { ...spec, type: 'NodePort' } } as KubernetesObject) // with more of its spec
    const ports = arrayAt(objectAt((await eu.get(placed)) ?? {}, 'spec'), 'ports').filter(isJsonObject)
    const machine = await eu.get({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'eu-a' } })
    const [address] = arrayAt(objectAt(machine ?? {}, 'status'), 'addresses').filter(isJsonObject)
    const port = ports.find(({ name }) => name === 'rpc')?.nodePort
    return { host: textAt(address ?? {}, 'address'), port: Number(port) }
  }

  /** What comes back for so many requests at the same time: the names of pods, or the status. */
  async function answers(count: number): Promise<readonly string[]> {
    const entrance = { port: emissary.port(https), ca: authority.certificate }
    const all = await Promise.all(Array.from({ length: count }, () => ask(entrance, { host: api })))
    return all.map(({ status, body }) => (status === 200 ? body.replace(/ greets.*/s, '') : String(status))).sort()
  }

  const readyPods = async (): Promise<number> => {
    const { body } = await eu.request(
      'GET',
      `/apis/discovery.k8s.io/v1/namespaces/${place}/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3Dapi`,
    )
    const slices = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
    const endpoints = slices.flatMap((slice) => arrayAt(slice, 'endpoints')).filter(isJsonObject)
    return endpoints.filter((endpoint) => objectAt(endpoint, 'conditions').ready === true).length
  }

  it('answers 503 while no pod is there', async () => {
    expect(new Set(await answers(5))).toEqual(new Set(['503']))
  })

  it('is answered by all pods that are ready', async () => {
    for (const name of ['a', 'b']) await eu.apply(serving(name))
    await soon(async () => expect(new Set(await answers(30))).toEqual(new Set(['a', 'b'])))
  })

  it('is answered while one of three pods refuses connections, and Kubernetes has not noticed', async () => {
    await eu.apply(node('silent', container('say', 'nothing')))
    await soon(async () => expect(await readyPods()).toBe(3))
    // A third of all connections fail; after two more tries, one request in 27: about 11 of 300. With Envoy's default, 55 were lost.
    const all: string[] = []
    // More at a time lose more: with 100, 14 of 100 were lost.
    for (let batch = 0; batch < 15; batch += 1) all.push(...(await answers(20)))
    expect(all.filter((answer) => answer === '503').length).toBeLessThan(30)
  })

  it('is answered by the pod that is left', async () => {
    for (const name of ['a', 'silent']) await eu.delete(serving(name))
    await soon(async () => expect(new Set(await answers(20))).toEqual(new Set(['b'])))
  })

  it('is noted', async () =>
    noteSurroundings(
      'names that nodes share',
      `kube-proxy 1.37.2 and the rendered Service behind what Emissary 4.1.0 makes of its routes, in Envoy ${await envoyVersion(envoy ?? '')}: three pods, one of them dead`,
    ))
})

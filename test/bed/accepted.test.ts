import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examples } from '../docs/examples.ts'
import { documentsIn, kindOf } from '../docs/yaml.ts'
import { goldenCases, readExpected } from '../golden/cases.ts'
import { type JsonObject, objectAt } from '../kubernetes/json.ts'
import { noteSurroundings } from '../real.ts'
import { ApiError, type KubernetesObject } from './cluster.ts'
import { type Bed, type Cluster, clusters } from './clusters.ts'
import { components } from './components.ts'
import {
  define,
  definitionsOfArgoCd,
  definitionsOfCertManager,
  definitionsOfFlux,
  definitionsOfSnapshots,
} from './definitions.ts'
import { definitions } from './fixtures.ts'
import { goldenObjects } from './golden-objects.ts'
import { applyAll } from './object-set/apply.ts'
import { removeAll } from './object-set/remove.ts'
import { withoutPods } from './object-set/wait.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

const resources = new AsyncDisposableStack()
let bed: Bed

beforeAll(async () => {
  bed = resources.use(await clusters(2))
  const others = await Promise.all([
    definitionsOfFlux(),
    definitionsOfCertManager(),
    definitionsOfSnapshots(),
    definitionsOfArgoCd(),
  ])
  const all = [...definitions(), ...others.flat()]
  await Promise.all(bed.clusters.map((cluster) => define(cluster, all)))
  for (const cluster of bed.clusters) {
    // The second is that of an Emissary that runs already.
    for (const name of ['flux-system', 'emissary'])
      await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    // Those that the golden case of all options names: people create them.
    for (const [value, name] of ['acme', 'ledger'].entries())
      await cluster.apply({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value })
  }
}, 600_000)
afterAll(() => resources.disposeAsync(), 60_000)

/** The networks that were applied, which stay: each has namespaces of its own. */
const networks: string[] = []

describe('an API server takes every object of', { timeout: 400_000 }, () => {
  it.each(goldenCases)('%s, and gets its pods past Pod Security', async (name) => {
    const golden = await goldenObjects(name)
    expect(networks).not.toContain(golden.network)
    networks.push(golden.network)
    expect(golden.clusters.size).toBeGreaterThan(0)
    // A definition may have more clusters than the bed: those take turns.
    const parts = [...golden.clusters].map(([part, objects]) => [part, objects.map(anywhere)] as const)
    const refused = bed.clusters.map((cluster, at) =>
      inTurn(
        cluster,
        parts.filter((_, index) => index % bed.clusters.length === at),
      ),
    )
    expect((await Promise.all(refused)).flat()).toEqual([])
  })
})

describe('an API server gives Services of', () => {
  /** Those of both clusters of the bed: a network has the same namespaces in each. */
  const services = (namespace: string, name: string): Promise<readonly JsonObject[]> =>
    Promise.all(
      bed.clusters.map(async (cluster) => {
        const service = await cluster.get({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } })
        return objectAt(service ?? {}, 'spec')
      }),
    )
  const [ipv4, ipv6] = [expect.stringMatching(/^10\./), expect.stringMatching(/^fd00:/)]

  it.each([
    ['a dual-stack cluster an address of each family', 'both-ambassador', 'ambassador', ['IPv4', 'IPv6'], [ipv4, ipv6]],
    ['nodes there too', 'both-left', 'rpc-rpc', ['IPv4', 'IPv6'], [ipv4, ipv6]],
    ['a cluster with IPv6 only an address of IPv6', 'both-right', 'v1-rpc', ['IPv6'], [ipv6]],
    ['other clusters an address of IPv4', 'bare-left', 'v1-rpc', ['IPv4'], [ipv4]],
  ])('%s', async (_, namespace, name, ipFamilies, clusterIPs) => {
    expect(await services(namespace, name)).toContainEqual(expect.objectContaining({ ipFamilies, clusterIPs }))
  })

  /** As they are rendered; those of IPv4 name no family. */
  const rendered = {
    IPv4: {},
    IPv6: { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6'] },
    both: { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] },
  }
  /** What plan/risks/ip-families.ts says of a change. */
  it.each([
    ['IPv4', 'both', ['IPv4', 'IPv6']],
    ['both', 'IPv4', ['IPv4', 'IPv6']],
    ['IPv6', 'IPv4', ['IPv6']],
    ['IPv4', 'IPv6', 'refused'],
    ['IPv6', 'both', 'refused'],
    ['both', 'IPv6', 'refused'],
  ] as const)('%s that a definition changes to %s, %j', async (was, is, families) => {
    const [cluster] = bed.clusters
    const metadata = { name: `${was}-${is}`.toLowerCase(), namespace: 'default' }
    const apply = async (spec: object) =>
      cluster?.apply({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }], ...spec } })
    await apply(rendered[was])
    const changed = apply(rendered[is])
    if (families === 'refused') await expect(changed).rejects.toThrow('value as indicated by `ipFamilies[0]`')
    else expect(objectAt((await changed) ?? {}, 'spec').ipFamilies).toEqual(families)
  })

  it('IPv4 again when a person asks for one family, as the hint of the plan says', async () => {
    const [cluster] = bed.clusters
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'both-ipv4', namespace: 'default' } }
    const path = (await cluster?.path(service)) ?? ''
    const patch = { spec: { ipFamilyPolicy: 'SingleStack' } }
    await cluster?.request('PATCH', path, patch, { 'Content-Type': 'application/strategic-merge-patch+json' })
    expect(objectAt((await cluster?.get(service)) ?? {}, 'spec').ipFamilies).toEqual(['IPv4'])
  })

  it('is noted', () =>
    noteSurroundings(
      'IPv6',
      'Kubernetes 1.37.2 gives Services of a dual-stack cluster addresses of both families, and refuses another first one',
    ))
})

describe('an API server takes every object that the documentation and the template show:', () => {
  const shown = examples.flatMap(({ place, text }) => documentsIn(text).map((document) => ({ place, document })))
  const objects = shown.filter(({ document }) => kindOf(document) === 'Kubernetes object')

  it.each(objects)('$place', async ({ document }) => {
    const object = load(document) as KubernetesObject // it is of that kind
    const [cluster] = bed.clusters
    const { namespace = 'default' } = object.metadata
    await cluster?.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
    expect(await cluster?.apply(object)).toMatchObject({ kind: object.kind })
  })
})

describe('the same API server refuses a misspelt field of', () => {
  it.each([
    ['TCPMapping', { spec: { port: 15000, service: 'node:30303', prot: 1 } }, '.spec.prot'],
    ['Mapping', { spec: { prefix: '/', service: 'node', hostnam: '*' } }, '.spec.hostnam'],
    ['Host', { spec: { hostname: 'a.example.com', tlsSecrt: { name: 'tls' } } }, '.spec.tlsSecrt'],
    [
      'Listener',
      { spec: { port: 8443, protocol: 'HTTPS', securityModel: 'XFP', hostBindings: {} } },
      '.spec.hostBindings',
    ],
    ['Module', { spec: { confg: {} } }, '.spec.confg'],
  ])('%s', async (kind, { spec }, field) => {
    const [cluster] = bed.clusters
    const object = { apiVersion: 'getambassador.io/v3alpha1', kind, metadata: { name: 'misspelt' }, spec }
    const applied = cluster?.apply(object)
    await expect(applied).rejects.toThrow(`${field}: field not declared in schema`)
    await expect(applied).rejects.toBeInstanceOf(ApiError)
  })
})

it('refuses a sealed Secret that nobody decrypted', async () => {
  const sealed = [...(await readExpected('fabric'))].filter(([path]) => path.startsWith('material/sealed/'))
  const [cluster] = bed.clusters
  expect(sealed.length).toBeGreaterThan(0)
  for (const [path, text] of sealed) {
    const { sops, ...secret } = load(text) as KubernetesObject // a Secret that SOPS encrypted
    expect(sops, path).toBeDefined()
    const object = { ...secret, metadata: { ...secret.metadata, namespace: 'default' } }
    await expect(cluster?.apply(object), path).rejects.toThrow('illegal base64 data')
  }
})

/** Machines of the bed have no labels of people: a pod may run on each. */
function anywhere(object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object)
  delete (copy as { spec?: { template?: { spec?: { nodeSelector?: unknown } } } }).spec?.template?.spec?.nodeSelector
  return copy
}

/** What goes wrong with parts of a network that have the same names, one after the other in one cluster. */
async function inTurn(
  cluster: Cluster,
  parts: readonly (readonly [name: string, objects: readonly KubernetesObject[]])[],
): Promise<readonly string[]> {
  const problems: string[] = []
  let before: readonly KubernetesObject[] = []
  for (const [part, objects] of parts) {
    await removeAll(cluster, before)
    const found = [...(await applyAll(cluster, objects)), ...(await withoutPods(cluster, objects))]
    problems.push(...found.map((problem) => `${part}: ${problem}`))
    before = objects
  }
  return problems
}

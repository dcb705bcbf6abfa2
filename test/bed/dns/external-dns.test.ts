import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { load } from 'js-yaml'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { recordService } from '../../../src/ambassador/external-dns.ts'
import { service, tcpPort } from '../../../src/ambassador/service.ts'
import { definition, networkOf } from '../../ambassador/tls-platform.ts'
import { isJsonObject, type JsonObject, objectAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { type Bed, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { patch } from '../flux/patch.ts'
import { tools } from '../tools/tool.ts'
import { startExternalDns } from './external-dns.ts'
import { motoPackages, startRoute53 } from './moto.ts'
import { key, type Named, startNamed } from './named.ts'
import { dnsServersRun } from './requirements.ts'

const real = dnsServersRun()
if (real) {
  await tools(...components, 'external-dns')
  await motoPackages()
}

let bed: Bed
let bind: Named
let parts = new AsyncDisposableStack()
let namespaces = 0
let namespace = ''
let passed = 0

const eu = (): Cluster => bed.cluster('eu')
const domain = 'eu.example.com'
const node = `validator1.north.${domain}`
const patience = { timeout: 60_000, interval: 500 }

const flagsOfBind = (): readonly string[] => [
  ...['--provider=rfc2136', '--rfc2136-host=127.0.0.1', `--rfc2136-port=${bind.port}`, '--rfc2136-zone=example.com'],
  ...[`--rfc2136-tsig-keyname=${key.name}`, `--rfc2136-tsig-secret=${key.secret}`],
  ...['--rfc2136-tsig-secret-alg=hmac-sha256', '--rfc2136-tsig-axfr'],
]

/** Starts external-dns for the namespace of the test, with BIND unless it is for another DNS provider. */
async function externalDns(owner: string, ...flags: readonly string[]): Promise<() => string> {
  const started = await startExternalDns({ cluster: eu(), namespace, owner, flags: [...flagsOfBind(), ...flags] })
  return parts.use(started).log
}

const resolver = (): Resolver => {
  const made = new Resolver({ timeout: 2000, tries: 2 })
  made.setServers([bind.address])
  return made
}

const addressesOf = (name: string): Promise<readonly string[]> =>
  resolver()
    .resolve4(name)
    .catch(() => [])
const textOf = async (name: string): Promise<string> =>
  (
    await resolver()
      .resolveTxt(name)
      .catch(() => [])
  )
    .flat()
    .join(' ')
const aliasOf = (name: string): Promise<readonly string[]> =>
  resolver()
    .resolveCname(name)
    .catch(() => [])

/** The Service as it is rendered, in the namespace of the test. */
async function rendered(ambassador: string, place?: string): Promise<readonly KubernetesObject[]> {
  const [cluster] = networkOf(definition(ambassador, place)).network.clusters
  if (cluster === undefined) throw new Error('the definition has a cluster')
  const port = cluster.ambassador.publish === 'NodePort' ? 30_000 : 15_000
  const base = load(await readFile(new URL('../../../src/ambassador/base/service.yaml', import.meta.url), 'utf8'))
  const all = [service(cluster, [tcpPort(port)]), ...recordService(cluster)]
  return all.map((object, at) => {
    const [below, above] = [isJsonObject(base) && at === 0 ? base : {}, object as JsonObject] // objects of Kubernetes
    return {
      ...below,
      ...above,
      metadata: { ...objectAt(below, 'metadata'), ...objectAt(above, 'metadata'), namespace },
      spec: { ...objectAt(below, 'spec'), ...objectAt(above, 'spec') },
    } as unknown as KubernetesObject // it has a name
  })
}

async function apply(ambassador: string, place?: string): Promise<KubernetesObject> {
  const objects = await rendered(ambassador, place)
  for (const object of objects) await eu().apply(object)
  const [first] = objects
  if (first === undefined) throw new Error('the Ambassador has a Service')
  return first
}

/** As the load balancer's controller does. */
const setAddress = (object: KubernetesObject, ingress: readonly object[]): Promise<void> =>
  patch(eu(), object, { status: { loadBalancer: { ingress } } }, '/status')

describe.runIf(real)('external-dns', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    bed = await clusters(['eu'])
  }, 600_000)
  afterAll(async () => {
    await bed?.[Symbol.asyncDispose]()
    noteSurroundings(
      'external-dns',
      `external-dns 0.22.0 with BIND (RFC 2136) and with moto's Route 53: ${passed} cases of records of the Ambassador`,
    )
  }, 60_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'pass') passed += 1
    await parts.disposeAsync()
    parts = new AsyncDisposableStack()
  })

  async function begin(): Promise<void> {
    namespaces += 1
    namespace = `names-${namespaces}`
    await eu().apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
    bind = parts.use(await startNamed({ zones: { 'example.com': [] } }))
  }

  it('makes the wildcard, follows the address, and removes it with the Service', async () => {
    await begin()
    const log = await externalDns('trade-eu')
    const ambassador = await apply('{externalDns: {ttl: 60}}')

    await expect.poll(() => addressesOf(node), patience).toEqual([expect.stringMatching(/^127\./)])
    expect(await resolver().resolve4(node, { ttl: true })).toEqual([{ address: expect.any(String), ttl: 60 }])
    expect(await textOf(`a-*.${domain}`)).toContain('external-dns/owner=trade-eu')

    await setAddress(ambassador, [{ ip: '203.0.113.9' }])
    await expect.poll(() => addressesOf(node), patience).toEqual(['203.0.113.9'])

    await setAddress(ambassador, [{ ip: '203.0.113.9' }, { ip: '2001:db8::9' }])
    await expect
      .poll(
        () =>
          resolver()
            .resolve6(node)
            .catch(() => []),
        patience,
      )
      .toEqual(['2001:db8::9'])
    expect(await addressesOf(node)).toEqual(['203.0.113.9'])

    await setAddress(ambassador, [{ hostname: 'lb-1.elb.example.net' }])
    await expect.poll(() => aliasOf(node), patience).toEqual(['lb-1.elb.example.net'])

    await eu().delete(ambassador)
    await expect.poll(() => aliasOf(node), patience).toEqual([])
    await expect.poll(() => textOf(`cname-*.${domain}`), patience).toBe('')
    expect(log()).not.toContain('level=error')
  })

  it('reads the annotations with either prefix', async () => {
    await begin()
    await externalDns('trade-eu', '--annotation-prefix=external-dns.alpha.kubernetes.io/')
    await apply('{externalDns: {targets: [203.0.113.7], ttl: 30}}')

    await expect.poll(() => addressesOf(node), patience).toEqual(['203.0.113.7'])
    expect(await resolver().resolve4(node, { ttl: true })).toEqual([{ address: '203.0.113.7', ttl: 30 }])
  })

  it('leaves what another one owns, in the same zone', async () => {
    await begin()
    await externalDns('trade-eu')
    await apply('{externalDns: {targets: [203.0.113.7]}}')
    await expect.poll(() => addressesOf(node), patience).toEqual(['203.0.113.7'])
    const first = namespace
    // Of another cluster of the network, and by mistake of the same domain.
    for (const [other, place] of [
      ['us', 'domain: us.example.com'],
      ['twin', undefined],
    ] as const) {
      namespace = `${first}-${other}`
      await eu().apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
      await externalDns(`trade-${other}`)
      await apply('{externalDns: {targets: [203.0.113.8]}}', place)
    }
    await expect.poll(() => addressesOf('a.north.us.example.com'), patience).toEqual(['203.0.113.8'])
    expect(await addressesOf(node)).toEqual(['203.0.113.7'])
    expect(await textOf(`a-*.${domain}`)).toContain('external-dns/owner=trade-eu')
  })

  it('takes another text for the asterisk of its own records, which must not be an organization', async () => {
    await begin()
    await externalDns('trade-eu', '--txt-wildcard-replacement=any')
    await apply('{externalDns: {targets: [203.0.113.7]}}')

    await expect.poll(() => addressesOf(node), patience).toEqual(['203.0.113.7'])
    expect(await textOf(`a-any.${domain}`)).toContain('external-dns/owner=trade-eu')
    expect(await textOf(`a-*.${domain}`)).toBe('')
    // RFC 4592: the name of the record hides the wildcard from names below it.
    expect(await addressesOf(`validator1.a-any.${domain}`)).toEqual([])
  })

  describe('of machines', () => {
    const machines = ['eu-a', 'eu-b', 'eu-c']
    const external = (name: string): string => `198.51.100.${machines.indexOf(name) + 1}`
    const internal = (name: string): string => `10.0.0.${machines.indexOf(name) + 1}`

    /** An Ambassador on every machine. */
    async function onMachines(): Promise<void> {
      const labels = { 'app.kubernetes.io/name': 'emissary' }
      await eu().apply({
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: { name: 'ambassador', namespace },
        spec: {
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: { containers: [{ name: 'emissary', image: 'example.test/emissary:1' }] },
          },
        },
      })
    }

    async function addresses(): Promise<void> {
      for (const name of machines)
        await patch(
          eu(),
          { apiVersion: 'v1', kind: 'Node', metadata: { name } },
          {
            status: {
              addresses: [
                { type: 'InternalIP', address: internal(name) },
                { type: 'ExternalIP', address: external(name) },
              ],
            },
          },
          '/status',
        )
    }

    it.each([
      ['{publish: NodePort, externalDns: true}', external],
      ['{publish: NodePort, externalDns: {machines: external}}', external],
      ['{publish: NodePort, externalDns: {machines: internal}}', internal],
      ['{publish: hostPort, externalDns: {machines: external}}', external],
    ])('with %s', async (ambassador, address) => {
      await begin()
      await addresses()
      await onMachines()
      const log = await externalDns('trade-eu')
      const object = await apply(ambassador)

      await expect.poll(async () => [...(await addressesOf(node))].sort(), patience).toEqual(machines.map(address))
      expect(log()).not.toContain('level=error')
      for (const one of await rendered(ambassador)) await eu().delete(one)
      await eu().delete(object)
      await expect.poll(() => addressesOf(node), patience).toEqual([])
    })

    it('with host ports and internal addresses', async () => {
      await begin()
      await onMachines()
      await externalDns('trade-eu')
      await apply('{publish: hostPort, externalDns: {machines: internal}}')
      const { status, body } = await eu().request('GET', `/api/v1/namespaces/${namespace}/pods`)
      expect(status).toBe(200)

      await expect.poll(async () => (await addressesOf(node)).length, patience).toBeGreaterThan(0)
      expect(JSON.stringify(body)).toContain('hostIP')
    })
  })

  it('makes records of Route 53: addresses, and an alias for a load balancer of AWS', async () => {
    await begin()
    const route53 = parts.use(await startRoute53())
    await route53.createZone('example.com.')
    const flags = ['--provider=aws', '--aws-zone-type=public']
    const log = parts.use(
      await startExternalDns({ cluster: eu(), namespace, owner: 'trade-eu', flags, environment: route53.environment }),
    ).log
    const ambassador = await apply('{externalDns: {ttl: 60}}')
    await setAddress(ambassador, [{ ip: '203.0.113.7' }])

    await expect.poll(() => route53.records(), patience).toContain('<Value>203.0.113.7</Value>')
    expect(await route53.records()).toContain('external-dns/owner=trade-eu')

    await setAddress(ambassador, [{ hostname: 'k8s-trade-1.elb.eu-central-1.amazonaws.com' }])
    await expect
      .poll(() => route53.records(), patience)
      .toMatch(/<AliasTarget>.*k8s-trade-1\.elb\.eu-central-1\.amazonaws\.com/s)

    await eu().delete(ambassador)
    await expect.poll(() => route53.records(), patience).not.toContain('external-dns/owner')
    expect(log()).not.toContain('level=error')
  })
})

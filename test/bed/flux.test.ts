import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../kubernetes/json.ts'
import { filesOf } from '../repository/git-folder.ts'
import type { Cluster } from './cluster.ts'
import { components } from './components.ts'
import { condition } from './conditions.ts'
import { failPods } from './fail-pods.ts'
import { ageKey } from './flux/flux.ts'
import { kustomization } from './flux/kustomization.ts'
import { type Network, names, organizations, startNetwork } from './flux/network.ts'
import { list, stateOf, titleOf } from './flux/state.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let network: Network
beforeAll(async () => {
  network = await startNetwork()
}, 600_000)
afterAll(() => network?.[Symbol.asyncDispose](), 60_000)

/** Each test goes on from where the one before it left the clusters, as revisions do. */
describe('Flux, from the template and the main job', { timeout: 400_000 }, () => {
  it('applies no organization before the Ambassador is ready', async () => {
    const labels = { 'app.kubernetes.io/name': 'emissary' }
    await using held = new AsyncDisposableStack()
    for (const name of names) held.use(await failPods(network.bed.cluster(name), { labels }, 'never-ready'))
    await network.deliver()

    for (const name of names) {
      const cluster = network.bed.cluster(name)
      await expect.poll(() => cluster.get(ambassador), { timeout: 60_000 }).toBeDefined()
      for (const organization of organizations[name]) {
        const part = kustomization(`supplychain-${organization}`)
        const reason = async () => condition(await cluster.get(part), 'Ready').reason
        await expect.poll(reason, { timeout: 60_000 }).toBe('DependencyNotReady')
      }
      expect(await list(cluster, '/apis/apps/v1/statefulsets')).toEqual([])
      expect(objectAt((await cluster.get(ambassador)) ?? {}, 'status').availableReplicas ?? 0).toBe(0)
    }
  })

  it('makes everything ready, one after the other', async () => {
    const times: string[] = []
    for (const part of ['crds', 'ambassador', 'manufacturer', 'retailer']) {
      const found = await network.fluxes.eu.ready(`supplychain-${part}`, 200_000)
      times.push(textAt(condition(found, 'Ready'), 'lastTransitionTime'))
    }
    const [crds = '', ambassador = '', ...rest] = times
    expect(ambassador > crds, times.join()).toBe(true)
    for (const time of rest) expect(time >= ambassador, times.join()).toBe(true)
    await network.fluxes.eu.ready('flux-system')
  })

  it('says that it cannot decrypt with the key of another cluster, and makes no Secret', async () => {
    const cluster = network.bed.cluster('us')
    await network.fluxes.us.ready('supplychain-ambassador', 200_000)
    for (const node of ['carrier.rpc1']) {
      const ready = async () => condition(await cluster.get(kustomization(`supplychain-${node}`)), 'Ready')
      await expect.poll(async () => textAt(await ready(), 'message'), { timeout: 60_000 }).toMatch(/decrypt/)
      expect(await ready()).toMatchObject({ status: 'False', reason: 'BuildFailed' })
    }
    expect(await list(cluster, '/api/v1/secrets')).toEqual([])
    expect(await list(cluster, '/apis/apps/v1/statefulsets')).toEqual([])
  })

  it('goes on when it gets the right key', async () => {
    await network.bed.cluster('us').apply(ageKey(network.holders.us.identity))
    await network.fluxes.us.reconcile('supplychain-carrier.rpc1')
    await network.everythingReady()
  })

  it('decrypts every node key: its address is the public one', async () => {
    const files = Object.keys(await filesOf(join(network.fork.directory, 'material/sealed')))
    expect(files).toHaveLength(9)
    for (const file of files) {
      const [name = '', organization = '', node = ''] = file.replace('.yaml', '').split('/')
      const secret = await network.bed.cluster(name).get({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: `${node}-keys`, namespace: `supplychain-${organization}` },
      })
      const key = Buffer.from(textAt(objectAt(secret ?? {}, 'data'), 'nodekey'), 'base64').toString()
      expect(key, file).toMatch(/^[0-9a-f]{64}$/)
      const text = await readFile(join(network.fork.directory, 'material/public', organization, `${node}.yaml`), 'utf8')
      expect(load(text), file).toMatchObject({ address: addressOf(key) })
      expect(secret).not.toHaveProperty('sops')
    }
  })

  it('gets every pod past Pod Security at its strictest', async () => {
    for (const name of names) {
      const cluster = network.bed.cluster(name)
      for (const part of ['ambassador', ...organizations[name]]) {
        const found = await cluster.get(namespace(`supplychain-${part}`))
        expect(objectAt(found ?? {}, 'metadata', 'labels')).toMatchObject({
          'pod-security.kubernetes.io/enforce': 'restricted',
        })
      }
      const workloads = [
        ...(await list(cluster, '/apis/apps/v1/statefulsets')),
        ...(await list(cluster, '/apis/apps/v1/deployments')),
      ]
      for (const workload of workloads) {
        const status = objectAt(workload, 'status')
        expect(status.readyReplicas, titleOf(workload)).toBe(objectAt(workload, 'spec').replicas)
      }
      const pods = await list(cluster, '/api/v1/pods')
      expect(pods.map((pod) => objectAt(pod, 'status').phase)).toEqual(pods.map(() => 'Running'))
      expect(pods.length).toBeGreaterThan(workloads.length)
    }
  })

  it('touches nothing when a revision moves nothing', async () => {
    const before = await stateOf(network.bed.clusters)
    expect(Object.keys(before).length).toBeGreaterThan(100)
    await network.deliver((definition) => `${definition}# A remark.\n`)
    await network.everythingReady()
    expect(await stateOf(network.bed.clusters)).toEqual(before)
  })

  it('rolls a new release out: nodes that make no blocks first, then one validator after the other', async () => {
    const eu = network.bed.cluster('eu')
    const images = async () => {
      const sets = await list(eu, '/apis/apps/v1/statefulsets')
      return Object.fromEntries(sets.map((set) => [titleOf(set).replace('supplychain-', ''), releaseOf(set)]))
    }
    const broken = await failPods(
      eu,
      { namespace: 'supplychain-retailer', labels: { 'app.kubernetes.io/component': 'rpc' } },
      'image-pull',
    )
    await network.deliver((definition) => definition.replace('platformVersion: 26.8.0', 'platformVersion: 26.7.1'))
    await expect
      .poll(images, { timeout: 60_000 })
      .toMatchObject({ 'manufacturer/rpc1': '26.7.1', 'retailer/rpc1': '26.7.1' })
    // The first to take it does not come up: no validator follows.
    await sleep(10_000)
    expect(await images()).toEqual({
      'manufacturer/rpc1': '26.7.1',
      'manufacturer/validator1': '26.8.0',
      'retailer/rpc1': '26.7.1',
      'retailer/validator1': '26.8.0',
      'retailer/validator2': '26.8.0',
    })
    await broken[Symbol.asyncDispose]()
    const seen: string[] = []
    while (seen.length < 3) {
      for (const [name, release] of Object.entries(await images()))
        if (name.includes('validator') && release === '26.7.1' && !seen.includes(name)) {
          // Those that came before it are ready again.
          for (const other of seen) expect(await isReady(eu, other), `${other} before ${name}`).toBe(true)
          seen.push(name)
        }
      await sleep(100)
    }
    expect(seen).toEqual(['manufacturer/validator1', 'retailer/validator1', 'retailer/validator2'])
    await network.everythingReady()
  })

  it('adds a node without a change to any workload or pod there is', async () => {
    const before = await stateOf(network.bed.clusters)
    await network.deliver((definition) =>
      definition.replace('  - name: carrier\n', (line) => `      - {name: rpc2, role: rpc, cluster: us}\n${line}`),
    )
    await network.everythingReady()
    const after = await stateOf(network.bed.clusters)
    const workload = /^\w+ (statefulsets|deployments|pods|persistentvolumeclaims) /
    const existing = Object.keys(before).filter((object) => workload.test(object))
    expect(Object.fromEntries(existing.map((object) => [object, after[object]]))).toEqual(
      Object.fromEntries(existing.map((object) => [object, before[object]])),
    )
    expect(Object.keys(after)).toContain('us statefulsets supplychain-manufacturer/rpc2')
    // What the others know of it changes where they read it without a restart.
    const peers = 'eu configmaps supplychain-retailer/validator1-peers'
    expect(after[peers]).not.toEqual(before[peers])
  })

  it('removes what a removed node consisted of, but for its volume', async () => {
    const before = Object.keys(await stateOf(network.bed.clusters))
    await network.deliver((definition) => definition.replace(/^ +- \{name: rpc1, role: rpc, storage: 100Gi\}.*\n/m, ''))
    await network.everythingReady()
    // Pods and endpoints are removed by Kubernetes, a moment later.
    const removed = async () => {
      const after = Object.keys(await stateOf(network.bed.clusters))
      return before
        .filter((object) => !after.includes(object))
        .map((object) => object.replace(/-[0-9a-z]{10}$/, '-HASH'))
    }
    await expect
      .poll(removed, { timeout: 60_000 })
      .toEqual([
        'eu configmaps supplychain-retailer/rpc1-config-HASH',
        'eu configmaps supplychain-retailer/rpc1-peers',
        'eu pods supplychain-retailer/rpc1-0',
        'eu secrets supplychain-retailer/rpc1-keys',
        'eu services supplychain-retailer/rpc1',
        'eu services supplychain-retailer/rpc1-rpc',
        'eu statefulsets supplychain-retailer/rpc1',
        'eu tcpmappings supplychain-ambassador/p2p.rpc1.retailer',
      ])
    expect(Object.keys(await stateOf(network.bed.clusters))).toContain(
      'eu persistentvolumeclaims supplychain-retailer/rpc1',
    )
  })
})

/** Tag of the image that the pods of a StatefulSet are to have. */
function releaseOf(set: JsonObject): string {
  const [container] = arrayAt(objectAt(set, 'spec', 'template', 'spec'), 'containers').filter(isJsonObject)
  return textAt(container ?? {}, 'image').split(':')[1] ?? ''
}

async function isReady(cluster: Cluster, node: string): Promise<boolean> {
  const [organization = '', name = ''] = node.split('/')
  const metadata = { name, namespace: `supplychain-${organization}` }
  const { replicas, readyReplicas } = objectAt(
    (await cluster.get({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata })) ?? {},
    'status',
  )
  return replicas === readyReplicas
}

const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })

const ambassador = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'ambassador', namespace: 'supplychain-ambassador' },
}

/** Yellow paper, appendix F: the last 20 bytes of the hash of the public key. */
function addressOf(key: string): string {
  const point = secp256k1.getPublicKey(Buffer.from(key, 'hex'), false)
  return `0x${Buffer.from(keccak_256(point.subarray(1)).subarray(12)).toString('hex')}`
}

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commit } from '../../src/commands/commit.ts'
import { exitStatus } from '../../src/errors.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../kubernetes/json.ts'
import { type Holder, holder } from '../material/sops-tool.ts'
import { filesOf, git, writeFiles } from '../repository/git-folder.ts'
import { type Bed, type Cluster, clusters } from './clusters.ts'
import { ageKey, condition, type Flux, kustomization, startFlux } from './flux.ts'

const names = ['eu', 'us'] as const
type Name = (typeof names)[number]

/** The Kustomizations of each cluster that hold organizations. */
const organizations: Readonly<Record<Name, readonly string[]>> = {
  eu: ['manufacturer', 'retailer'],
  us: ['manufacturer', 'carrier'],
}

const resources = new AsyncDisposableStack()
let bed: Bed
let holders: Readonly<Record<Name, Holder>>
let fluxes: Readonly<Record<Name, Flux>>
let directory: string

beforeAll(async () => {
  bed = resources.use(await clusters(names))
  holders = { eu: await holder(), us: await holder() }
  directory = await mkdtemp(join(tmpdir(), 'network-'))
  resources.defer(() => rm(directory, { recursive: true, force: true }))
  fluxes = {
    eu: resources.use(await startFlux(bed.cluster('eu'), { ageIdentity: holders.eu.identity })),
    // Not its own: set right by a test below.
    us: resources.use(await startFlux(bed.cluster('us'), { ageIdentity: (await holder()).identity })),
  }
}, 600_000)
afterAll(() => resources.disposeAsync(), 60_000)

/** Each test goes on from where the one before it left the clusters, as revisions do. */
describe('Flux, from the template and the main job', { timeout: 400_000 }, () => {
  it('applies no organization before the Ambassador is ready', async () => {
    await fork()
    await deliver(await mainJob())

    for (const name of names) {
      const cluster = bed.cluster(name)
      await expect.poll(() => cluster.get(ambassador), { timeout: 60_000 }).toBeDefined()
      for (const organization of organizations[name]) {
        const part = kustomization(`supplychain-${organization}`)
        const reason = async () => condition(await cluster.get(part), 'Ready').reason
        await expect.poll(reason, { timeout: 60_000 }).toBe('DependencyNotReady')
        expect(await cluster.get(namespace(`supplychain-${organization}`))).toBeUndefined()
      }
      expect(objectAt((await cluster.get(ambassador)) ?? {}, 'status').availableReplicas ?? 0).toBe(0)
    }
  })

  it('makes everything ready, one after the other', async () => {
    const times: string[] = []
    for (const part of ['crds', 'ambassador', 'manufacturer', 'retailer']) {
      const found = await fluxes.eu.ready(`supplychain-${part}`, 200_000)
      times.push(textAt(condition(found, 'Ready'), 'lastTransitionTime'))
    }
    const [crds = '', ambassador = '', ...rest] = times
    expect(ambassador > crds, times.join()).toBe(true)
    for (const time of rest) expect(time >= ambassador, times.join()).toBe(true)
    await fluxes.eu.ready('flux-system')
  })

  it('says that it cannot decrypt with the key of another cluster, and makes no Secret', async () => {
    const cluster = bed.cluster('us')
    await fluxes.us.ready('supplychain-ambassador', 200_000)
    for (const organization of organizations.us) {
      const ready = async () => condition(await cluster.get(kustomization(`supplychain-${organization}`)), 'Ready')
      await expect.poll(async () => textAt(await ready(), 'message'), { timeout: 60_000 }).toMatch(/decrypt/)
      expect(await ready()).toMatchObject({ status: 'False', reason: 'BuildFailed' })
    }
    expect(await list(cluster, '/api/v1/secrets')).toEqual([])
    expect(await list(cluster, '/apis/apps/v1/statefulsets')).toEqual([])
  })

  it('goes on when it gets the right key', async () => {
    await bed.cluster('us').apply(ageKey(holders.us.identity))
    for (const organization of organizations.us) await fluxes.us.reconcile(`supplychain-${organization}`)
    await everythingReady()
  })

  it('decrypts every node key: its address is the public one', async () => {
    const files = Object.keys(await filesOf(join(directory, 'material/sealed')))
    expect(files).toHaveLength(9)
    for (const file of files) {
      const [name = '', organization = '', node = ''] = file.replace('.yaml', '').split('/')
      const secret = await bed.cluster(name).get({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: `${node}-keys`, namespace: `supplychain-${organization}` },
      })
      const key = Buffer.from(textAt(objectAt(secret ?? {}, 'data'), 'nodekey'), 'base64').toString()
      expect(key, file).toMatch(/^[0-9a-f]{64}$/)
      const text = await readFile(join(directory, 'material/public', organization, `${node}.yaml`), 'utf8')
      expect(load(text), file).toMatchObject({ address: addressOf(key) })
      expect(secret).not.toHaveProperty('sops')
    }
  })

  it('gets every pod past Pod Security at its strictest', async () => {
    for (const name of names) {
      const cluster = bed.cluster(name)
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
    const before = await stateOfBoth()
    expect(Object.keys(before).length).toBeGreaterThan(100)
    await deliver(await mainJob((definition) => `${definition}# A remark.\n`))
    await everythingReady()
    expect(await stateOfBoth()).toEqual(before)
  })

  it('adds a node without a change to any workload or pod there is', async () => {
    const before = await stateOfBoth()
    await deliver(
      await mainJob((definition) =>
        definition.replace('  - name: carrier\n', (line) => `      - {name: rpc2, role: rpc, cluster: us}\n${line}`),
      ),
    )
    await everythingReady()
    const after = await stateOfBoth()
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
    const before = Object.keys(await stateOfBoth())
    await deliver(
      await mainJob((definition) => definition.replace(/^ +- \{name: rpc1, role: rpc, storage: 100Gi\}.*\n/m, '')),
    )
    await everythingReady()
    // Pods and endpoints are removed by Kubernetes, a moment later.
    const removed = async () => {
      const after = Object.keys(await stateOfBoth())
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
    expect(Object.keys(await stateOfBoth())).toContain('eu persistentvolumeclaims supplychain-retailer/rpc1')
  })
})

const namespace = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })

const ambassador = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'ambassador', namespace: 'supplychain-ambassador' },
}

/** A repository as a user has it after forking the template and following its first step. */
async function fork(): Promise<void> {
  const recipients = names.map((name) => holders[name].recipient)
  const files = await filesOf(fileURLToPath(new URL('../../template', import.meta.url)))
  const definition = (files['network.yaml'] ?? '').replace(
    /^( +)# recipients: .*$/gm,
    (_, indent: string) => `${indent}recipients: [${recipients.shift()}]`,
  )
  await writeFiles(directory, { ...files, 'network.yaml': definition })
  await git(directory, 'init', '--quiet', '--initial-branch=main')
  const settings = { 'user.name': 'Ada', 'user.email': 'ada@example.com', 'commit.gpgsign': 'false' }
  for (const [key, value] of Object.entries(settings)) await git(directory, 'config', key, value)
}

/** Commits a change to the definition, then what the main job makes of it. Gives the revision that Flux gets to see. */
async function mainJob(change: (definition: string) => string = (definition) => definition): Promise<string> {
  const definition = await readFile(join(directory, 'network.yaml'), 'utf8')
  await writeFiles(directory, { 'network.yaml': change(definition) })
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--no-verify', '--message=Our network')
  const ports = recordingPorts(directory)
  const { status } = await commit({ network: 'network.yaml' }, ports)
  expect(status, ports.said.join('\n')).toBe(exitStatus.done)
  return git(directory, 'rev-parse', 'HEAD')
}

async function deliver(revision: string): Promise<void> {
  for (const name of names) await fluxes[name].deliver(directory, revision, `./deploy/flux/${name}`)
}

async function everythingReady(): Promise<void> {
  for (const name of names) {
    for (const part of ['crds', 'ambassador', ...organizations[name]]) {
      await fluxes[name].ready(`supplychain-${part}`, 200_000)
    }
    await fluxes[name].ready('flux-system')
  }
}

const kinds = {
  '/api/v1': ['configmaps', 'secrets', 'services', 'serviceaccounts', 'persistentvolumeclaims', 'namespaces', 'pods'],
  '/apis/apps/v1': ['statefulsets', 'deployments'],
  '/apis/networking.k8s.io/v1': ['networkpolicies'],
  '/apis/policy/v1': ['poddisruptionbudgets'],
  '/apis/rbac.authorization.k8s.io/v1': ['roles', 'rolebindings'],
  '/apis/getambassador.io/v3alpha1': ['tcpmappings', 'mappings', 'hosts', 'listeners', 'modules'],
}

/** All objects of the network in both clusters, each with a value that changes when it is written or made anew. */
async function stateOfBoth(): Promise<Record<string, unknown>> {
  const found: [string, unknown][] = []
  for (const name of names) {
    for (const [api, plurals] of Object.entries(kinds)) {
      for (const plural of plurals) {
        for (const object of await list(bed.cluster(name), `${api}/${plural}`)) {
          const { uid, generation, resourceVersion } = objectAt(object, 'metadata')
          // What a controller or a kubelet writes of the state of a workload is no change to it.
          found.push([
            `${name} ${plural} ${titleOf(object)}`,
            plural === 'pods' ? uid : [uid, generation ?? resourceVersion],
          ])
        }
      }
    }
  }
  return Object.fromEntries(found.sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** The objects of the network, in all namespaces. */
async function list(cluster: Cluster, path: string): Promise<readonly JsonObject[]> {
  const { status, body } = await cluster.request('GET', `${path}?labelSelector=app.kubernetes.io/part-of%3Dsupplychain`)
  expect(status, path).toBe(200)
  return arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
}

function titleOf(object: JsonObject): string {
  const { namespace: place = '', name } = objectAt(object, 'metadata')
  return `${place}/${name}`
}

/** Yellow paper, appendix F: the last 20 bytes of the hash of the public key. */
function addressOf(key: string): string {
  const point = secp256k1.getPublicKey(Buffer.from(key, 'hex'), false)
  return `0x${Buffer.from(keccak_256(point.subarray(1)).subarray(12)).toString('hex')}`
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadAll } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeTrees } from '../../src/render/tree.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { goldenCases, readInput, renderCase } from '../golden/cases.ts'
import { fluxDefinitions } from '../kubernetes/flux-crds.ts'
import { arrayAt, isJsonObject, objectAt, textAt } from '../kubernetes/json.ts'
import { ApiError, type KubernetesObject } from './cluster.ts'
import { type Bed, type Cluster, clusters } from './clusters.ts'
import { tool } from './tools/tool.ts'

const resources = new AsyncDisposableStack()
let bed: Bed

beforeAll(async () => {
  bed = resources.use(await clusters(2))
  for (const cluster of bed.clusters) {
    await install(cluster, await customResources())
    await cluster.apply(namespaceOf('flux-system'))
  }
}, 600_000)
afterAll(() => resources.disposeAsync(), 60_000)

describe('an API server takes every object of', { timeout: 400_000 }, () => {
  it.each(goldenCases)('%s, and gets its pods past Pod Security', async (name) => {
    const parts = [...(await objectsOf(name))]
    expect(parts.length).toBeGreaterThan(0)
    // A definition may have more clusters than the bed: those take turns.
    const turns = bed.clusters.map((cluster, at) => ({ cluster, own: parts.filter((_, index) => index % 2 === at) }))
    const refused = await Promise.all(
      turns.map(async ({ cluster, own }) => {
        const found: string[] = []
        for (const [part, objects] of own) {
          found.push(...(await applyAll(cluster, objects)).map((problem) => `${part}: ${problem}`))
          found.push(...(await withoutPods(cluster, objects)).map((problem) => `${part}: ${problem}`))
          await removeAll(cluster, objects)
        }
        return found
      }),
    )
    expect(refused.flat()).toEqual([])
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

const namespaceOf = (name: string): KubernetesObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })

/** CustomResourceDefinitions of Emissary, as every network brings them, and of Flux. */
async function customResources(): Promise<readonly KubernetesObject[]> {
  const { built } = await build(goldenCases[0] ?? '')
  const flux = await fluxDefinitions()
  const files = await Promise.all((await readdir(flux)).map((file) => readFile(join(flux, file), 'utf8')))
  return [built.get('deploy/base/ambassador/crds') ?? '', ...files].flatMap(objectsIn)
}

async function install(cluster: Cluster, definitions: readonly KubernetesObject[]): Promise<void> {
  for (const definition of definitions) await cluster.apply(definition)
  const established = async (definition: KubernetesObject): Promise<boolean> => {
    const conditions = arrayAt(objectAt((await cluster.get(definition)) ?? {}, 'status'), 'conditions')
    return conditions.filter(isJsonObject).some(({ type, status }) => type === 'Established' && status === 'True')
  }
  for (const definition of definitions) while (!(await established(definition))) await sleep(50)
}

async function build(name: string): Promise<{ tree: ReadonlyMap<string, string>; built: ReadonlyMap<string, string> }> {
  const { tree } = await renderCase(name)
  const overrides = [...(await readInput(name))].filter(([path]) => path.startsWith('overrides/'))
  const { built, broken } = await buildRoots(await tool('kustomize'), mergeTrees(tree, overrides))
  expect(broken).toEqual([])
  return { tree, built }
}

/** What each cluster of a golden case gets, Flux's own objects included. */
async function objectsOf(name: string): Promise<ReadonlyMap<string, readonly KubernetesObject[]>> {
  const { tree, built } = await build(name)
  const texts = [...built, ...[...tree].filter(([path]) => path.startsWith('deploy/flux/'))]
  const byCluster = Map.groupBy(texts, ([path]) => /^deploy\/(?:clusters|flux)\/([^/]+)\//.exec(path)?.[1])
  byCluster.delete(undefined) // the custom resource definitions
  return new Map(
    [...byCluster].map(([cluster = '', found]) => [
      cluster,
      found.flatMap(([, text]) => objectsIn(text).map(decrypted)),
    ]),
  )
}

const objectsIn = (text: string): KubernetesObject[] =>
  loadAll(text).filter((object): object is KubernetesObject => isJsonObject(object))

/** A sealed Secret with other values, and without what sops added: what Flux makes of it. */
function decrypted(object: KubernetesObject): KubernetesObject {
  const { sops, ...rest } = object
  if (sops === undefined) return object
  const data = Object.keys(objectAt(object, 'data')).map((key) => [key, Buffer.from('decrypted').toString('base64')])
  return { ...rest, data: Object.fromEntries(data) } as KubernetesObject // the same fields, but for the values
}

const isNamespace = ({ kind }: KubernetesObject): boolean => kind === 'Namespace'

/** Applies all, namespaces first. Gives what the server said of those that it refused. */
async function applyAll(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<readonly string[]> {
  const problems: string[] = []
  const apply = async (object: KubernetesObject): Promise<void> => {
    try {
      await cluster.apply(object)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      problems.push(`${object.kind} ${object.metadata.name}: ${error.message}`)
    }
  }
  for (const object of objects.filter(isNamespace)) {
    const enforced = objectAt(object, 'metadata', 'labels')['pod-security.kubernetes.io/enforce']
    if (enforced !== 'restricted') problems.push(`Namespace ${object.metadata.name} enforces ${enforced}`)
    await apply(object)
  }
  await Promise.all(objects.filter((object) => !isNamespace(object)).map(apply))
  return problems
}

const longestMilliseconds = 90_000

/** Workloads that do not get all their pods, with what the events of their namespace say. */
async function withoutPods(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<readonly string[]> {
  const end = Date.now() + longestMilliseconds
  let waiting = objects.filter(({ kind }) => kind === 'StatefulSet' || kind === 'Deployment')
  while (waiting.length > 0 && Date.now() < end) {
    const found = await Promise.all(waiting.map((object) => cluster.get(object)))
    waiting = waiting.filter((_, at) => {
      const { spec, status } = { spec: objectAt(found[at] ?? {}, 'spec'), status: objectAt(found[at] ?? {}, 'status') }
      return status.readyReplicas !== spec.replicas
    })
    await sleep(300)
  }
  return Promise.all(
    waiting.map(async ({ kind, metadata }) => {
      const { body } = await cluster.request(
        'GET',
        `/api/v1/namespaces/${metadata.namespace}/events?fieldSelector=type%3DWarning`,
      )
      const events = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
      return `${kind} ${metadata.name} is not ready: ${events.map((event) => textAt(event, 'message')).join('; ')}`
    }),
  )
}

/** Empties the cluster for the next one, which may have objects of the same names. */
async function removeAll(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<void> {
  const named = objects.filter((object) => isNamespace(object) || object.metadata.namespace === 'flux-system')
  for (const object of named) await cluster.delete(object)
  for (const object of named) while ((await cluster.get(object)) !== undefined) await sleep(100)
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pullFault } from '../../../src/cluster/status/image-pull.ts'
import { readInput, renderFiles } from '../../golden/cases.ts'
import { arrayAt, isJsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import type { KubernetesObject } from '../cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { type ImageContent, imageContent } from '../machine/image.ts'
import { machineTools } from '../machine/programs.ts'
import { podsRun } from '../machine/requirements.ts'
import { standIn } from '../machine/stand-in.ts'
import { tools } from '../tools/tool.ts'
import { type Registry, registryTools, startRegistry } from './registry.ts'

if (podsRun()) await tools(...components, ...machineTools, ...registryTools)

const mirror = 'mirror.example.test:5000/ledgers'
let bed: Bed
let eu: Cluster
let registry: Registry

/** The machine reaches no other registry. */
describe.runIf(podsRun())('a mirror with a login', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    bed = await clusters(['eu'], { pods: 'real' })
    eu = bed.cluster('eu')
    registry = await startRegistry(bed, 'mirror.example.test', ['eu'])
    // The same registry, by a name whose certificate no machine trusts.
    await bed.setNames({ 'mirror.example.test': registry.address, 'other.example.test': registry.address })
    await secret('login', registry.login)
    await secret('wrong', registry.loginWith('wrong'))
  }, 900_000)
  afterAll(() => bed?.[Symbol.asyncDispose]())

  it('serves every image that deploy/README.md lists, by its tag and by the digest of an index or of a manifest', async () => {
    const images = await listedImages()
    expect(images.length).toBeGreaterThan(2)
    const pulled: Record<string, string> = {}
    for (const [at, image] of images.entries()) {
      const [, name = '', tag = ''] = /^[^/]+\/(.+):([^:]+)$/.exec(image) ?? []
      const digest = await registry.push(await contentOf(name), name, tag, at % 2 === 0 ? 'index' : 'manifest')
      pulled[`tag-${at}`] = image
      pulled[`digest-${at}`] = `${image.replace(/:[^:/]+$/, '')}@${digest}`
    }
    for (const [name, image] of Object.entries(pulled)) await eu.apply(pod(name, image, 'login'))
    for (const [name, image] of Object.entries(pulled)) {
      await soon(async () => expect(await eu.get(pod(name, image))).toMatchObject({ status: { phase: 'Running' } }))
      if (name.startsWith('digest-')) expect((await statusOf(name)).id).toBe(image)
    }
  })

  it.each([
    ['without-login', 'absent-tag', undefined, 'login'],
    ['wrong-login', 'absent-tag', 'wrong', 'login'],
    ['absent', 'hyperledger/besu:0.0.0', 'login', 'absent'],
    ['wrong-digest', `hyperledger/besu@sha256:${'0'.repeat(64)}`, 'login', 'absent'],
  ])('%s is explained', async (name, image, login, fault) => {
    await eu.apply(pod(name, `${mirror}/${image}`, login))
    await soon(async () => expect(pullFault((await statusOf(name)).message)).toBe(fault))
  })

  it.each([
    ['untrusted', 'other.example.test:5000/ledgers/hyperledger/besu:1'],
    ['unreachable', 'nowhere.example.test/ledgers/hyperledger/besu:1'],
  ])('one that is %s is explained', async (fault, image) => {
    await eu.apply(pod(fault, image, 'login'))
    await soon(async () => expect(pullFault((await statusOf(fault)).message)).toBe(fault))
    noteSurroundings(
      'mirrors',
      'distribution 3.1.1 with TLS and a login, containerd 2.4.2: images of a network by tag, by index and by manifest; absent ones, wrong logins and digests, a mirror that is not trusted or not reached',
    )
  })
})

/** Another one for each name: a runtime calls one content by the name that it was first pulled by. */
async function contentOf(name: string): Promise<ImageContent> {
  const { command, files } = await standIn(name)
  return imageContent({ command: [...command, name], files })
}

/** As pods of a golden network pull them, from the table of its deploy/README.md. */
async function listedImages(): Promise<readonly string[]> {
  const input = Object.fromEntries(await readInput('template'))
  const images = JSON.stringify({ registry: mirror, pullSecret: 'login' })
  const definition = (input['network.yaml'] ?? '').replace('version: 1\n', `version: 1\nimages: ${images}\n`)
  const { tree } = await renderFiles('template', { ...input, 'network.yaml': definition })
  const text = String(tree.get('deploy/README.md'))
  return [...text.matchAll(/^\| `[^`]+` \| `([^`]+)` \|/gm)].flatMap(([, image = '']) =>
    image.startsWith(`${mirror}/`) ? [image] : [],
  )
}

const secret = (name: string, login: string) =>
  eu.apply({
    ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'default' } },
    ...{ type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': login } },
  })

/** Whether its image is there already counts only for those who may pull it: so it is asked for each time. */
const pod = (name: string, image: string, login?: string): KubernetesObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' } },
  spec: {
    terminationGracePeriodSeconds: 0,
    containers: [{ name: 'main', image, imagePullPolicy: 'Always' }],
    ...(login === undefined ? {} : { imagePullSecrets: [{ name: login }] }),
  },
})

/** Of its container: the image that runs, or why it waits. */
async function statusOf(name: string): Promise<{ readonly id: string; readonly message: string }> {
  const found = (await eu.get(pod(name, 'any'))) ?? {}
  const [status = {}] = arrayAt(objectAt(found, 'status'), 'containerStatuses').filter(isJsonObject)
  return { id: textAt(status, 'imageID'), message: textAt(objectAt(status, 'state', 'waiting'), 'message') }
}

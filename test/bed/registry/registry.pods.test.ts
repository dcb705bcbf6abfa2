import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pullFault } from '../../../src/cluster/status/image-pull.ts'
import { arrayAt, isJsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { noteSurroundings } from '../../real.ts'
import type { KubernetesObject } from '../cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { soon } from '../eventually.ts'
import { namespace } from '../fixtures.ts'
import { blockOf } from '../lifetime/folder.ts'
import { imageContent } from '../machine/image.ts'
import { machineAddress } from '../machine/network.ts'
import { type NetworkFolder, networkFolder, withoutMinute } from '../machine/network-folder.ts'
import { machineTools } from '../machine/programs.ts'
import { podsRun } from '../machine/requirements.ts'
import { standIn } from '../machine/stand-in.ts'
import { tools } from '../tools/tool.ts'
import { imagesToCopy, type MirroredImage } from './images-to-copy.ts'
import { mirror, mirrorHost, networks, type PlatformId } from './networks.ts'
import { imagesPulled, podsIn } from './pulled.ts'
import { type Registry, registryTools, startRegistry } from './registry.ts'

if (podsRun()) await tools(...components, ...machineTools, ...registryTools)

const platforms = Object.keys(networks) as readonly PlatformId[] // it has no other keys
let bed: Bed
let eu: Cluster
let registry: Registry
let folders: Readonly<Record<PlatformId, NetworkFolder>>
/** By their names at the mirror. */
const copied = new Map<string, string>()
/** Pods of networks that came up. */
let started = 0

/** The machine reaches no other registry, and has no image but that of pause. */
describe.runIf(podsRun())('a mirror with a login', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    bed = await clusters(['eu'], { pods: 'real' })
    eu = bed.cluster('eu')
    registry = await startRegistry(bed, mirrorHost, ['eu'])
    const machine = machineAddress(blockOf(bed.folder), 0)
    await bed.setNames({
      [mirrorHost]: registry.address,
      // The same registry, by a name whose certificate no machine trusts.
      'other.example.test': registry.address,
      ...Object.fromEntries(Object.values(networks).map(({ domain }) => [`*.${domain}`, machine])),
    })
    await secret('default', 'login', registry.login)
    await secret('default', 'wrong', registry.loginWith('wrong'))
    for (const { namespaces } of Object.values(networks)) {
      for (const name of namespaces) {
        await eu.apply(namespace(name, {}))
        await secret(name, 'login', registry.login)
      }
    }
    const made = platforms.map(async (platform) => {
      const { definition } = networks[platform]
      return [platform, await networkFolder(definition, bed.kubeconfig, withoutMinute('eu'))] as const
    })
    folders = Object.fromEntries(await Promise.all(made)) as typeof folders // one for each platform
  }, 900_000)
  afterAll(async () => {
    for (const folder of Object.values(folders ?? {})) await folder[Symbol.asyncDispose]()
    await bed?.[Symbol.asyncDispose]()
  })

  it('serves an image by its tag, and by the digest of an index or of a manifest', async () => {
    const images = await imagesToCopy(folders.quorum.directory)
    expect(images.length).toBeGreaterThan(2)
    const named: Record<string, string> = {}
    for (const [at, image] of images.entries()) {
      await copy(image)
      named[`tag-${at}`] = image.pulled
      named[`digest-${at}`] = byDigest(image)
    }
    for (const [name, image] of Object.entries(named)) await eu.apply(pod(name, image, 'login'))
    for (const [name, image] of Object.entries(named)) {
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
    ['unreachable', 'docker.io/curlimages/curl:8.16.0'],
  ])('one that is %s is explained: %s', async (fault, image) => {
    const [name = ''] = image.split(/[:/]/)
    await eu.apply(pod(name, image, 'login'))
    await soon(async () => expect(pullFault((await statusOf(name)).message)).toBe(fault))
  })

  it('commands name the image that is not there yet, the mirror, and what to do', async () => {
    const images = await imagesToCopy(folders.besu.directory)
    const [missing] = images.filter(({ image }) => image === 'hyperledger/besu')
    for (const image of images) if (image !== missing) await copy(image)
    for (const command of [['apply'], ['status', ...dns()], ['verify', ...dns()]]) {
      const { status, stdout } = await folders.besu.run(...command)
      expect(status, stdout).toBe(4)
      expect(stdout).toContain(
        'init container wait-for-names of pod rpc1-0 cannot get its image (the registry does not have it): ',
      )
      expect(stdout).toContain(missing?.pulled)
      expect(stdout).toContain(
        '    copy the image to `images.registry`, or correct the version or `images.digests`; kubectl --context eu -n trade-carrier describe pod rpc1-0\n',
      )
    }
    // Afterwards, machines would try again within five minutes.
    for (const image of images) await copy(image)
    for (const { name, namespace: place } of await podsIn(eu, ['trade-carrier'])) {
      await eu.delete({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: place } })
    }
  })

  it.each(platforms)('all of a network of %s comes up from it', async (platform) => {
    const network = folders[platform]
    const { namespaces, own = [], pinned } = networks[platform]
    const images = await imagesToCopy(network.directory)
    for (const image of [...images, ...own.map((pulled) => ({ image: pulled, pulled, programs: [] }))])
      await copy(image)
    if (pinned) {
      const digests = Object.fromEntries(images.map(({ image, pulled }) => [image, copied.get(pulled)]))
      await network.change((text) => text.replace('images: {', `images: {digests: ${JSON.stringify(digests)}, `))
    }
    const { status, stdout, stderr } = await network.run('apply')
    expect(status, stdout + stderr).toBe(0)
    const expected = [...images.map((image) => (pinned ? byDigest(image) : image.pulled)), ...own].sort()
    const pods = await podsIn(eu, namespaces)
    expect(pods.length).toBeGreaterThan(3)
    for (const { name, isUp, images: named, running } of pods) {
      expect({ name, isUp, others: named.filter((image) => !expected.includes(image)) }).toEqual({
        name,
        isUp: true,
        others: [],
      })
      expect(running.filter((id) => !id.startsWith(`${mirror}/`))).toEqual([])
    }
    // The probe finds no ledger behind the ports of stand-ins, but its pod runs.
    await network.run('verify', '--probe', ...dns())
    expect([...(await imagesPulled(eu, namespaces))].sort()).toEqual(expected)
    started += pods.length
  })

  it('is noted', () =>
    noteSurroundings(
      'mirrors',
      `distribution 3.1.1 with TLS and a login, containerd 2.4.2 without any other registry: all ${started} pods of networks of ${platforms.join(', ')}, by tag and by digest; absent images, wrong logins and digests, a mirror that is not trusted or not reached`,
    ))
})

/** Knows the names of the networks. */
const dns = (): readonly string[] => ['--dns-server', machineAddress(blockOf(bed.folder), 0)]

/** Pushes an image of its own for each name: a runtime calls one content by the name that it was first pulled by. */
async function copy({ pulled, programs }: MirroredImage): Promise<void> {
  if (copied.has(pulled)) return
  const [, name = '', tag = ''] = /^[^/]+\/(.+):([^:]+)$/.exec(pulled) ?? []
  const { command, files } = await standIn(name, programs)
  const content = await imageContent({ command: [...command, name], files })
  copied.set(pulled, await registry.push(content, name, tag, copied.size % 2 === 0 ? 'index' : 'manifest'))
}

const byDigest = ({ pulled }: MirroredImage): string => `${pulled.replace(/:[^:/]+$/, '')}@${copied.get(pulled)}`

const secret = (place: string, name: string, login: string) =>
  eu.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: place },
    type: 'kubernetes.io/dockerconfigjson',
    stringData: { '.dockerconfigjson': login },
  })

/** Whether its image is there already counts only for those who may pull it: so it is asked for each time. */
const pod = (name: string, image: string, login?: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default' },
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

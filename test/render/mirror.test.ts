import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { readBases } from '../../src/bases.ts'
import { renderInput } from '../../src/commands/render.ts'
import { nodesOf } from '../../src/network/network.ts'
import { inquiryObjects } from '../../src/probe/inquiry.ts'
import { probeObjects } from '../../src/probe/objects.ts'
import { viewOf } from '../../src/render/compile.ts'
import { ambassadorImages, probeImage } from '../../src/render/images.ts'
import { mergeTrees } from '../../src/render/tree.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { tool } from '../bed/tools/tool.ts'
import { goldenCases, readExpected, readInput, renderFiles } from '../golden/cases.ts'
import { arrayAt, isJsonObject, textAt } from '../kubernetes/json.ts'
import { noRepository } from '../no-repository.ts'

const kustomize = await tool('kustomize')

const registry = 'mirror.example.com:5000/ledgers'
const pullSecret = 'mirror-login'

/** Images that a definition names itself, which come from where it says: those of its chaincodes. */
const own = /^(?:ghcr\.io\/example|registry\.example\.com)\//

interface Pulled {
  readonly images: readonly string[]
  readonly secrets: unknown
}

/** Of every pod that any object makes. */
function pulledBy(value: unknown): readonly Pulled[] {
  if (Array.isArray(value)) return value.flatMap(pulledBy)
  if (!isJsonObject(value)) return []
  const inner = Object.values(value).flatMap(pulledBy)
  if (!Array.isArray(value.containers)) return inner
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => arrayAt(value, list))
  const images = containers.filter(isJsonObject).map((container) => textAt(container, 'image'))
  return [{ images, secrets: value.imagePullSecrets }, ...inner]
}

/** The definition of a golden case, with these images instead of its own. */
async function withImages(name: string, images: object) {
  const input = Object.fromEntries([...(await readInput(name))])
  const kept = [...(await readExpected(name))].filter(
    ([path]) => path.startsWith('material/') || path === 'network.lock.yaml',
  )
  const text = (input['network.yaml'] ?? '').replace(/^images:\n(?: +.*\n)+/m, '')
  const definition = text.replace(/^version: 1\n/m, `version: 1\nimages: ${JSON.stringify(images)}\n`)
  const files = { ...input, ...Object.fromEntries(kept), 'network.yaml': definition }
  const { checked, tree } = await renderFiles(name, files)
  const overrides = Object.entries(input).filter(([path]) => path.startsWith('overrides/'))
  const { built, broken } = await buildRoots(kustomize, mergeTrees(tree, overrides))
  expect(broken).toEqual([])
  return { checked, tree, pods: [...built.values()].flatMap((yaml) => loadAll(yaml)).flatMap(pulledBy) }
}

type Rendered = Awaited<ReturnType<typeof withImages>>

/** Names of all images that a network may pull, as manifests have them. */
function imagesOf({ network, platform }: Rendered['checked']): readonly string[] {
  const images = platform.rendering.images(network, network.platformVersion).map(({ name }) => name)
  return [...new Set([...images, ...network.clusters.flatMap(ambassadorImages).map(({ name }) => name), probeImage])]
}

describe.each(goldenCases)('every image of %s', (name) => {
  it('comes from the mirror, with the pull Secret and by its digest, whichever name the digest has', async () => {
    const { checked, tree, pods } = await withImages(name, { registry, pullSecret })
    expect(pods.length).toBeGreaterThan(3)
    const all = [...pods, ...(await temporaryPods(checked))]
    const images = all.flatMap((pod) => pod.images)
    expect(images.filter((image) => !image.startsWith(`${registry}/`) && !own.test(image))).toEqual([])
    expect(all.filter(({ secrets }) => JSON.stringify(secrets) !== JSON.stringify([{ name: pullSecret }]))).toEqual([])
    // The table lists what the mirror must have.
    const listed = [...String(tree.get('deploy/README.md')).matchAll(/^\| `[^`]+` \| `([^`]+)` \|/gm)]
    expect(listed.map(([, image]) => image)).toEqual(expect.arrayContaining([...new Set(images)]))

    const digests = Object.fromEntries(
      imagesOf(checked).map((image, at) => [otherName(image), `sha256:${'0'.repeat(63)}${at}`]),
    )
    const byDigest = await withImages(name, { registry, pullSecret, digests })
    const pinned = [...byDigest.pods, ...(await temporaryPods(byDigest.checked))].flatMap((pod) => pod.images)
    const withDigest = new RegExp(`^${registry}/[^:@]+@sha256:[0-9]{64}$`)
    expect(pinned.filter((image) => !withDigest.test(image) && !own.test(image))).toEqual([])
    expect(pinned.length).toBe(images.length)
  })
})

/** `hyperledger/besu` for `docker.io/hyperledger/besu`, and the other way round. */
function otherName(image: string): string {
  if (image.startsWith('docker.io/')) return image.replace(/^docker\.io\/(?:library\/)?/, '')
  if (/^[^/]+\.[^/]+\//.test(image)) return image
  return `docker.io/${image.includes('/') ? '' : 'library/'}${image}`
}

/** Of the Jobs that `verify` starts: the probe, and the questions of an administrator. */
async function temporaryPods(checked: Rendered['checked']): Promise<readonly Pulled[]> {
  const { network, platform } = checked
  const input = await renderInput(checked, { bases: readBases, repository: noRepository })
  const shared = { network: network.name, namespace: 'a', name: 'b', placement: {} }
  const common = { ...shared, images: network.images, bases: input.bases }
  const { job } = probeObjects({ plan: { labels: {}, targets: [] }, ...common })
  const inquiries = network.clusters.flatMap((cluster) =>
    network.organizations.flatMap((organization) => {
      const nodes = nodesOf(network, cluster.name, organization.name)
      return nodes.length === 0 ? [] : (platform.operation.inquiries?.(nodes, viewOf(input, cluster)) ?? [])
    }),
  )
  return pulledBy([job, ...inquiries.flatMap((inquiry) => Object.values(inquiryObjects({ inquiry, ...common })))])
}

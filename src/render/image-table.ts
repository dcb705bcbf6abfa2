import { posix } from 'node:path'
import { groupBy } from '../group-by.ts'
import type { Network } from '../network/network.ts'
import type { Platform, PlatformImage } from '../platforms/platform.ts'
import { code } from './escape.ts'
import { ambassadorImages, imageReference, probeImage } from './images.ts'
import { table } from './markdown.ts'
import type { Part } from './root.ts'
import type { TextTree } from './tree.ts'

/** What the images of a network are read from. */
export interface ImageTableInput {
  readonly network: Network
  readonly platform: Platform
  /** All base manifests. */
  readonly bases: TextTree
  /** Base manifests of this network, with their content. */
  readonly basesInUse: readonly (readonly [path: string, text: string])[]
  readonly parts: readonly Part[]
}

interface UsedImage {
  /** As its publisher calls it. */
  readonly reference: string
  /** As the manifests have it after kustomize. */
  readonly pulled: string
  readonly user: string
}

/** Images to have in a mirror, with their tags or digests, as pods pull them. */
export function imagesMarkdown(input: ImageTableInput): string[] {
  const { registry, qualified } = input.network.images
  const isRenamed = registry !== undefined || qualified
  const rows = [...groupBy(imagesOf(input), ({ reference }) => reference)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([reference, uses]) => [
      code(reference),
      ...(isRenamed ? [code(uses[0]?.pulled ?? '')] : []),
      [...new Set(uses.map(({ user }) => user))].sort().join(', '),
    ])
  return [
    '## Images\n',
    'Images that the pods of this network pull, for mirrors and scanners. Images that overrides name are not listed.\n',
    table(['image', ...(isRenamed ? ['pulled as'] : []), 'used by'], rows),
  ]
}

function imagesOf({ network, platform, bases, basesInUse, parts }: ImageTableInput): UsedImage[] {
  const versions = [...new Set([network.platformVersion, ...network.nodes.map((node) => node.platformVersion)])]
  const known: readonly PlatformImage[] = [
    ...versions.flatMap((version) => platform.rendering.images(network, version)),
    ...network.clusters
      .filter(({ ambassador }) => !ambassador.existing)
      .flatMap((cluster) => ambassadorImages(cluster)),
    { name: probeImage },
  ]
  const manifests: (readonly [string, string])[] = [...basesInUse, ['probe', bases.get('probe/job.yaml') ?? '']]
  const knownAs = ({ name, tag }: WrittenImage, path: string): UsedImage[] => {
    const tags = known.filter((image) => image.name === name).map((image) => image.tag ?? tag)
    return [...new Set(tags)].map((own) => used(network, join(name, own), userOf(path)))
  }
  const fromBases = manifests.flatMap(([path, text]) => imagesIn(text).flatMap((image) => knownAs(image, path)))
  const fromOverlays = parts
    .flatMap(({ files }) => files)
    .flatMap(([path, content]) =>
      typeof content === 'string' && path.endsWith('.yaml') && !path.endsWith('/kustomization.yaml')
        ? imagesIn(content).flatMap((image) => {
            // Of the ledger, where the definition names it: kustomize has an entry for it.
            const own = knownAs(image, path)
            if (own.length > 0) return own
            const { name, tag, digest } = image
            const reference = digest === undefined ? join(name, tag) : `${name}@${digest}`
            return [{ reference, pulled: reference, user: userOf(path) }]
          })
        : [],
    )
  return [...fromBases, ...fromOverlays]
}

const join = (name: string, tag: string | undefined): string => (tag === undefined ? name : `${name}:${tag}`)

/** An image of Chancery's manifests: kustomize replaces its tag by a digest, and its registry by the mirror. */
function used({ images }: Network, reference: string, user: string): UsedImage {
  return {
    reference: imageReference({ digests: images.digests }, reference),
    pulled: imageReference(images, reference),
    user,
  }
}

/** The folder of a manifest: `peer`, `vote`, `chaincode-kv`. */
const userOf = (path: string): string => posix.basename(path.endsWith('.yaml') ? posix.dirname(path) : path)

const imageLine = /^[ -]*image: (?<name>[^\s:@]+(?::\d+\/[^\s:@]+)?)(?::(?<tag>[^\s@]+))?(?:@(?<digest>\S+))?$/gm

interface WrittenImage {
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

const imagesIn = (text: string): WrittenImage[] =>
  [...text.matchAll(imageLine)].map(({ groups = {} }) => ({
    name: groups.name ?? '',
    tag: groups.tag,
    digest: groups.digest,
  }))

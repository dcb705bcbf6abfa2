import type { Problem } from '../network/finding.ts'
import type { Images, Network } from '../network/network.ts'
import { didYouMean } from '../network/suggestion.ts'
import type { Platform, PlatformImage } from '../platforms/platform.ts'

/** Images of the Ambassador, as in its base manifests: Emissary, and the router that it may have behind it. */
export const emissaryImage = 'ghcr.io/emissary-ingress/emissary'
export const routerImage = 'docker.io/envoyproxy/envoy'

/** Image of the probe, as in its base manifest. */
const probeImage = 'curlimages/curl'

/** Kustomize's entry for one image: its tag or digest, and its name at the mirror. */
function imageEntry(images: Images, name: string, tag: string | undefined): object | undefined {
  const digest = images.digests[name]
  const newName = images.registry === undefined ? undefined : `${images.registry}/${withoutRegistry(name)}`
  if (newName === undefined && digest === undefined && tag === undefined) return undefined
  return {
    name,
    ...(newName === undefined ? {} : { newName }),
    ...(digest === undefined ? (tag === undefined ? {} : { newTag: tag }) : { digest }),
  }
}

/** A whole reference, as kustomize would make it of the entry for it. */
export function imageReference(images: Images, reference: string): string {
  const [, name = reference, tag] = /^(.+?)(?::([^:/]+))?$/.exec(reference) ?? []
  const own = images.registry === undefined ? name : `${images.registry}/${withoutRegistry(name)}`
  const digest = images.digests[name]
  return digest === undefined ? `${own}${tag === undefined ? '' : `:${tag}`}` : `${own}@${digest}`
}

/** Entries for all images of a platform, of which a root may use some. */
export const imageEntries = (images: Images, used: readonly PlatformImage[]): object[] =>
  used.flatMap(({ name, tag }) => imageEntry(images, name, tag) ?? [])

/** `ghcr.io/a/b` is `a/b` at a mirror: the first part is a registry when it has a dot or a port. */
function withoutRegistry(name: string): string {
  const [first = '', ...rest] = name.split('/')
  return rest.length > 0 && /[.:]/.test(first) ? rest.join('/') : name
}

/** A digest for an image that is not used would silently pin nothing. */
export function imageProblems(network: Network, platform: Platform): Problem[] {
  const shares = network.clusters.some(({ ambassador }) => ambassador.passthrough === 'sni')
  const own = platform.rendering.images(network, network.platformVersion).map(({ name }) => name)
  // Jobs of a platform may use the image of the probe, too.
  const used = [...new Set([emissaryImage, ...(shares ? [routerImage] : []), ...own, probeImage])]
  return Object.keys(network.images.digests)
    .filter((name) => !used.includes(name))
    .map((name) => ({
      rule: 'image',
      severity: 'error',
      message: `no image is called ${name}`,
      hint: didYouMean(name, used),
      path: ['images', 'digests', name],
      atKey: true,
    }))
}

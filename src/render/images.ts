import { emissaryVersion } from '../network/emissary-version.ts'
import type { Problem } from '../network/finding.ts'
import { familiarName, isImageReferenceProblem, readImageReference } from '../network/image-reference.ts'
import { mirrorNameProblem } from '../network/mirror-name.ts'
import type { Cluster, Images, Network } from '../network/network.ts'
import { specialName } from '../network/special-addresses.ts'
import { didYouMean } from '../network/suggestion.ts'
import type { Platform, PlatformImage } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'

/** Images of the Ambassador, as in its base manifests: Emissary, and the router that it may have behind it. */
export const emissaryImage = 'ghcr.io/emissary-ingress/emissary'
export const routerImage = 'docker.io/envoyproxy/envoy'

/** Image of the probe, as in its base manifest. */
export const probeImage = 'curlimages/curl'

/** Those that the root of an Ambassador has: of its pods, and of the router that it may have behind them. */
export const ambassadorImages = ({ ambassador: { version, passthrough } }: Cluster): PlatformImage[] => [
  { name: emissaryImage, ...(version === undefined || version === emissaryVersion ? {} : { tag: version }) },
  ...(passthrough === 'sni' ? [{ name: routerImage }] : []),
]

/** The digest of an image, by its short name or with `docker.io`. */
export function digestOf({ digests }: Pick<Images, 'digests'>, name: string): string | undefined {
  const [, digest] = Object.entries(digests).find(([key]) => familiarName(key) === familiarName(name)) ?? []
  return digest
}

/** Kustomize's entry for one image: its tag or digest, and its name at the mirror. */
function imageEntry(images: Images, name: string, tag: string | undefined): object | undefined {
  const digest = digestOf(images, name)
  const pulled = pulledName(images, name)
  const newName = pulled === name ? undefined : pulled
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
  const own = pulledName(images, name)
  const digest = digestOf(images, name)
  return digest === undefined ? `${own}${tag === undefined ? '' : `:${tag}`}` : `${own}@${digest}`
}

/** Entries for all images of a platform, of which a root may use some. */
export const imageEntries = (images: Images, used: readonly PlatformImage[]): object[] =>
  used.flatMap(({ name, tag }) => imageEntry(images, name, tag) ?? [])

/** The name that machines pull: at the mirror, or with the registry that a name without one means. */
function pulledName({ registry, qualified }: Images, name: string): string {
  if (registry !== undefined) return `${registry}/${nameAtMirror(name)}`
  const short = familiarName(name)
  if (!qualified || registryIn.test(short)) return name
  return `docker.io/${short.includes('/') ? short : `library/${short}`}`
}

/** The first part of a name is a registry when it has a dot or a port. */
const registryIn = /^[^/]*[.:][^/]*\//

/** Without its registry. */
const nameAtMirror = (name: string): string => familiarName(name).replace(registryIn, '')

/** Where images are taken from, and what pins them. */
export function imageProblems(network: Network, platform: Platform): Problem[] {
  const shares = network.clusters.some(({ ambassador }) => ambassador.passthrough === 'sni')
  const own = platform.rendering.images(network, network.platformVersion).map(({ name }) => name)
  // Jobs of a platform may use the image of the probe, too.
  const used = [...new Set([emissaryImage, ...(shares ? [routerImage] : []), ...own, probeImage])]
  return [...mirrorProblems(network, used), ...digestProblems(network, used)]
}

/** The mirror is read by the machines, with their DNS: each image of it has to be a reference that they take. */
function mirrorProblems({ images: { registry }, clusters }: Network, used: readonly string[]): Problem[] {
  if (registry === undefined) return []
  const problem = (severity: Problem['severity'], message: string, hint: string): Problem[] => [
    { rule: 'image', severity, message, hint, path: ['images', 'registry'] },
  ]
  const wrong = mirrorNameProblem(registry, used.map(nameAtMirror))
  // What is wrong with it may be that it has a password.
  if (wrong !== undefined) return problem('error', `images.registry is not a mirror: ${wrong.message}`, wrong.hint)
  const read = readImageReference(`${registry}/${probeImage}`)
  const host = isImageReferenceProblem(read)
    ? undefined
    : read.registry?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
  if (host === undefined)
    return problem(
      'error',
      `${registry} is not a registry but an account of Docker Hub: a registry has a dot or a port`,
      `write its whole name, or docker.io/${registry} if that is intended`,
    )
  const special = specialName(host)
  if (special === undefined || special.severity === 'warning') return []
  const near = special.onMachine && clusters.every(({ provider }) => providers[provider].local)
  return near
    ? []
    : problem(
        'warning',
        `the registry ${host} ${special.reason}, and it is the machines that pull images`,
        'write a name that the DNS of the machines resolves, or have their runtime know this mirror',
      )
}

/** A digest for an image that is not used would silently pin nothing. */
function digestProblems({ images: { digests } }: Network, used: readonly string[]): Problem[] {
  const known = new Set(used.map(familiarName))
  const names = Object.keys(digests)
  const problem = (name: string, message: string, hint: string): Problem => ({
    rule: 'image',
    severity: 'error',
    message,
    hint,
    path: ['images', 'digests', name],
    atKey: true,
  })
  return names.flatMap((name, at): Problem[] => {
    if (!known.has(familiarName(name)))
      return [problem(name, `no image is called ${name === '' ? '""' : name}`, didYouMean(bare(name, used), used))]
    const same = names.slice(0, at).find((other) => familiarName(other) === familiarName(name))
    return same === undefined ? [] : [problem(name, `${name} and ${same} are the same image`, 'remove one of the two')]
  })
}

/** An image that is written with its tag. */
const bare = (name: string, used: readonly string[]): string => {
  const short = familiarName(name.replace(/[:@][^/]*$/, ''))
  return used.find((image) => `/${short}`.endsWith(`/${familiarName(image)}`)) ?? name
}

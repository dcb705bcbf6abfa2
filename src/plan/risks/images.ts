import type { Path } from '../../network/finding.ts'
import { familiarName } from '../../network/image-reference.ts'
import { nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { digestOf } from '../../render/images.ts'
import { keptClusters, keptNodes, type Revision } from './revision.ts'

/** Other images, and older ones. */
export const imageRisks = (before: Revision, after: Revision): Risk[] => [
  ...emissary(before, after),
  ...pullSecret(before, after),
  ...versions(before, after),
  ...digests(before, after),
  ...registry(before, after),
]

const digestIn = ({ network }: Revision, image: string): string | undefined => digestOf(network.images, image)

/** A release that changes, of the network or of a node that has its own. */
interface VersionChange {
  readonly subject: string
  readonly path: Path
  readonly was: string
  readonly is: string
}

function versions(before: Revision, after: Revision): Risk[] {
  if (before.network.platform !== after.network.platform) return []
  const [was, is] = [before.network.platformVersion, after.network.platformVersion]
  const own = keptNodes(before, after)
    .map((node) => ({
      subject: nodeId(node.is),
      path: [...node.is.path, 'platformVersion'],
      was: node.was.platformVersion,
      is: node.is.platformVersion,
    }))
    .filter((change) => change.was !== was || change.is !== is)
  return [{ subject: 'platformVersion', path: ['platformVersion'], was, is }, ...own]
    .filter((change) => change.was !== change.is)
    .flatMap((change) => version(change, before, after))
}

function version({ subject, path, was, is }: VersionChange, before: Revision, after: Revision): Risk[] {
  const { title } = after.platform.definition
  const [{ name }] = after.platform.rendering.images(after.network, is)
  const risk = { subject, path }
  const digest = digestIn(after, name)
  if (digest !== undefined && digest === digestIn(before, name)) {
    return [
      {
        ...risk,
        id: 'image-digest-kept',
        severity: 'caution',
        message: `${subject === 'platformVersion' ? subject : `the platformVersion of ${subject}`} is ${is} instead of ${was}, but the digest of ${name} stays: the same image keeps running`,
        hint: `change images.digests too: the digest decides, the version is only what people read`,
      },
    ]
  }
  if (compareVersions(is, was) < 0) {
    return [
      {
        ...risk,
        id: 'image-downgraded',
        severity: 'danger',
        message: `${title} ${is} is older than ${was}, which runs: an older release may not read the data of a newer one`,
        hint: `stay at ${was} or go forward; to go back, try it with one node and a copy of its volume first`,
      },
    ]
  }
  if (is.split('.')[0] === was.split('.')[0]) return []
  return [
    {
      ...risk,
      id: 'image-major-upgraded',
      severity: 'caution',
      message: `${title} goes from ${was} to ${is}, another major release`,
      hint: 'read the notes of every release in between: options and data formats may have changed, and there may be no way back',
    },
  ]
}

/** By the numbers in them, from left to right: `26.8.0` or `1.13.2-debian12-1.2.7`. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number))
  const differences = (left ?? []).map((part, at) => part - (right?.[at] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

function digests(before: Revision, after: Revision): Risk[] {
  const { network, platform } = after
  // Those of images that nothing runs any more are told too: a rule refuses them.
  const named = [before.network, network].flatMap(({ images: { digests } }) => Object.keys(digests))
  // As this definition writes it: the two may name one image in different ways.
  const images = new Map(named.map((name) => [familiarName(name), name]))
  const isSameRelease = before.network.platformVersion === network.platformVersion
  const [ledger] = platform.rendering.images(network, network.platformVersion).map(({ name }) => familiarName(name))
  return [...images.values()].sort().flatMap((image): Risk[] => {
    const [was, is] = [digestIn(before, image), digestIn(after, image)]
    if (was === is) return []
    // Of the ledger's own image a new release says what to expect; of the others nothing does.
    const isUnexplained = was !== undefined && is !== undefined && (isSameRelease || familiarName(image) !== ledger)
    return [
      {
        id: 'image-digest-changed',
        severity: isUnexplained ? 'danger' : 'caution',
        subject: image,
        message: `the digest of ${image} is ${is ?? 'that of its tag'} instead of ${was ?? 'that of its tag'}: which release that is, the definition does not say`,
        hint: 'be sure that it is not an older release than the one that runs',
        path: is === undefined ? ['images', 'digests'] : ['images', 'digests', image],
      },
    ]
  })
}

function registry({ network: was }: Revision, { network: is }: Revision): Risk[] {
  if (was.images.registry === is.images.registry) return []
  return [
    {
      id: 'image-registry-changed',
      severity: 'danger',
      subject: 'images.registry',
      message: `images come from ${is.images.registry ?? 'their own registries'} instead of ${was.images.registry ?? 'their own registries'}`,
      hint: 'ask who runs it: anyone who can change an image there runs as every node, with its key. Be sure that the images are there before this is merged',
      path: ['images', 'registry'],
    },
  ]
}

function pullSecret({ network: was }: Revision, { network: is }: Revision): Risk[] {
  const [old, now] = [was.images.pullSecret ?? 'none', is.images.pullSecret ?? 'none']
  if (old === now) return []
  return [
    {
      id: 'image-pull-secret-changed',
      severity: 'caution',
      subject: 'images.pullSecret',
      message: `images are pulled with the Secret ${now} instead of ${old}`,
      hint: 'have it in every namespace before this is merged: nodes that cannot pull their image do not come back',
      path: ['images', 'pullSecret'],
    },
  ]
}

/** The release of the Ambassador. */
const emissary = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after).flatMap(({ was, is }): Risk[] => {
    const [old, now] = [was.ambassador.version, is.ambassador.version]
    if (old === undefined || now === undefined || compareVersions(now, old) >= 0) return []
    return [
      {
        id: 'image-downgraded',
        severity: 'danger',
        subject: `${is.name}/ambassador`,
        message: `the Ambassador of ${is.name} is Emissary ${now}, which is older than ${old}, which runs: its security fixes are lost`,
        hint: `stay at ${old} or go forward`,
        path: [...is.path, 'ambassador', 'version'],
      },
    ]
  })

import { posix } from 'node:path'
import type { Images, LedgerNode, Network } from '../../network/network.ts'
import type { ClusterView, Overlay, Platform, PlatformImage } from '../../platforms/platform.ts'
import { imageReference } from '../../render/images.ts'
import type { TextTree } from '../../render/tree.ts'
import type { PagePod } from './data.ts'

export interface Pods {
  /** Index of what the pod of a node is made of. */
  indexOf(node: LedgerNode): number
  readonly all: readonly PagePod[]
}

export interface PodsInput {
  readonly network: Network
  readonly platform: Platform
  readonly bases: TextTree
  readonly viewOf: (cluster: string) => ClusterView
}

/** What the pods of a network are made of: nodes that are alike share an entry. */
export function podsOf({ network, platform, bases, viewOf }: PodsInput): Pods {
  const indexes = new Map<string, number>()
  const all: PagePod[] = []
  const byNode = new Map<LedgerNode, number>()
  for (const node of network.nodes) {
    const overlay = platform.rendering.node(node, viewOf(node.cluster.name))
    const known = platform.rendering.images(network, node.platformVersion)
    const used = [...imagesInBases(overlay, platform.definition.id, bases), ...imagesInObjects(overlay)]
    const pod: PagePod = {
      images: [...new Set(used.map((image) => pinned(image, network.images, known)))].sort(),
      restartedBy: filesOf(overlay, ({ naming }) => naming !== 'plain'),
      reread: filesOf(overlay, ({ naming }) => naming === 'plain'),
    }
    const key = JSON.stringify(pod)
    const index = indexes.get(key) ?? all.push(pod) - 1
    indexes.set(key, index)
    byNode.set(node, index)
  }
  return { all, indexOf: (node) => byNode.get(node) ?? 0 }
}

const filesOf = (
  { configMaps }: Pick<Overlay, 'configMaps'>,
  wanted: (configMap: Overlay['configMaps'][number]) => boolean,
): string[] => configMaps.filter(wanted).flatMap(({ files }) => files)

/** Images of the base manifests of an overlay, and of the bases that these build on. */
function imagesInBases({ bases: named }: Overlay, platform: string, bases: TextTree): string[] {
  const folders = new Set(named.map((base) => posix.join(platform, base)))
  for (const folder of folders) {
    const kustomization = bases.get(`${folder}/kustomization.yaml`) ?? ''
    for (const [, base = ''] of kustomization.matchAll(/^- (\.\.\/[a-z0-9-]+)$/gm))
      folders.add(posix.join(folder, base))
  }
  return [...bases].flatMap(([path, text]) =>
    folders.has(posix.dirname(path))
      ? [...text.matchAll(/^\s*(?:- )?image: (\S+)$/gm)].map(([, image = '']) => image)
      : [],
  )
}

const imagesInObjects = ({ patches, objects }: Overlay): string[] =>
  [...Object.values(patches), ...Object.values(objects)].flatMap(imagesIn)

/** Values of fields called `image`, wherever they are in some objects. */
function imagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  )
}

/** With the tag of the ledger's version, the mirror, and the digest of the definition. */
function pinned(image: string, images: Images, known: readonly PlatformImage[]): string {
  const tag = known.find(({ name }) => name === image)?.tag
  return imageReference(images, tag === undefined ? image : `${image}:${tag}`)
}

import { createHash } from 'node:crypto'
import { outsideOf } from '../../ambassador/outside.ts'
import { routesOf } from '../../ambassador/routes.ts'
import { textOrDigest } from '../../file-content.ts'
import { type Address, serviceAddress } from '../../network/address.ts'
import { nodeId, nodesOf } from '../../network/network.ts'
import type { ClusterView, Overlay } from '../../platforms/platform.ts'
import { imageEntries } from '../../render/images.ts'
import { nodePatches } from '../../render/placement.ts'
import type { Revision } from './revision.ts'

/**
 * A digest of what the pod of each node is made of, by `organization/node`, taken from what is rendered: where two
 * revisions differ, the pod is replaced. What only overrides and base manifests change is not in it.
 */
export function podsOf(revision: Revision): ReadonlyMap<string, string> {
  const { network, platform } = revision
  const shared = [network.name, network.images.pullSecret]
  const addresses = addressesOutside(revision)
  const pods = new Map<string, string>()
  for (const cluster of network.clusters) {
    const view = viewOf(revision, cluster.name, addresses)
    for (const organization of network.organizations) {
      const nodes = nodesOf(network, cluster.name, organization.name)
      if (nodes.length === 0) continue
      for (const node of nodes) {
        const { bases, renames, ...overlay } = platform.rendering.node(node, view)
        const images = imageEntries(network.images, platform.rendering.images(network, node.platformVersion))
        const place = [shared, cluster.name, organization.namespace, images]
        const placed = nodePatches(node, network, platform)
        pods.set(nodeId(node), digest([place, bases, renames, hashed(overlay), templates(overlay), placed]))
      }
    }
  }
  return pods
}

const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Content of the ConfigMaps whose name follows their content. */
const hashed = ({ configMaps, files }: Pick<Overlay, 'configMaps' | 'files'>): unknown[] =>
  configMaps
    .filter((configMap) => configMap.naming === 'hashed')
    .map(({ name, files: names }) => [name, names.map((file) => [file, textOrDigest(files[file] ?? '')])])

/** Pod templates, whole or as patches. */
const templates = ({ patches, objects }: Pick<Overlay, 'patches' | 'objects'>): unknown[] =>
  [...Object.values(patches), ...Object.values(objects)].flat().flatMap((object) => {
    const { kind, spec } = object as { kind?: string; spec?: { template?: unknown } } // any Kubernetes object
    return spec?.template === undefined ? [] : [[kind, spec.template]]
  })

const addressKey = (node: string, endpoint: string): string => `${node}/${endpoint}`

/** Addresses from other clusters. */
const addressesOutside = ({ network, platform, ports }: Revision): ReadonlyMap<string, Address> =>
  new Map(
    routesOf(network, platform, ports)
      .filter(({ shared }) => shared === undefined)
      .map(({ node, endpoint, host, port }) => [addressKey(nodeId(node), endpoint.name), { host, port }]),
  )

function viewOf(
  { network, platform, material, ports }: Revision,
  cluster: string,
  outside: ReadonlyMap<string, Address>,
): ClusterView {
  return {
    network,
    cluster,
    material,
    outside: outsideOf(platform, ports),
    addressOf: (node, name) => {
      const endpoint = platform.definition.endpoints(node).find((candidate) => candidate.name === name)
      const inside =
        endpoint === undefined || node.cluster.name !== cluster ? undefined : serviceAddress(node, endpoint)
      const address = inside ?? outside.get(addressKey(nodeId(node), name))
      if (address === undefined) throw new Error(`${nodeId(node)} has no endpoint ${name} with an address`)
      return address
    },
  }
}

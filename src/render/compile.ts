import { hostOf, serviceAddress } from '../ambassador/address.ts'
import { ambassadorOverlay } from '../ambassador/overlay.ts'
import { endpointKey, type Ports } from '../ambassador/ports.ts'
import { type Route, routesOf } from '../ambassador/routes.ts'
import { type Material, sealedPath } from '../material/material.ts'
import { type Cluster, type LedgerNode, type Network, nodeId, nodesOf } from '../network/network.ts'
import type { ClusterView, Platform } from '../platforms/platform.ts'
import { basesInUse } from './bases.ts'
import { type FluxPart, fluxFiles } from './flux.ts'
import { emissaryImage, imageEntry } from './images.ts'
import { dumpKustomization, type Kustomization, overlayFiles, pathTo } from './kustomization.ts'
import { readme } from './readme.ts'
import { below, type FileTree, mergeTrees } from './tree.ts'
import { dumpYaml } from './yaml.ts'

/** Everything that rendering depends on: no clock, no randomness, no files. */
export interface CompileInput {
  readonly network: Network
  readonly platform: Platform
  readonly ports: Ports
  readonly material: Material
  /** All base manifests, by path below `deploy/base`. */
  readonly bases: FileTree
  /** The folder of all this from the root of the repository, ending in "/"; empty for the root itself. */
  readonly prefix: string
  /** Folders below `overrides/` that hold a kustomization.yaml, such as `eu/carrier`. */
  readonly overrides: ReadonlySet<string>
}

/** The whole of `deploy/`: the same input gives the same bytes. */
export function compile(input: CompileInput): FileTree {
  const { network, platform, ports } = input
  const routes = routesOf(network, platform, ports)
  const parts = network.clusters.flatMap((cluster) =>
    clusterParts(
      input,
      cluster,
      routes.filter((route) => route.cluster === cluster.name),
    ),
  )
  return mergeTrees(
    basesInUse(
      input.bases,
      parts.flatMap((part) => part.bases),
    ),
    ...parts.map((part) => part.files),
    [['deploy/README.md', readme(network, platform, routes, input.material.standIns.size > 0)]],
  )
}

/** Files, and the bases below `deploy/base` that they build on. */
interface Part {
  readonly files: readonly [string, string][]
  readonly bases: readonly string[]
}

function clusterParts(input: CompileInput, cluster: Cluster, routes: readonly Route[]): Part[] {
  const { network } = input
  const parts = network.organizations
    .map((organization) => ({ organization, nodes: nodesOf(network, cluster.name, organization.name) }))
    .filter(({ nodes }) => nodes.length > 0)
  const flux = new Map<string, FluxPart>(
    parts.map(({ organization, nodes }) => [
      organization.name,
      { namespace: organization.namespace, statefulSets: nodes.map(({ name }) => name) },
    ]),
  )
  const view = clusterView(input, cluster)
  return [
    ambassadorPart(input, cluster, routes),
    ...parts.flatMap(({ nodes }) => organizationParts(input, view, nodes)),
    { files: fluxFiles(network, cluster, flux, input.prefix), bases: [] },
  ]
}

function ambassadorPart({ network, overrides }: CompileInput, cluster: Cluster, routes: readonly Route[]): Part {
  const folder = `deploy/clusters/${cluster.name}/ambassador`
  const overlay = ambassadorOverlay(network, cluster, routes)
  const { files, kustomization, bases } = overlayFiles(overlay, folder, undefined)
  const image = imageEntry(network.images, emissaryImage, undefined)
  const root = rootKustomization(network, cluster.ambassador.namespace, kustomization, folder, overrides, 'Deployment')
  return {
    files: below(folder, [
      ...files,
      ['kustomization.yaml', dumpKustomization({ ...root, images: image === undefined ? [] : [image] })],
    ]),
    bases,
  }
}

/** The root of an organization in a cluster, and a folder in it for each node. */
function organizationParts(input: CompileInput, view: ClusterView, nodes: readonly LedgerNode[]): Part[] {
  const { network, platform, overrides } = input
  const [first] = nodes
  if (first === undefined) return []
  const { organization } = first
  const folder = `deploy/clusters/${view.cluster}/${organization.name}`
  const { files, kustomization, bases } = overlayFiles(platform.organization(nodes, view), folder, platform.id)
  const { name, tag } = platform.image(network.platformVersion)
  const image = imageEntry(network.images, name, tag)
  const root = rootKustomization(network, organization.namespace, kustomization, folder, overrides, 'StatefulSet')
  const complete: Kustomization = {
    ...root,
    resources: [
      pathTo(folder, 'deploy/base/organization'),
      ...(root.resources ?? []),
      ...nodes.map((node) => node.name),
    ],
    images: image === undefined ? [] : [image],
  }
  return [
    { files: below(folder, [...files, ['kustomization.yaml', dumpKustomization(complete)]]), bases },
    ...nodes.map((node) => nodePart(input, node, view, `${folder}/${node.name}`)),
  ]
}

function nodePart({ platform, material }: CompileInput, node: LedgerNode, view: ClusterView, folder: string): Part {
  const { files, kustomization, bases } = overlayFiles(platform.node(node, view), folder, platform.id)
  const sealed = material.text(sealedPath(node.cluster.name, node.organization.name, `${node.name}.yaml`))
  const withKeys = node.existingSecret === undefined && sealed !== undefined
  const complete: Kustomization = {
    ...kustomization,
    resources: [...(kustomization.resources ?? []), ...(withKeys ? ['keys.yaml'] : [])],
    // In selectors too: it tells the pods of one node from those of another.
    labels: [{ pairs: { 'app.kubernetes.io/instance': node.name }, includeSelectors: true, includeTemplates: true }],
  }
  // A copy, so that deploy/ is whole in itself: kustomize reads no file above a root.
  const keys: [string, string][] = withKeys ? [['keys.yaml', sealed]] : []
  return { files: below(folder, [...files, ...keys, ['kustomization.yaml', dumpKustomization(complete)]]), bases }
}

/** What every root has: its namespace, labels, pull Secret, and people's overrides. */
function rootKustomization(
  network: Network,
  namespace: string,
  own: Kustomization,
  folder: string,
  overrides: ReadonlySet<string>,
  workload: 'Deployment' | 'StatefulSet',
): Kustomization {
  const { pullSecret } = network.images
  const part = folder.replace('deploy/clusters/', '')
  const labels = [
    // In templates too: neither ever changes while the network lives.
    {
      pairs: { 'app.kubernetes.io/part-of': network.name, 'app.kubernetes.io/managed-by': 'chancery' },
      includeTemplates: true,
    },
    // Not in templates: a new value must not restart every node at once.
    ...(Object.keys(network.labels).length === 0 ? [] : [{ pairs: sorted(network.labels) }]),
  ]
  return {
    namespace,
    ...own,
    labels,
    patches: [...(own.patches ?? []), ...(pullSecret === undefined ? [] : [pullSecretPatch(workload, pullSecret)])],
    components: overrides.has(part) ? [pathTo(folder, `overrides/${part}`)] : [],
  }
}

const pullSecretPatch = (kind: string, name: string): object => ({
  target: { kind },
  patch: dumpYaml([{ op: 'add', path: '/spec/template/spec/imagePullSecrets', value: [{ name }] }]),
})

const sorted = (pairs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Addresses as seen from one cluster: inside it the Service, elsewhere the Ambassador of the node's own cluster. */
function clusterView({ network, platform, ports, material }: CompileInput, cluster: Cluster): ClusterView {
  return {
    network,
    cluster: cluster.name,
    material,
    addressOf: (node, name) => {
      const endpoint = platform.endpoints(node).find((candidate) => candidate.name === name)
      if (endpoint === undefined) throw new Error(`${nodeId(node)} has no endpoint ${name}`)
      if (node.cluster.name === cluster.name) return serviceAddress(node, endpoint)
      const port = ports[node.cluster.name]?.[endpointKey(node, endpoint)]
      if (port === undefined) throw new Error(`no port was allocated for ${nodeId(node)}/${name}`)
      return { host: hostOf(node), port }
    },
  }
}

import { outsideOf } from '../ambassador/outside.ts'
import { ambassadorOverlay } from '../ambassador/overlay.ts'
import { type Route, routesOf } from '../ambassador/routes.ts'
import type { Material } from '../material/material.ts'
import { hostOf, serviceAddress } from '../network/address.ts'
import { endpointKey } from '../network/endpoint.ts'
import type { AllocatedPorts, LedgerRecord } from '../network/lock.ts'
import { type Cluster, type Network, nodeId, nodesOf } from '../network/network.ts'
import type { ClusterView, Platform } from '../platforms/platform.ts'
import { basesInUse } from './bases.ts'
import { type FluxInput, fluxFiles } from './flux.ts'
import { imagesMarkdown } from './image-table.ts'
import { ambassadorImages, imageEntries } from './images.ts'
import { overlayFiles } from './kustomization.ts'
import { jobsOf, organizationParts } from './organization.ts'
import { readme } from './readme.ts'
import { type Part, rootFiles } from './root.ts'
import { tenancyRoot } from './tenancy.ts'
import { type FileTree, mergeTrees, type TextTree } from './tree.ts'

/** Everything that rendering depends on: no clock, no randomness, no files. */
export interface CompileInput {
  readonly network: Network
  readonly platform: Platform
  readonly ports: AllocatedPorts
  readonly material: Material
  /** What the lock keeps of requests to the ledger, those of this definition included. */
  readonly ledger: LedgerRecord
  /** All base manifests, by path below `deploy/base`. */
  readonly bases: TextTree
  /** The folder of all this from the root of the repository, ending in "/"; empty for the root itself. */
  readonly prefix: string
  /** Folders below `overrides/` that hold a kustomization.yaml, such as `eu/carrier`. */
  readonly overrides: ReadonlySet<string>
}

/** The whole of `deploy/`: the same input gives the same bytes. */
export function compile(input: CompileInput): FileTree {
  const { network, platform, ports } = input
  const routes = routesOf(network, platform, ports)
  const requests = platform.material.requests(network, outsideOf(platform, ports))
  const parts = network.clusters.flatMap((cluster) =>
    clusterParts(
      input,
      cluster,
      routes.filter((route) => route.cluster === cluster.name),
    ),
  )
  const bases = basesInUse(
    input.bases,
    parts.flatMap((part) => part.bases),
  )
  const images = imagesMarkdown({ network, platform, bases: input.bases, basesInUse: bases, parts })
  return mergeTrees(bases, ...parts.map((part) => part.files), [
    ['deploy/README.md', readme({ network, platform, routes, material: input.material, requests, images })],
  ])
}

function clusterParts(input: CompileInput, cluster: Cluster, routes: readonly Route[]): Part[] {
  const { network, platform } = input
  const view = viewOf(input, cluster)
  const organizations = network.organizations
    .map((organization) => ({ ...input, view, organization, nodes: nodesOf(network, cluster.name, organization.name) }))
    .filter(({ nodes }) => nodes.length > 0)
  const flux: FluxInput = {
    network,
    cluster,
    organizations: organizations.map((part) => ({ ...part, hasJobs: jobsOf(part).length > 0 })),
    rollout: platform.operation.rollout(organizations.flatMap(({ nodes }) => nodes)),
    prefix: input.prefix,
  }
  return [
    ambassadorPart(input, cluster, routes),
    tenancyRoot(
      network,
      cluster,
      organizations.map(({ organization }) => organization),
      input.overrides,
    ),
    ...organizations.flatMap(organizationParts),
    { files: fluxFiles(flux), bases: [] },
  ]
}

function ambassadorPart({ network, overrides }: CompileInput, cluster: Cluster, routes: readonly Route[]): Part {
  const folder = `deploy/clusters/${cluster.name}/ambassador`
  const { files, kustomization, bases } = overlayFiles(ambassadorOverlay(network, cluster, routes), folder, undefined)
  const all = rootFiles(kustomization, files, {
    network,
    namespace: cluster.ambassador.namespace,
    folder,
    overrides,
    ipFamilies: cluster.ipFamilies,
    images: cluster.ambassador.existing ? [] : imageEntries(network.images, ambassadorImages(cluster)),
  })
  return { files: all, bases }
}

/** Addresses as seen from one cluster: inside it the Service, elsewhere the Ambassador of the node's own cluster. */
export function viewOf(
  { network, platform, ports, material }: Pick<CompileInput, 'network' | 'platform' | 'ports' | 'material'>,
  cluster: Cluster,
): ClusterView {
  return {
    network,
    cluster: cluster.name,
    material,
    outside: outsideOf(platform, ports),
    addressOf: (node, name) => {
      const endpoint = platform.definition.endpoints(node).find((candidate) => candidate.name === name)
      if (endpoint === undefined) throw new Error(`${nodeId(node)} has no endpoint ${name}`)
      if (node.cluster.name === cluster.name) return serviceAddress(node, endpoint)
      const port = ports[node.cluster.name]?.[endpointKey(node, endpoint)]
      if (port === undefined) throw new Error(`no port was allocated for ${nodeId(node)}/${name}`)
      return { host: hostOf(node), port }
    },
  }
}

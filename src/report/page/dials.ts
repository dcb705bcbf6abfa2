import { groupBy } from '../../group-by.ts'
import { addressText } from '../../network/address.ts'
import { type Network, nodeId, nodesOf } from '../../network/network.ts'
import type { ClusterView, Platform } from '../../platforms/platform.ts'
import type { PageDial } from './data.ts'

export interface Dials {
  readonly all: readonly PageDial[]
  /** Clusters whose nodes dial a node, by `organization/node`. */
  readonly from: ReadonlyMap<string, readonly string[]>
}

/** Who dials whom, from cluster to cluster: what the nodes of each have to reach, by the platform's own word. */
export function dialsOf(network: Network, platform: Platform, viewOf: (cluster: string) => ClusterView): Dials {
  const clusterOf = new Map(network.nodes.map((node) => [nodeId(node), node.cluster.name]))
  const from = new Map<string, Set<string>>()
  const all = network.clusters.flatMap(({ name }) => {
    const view = viewOf(name)
    const targets = network.organizations
      .map((organization) => nodesOf(network, name, organization.name))
      .filter((nodes) => nodes.length > 0)
      .flatMap((nodes) => platform.operation.probe(nodes, view).targets)
    for (const { node } of targets) from.set(node, (from.get(node) ?? new Set()).add(name))
    return [...groupBy(targets, ({ node }) => clusterOf.get(node) ?? '')]
      .filter(([to]) => to !== name)
      .map(([to, some]): PageDial => {
        return { from: name, to, addresses: new Set(some.map(({ host, port }) => addressText({ host, port }))).size }
      })
      .sort((a, b) => (a.to < b.to ? -1 : 1))
  })
  return { all, from: new Map([...from].map(([node, clusters]) => [node, [...clusters]])) }
}

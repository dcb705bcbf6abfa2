import { groupBy } from '../group-by.ts'
import type { Material } from '../material/material.ts'
import type { Problem } from '../network/finding.ts'
import { type LedgerNode, type Network, runningIn } from '../network/network.ts'
import { placementOfNode } from '../network/placement-of.ts'
import { providers } from '../providers/index.ts'
import type { Platform } from './platform.ts'

/**
 * What draining of machines takes. A PodDisruptionBudget counts the pods of one namespace, so budgets let one consensus node of each
 * organization go in each cluster, at once: https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
 */

const consensusNodes = (network: Network, { definition }: Platform): readonly LedgerNode[] =>
  network.nodes.filter((node) => definition.consensusRoles.includes(node.role) && runningIn(node) !== undefined)

const organizationsOf = (nodes: readonly LedgerNode[]): readonly string[] =>
  [...new Set(nodes.map(({ organization }) => organization.name))].sort()

/** Consensus nodes that all clusters together may lose, where budgets let one node of each organization go. */
export const evictedAtOnce = (network: Network, platform: Platform): number =>
  new Set(consensusNodes(network, platform).map(({ cluster, organization }) => `${cluster.name}/${organization.name}`))
    .size

/** Whether that is more than the network can lose. */
export const exceedsTolerance = (network: Network, platform: Platform, material: Material): boolean =>
  evictedAtOnce(network, platform) > platform.operation.tolerance(network, material).consensus.mayBeDown

/**
 * A cluster whose drains could stop the ledger, although it can lose a node. Where other clusters have consensus nodes too, `concentration`
 * tells of this cluster as a whole.
 */
export function drainProblems(network: Network, platform: Platform, material: Material): Problem[] {
  if (network.drains === 'network') return []
  const { mayBeDown } = platform.operation.tolerance(network, material).consensus
  const byCluster = groupBy(consensusNodes(network, platform), ({ cluster }) => cluster.name)
  if (mayBeDown < 1 || byCluster.size > 1 || network.external.length > 0) return []
  return network.clusters.flatMap(({ name, provider, path }): Problem[] => {
    const nodes = byCluster.get(name) ?? []
    const organizations = organizationsOf(nodes)
    const isApart = nodes.every((node) => placementOfNode(node).spread === 'required')
    if (providers[provider].local || organizations.length <= mayBeDown || isApart) return []
    const [role = ''] = platform.definition.consensusRoles
    return [
      {
        rule: 'drain-loses-quorum',
        severity: 'warning',
        message: `draining machines of cluster ${name} can evict ${organizations.length} ${role}s at once, one of each of its organizations: the network can lose ${mayBeDown}`,
        hint: 'set `placement: {spread: required}` for the cluster and drain one machine after the other, or `drains: network` for the network; see docs/guides/machines.md',
        path,
      },
    ]
  })
}

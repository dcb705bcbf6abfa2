import { brokenFindings } from '../check/built-roots.ts'
import type { CheckedNetwork } from '../check/checked-network.ts'
import { routeFindings } from '../check/route-findings.ts'
import type { Finding } from '../network/finding.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import type { CommandPorts } from './ports.ts'

/**
 * Builds every root with kustomize, people's overrides included: findings for those that cannot be built, and for routes of which
 * Emissary would say nothing.
 */
export async function buildFindings(
  { network, overrides }: CheckedNetwork,
  tree: FileTree,
  { buildRoots }: Pick<CommandPorts, 'buildRoots'>,
): Promise<Finding[]> {
  const roots = await buildRoots(mergeTrees(tree, overrides))
  return [...brokenFindings(roots.broken, overrides), ...routeFindings(network, roots, overrides, true)]
}

import { brokenFindings } from '../check/built-roots.ts'
import type { CheckedNetwork } from '../check/checked-network.ts'
import { builtOverrideFindings } from '../check/overrides/built.ts'
import { builtParts, overridesWithoutRoot, rootsWithOverrides } from '../check/overrides/parts.ts'
import { routeFindings } from '../check/route-findings.ts'
import type { Finding } from '../network/finding.ts'
import type { Network } from '../network/network.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import { withoutOverrides } from '../render/without-overrides.ts'
import type { BuiltRoots } from '../tools/roots.ts'
import type { CommandPorts } from './ports.ts'

/**
 * Builds every root with kustomize, people's overrides included: findings for those that cannot be built, and for routes of which
 * Emissary would say nothing.
 */
export async function buildFindings(
  { network, overrides }: CheckedNetwork,
  tree: FileTree,
  ports: Pick<CommandPorts, 'buildRoots'>,
): Promise<Finding[]> {
  const whole = mergeTrees(tree, overrides)
  const roots = await ports.buildRoots(whole)
  return findingsOfBuilt(network, roots, whole, overrides, ports)
}

/** What is wrong with all roots, as they were built. Those with an override are built without it too, to see what it does. */
export async function findingsOfBuilt(
  network: Network,
  roots: BuiltRoots,
  whole: FileTree,
  overrides: FileTree,
  ports: Pick<CommandPorts, 'buildRoots'>,
): Promise<Finding[]> {
  const without = await builtWithoutOverrides(whole, overrides, () => true, ports)
  return [
    ...brokenFindings(roots.broken, overrides),
    ...routeFindings(network, roots, overrides, true),
    ...overridesWithoutRoot(overrides, whole),
    ...builtOverrideFindings(builtParts(network, roots.built, without, overrides), overrides),
  ]
}

/** Wanted roots that have an override, as they would be without it. */
export async function builtWithoutOverrides(
  whole: FileTree,
  overrides: FileTree,
  isWanted: (root: string) => boolean,
  { buildRoots }: Pick<CommandPorts, 'buildRoots'>,
): Promise<ReadonlyMap<string, string>> {
  const roots = [...rootsWithOverrides(overrides)].filter(
    (root) => whole.has(`${root}/kustomization.yaml`) && isWanted(root),
  )
  if (roots.length === 0) return new Map()
  const known = new Set(roots)
  return (await buildRoots(withoutOverrides(whole, roots), (root) => known.has(root))).built
}

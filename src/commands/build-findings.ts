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
 * Builds every root with kustomize, overrides included: findings for roots that cannot be built, and for routes that Emissary would
 * silently ignore.
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

/** Findings about all built roots. Roots with an override are also built without it, to see its effect. */
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

/** The requested roots that have an override, built without it. */
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

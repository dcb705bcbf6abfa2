import type { Finding } from '../network/finding.ts'
import type { Network } from '../network/network.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import type { BrokenRoot } from '../tools/roots.ts'
import { readAll } from './inspect.ts'
import type { CommandPorts } from './ports.ts'
import { routeFindings } from './route-findings.ts'

/**
 * Builds every root with kustomize, people's overrides included: findings for those that cannot be built, and for routes of which
 * Emissary would say nothing.
 */
export async function buildFindings(
  network: Network,
  tree: FileTree,
  { files, buildRoots }: Pick<CommandPorts, 'files' | 'buildRoots'>,
): Promise<Finding[]> {
  const overrides = await readAll(files, 'overrides')
  const roots = await buildRoots(mergeTrees(tree, overrides))
  return [...brokenFindings(roots.broken, overrides), ...routeFindings(network, roots, overrides, true)]
}

/** The override of a root, when it has one. */
export function overrideOf(root: string, overrides: FileTree): string | undefined {
  const file = `overrides/${root.replace('deploy/clusters/', '')}/kustomization.yaml`
  return overrides.has(file) ? file : undefined
}

export const brokenFindings = (broken: readonly BrokenRoot[], overrides: FileTree): Finding[] =>
  broken.map(({ root, message }) => {
    const override = overrideOf(root, overrides)
    return {
      rule: 'kustomize',
      severity: 'error',
      message: `kustomize cannot build ${root}: ${message}`,
      hint:
        override === undefined
          ? 'this is a bug in Chancery: please report it with your network.yaml'
          : 'look at your override first: a target that does not exist, or a patch that does not fit',
      place: { file: override ?? `${root}/kustomization.yaml`, line: 1, column: 1 },
    }
  })

import type { Finding } from '../network/finding.ts'
import { type FileTree, mergeTrees } from '../render/tree.ts'
import type { BrokenRoot } from '../tools/roots.ts'
import { readAll } from './inspect.ts'
import type { CommandPorts } from './ports.ts'

/** Builds every root with kustomize, people's overrides included: findings for those that cannot be built. */
export async function buildFindings(
  tree: FileTree,
  { files, buildRoots }: Pick<CommandPorts, 'files' | 'buildRoots'>,
): Promise<Finding[]> {
  const overrides = await readAll(files, 'overrides')
  const { broken } = await buildRoots(mergeTrees(tree, overrides))
  return brokenFindings(broken, overrides)
}

export const brokenFindings = (broken: readonly BrokenRoot[], overrides: ReadonlyMap<string, string>): Finding[] =>
  broken.map(({ root, message }) => {
    const override = `overrides/${root.replace('deploy/clusters/', '')}/kustomization.yaml`
    const file = overrides.has(override) ? override : `${root}/kustomization.yaml`
    return {
      rule: 'kustomize',
      severity: 'error',
      message: `kustomize cannot build ${root}: ${message}`,
      hint: overrides.has(override)
        ? 'look at your override first: a target that does not exist, or a patch that does not fit'
        : 'this is a bug in Chancery: please report it with your network.yaml',
      place: { file, line: 1, column: 1 },
    }
  })

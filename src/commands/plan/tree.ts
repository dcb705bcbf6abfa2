import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Finding } from '../../network/finding.ts'
import { deployFindings } from '../../plan/tree/deploy.ts'
import type { GitTrees } from '../../plan/tree/git-tree.ts'
import { irregularFindings } from '../../plan/tree/irregular.ts'
import type { Rendition } from './rendition.ts'

/** What is in the repository and does not follow from the definition. */
export function treeFindings(
  trees: GitTrees,
  before: Rendition | undefined,
  after: Rendition,
  { source: { file }, missing }: CheckedNetwork,
): Finding[] {
  return [
    ...irregularFindings(trees),
    ...deployFindings({ trees, was: before?.tree, is: after.tree, standIns: missing.length > 0, network: file }),
  ]
}

import { type RouteProblem, routeProblems } from '../ambassador/checks/index.ts'
import { readObjects } from '../cluster/objects.ts'
import type { Finding } from '../network/finding.ts'
import type { Cluster, Network } from '../network/network.ts'
import type { FileTree } from '../render/tree.ts'
import type { BuiltRoots } from '../tools/roots.ts'
import { overrideOf, rootsOfCluster } from './built-roots.ts'

/** Routes that Emissary would misread, at their most likely override. */
export function routeFindings(
  network: Network,
  { built, broken }: BuiltRoots,
  overrides: FileTree,
  /** Whether all roots were built. */
  all: boolean,
): Finding[] {
  const complete = ({ name }: Cluster): boolean =>
    all && !broken.some(({ root }) => root.startsWith(`deploy/clusters/${name}/`))
  return network.clusters.flatMap((cluster) => {
    const roots = rootsOfCluster(built, cluster).filter(([root]) => root.startsWith('deploy/clusters/'))
    const objects = roots.flatMap(([root, yaml]) => readObjects(yaml, root).map((object) => ({ root, object })))
    return routeProblems(cluster, objects, complete(cluster)).map((problem) => finding(problem, overrides))
  })
}

function finding({ rule, severity, message, hint, root }: RouteProblem, overrides: FileTree): Finding {
  const file = overrideOf(root, overrides) ?? `${root}/kustomization.yaml`
  return { rule, severity, message: `${message} (${root})`, hint, place: { file, line: 1, column: 1 } }
}

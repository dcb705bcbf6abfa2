import type { Problem } from '../../../network/finding.ts'
import { closedToPods } from '../../hairpin.ts'
import { warning } from '../../problem.ts'
import { type FabricNetwork, isOrderer, isPeer } from '../network.ts'

/** Orderers and peers dial orderers at the Ambassador, also inside one cluster. */
export function hairpinProblems({ clusters, nodes }: FabricNetwork): Problem[] {
  return clusters.filter(closedToPods).flatMap(({ name, domain, path }) => {
    const own = nodes.filter(({ cluster }) => cluster.name === name)
    if (!own.some(isOrderer) || own.filter((node) => isOrderer(node) || isPeer(node)).length < 2) return []
    return [
      warning(
        'hairpin',
        `sourceRanges of cluster ${name} lack the addresses of its own pods: orderers and peers dial orderers at their own Ambassador, and are refused`,
        `add the range of the pods, such as 10.0.0.0/8${domain === undefined ? '' : ", or let the cluster's DNS resolve the names to the Ambassador's Service (docs/platforms/fabric.md)"}`,
        [...path, 'ambassador', 'sourceRanges'],
      ),
    ]
  })
}

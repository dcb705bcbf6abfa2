import type { Problem } from '../../../network/finding.ts'
import { isPrivate } from '../../../network/special-addresses.ts'
import { providers } from '../../../providers/index.ts'
import { type FabricNetwork, isOrderer, isPeer } from '../network.ts'
import { warning } from './problem.ts'

/**
 * Orderers and peers dial orderers at the Ambassador, also inside one cluster. Where kube-proxy handles that, it drops the connection of a
 * pod whose address is in no source range. The range of the pods is not known here, but it is hardly ever public.
 * https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
export function hairpinProblems({ clusters, nodes }: FabricNetwork): Problem[] {
  return clusters.flatMap(({ name, provider, domain, path, ambassador }) => {
    const { local, sourceRanges: canRestrict, podsAreClients } = providers[provider]
    const { publish, existing, sourceRanges } = ambassador
    if (local || !canRestrict || !podsAreClients || existing || publish !== 'LoadBalancer') return []
    if (sourceRanges.length === 0 || sourceRanges.some(canBeOfPods)) return []
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

function canBeOfPods(range: string): boolean {
  const [address = '', bits] = range.split('/')
  return isPrivate(address) || Number(bits) <= 4
}

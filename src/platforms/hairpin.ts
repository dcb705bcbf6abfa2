import type { Cluster } from '../network/network.ts'
import { isPrivate } from '../network/special-addresses.ts'
import { providers } from '../providers/index.ts'

/**
 * Whether pods that dial the Ambassador of their own cluster are refused. Where kube-proxy handles such connections, it drops those
 * of a pod whose address is in no source range. The range of the pods is not known here, but it is hardly ever public.
 * https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 */
export function closedToPods({ provider, ambassador }: Cluster): boolean {
  const { local, sourceRanges: canRestrict, podsAreClients } = providers[provider]
  const { publish, existing, sourceRanges } = ambassador
  if (local || !canRestrict || !podsAreClients || existing || publish !== 'LoadBalancer') return false
  return sourceRanges.length > 0 && !sourceRanges.some(canBeOfPods)
}

function canBeOfPods(range: string): boolean {
  const [address = '', bits] = range.split('/')
  return isPrivate(address) || Number(bits) <= 4
}

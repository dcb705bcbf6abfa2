import type { BevelLine } from '../platforms/bevel.ts'
import type { InputCluster } from './clusters.ts'
import type { InputEnvironment } from './environment.ts'

/** Clusters with the addresses that a platform found for them. */
export const withAddresses = (
  clusters: readonly InputCluster[],
  addresses: ReadonlyMap<string, string> = new Map(),
): readonly InputCluster[] =>
  clusters.map((cluster) => {
    const address = addresses.get(cluster.name)
    return address === undefined ? cluster : { ...cluster, address }
  })

/** Without a domain there are no DNS records to ask for. */
export const dnsLines = (
  clusters: readonly InputCluster[],
  { externalDns }: InputEnvironment,
): readonly BevelLine[] => {
  const without = clusters.filter(({ address }) => address !== undefined)
  if (!externalDns || without.length === 0) return []
  return [
    {
      path: ['env', 'external_dns'],
      ...(without.length === clusters.length
        ? { outcome: 'dropped', text: 'the clusters have addresses, and need no DNS records' }
        : { outcome: 'kept', text: 'as `ambassador.externalDns` of each cluster that has a domain' }),
    },
  ]
}

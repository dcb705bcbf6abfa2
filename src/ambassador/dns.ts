import { entranceFamilies } from '../network/entrance-families.ts'
import type { Ambassador, Cluster, Network } from '../network/network.ts'
import { providers } from '../providers/index.ts'
import type { Route } from './routes.ts'

/** By the families of the addresses. */
export const recordTypes = {
  IPv4: 'A or CNAME',
  IPv6: 'AAAA or CNAME',
  both: 'A and AAAA, or CNAME',
} as const

/** A DNS record that must exist. Chancery does not create it; external-dns may. */
export interface DnsRecord {
  readonly cluster: string
  /** With a wildcard: a DNS wildcard matches any number of labels (RFC 4592). */
  readonly name: string
  readonly type: (typeof recordTypes)[keyof typeof recordTypes]
  /** Its target, in words: the address exists once the Ambassador runs. */
  readonly target: string
  /** IP addresses or names of the Ambassador, where they are known. */
  readonly addresses?: readonly string[]
}

/** One wildcard for each cluster that has a domain and a route. */
export const dnsRecords = (network: Network, routes: readonly Route[]): DnsRecord[] =>
  network.clusters.flatMap((cluster) => {
    const { name, domain, provider, ambassador } = cluster
    if (domain === undefined || !routes.some((route) => route.cluster === name)) return []
    const [family = 'IPv4', other] = entranceFamilies(cluster)
    return [
      {
        cluster: name,
        name: `*.${domain}`,
        type: recordTypes[other === undefined ? family : 'both'],
        target: `${targetOf(ambassador, provider)}${ambassador.externalDns === undefined ? '' : '; external-dns creates it'}`,
      },
    ]
  })

const targetOf = ({ service, namespace, externalDns }: Ambassador, provider: Cluster['provider']): string =>
  externalDns !== undefined && externalDns.targets.length > 0
    ? externalDns.targets.join(', ')
    : `Service ${service} in namespace ${namespace}: ${providers[provider].addressHint}`

/** The records with their targets, for clusters that were asked. */
export const withAddresses = (
  records: readonly DnsRecord[],
  found: ReadonlyMap<string, readonly string[]>,
): DnsRecord[] =>
  records.map((record) => {
    const addresses = found.get(record.cluster) ?? []
    return addresses.length === 0 ? record : { ...record, addresses }
  })

import { familyOf } from '../ip-address.ts'
import type { Endpoint } from './endpoint.ts'
import type { LedgerNode } from './network.ts'

/** The address that a node connects to: a DNS name or IP address, and a port. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** The name or IP address of a node outside its cluster: one wildcard DNS record for each cluster is enough. */
export const hostOf = ({ name, organization, cluster }: LedgerNode): string =>
  cluster.domain === undefined ? (cluster.address ?? '') : `${name}.${organization.name}.${cluster.domain}`

/** The name that a node shares with others of its organization. */
export const sharedHostOf = (name: string, { organization, cluster }: LedgerNode): string =>
  `${name}.${organization.name}.${cluster.domain ?? ''}`

/** The Service of an endpoint, for clients in the same cluster. */
export const serviceAddress = (node: LedgerNode, endpoint: Endpoint): Address => ({
  host: `${endpoint.service}.${node.organization.namespace}.svc.cluster.local`,
  port: endpoint.port,
})

export const isIpAddress = (host: string): boolean => familyOf(host) !== undefined

/** A host as it is in URLs: an IPv6 address is in brackets (RFC 3986, 3.2.2), for its colons. */
export const urlHost = (host: string): string => (familyOf(host) === 'IPv6' ? `[${host}]` : host)

/** `host:port` */
export const addressText = ({ host, port }: Address): string => `${urlHost(host)}:${port}`

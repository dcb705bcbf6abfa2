import { publicPath, sealedPath } from '../../material/material.ts'
import type { LedgerNode, Organization } from '../../network/network.ts'

/** Where Fabric's material is kept, and what its Secrets are called. */

/** Authorities of an organization: for identities, for TLS, and for administrators of orderers, whom the TLS one must not make. */
export const authorities = ['ca', 'tlsca', 'adminca'] as const
export type Authority = (typeof authorities)[number]

/** The same for external organizations, who commit theirs. */
export const authorityPath = (party: string, authority: Authority): string => publicPath(party, `${authority}.crt`)

/** Keys of authorities are sealed for issuers, not for a cluster. No cluster is called so. */
const issuersFolder = 'issuers'

export const sealedAuthorityPath = ({ name }: Organization, authority: Authority): string =>
  sealedPath(issuersFolder, name, `${authority}.yaml`)

export const authorityKeyEntry = 'authority.key'

type Certificate = 'sign' | 'tls'

/** Of a node, ours or external. */
export const certificatePath = (party: string, node: string, certificate: Certificate): string =>
  publicPath(party, node, `${certificate}.crt`)

/** Certificates of an identity that were renewed and have not expired: the holder of the key can still use them. */
export const earlierPath = (party: string, identity: string): string => publicPath(party, identity, 'earlier.pem')

/** Entries of the Secret of every identity. */
export const keyEntries = { sign: 'sign.key', tls: 'tls.key' } as const

export const nodeSecret = (node: LedgerNode): string => node.existingSecret ?? `${node.name}-keys`

export const sealedNodePath = ({ name, organization, cluster }: LedgerNode, suffix = ''): string =>
  sealedPath(cluster.name, organization.name, `${name}${suffix}.yaml`)

/** User and password of a peer's CouchDB: entries `username` and `password`. */
export const couchdbSecret = (node: LedgerNode): string => `${node.name}-couchdb`

/** Keys of an organization's authorities, in the cluster of a CA server of it: entries `ca.key`, `tlsca.key`, `registrar-password`. */
export const authoritiesSecret = (node: LedgerNode): string => `${node.name}-authorities`

/** Somebody who acts for an organization in a cluster. */
export interface Agent {
  readonly folder: string
  readonly secret: string
}

/** Its administrator in a cluster: Jobs join peers and approve chaincodes with it. Entry `sign.key`. */
export const administrator = (cluster: string): Agent => ({
  folder: `administrators/${cluster}`,
  secret: 'administrator',
})

/** Who lets orderers of a cluster join channels: known to them by its TLS certificate, entry `tls.key`. */
export const ordererAdministrator = (cluster: string): Agent => ({
  folder: `orderer-administrators/${cluster}`,
  secret: 'orderer-administrator',
})

/** An application's identity. Entry `sign.key`, `tls.key`. */
export const clientAgent = (name: string): Agent => ({ folder: `clients/${name}`, secret: `client-${name}` })

/** A chaincode server of an organization in a cluster, where it has TLS: its name is that of a release. Entry `tls.key`. */
export const chaincodeAgent = (server: string, cluster: string): Agent => ({
  folder: `chaincodes/${cluster}/${server}`,
  secret: server,
})

export const agentCertificatePath = (party: string, { folder }: Agent, certificate: Certificate): string =>
  publicPath(party, folder, `${certificate}.crt`)

export const sealedAgentPath = (cluster: string, organization: string, { secret }: Agent): string =>
  sealedPath(cluster, organization, `${secret}.yaml`)

/** A block of a channel that began without Chancery: with the configuration that it was adopted with. */
export const adoptedPath = (channel: string): string => publicPath('channels', channel, 'adopted.yaml')

/** The first block of a channel. */
export const genesisPath = (channel: string): string => publicPath('channels', channel, 'genesis.yaml')

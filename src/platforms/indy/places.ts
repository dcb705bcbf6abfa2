import { publicPath, sealedPath } from '../../material/material.ts'
import type { LedgerNode, Organization } from '../../network/network.ts'

/** Where Indy's material is kept, and what its Secrets are called. */

export const poolGenesisPath = publicPath('pool_transactions_genesis')
export const domainGenesisPath = publicPath('domain_transactions_genesis')

/** Public half of a node: verkey, BLS key and proof of possession. */
export const nodePath = ({ organization, name }: LedgerNode): string => publicPath(organization.name, `${name}.yaml`)

export const nodeSecret = (node: LedgerNode): string => node.existingSecret ?? `${node.name}-keys`

/** Entry of that Secret: 32 characters. */
export const seedEntry = 'seed'

export const sealedNodePath = ({ name, organization, cluster }: LedgerNode): string =>
  sealedPath(cluster.name, organization.name, `${name}.yaml`)

/** Somebody with a DID of an organization: the steward of a validator is called as the validator. */
export type Office = 'stewards' | 'trustees' | 'endorsers'

/** Public half: DID and verkey. */
export const identityPath = ({ name }: Pick<Organization, 'name'>, office: Office, holder: string): string =>
  publicPath(name, office, `${holder}.yaml`)

/** These keys are sealed for the stewards of the organization, and for no cluster. No cluster is called so. */
export const sealedIdentityPath = ({ name }: Organization, office: Office, holder: string): string =>
  sealedPath('stewards', name, office, `${holder}.yaml`)

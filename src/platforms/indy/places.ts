import { publicPath, sealedPath } from '../../material/material.ts'
import type { LedgerNode, Organization } from '../../network/network.ts'
import type { IndyLedgerNode } from './network.ts'

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

/**
 * The BLS key of a node after a rotation (`blsRotation`), which derives from a separate seed: every rotation has another file and Secret,
 * so that the pod restarts with the new one. Undefined where it derives from the seed of the node.
 */
const blsName = ({ name, own }: IndyLedgerNode): string | undefined =>
  own.blsRotation === 0 ? undefined : `${name}-bls-${own.blsRotation}`

/** Public half: BLS key and proof of possession. */
export const blsPath = (node: IndyLedgerNode): string | undefined => {
  const name = blsName(node)
  return name === undefined ? undefined : publicPath(node.organization.name, `${name}.yaml`)
}

export const sealedBlsPath = (node: IndyLedgerNode): string | undefined => {
  const name = blsName(node)
  return name === undefined ? undefined : sealedPath(node.cluster.name, node.organization.name, `${name}.yaml`)
}

/** The Secret, and its entry with the seed. An existing Secret has one entry for each rotation. */
export const blsSecret = (node: IndyLedgerNode): { readonly name: string; readonly key: string } | undefined => {
  const name = blsName(node)
  if (name === undefined) return undefined
  return node.existingSecret === undefined
    ? { name, key: seedEntry }
    : { name: node.existingSecret, key: `bls-seed-${node.own.blsRotation}` }
}

/** Somebody with a DID of an organization: the steward of a validator is called as the validator. */
export type Office = 'stewards' | 'trustees' | 'endorsers'

/** Public half: DID and verkey. */
export const identityPath = ({ name }: Pick<Organization, 'name'>, office: Office, holder: string): string =>
  publicPath(name, office, `${holder}.yaml`)

/** These keys are sealed for the stewards of the organization, and for no cluster. No cluster is called so. */
export const sealedIdentityPath = ({ name }: Organization, office: Office, holder: string): string =>
  sealedPath('stewards', name, office, `${holder}.yaml`)

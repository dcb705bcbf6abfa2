import type { PublicIdentity } from '../keys/keys.ts'
import type { Operation } from './request.ts'

/**
 * NYM transactions: they write somebody with a DID to the ledger, or change their role or verkey.
 * https://github.com/hyperledger-indy/indy-node/blob/main/docs/source/requests.md#nym
 */
export const nymType = '1'

/** Roles, as the ledger counts them. */
export const roleNumbers = { trustee: '0', steward: '2', endorser: '101' } as const

export type Role = keyof typeof roleNumbers

/** Writes somebody with a role. */
export const appointOperation = ({ did, verkey }: PublicIdentity, role: Role): Operation => ({
  type: nymType,
  dest: did,
  verkey,
  role: roleNumbers[role],
})

/** Takes the role of somebody away: the DID stays on the ledger. */
export const dismissOperation = (did: string): Operation => ({ type: nymType, dest: did, role: null })

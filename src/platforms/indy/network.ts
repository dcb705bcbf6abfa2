import type { ExternalNode, ExternalParty, LedgerNode, Network, Organization } from '../../network/network.ts'
import { organizationOf } from '../../network/network.ts'
import type { IndyExternalNode, IndyNode, IndyTop, Person } from './schema.ts'

export type IndyNetwork = Network<IndyTop, IndyNode>
export type IndyLedgerNode = LedgerNode<IndyNode>

/** `NETWORK_NAME` of its nodes. */
export const poolNameOf = ({ name, top }: IndyNetwork): string => top.poolName ?? name

/** Name of a validator in the pool, ours or external. */
export const aliasOf = (node: IndyLedgerNode | ExternalNode): string =>
  (node.own as { readonly alias?: string }).alias ?? `${organizationOf(node)}-${node.name}`

/** The own fields of an external validator. */
export const externalOf = (node: ExternalNode): IndyExternalNode => node.own as IndyExternalNode // as its schema read it

/** Trustees and endorsers of an organization of ours, or of an external one, whose DIDs and verkeys are always given. */
export const trusteesOf = (party: Organization | ExternalParty): readonly Person[] =>
  (party.own as { readonly trustees?: readonly Person[] }).trustees ?? []

export const endorsersOf = (party: Organization | ExternalParty): readonly Person[] =>
  (party.own as { readonly endorsers?: readonly Person[] }).endorsers ?? []

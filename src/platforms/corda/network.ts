import type { AnyNode, ExternalNode, LedgerNode, Network, Organization } from '../../network/network.ts'
import { isOurs } from '../../network/network.ts'
import type { CordaExternalNode, CordaNode, CordaOrganization, CordaTop } from './schema.ts'

export type CordaNetwork = Network<CordaTop, CordaNode>
export type CordaLedgerNode = LedgerNode<CordaNode>

export const isNotary = ({ role }: { readonly role: string }): boolean => role === 'notary'

/** The own fields of an external node. */
export const externalOf = (node: ExternalNode): CordaExternalNode => node.own as CordaExternalNode // as its schema read it

export const emailOf = ({ own }: Organization): string => (own as CordaOrganization).emailAddress // as its schema read it

/** Legal name of a node, ours or external, in Corda's form. */
export const legalNameOf = (node: AnyNode<CordaNode>): string =>
  isOurs(node) ? node.own.legalName : externalOf(node).legalName

/** What a notary is; undefined where the definition does not say it. */
export const notaryOf = (node: AnyNode<CordaNode>): CordaNode['notary'] =>
  (isOurs(node) ? node.own : externalOf(node)).notary

/** Legal name of the service of a notary, which is another than that of its node. */
export const serviceNameOf = (node: AnyNode<CordaNode>): string | undefined => notaryOf(node)?.serviceName

/** Notaries of the definition: ours and external ones. */
export const notariesOf = ({ nodes, external }: CordaNetwork): readonly AnyNode<CordaNode>[] => [
  ...nodes.filter(isNotary),
  ...external.filter(isNotary),
]

import type { AnyNode, ExternalNode, LedgerNode, Network, Organization } from '../../network/network.ts'
import { isOurs } from '../../network/network.ts'
import type { CordaExternalNode, CordaNode, CordaOrganization, CordaTop } from './schema.ts'

export type CordaNetwork = Network<CordaTop, CordaNode>
export type CordaLedgerNode = LedgerNode<CordaNode>
/** Ours or external. */
export type CordaAnyNode = AnyNode<CordaNode>

/** Doorman and network map of a demo zone, which is no node of Corda: it has no identity, and nobody sends it messages. */
export const isNetworkMap = ({ role }: { readonly role: string }): boolean => role === 'network-map'

export const isNotary = ({ role }: { readonly role: string }): boolean => role === 'notary'

/** The own fields of an external node. */
const externalOf = (node: ExternalNode): CordaExternalNode => node.own as CordaExternalNode // as its schema read it

export const emailOf = ({ own }: Organization): string => (own as CordaOrganization).emailAddress // as its schema read it

/** Legal name of a node, ours or external, in Corda's form. */
export const legalNameOf = (node: CordaAnyNode): string =>
  isOurs(node) ? node.own.legalName : externalOf(node).legalName

/** Nodes of ours with an identity: parties and notaries. */
export const ownPartiesOf = ({ nodes }: Pick<CordaNetwork, 'nodes'>): readonly CordaLedgerNode[] =>
  nodes.filter((node) => !isNetworkMap(node))

/** The same with external ones. */
export const partiesOf = (network: Pick<CordaNetwork, 'nodes' | 'external'>): readonly CordaAnyNode[] => [
  ...ownPartiesOf(network),
  ...network.external,
]

/** What a notary is; undefined where the definition does not say it. */
export const notaryOf = (node: CordaAnyNode): CordaNode['notary'] => (isOurs(node) ? node.own : externalOf(node)).notary

/** Legal name of the service of a notary, which is another than that of its node. */
export const serviceNameOf = (node: CordaAnyNode): string | undefined => notaryOf(node)?.serviceName

/** Applications outside of the cluster reach its RPC. */
export const isRpcExposed = (node: CordaLedgerNode): boolean => !isNetworkMap(node) && node.expose.includes('rpc')

/** The name by which states and network parameters know a notary. */
export const notaryIdentityOf = (notary: CordaAnyNode): string => serviceNameOf(notary) ?? legalNameOf(notary)

export const isValidating = (notary: CordaAnyNode): boolean => notaryOf(notary)?.validating === true

/** Notaries of the definition: ours and external ones. */
export const notariesOf = ({ nodes, external }: CordaNetwork): readonly CordaAnyNode[] => [
  ...nodes.filter(isNotary),
  ...external.filter(isNotary),
]

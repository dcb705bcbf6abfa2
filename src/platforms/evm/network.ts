import type { Material } from '../../material/material.ts'
import { publicPath } from '../../material/material.ts'
import type { ExternalNode, LedgerNode, Network } from '../../network/network.ts'
import { addressOf, type EvmIdentity, readIdentity } from './identity.ts'
import type { Consensus, EvmNode, EvmTop } from './schema.ts'

export type EvmNetwork = Network<EvmTop, EvmNode>
export type EvmLedgerNode = LedgerNode<EvmNode>

export const genesisPath = publicPath('genesis.json')

export const identityPath = (node: LedgerNode): string => publicPath(node.organization.name, `${node.name}.yaml`)

/** The consensus of the definition: rules refuse any other than these two. */
export const consensusIn = ({ top: { genesis } }: EvmNetwork): Consensus =>
  genesis.consensus === 'ibft2' ? 'ibft2' : 'qbft'

export const isValidator = ({ role }: { readonly role: string }): boolean => role === 'validator'

/** Whether the definition wants a node to be a validator on the chain. The role decides how the node runs. */
export const isDesiredValidator = ({ role, own }: { readonly role: string; readonly own: unknown }): boolean =>
  isValidator({ role }) && (own as { validator?: unknown }).validator !== false

/** Desired validators: ours and external ones. */
export const validatorsOf = (network: EvmNetwork): readonly (EvmLedgerNode | ExternalNode)[] => [
  ...network.nodes.filter(isDesiredValidator),
  ...network.external.filter(isDesiredValidator),
]

/** Node ID of an external node: its definition has it. */
export const externalNodeId = (node: ExternalNode): string => String(node.own.nodeId)

/** The identity of one of our nodes; undefined while its public half is missing or unreadable. */
export const identityOf = (node: LedgerNode, material: Material): EvmIdentity | undefined =>
  readIdentity(material.value(identityPath(node)))

/** `carrier/validator1`: the name of a node for people, ours or external. */
export const nameOf = (node: EvmLedgerNode | ExternalNode): string =>
  typeof node.organization === 'string' ? `${node.organization}/${node.name}` : `${node.organization.name}/${node.name}`

/** The address of any node; undefined while its public half is missing or unreadable. */
export const addressOfAny = (node: EvmLedgerNode | ExternalNode, material: Material): string | undefined =>
  isExternal(node) ? addressOf(externalNodeId(node)) : identityOf(node, material)?.address

const isExternal = (node: EvmLedgerNode | ExternalNode): node is ExternalNode => typeof node.organization === 'string'

/** Addresses of all validators of the definition that have a readable public half. */
export const validatorAddresses = (network: EvmNetwork, material: Material): string[] =>
  validatorsOf(network).flatMap((node) => addressOfAny(node, material) ?? [])

/** Addresses of nodes that are named `carrier/validator1`. */
export const addressesOf = (names: readonly string[], network: EvmNetwork, material: Material): string[] =>
  [...network.nodes, ...network.external]
    .filter((node) => names.includes(nameOf(node)))
    .flatMap((node) => addressOfAny(node, material) ?? [])
    .sort()

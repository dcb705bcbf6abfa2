import type { Material } from '../../material/material.ts'
import { publicPath } from '../../material/material.ts'
import type { ExternalNode, LedgerNode, Network } from '../../network/network.ts'
import { addressOf, type BesuIdentity, readIdentity } from './identity.ts'
import type { BesuNode, BesuTop } from './schema.ts'

export type BesuNetwork = Network<BesuTop, BesuNode>
export type BesuLedgerNode = LedgerNode<BesuNode>

export const genesisPath = publicPath('genesis.json')

export const identityPath = (node: LedgerNode): string => publicPath(node.organization.name, `${node.name}.yaml`)

export const isValidator = ({ role }: { readonly role: string }): boolean => role === 'validator'

/** Validators of the definition: ours, and those that somebody else runs. */
export const validatorsOf = (network: BesuNetwork): readonly (BesuLedgerNode | ExternalNode)[] => [
  ...network.nodes.filter(isValidator),
  ...network.external.filter(isValidator),
]

/** Node ID of an external node: its definition has it. */
export const externalNodeId = (node: ExternalNode): string => String(node.own.nodeId)

/** The identity of one of our nodes; undefined while its public half is missing or unreadable. */
export const identityOf = (node: LedgerNode, material: Material): BesuIdentity | undefined =>
  readIdentity(material.value(identityPath(node)))

/** Addresses of all validators of the definition that have a readable public half. */
export const validatorAddresses = (network: BesuNetwork, material: Material): string[] => [
  ...network.nodes.filter(isValidator).flatMap((node) => identityOf(node, material)?.address ?? []),
  ...network.external.filter(isValidator).map((node) => addressOf(externalNodeId(node))),
]

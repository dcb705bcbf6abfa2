import { groupBy } from '../../group-by.ts'
import {
  type ExternalNode,
  isOurs,
  type LedgerNode,
  type Network,
  nodeId,
  type Organization,
  organizationOf,
} from '../../network/network.ts'
import type { Chaincode, Channel, FabricNode, FabricTop } from './schema.ts'

export type FabricNetwork = Network<FabricTop, FabricNode>
export type FabricLedgerNode = LedgerNode<FabricNode>

type WithRole = Pick<LedgerNode, 'role'>

export const isOrderer = ({ role }: WithRole): boolean => role === 'orderer'
export const isPeer = ({ role }: WithRole): boolean => role === 'peer'
export const isAuthority = ({ role }: WithRole): boolean => role === 'ca'

/** A party as channels know it: ours, or an external one. */
export interface Party {
  readonly name: string
  readonly mspId: string
  /** Undefined for an external one. */
  readonly organization: Organization | undefined
}

/** `trade-north` is TradeNorthMSP. */
const defaultMspId = (name: string): string =>
  `${name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}MSP`

export const mspIdOf = ({ name, own }: Pick<Organization, 'name' | 'own'>): string =>
  typeof own.mspId === 'string' ? own.mspId : defaultMspId(name)

/** An application that gets a client certificate. */
export interface Client {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Applications of an organization, in the order of their names. */
export const clientsOf = ({ own }: Pick<Organization, 'own'>): readonly Client[] =>
  ((own.clients ?? []) as readonly (string | Client)[]) // organizationFields
    .map((client) => (typeof client === 'string' ? { name: client, attributes: {} } : client))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Days that certificates of an organization's administrators are to be valid; undefined where it does not say. */
export function administratorDays({ own }: Pick<Organization, 'own'>): number | undefined {
  const { validity } = (own.administrators ?? {}) as { readonly validity?: string } // organizationFields
  return validity === undefined ? undefined : Number.parseInt(validity, 10)
}

/** No cluster has a key of its administrators: it joins peers and orderers, approves chaincodes and submits updates itself, without Jobs. */
export const administersItself = ({ own }: Pick<Organization, 'own'>): boolean =>
  ((own.administrators ?? {}) as { readonly keys?: string }).keys === 'elsewhere' // organizationFields

/** All parties, ours and external ones, by name. */
export function partiesOf(network: FabricNetwork): ReadonlyMap<string, Party> {
  const ours = network.organizations.map((organization): Party => {
    return { name: organization.name, mspId: mspIdOf(organization), organization }
  })
  const external = network.externalParties.map(
    (party): Party => ({ name: party.name, mspId: mspIdOf(party), organization: undefined }),
  )
  return new Map([...external, ...ours].map((party) => [party.name, party]))
}

/** External parties that are no organization of ours: of one that is, they are the nodes that it runs elsewhere. */
export const strangersOf = ({ organizations, externalParties }: FabricNetwork): FabricNetwork['externalParties'] =>
  externalParties.filter((party) => !organizations.some(({ name }) => name === party.name))

export type AnyNode = FabricLedgerNode | ExternalNode

const allNodes = (network: FabricNetwork): readonly AnyNode[] => [...network.nodes, ...network.external]

/** A member of a channel, with its peers in it, in the order of their names. */
export interface Member {
  readonly name: string
  readonly peers: readonly AnyNode[]
}

const memberName = (member: Channel['members'][number]): string =>
  typeof member === 'string' ? member : member.organization

/** Members of a channel by name. Unknown names are members without peers: rules report them. */
export function membersOf(network: FabricNetwork, channel: Channel): readonly Member[] {
  const peers = groupBy(allNodes(network).filter(isPeer), organizationOf)
  const members = channel.members.map((member): Member => {
    const all = peers.get(memberName(member)) ?? []
    const wanted = typeof member === 'string' ? undefined : member.peers
    return {
      name: memberName(member),
      peers: wanted === undefined ? all : all.filter(({ name }) => wanted.includes(name)),
    }
  })
  return members.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Orderers that agree on the blocks of a channel, in the order of organization and name. */
export function consentersOf(network: FabricNetwork, { orderers }: Channel): readonly AnyNode[] {
  const all = allNodes(network).filter(isOrderer)
  const wanted = (node: AnyNode): boolean => {
    return orderers === undefined || orderers.includes(organizationOf(node)) || orderers.includes(nodeId(node))
  }
  return all.filter(wanted).toSorted((a, b) => (nodeId(a) < nodeId(b) ? -1 : 1))
}

/** Peers of a channel that are ours. */
export const ownPeers = (network: FabricNetwork, channel: Channel): readonly FabricLedgerNode[] =>
  membersOf(network, channel)
    .flatMap(({ peers }) => peers)
    .filter(isOurs<FabricNode>)

export const ownConsenters = (network: FabricNetwork, channel: Channel): readonly FabricLedgerNode[] =>
  consentersOf(network, channel).filter(isOurs<FabricNode>)

/** Peers by which other organizations find a member: those that say so, or else its first. */
export function anchorsOf({ peers }: Member): readonly AnyNode[] {
  const named = peers.filter(({ own }) => own.anchor === true)
  if (named.length > 0) return named
  return peers.filter(({ own }) => own.anchor !== false).slice(0, 1)
}

/** Channels that a node takes part in, as a peer or as an orderer. */
export const channelsOf = (network: FabricNetwork, node: FabricLedgerNode): readonly Channel[] =>
  network.top.channels.filter((channel) =>
    isOrderer(node)
      ? consentersOf(network, channel).includes(node)
      : membersOf(network, channel).some(({ peers }) => peers.includes(node)),
  )

/** Chaincodes of a channel, in the order of their names. */
export const chaincodesOf = (network: FabricNetwork, channel: Channel): readonly Chaincode[] =>
  network.top.chaincodes
    .filter((chaincode) => chaincode.channel === channel.name)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

export const labelOf = ({ label, name, version }: Chaincode): string => label ?? `${name}_${version}`

/** Organizations that run a chaincode and install its package: those that are named, or all members with peers of ours. */
export function runnersOf(network: FabricNetwork, chaincode: Chaincode): readonly string[] {
  const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
  if (channel === undefined) return []
  const members = membersOf(network, channel).filter(({ peers }) =>
    peers.some((peer) => typeof peer.organization !== 'string'),
  )
  return members.map(({ name }) => name).filter((name) => chaincode.organizations?.includes(name) ?? true)
}

/** Capabilities of a channel, with the defaults for its consensus. */
export interface Capabilities {
  readonly channel: string
  readonly orderer: string
  readonly application: string
}

export const capabilitiesOf = ({ capabilities, consensus }: Channel): Capabilities => ({
  channel: capabilities.channel ?? (consensus === 'bft' ? 'V3_0' : 'V2_0'),
  orderer: capabilities.orderer ?? 'V2_0',
  application: capabilities.application ?? 'V2_5',
})

/** Release as three numbers, to compare. */
export const releaseOf = (version: string): readonly number[] => version.split('.').map(Number)

export const isAtLeast = (version: string, least: readonly number[]): boolean => {
  const given = releaseOf(version)
  return (least.map((part, at) => (given[at] ?? 0) - part).find((difference) => difference !== 0) ?? 0) >= 0
}

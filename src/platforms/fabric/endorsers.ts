import { type FabricNetwork, type Member, membersOf, partiesOf, runnersOf, strangersOf } from './network.ts'
import type { Supply } from './policy/supply.ts'
import type { Chaincode, Channel } from './schema.ts'

/** Only peers endorse: their certificates have the OU `peer`, so they are never clients, orderers or administrators. */
const peersOnly =
  (counts: ReadonlyMap<string, number>): Supply =>
  (mspId, role) =>
    role === 'peer' ? (counts.get(mspId) ?? 0) : 0

/** Peers of an organization in a channel; of an external one nobody here knows how many there are. */
const peersIn = ({ peers }: Member): number =>
  peers.some((peer) => 'host' in peer) ? Number.POSITIVE_INFINITY : peers.length

function counted(network: FabricNetwork, members: readonly Member[], count: (member: Member) => number): Supply {
  const parties = partiesOf(network)
  return peersOnly(
    new Map(
      members.flatMap((member): [string, number][] => {
        const mspId = parties.get(member.name)?.mspId
        return mspId === undefined ? [] : [[mspId, count(member)]]
      }),
    ),
  )
}

/** All peers of a channel. */
export const channelPeers = (network: FabricNetwork, channel: Channel): Supply =>
  counted(network, membersOf(network, channel), peersIn)

/** A peer of each member, as the Job asks them that commits a chaincode. */
export const onePeerEach = (network: FabricNetwork, channel: Channel): Supply =>
  counted(network, membersOf(network, channel), ({ peers }) => Math.min(1, peers.length))

/** Peers of those who run a chaincode: the organizations of ours that it names, and external ones, which decide for themselves. */
export function endorsersOf(network: FabricNetwork, channel: Channel, chaincode: Chaincode): Supply {
  const runners = new Set(runnersOf(network, chaincode))
  const isExternal = (name: string): boolean => strangersOf(network).some((party) => party.name === name)
  const members = membersOf(network, channel).filter(({ name }) => runners.has(name) || isExternal(name))
  return counted(network, members, peersIn)
}

import { beyondDefaults } from '../../network/given.ts'
import { type Organization, organizationOf } from '../../network/network.ts'
import { consentersOf, type FabricNetwork, membersOf, mspIdOf } from './network.ts'
import { type Channel, chaincode as chaincodeSchema, channel as channelSchema } from './schema.ts'
import { isSignatureOf } from './updates/record.ts'

/** Channels that an organization takes part in, and chaincodes that its administrators approve in them. */
export function agreements(network: FabricNetwork, { name }: Organization): Record<string, unknown> {
  const channels = network.top.channels.filter(
    (channel) => isMember(network, channel, name) || orderersOf(network, channel).includes(name),
  )
  const approved = network.top.chaincodes.filter((chaincode) =>
    channels.some((channel) => channel.name === chaincode.channel && isMember(network, channel, name)),
  )
  return {
    channels: Object.fromEntries(channels.map((channel) => [channel.name, channelFor(network, channel, name)])),
    chaincodes: Object.fromEntries(
      approved.map((chaincode) => [
        `${chaincode.channel}/${chaincode.name}`,
        beyondDefaults(chaincodeSchema, chaincode),
      ]),
    ),
  }
}

/** Who is in it and by which rules it is governed; not how fast it cuts blocks, which the channel itself agrees on. */
function channelFor(network: FabricNetwork, channel: Channel, organization: string): Record<string, unknown> {
  const members = membersOf(network, channel)
  const peers = members.find(({ name }) => name === organization)?.peers ?? []
  const { name: _, members: __, orderers: ___, raft, bft, batch, capabilities, ...rules } = channel
  return {
    members: members.map(({ name }) => name),
    peers: peers.map(({ name }) => name),
    orderers: orderersOf(network, channel),
    ownOrderers: consentersOf(network, channel)
      .filter((node) => organizationOf(node) === organization)
      .map(({ name }) => name),
    ...(beyondDefaults(channelSchema, rules) as Record<string, unknown>), // of an object, an object
  }
}

const isMember = (network: FabricNetwork, channel: Channel, organization: string): boolean =>
  membersOf(network, channel).some(({ name }) => name === organization)

/** Organizations whose orderers agree on its blocks. */
const orderersOf = (network: FabricNetwork, channel: Channel): string[] => [
  ...new Set(consentersOf(network, channel).map(organizationOf)),
]

/** Signatures of channel updates are beside the updates: an organization's are by its MSP ID. */
export const isOwnFile = (path: string, organization: Organization): boolean =>
  isSignatureOf(mspIdOf(organization), path)

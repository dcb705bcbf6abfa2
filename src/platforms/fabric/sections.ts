import type { Material } from '../../material/material.ts'
import { nodeId } from '../../network/network.ts'
import type { PlatformSection } from '../platform.ts'
import { chaincodesOf, consentersOf, type FabricNetwork, membersOf, partiesOf, runnersOf } from './network.ts'
import { openSections } from './open-sections.ts'
import { policyTextOf } from './policy/defaults.ts'
import type { Channel } from './schema.ts'

/** Channels, their policies and chaincodes, as tables. */
export function sections(network: FabricNetwork, material: Material): readonly PlatformSection[] {
  const { channels } = network.top
  const all: readonly PlatformSection[] = [
    {
      title: 'Channels',
      columns: ['channel', 'consensus', 'orderers', 'members', 'peers'],
      rows: channels.map((channel) => channelRow(network, channel)),
    },
    {
      title: 'Policies of channels',
      introduction:
        'Who can read, write and change a channel, as the definition says. A channel changes by an update that its members sign: `chancery channel update NAME`.',
      columns: ['channel', 'readers', 'writers', 'admins', 'endorsement', 'lifecycle endorsement'],
      rows: channels.map(policyRow),
    },
    {
      title: 'Chaincodes',
      columns: ['chaincode', 'channel', 'version', 'sequence', 'image', 'endorsement', 'private data', 'runs at'],
      rows: channels.flatMap((channel) => chaincodeRows(network, channel)),
    },
    ...openSections(network, material),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function channelRow(network: FabricNetwork, channel: Channel): string[] {
  const parties = partiesOf(network)
  const members = membersOf(network, channel)
  return [
    channel.name,
    channel.consensus,
    consentersOf(network, channel).map(nodeId).join(', '),
    members.map(({ name }) => `${name} (${quoted(parties.get(name)?.mspId)})`).join(', '),
    members.flatMap(({ peers }) => peers.map(nodeId)).join(', '),
  ]
}

const shownPolicies = ['readers', 'writers', 'admins', 'endorsement', 'lifecycleEndorsement'] as const

const policyRow = (channel: Channel): string[] => [
  channel.name,
  ...shownPolicies.map((name) => quoted(policyTextOf(channel, name))),
]

const chaincodeRows = (network: FabricNetwork, channel: Channel): string[][] =>
  chaincodesOf(network, channel).map((chaincode) => [
    chaincode.name,
    channel.name,
    chaincode.version,
    String(chaincode.sequence),
    quoted(chaincode.image),
    chaincode.endorsementPolicy === undefined ? 'that of the channel' : quoted(chaincode.endorsementPolicy),
    chaincode.collections.map(({ name, policy }) => `${name}: ${quoted(policy)}`).join(', '),
    runnersOf(network, chaincode).join(', '),
  ])

const quoted = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``)

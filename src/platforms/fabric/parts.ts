import { isOurs, nodeId } from '../../network/network.ts'
import type { LedgerTable } from '../live-ledger.ts'
import { chaincodesOf, consentersOf, type FabricNetwork, labelOf, membersOf, partiesOf, runnersOf } from './network.ts'
import { policyTextOf } from './policy/defaults.ts'
import type { Chaincode, Channel } from './schema.ts'

/** Channels and chaincodes as they are defined: who has each, and who decides. */
export function parts(network: FabricNetwork): readonly LedgerTable[] {
  const { channels } = network.top
  if (channels.length === 0) return []
  const chaincodes = channels.flatMap((channel) => chaincodesOf(network, channel).map((one) => [one, channel] as const))
  return [
    {
      name: 'channels',
      columns: ['channel', 'consensus', 'orderers', 'members and their peers', 'policies'],
      rows: channels.map((channel) => channelRow(network, channel)),
    },
    ...(chaincodes.length === 0
      ? []
      : [
          {
            name: 'chaincodes',
            columns: ['chaincode', 'channel', 'version', 'sequence', 'endorsement', 'run by', 'collections'],
            rows: chaincodes.map(([chaincode, channel]) => chaincodeRow(network, chaincode, channel)),
          },
        ]),
    {
      name: 'parties',
      columns: ['organization', 'MSP ID', 'run by'],
      rows: [...partiesOf(network).values()].map(({ name, mspId, organization }) => ({
        organization: name,
        'MSP ID': mspId,
        'run by': organization === undefined ? 'others' : 'this definition',
      })),
    },
  ]
}

function channelRow(network: FabricNetwork, channel: Channel): LedgerTable['rows'][number] {
  return {
    channel: channel.name,
    consensus: channel.consensus,
    orderers: consentersOf(network, channel).map(nodeId).join(', '),
    'members and their peers': membersOf(network, channel)
      .map(({ name, peers }) => (peers.length === 0 ? name : `${name}: ${peers.map(shortName).join(', ')}`))
      .join('; '),
    policies: `Endorsement: ${policyTextOf(channel, 'endorsement')}; Admins: ${policyTextOf(channel, 'admins')}`,
  }
}

const shortName = (peer: Parameters<typeof nodeId>[0]): string => (isOurs(peer) ? peer.name : `${peer.name} (external)`)

const chaincodeRow = (network: FabricNetwork, chaincode: Chaincode, channel: Channel): LedgerTable['rows'][number] => ({
  chaincode: labelOf(chaincode),
  channel: channel.name,
  version: chaincode.version,
  sequence: chaincode.sequence,
  endorsement: chaincode.endorsementPolicy ?? 'that of the channel',
  'run by': runnersOf(network, chaincode).join(', '),
  collections: chaincode.collections.map(({ name }) => name).join(', ') || '–',
})

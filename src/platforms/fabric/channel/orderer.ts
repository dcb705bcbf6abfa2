import { quorumOf } from '../consensus.ts'
import { bytes, concat, message, number, repeated } from '../protobuf/writer.ts'
import type { ChannelInput } from './channel.ts'
import type { ConfigGroup, ConfigPolicy } from './config-group.ts'
import { configValue, groupOf, ordererOrganizationGroup } from './organizations.ts'
import { configPolicy, identitiesPolicy, implicit } from './policies.ts'

/** The group Orderer: who makes blocks, and how. */
export const ordererGroup = (channel: ChannelInput): ConfigGroup =>
  groupOf({
    values: new Map([
      ['BatchSize', configValue(batchSize(channel.batch))],
      ['BatchTimeout', configValue(bytes(1, channel.batch.timeout))],
      ['Capabilities', configValue(capabilities(channel.capabilities.orderer))],
      ['ChannelRestrictions', configValue(Buffer.alloc(0))],
      ['ConsensusType', configValue(consensusType(channel))],
      ...(channel.consensus === 'bft' ? [['Orderers', configValue(consenterMapping(channel))] as const] : []),
    ]),
    policies: new Map([
      ['Readers', configPolicy(implicit('ANY', 'Readers'))],
      ['Writers', configPolicy(implicit('ANY', 'Writers'))],
      ['Admins', configPolicy(implicit('MAJORITY', 'Admins'))],
      ['BlockValidation', blockValidation(channel)],
    ]),
    groups: new Map(
      channel.ordererOrganizations.map((organization) => [
        organization.msp.mspId,
        ordererOrganizationGroup(organization),
      ]),
    ),
  })

/** common.Capabilities with one of them. */
export const capabilities = (name: string): Buffer => message(1, bytes(1, name), message(2))

const batchSize = ({ maxMessageCount, absoluteMaxBytes, preferredMaxBytes }: ChannelInput['batch']): Buffer =>
  concat(number(1, maxMessageCount), number(2, absoluteMaxBytes), number(3, preferredMaxBytes))

/** orderer.ConsensusType. Its name for SmartBFT is BFT. */
const consensusType = (channel: ChannelInput): Buffer =>
  channel.consensus === 'bft'
    ? concat(bytes(1, 'BFT'), bytes(2, bftOptions(channel.bft)))
    : concat(bytes(1, 'etcdraft'), bytes(2, raftMetadata(channel)))

/** orderer.etcdraft.ConfigMetadata: consenters are known by their TLS certificates. */
const raftMetadata = ({ consenters, raft }: ChannelInput): Buffer =>
  concat(
    repeated(
      1,
      consenters.map(({ host, port, tlsCertificate }) =>
        concat(bytes(1, host), number(2, port), bytes(3, tlsCertificate), bytes(4, tlsCertificate)),
      ),
    ),
    message(2, raftOptions(raft)),
  )

/** orderer.etcdraft.Options */
export const raftOptions = (raft: ChannelInput['raft']): Buffer =>
  concat(
    bytes(1, raft.tickInterval),
    number(2, raft.electionTick),
    number(3, raft.heartbeatTick),
    number(4, raft.maxInflightBlocks),
    number(5, raft.snapshotIntervalSize),
  )

/**
 * orderer.smartbft.Options. Sizes of a batch are left out: orderers take them from the batch size
 * (orderer/consensus/smartbft/util.go, createSmartBftConfig). The other ones that are left out are off.
 */
export const bftOptions = (bft: ChannelInput['bft']): Buffer =>
  concat(
    bytes(3, bft.requestBatchMaxInterval),
    number(4, bft.incomingMessageBufferSize),
    number(5, bft.requestPoolSize),
    bytes(6, bft.requestForwardTimeout),
    bytes(7, bft.requestComplainTimeout),
    bytes(8, bft.requestAutoRemoveTimeout),
    bytes(10, bft.viewChangeResendInterval),
    bytes(11, bft.viewChangeTimeout),
    bytes(12, bft.leaderHeartbeatTimeout),
    number(13, bft.leaderHeartbeatCount),
    bytes(14, bft.collectTimeout),
  )

/** common.Orderers: consenters of SmartBFT. */
const consenterMapping = ({ consenters }: ChannelInput): Buffer =>
  repeated(
    1,
    consenters.map(({ host, port, mspId, identity, tlsCertificate, number: own }, at) =>
      concat(
        number(1, own ?? at + 1),
        bytes(2, host),
        number(3, port),
        bytes(4, mspId),
        bytes(5, identity),
        bytes(6, tlsCertificate),
        bytes(7, tlsCertificate),
      ),
    ),
  )

/** Raft: any orderer of the channel. BFT: a quorum of ⌈(n + f + 1) / 2⌉, so that two quorums share an honest node. */
function blockValidation({ consensus, consenters }: ChannelInput): ConfigPolicy {
  if (consensus === 'etcdraft') return configPolicy(implicit('ANY', 'Writers'))
  return identitiesPolicy(quorumOf('bft', consenters.length), consenters)
}

import { createHash } from 'node:crypto'
import { common, msp as mspProtos, orderer as ordererProtos, peer as peerProtos } from '@hyperledger/fabric-protos'
import { describe, expect, test } from 'vitest'
import { genesisBlock, readConfigBlock } from '../../../../src/platforms/fabric/channel/block.ts'
import { encodeGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { channelInput, msp } from './input.ts'

/** The first block as Fabric's own definitions read it. */
function decoded(consensus: 'etcdraft' | 'bft', consenters: number) {
  const block = common.Block.deserializeBinary(
    genesisBlock('trade', desiredConfig(channelInput(consensus, consenters))),
  )
  const [data = ''] = block.getData()?.getDataList_asU8() ?? []
  const envelope = common.Envelope.deserializeBinary(data as Uint8Array)
  const payload = common.Payload.deserializeBinary(envelope.getPayload_asU8())
  const config = common.ConfigEnvelope.deserializeBinary(payload.getData_asU8()).getConfig()
  const channel = config?.getChannelGroup()
  if (channel === undefined) throw new Error('the block has no configuration')
  return { block, data: data as Uint8Array, payload, config, channel }
}

const group = (parent: common.ConfigGroup, name: string): common.ConfigGroup => {
  const found = parent.getGroupsMap().get(name)
  if (found === undefined) throw new Error(`there is no group ${name}`)
  return found
}
const value = (parent: common.ConfigGroup, name: string): Uint8Array =>
  parent.getValuesMap().get(name)?.getValue_asU8() ?? new Uint8Array()
const keysOf = (map: { keys(): unknown }): string[] => [...(map.keys() as Iterable<string>)].sort()

describe('the first block of a channel', () => {
  const { block, data, payload, config, channel } = decoded('etcdraft', 3)
  const ordering = group(channel, 'Orderer')
  const application = group(channel, 'Application')

  test('is block 0, whose header has the hash of its data', () => {
    expect(block.getHeader()?.getNumber()).toBe(0)
    expect(block.getHeader()?.getPreviousHash_asU8()).toHaveLength(0)
    expect(Buffer.from(block.getHeader()?.getDataHash_asU8() ?? []).toString('hex')).toBe(
      createHash('sha256').update(data).digest('hex'),
    )
    expect(block.getMetadata()?.getMetadataList()).toHaveLength(5)
  })

  test('is a configuration of the channel, whose transaction ID follows from its nonce', () => {
    const header = common.ChannelHeader.deserializeBinary(
      payload.getHeader()?.getChannelHeader_asU8() ?? new Uint8Array(),
    )
    const { nonce } = common.SignatureHeader.deserializeBinary(
      payload.getHeader()?.getSignatureHeader_asU8() ?? new Uint8Array(),
    ).toObject()
    expect(header.toObject()).toMatchObject({
      type: common.HeaderType.CONFIG,
      version: 1,
      channelId: 'trade',
      epoch: 0,
    })
    expect(header.getTxId()).toBe(
      createHash('sha256')
        .update(Buffer.from(String(nonce), 'base64'))
        .digest('hex'),
    )
    expect(config?.getSequence()).toBe(0)
  })

  test('has the groups, values and policies that configtxgen makes', () => {
    expect(keysOf(channel.getValuesMap())).toEqual(['BlockDataHashingStructure', 'Capabilities', 'HashingAlgorithm'])
    expect(keysOf(channel.getPoliciesMap())).toEqual(['Admins', 'Readers', 'Writers'])
    expect(keysOf(ordering.getValuesMap())).toEqual([
      'BatchSize',
      'BatchTimeout',
      'Capabilities',
      'ChannelRestrictions',
      'ConsensusType',
    ])
    expect(keysOf(ordering.getPoliciesMap())).toEqual(['Admins', 'BlockValidation', 'Readers', 'Writers'])
    expect(keysOf(application.getPoliciesMap())).toEqual([
      'Admins',
      'Endorsement',
      'LifecycleEndorsement',
      'Readers',
      'Writers',
    ])
    expect(keysOf(group(ordering, 'OrdererMSP').getValuesMap())).toEqual(['Endpoints', 'MSP'])
    expect(keysOf(group(application, 'AlphaMSP').getValuesMap())).toEqual(['AnchorPeers', 'MSP'])
    expect(keysOf(group(application, 'BetaMSP').getValuesMap())).toEqual(['MSP'])
    for (const own of [channel, ordering, application, group(application, 'AlphaMSP')])
      expect(own.getModPolicy()).toBe('Admins')
  })

  test('has the values', () => {
    expect(
      common.BlockDataHashingStructure.deserializeBinary(value(channel, 'BlockDataHashingStructure')).getWidth(),
    ).toBe(4294967295)
    expect(keysOf(common.Capabilities.deserializeBinary(value(channel, 'Capabilities')).getCapabilitiesMap())).toEqual([
      'V2_0',
    ])
    expect(ordererProtos.BatchSize.deserializeBinary(value(ordering, 'BatchSize')).toObject()).toEqual({
      maxMessageCount: 500,
      absoluteMaxBytes: 10485760,
      preferredMaxBytes: 2097152,
    })
    expect(ordererProtos.BatchTimeout.deserializeBinary(value(ordering, 'BatchTimeout')).getTimeout()).toBe('2s')
    expect(
      common.OrdererAddresses.deserializeBinary(value(group(ordering, 'OrdererMSP'), 'Endpoints')).getAddressesList(),
    ).toEqual(['orderer1.example.com:15001', 'orderer2.example.com:15002', 'orderer3.example.com:15003'])
    expect(
      peerProtos.AnchorPeers.deserializeBinary(value(group(application, 'AlphaMSP'), 'AnchorPeers')).toObject(),
    ).toEqual({
      anchorPeersList: [{ host: 'peer1.alpha.example.com', port: 15101 }],
    })
  })

  test('has the MSP of each organization, with node OUs', () => {
    const wrapped = mspProtos.MSPConfig.deserializeBinary(value(group(application, 'AlphaMSP'), 'MSP'))
    expect(wrapped.getType()).toBe(0)
    const found = mspProtos.FabricMSPConfig.deserializeBinary(wrapped.getConfig_asU8())
    const { authorities, tlsAuthorities } = msp('AlphaMSP')
    const texts = (list: readonly Uint8Array[]) => list.map((one) => Buffer.from(one).toString())
    expect(found.getName()).toBe('AlphaMSP')
    expect(texts(found.getRootCertsList_asU8())).toEqual(authorities)
    expect(texts(found.getTlsRootCertsList_asU8())).toEqual(tlsAuthorities)
    const units = found.getFabricNodeOus()
    expect(units?.getEnable()).toBe(true)
    expect(
      [
        units?.getClientOuIdentifier(),
        units?.getPeerOuIdentifier(),
        units?.getAdminOuIdentifier(),
        units?.getOrdererOuIdentifier(),
      ].map((unit) => unit?.getOrganizationalUnitIdentifier()),
    ).toEqual(['client', 'peer', 'admin', 'orderer'])
    // Named, it would be the only authority that may tell roles: an organization could never change its root.
    expect(units?.getAdminOuIdentifier()?.getCertificate_asU8()).toHaveLength(0)
    expect(found.getCryptoConfig()?.toObject()).toEqual({
      signatureHashFamily: 'SHA2',
      identityIdentifierHashFunction: 'SHA256',
    })
  })

  test('has Raft with its consenters and options', () => {
    const type = ordererProtos.ConsensusType.deserializeBinary(value(ordering, 'ConsensusType'))
    expect(type.getType()).toBe('etcdraft')
    const { consentersList, options } = ordererProtos.etcdraft.ConfigMetadata.deserializeBinary(
      type.getMetadata_asU8(),
    ).toObject()
    expect(consentersList.map(({ host, port }) => [host, port])).toEqual([
      ['orderer1.example.com', 15001],
      ['orderer2.example.com', 15002],
      ['orderer3.example.com', 15003],
    ])
    expect(options).toEqual({
      tickInterval: '500ms',
      electionTick: 10,
      heartbeatTick: 1,
      maxInflightBlocks: 5,
      snapshotIntervalSize: 16777216,
    })
  })

  test('says which policy is which', () => {
    const policy = (parent: common.ConfigGroup, name: string) => {
      const found = parent.getPoliciesMap().get(name)?.getPolicy()
      return found?.getType() === common.Policy.PolicyType.IMPLICIT_META
        ? common.ImplicitMetaPolicy.deserializeBinary(found.getValue_asU8()).toObject()
        : common.SignaturePolicyEnvelope.deserializeBinary(found?.getValue_asU8() ?? new Uint8Array())
    }
    expect(policy(channel, 'Admins')).toEqual({ subPolicy: 'Admins', rule: 2 })
    expect(policy(ordering, 'BlockValidation')).toEqual({ subPolicy: 'Writers', rule: 0 })
    expect(policy(application, 'Endorsement')).toEqual({ subPolicy: 'Endorsement', rule: 2 })
    const readers = policy(group(application, 'AlphaMSP'), 'Readers') as common.SignaturePolicyEnvelope
    expect(
      readers.getIdentitiesList().map((one) => mspProtos.MSPRole.deserializeBinary(one.getPrincipal_asU8()).toObject()),
    ).toEqual([
      { mspIdentifier: 'AlphaMSP', role: 1 },
      { mspIdentifier: 'AlphaMSP', role: 3 },
      { mspIdentifier: 'AlphaMSP', role: 2 },
    ])
    expect(readers.getRule()?.getNOutOf()?.toObject()).toEqual({
      n: 1,
      rulesList: [0, 1, 2].map((signedBy) => ({ signedBy, nOutOf: undefined })),
    })
  })
})

describe('the first block of a BFT channel', () => {
  test.each([
    [4, 3],
    [5, 4],
    [7, 5],
    [10, 7],
  ])('of %i consenters has to be signed by %i of them', (consenters, quorum) => {
    const ordering = group(decoded('bft', consenters).channel, 'Orderer')
    const rule = common.SignaturePolicyEnvelope.deserializeBinary(
      ordering.getPoliciesMap().get('BlockValidation')?.getPolicy()?.getValue_asU8() ?? new Uint8Array(),
    )
    expect(rule.getRule()?.getNOutOf()?.getN()).toBe(quorum)
    expect(rule.getIdentitiesList().map((one) => one.getPrincipalClassification())).toEqual(Array(consenters).fill(2))
    const { consenterMappingList } = common.Orderers.deserializeBinary(value(ordering, 'Orderers')).toObject()
    expect(consenterMappingList.map(({ id, host, port, mspId }) => [id, host, port, mspId])).toEqual(
      Array.from({ length: consenters }, (_, at) => [at + 1, `orderer${at + 1}.example.com`, 15001 + at, 'OrdererMSP']),
    )
  })

  test('has SmartBFT with its options', () => {
    const type = ordererProtos.ConsensusType.deserializeBinary(
      value(group(decoded('bft', 4).channel, 'Orderer'), 'ConsensusType'),
    )
    expect(type.getType()).toBe('BFT')
    expect(ordererProtos.smartbft.Options.deserializeBinary(type.getMetadata_asU8()).toObject()).toMatchObject({
      requestBatchMaxInterval: '200ms',
      incomingMessageBufferSize: 200,
      leaderHeartbeatTimeout: '1m0s',
      leaderRotation: 0,
    })
  })
})

test('a block says its hash as Fabric computes it, and the hash before it', () => {
  const block = common.Block.deserializeBinary(genesisBlock('trade', desiredConfig(channelInput('etcdraft', 3))))
  const header = block.getHeader()
  header?.setNumber(200)
  header?.setPreviousHash(Buffer.alloc(32, 7))
  const read = readConfigBlock(block.serializeBinary())
  // A DER sequence: the number as an integer (0x00c8: it is positive), previous hash and data hash as octet strings.
  const der = Buffer.concat([
    Buffer.from([0x30, 72, 2, 2, 0, 200, 4, 32]),
    Buffer.alloc(32, 7),
    Buffer.from([4, 32]),
    header?.getDataHash_asU8() ?? Buffer.alloc(0),
  ])
  expect(read.number).toBe(200)
  expect(read.previousHash).toBe('07'.repeat(32))
  expect(read.hash).toBe(createHash('sha256').update(der).digest('hex'))
})

test('a block whose data are not those of its header is refused', () => {
  const block = genesisBlock('trade', desiredConfig(channelInput('etcdraft', 3)))
  const other = Buffer.from(block.toString('latin1').replace('orderer1.example.com', 'orderer9.example.com'), 'latin1')
  expect(() => readConfigBlock(other)).toThrow('do not have the hash that its header says')
})

describe('bytes', () => {
  test('are the same for the same channel', () => {
    const bytes = () => genesisBlock('trade', desiredConfig(channelInput('etcdraft', 5)))
    expect(bytes().equals(bytes())).toBe(true)
    expect(createHash('sha256').update(bytes()).digest('hex')).toMatchInlineSnapshot(
      `"36da7a77b7b999e18a38938659801e91da4e237a84e01ab86c6a429d1994e95d"`,
    )
  })

  test.each(['etcdraft', 'bft'] as const)('are read back as they were written: %s', (consensus) => {
    const config = desiredConfig({
      ...channelInput(consensus, 4),
      acls: { 'event/Block': '/Channel/Application/Writers' },
    })
    const { number, channel, state } = readConfigBlock(genesisBlock('trade', config))
    expect({ number, channel, sequence: state.sequence }).toEqual({ number: 0, channel: 'trade', sequence: 0 })
    expect(encodeGroup(state.channel).equals(encodeGroup(config))).toBe(true)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('not a block')],
    ['half a block', genesisBlock('trade', desiredConfig(channelInput('etcdraft', 3))).subarray(0, 2000)],
  ])('that are no block are refused: %s', (_what, bytes) => expect(() => readConfigBlock(bytes)).toThrow())
})

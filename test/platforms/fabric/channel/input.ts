import type { ChannelInput, Consenter } from '../../../../src/platforms/fabric/channel/channel.ts'
import { implicit } from '../../../../src/platforms/fabric/channel/policies.ts'

const pem = (what: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(what).toString('base64')}\n-----END CERTIFICATE-----\n`

export const msp = (mspId: string) => ({
  mspId,
  authorities: [pem(`${mspId} ca`)],
  tlsAuthorities: [pem(`${mspId} tlsca`)],
})

export const consenter = (number: number, mspId = 'OrdererMSP'): Consenter => ({
  host: `orderer${number}.example.com`,
  port: 15000 + number,
  mspId,
  tlsCertificate: pem(`tls ${number}`),
  identity: pem(`sign ${number}`),
})

/** A channel of two members, with so many consenters. */
export const channelInput = (consensus: ChannelInput['consensus'], consenters: number): ChannelInput => ({
  name: 'trade',
  consensus,
  capabilities: { channel: consensus === 'bft' ? 'V3_0' : 'V2_0', orderer: 'V2_0', application: 'V2_5' },
  batch: { timeout: '2s', maxMessageCount: 500, absoluteMaxBytes: 10_485_760, preferredMaxBytes: 2_097_152 },
  raft: {
    tickInterval: '500ms',
    electionTick: 10,
    heartbeatTick: 1,
    maxInflightBlocks: 5,
    snapshotIntervalSize: 16_777_216,
  },
  bft: {
    incomingMessageBufferSize: 200,
    requestBatchMaxInterval: '200ms',
    requestForwardTimeout: '5s',
    requestComplainTimeout: '20s',
    requestAutoRemoveTimeout: '3m0s',
    requestPoolSize: 100_000,
    viewChangeResendInterval: '5s',
    viewChangeTimeout: '20s',
    leaderHeartbeatTimeout: '1m0s',
    leaderHeartbeatCount: 10,
    collectTimeout: '1s',
  },
  consenters: Array.from({ length: consenters }, (_, at) => consenter(at + 1)),
  ordererOrganizations: [
    {
      msp: msp('OrdererMSP'),
      endpoints: Array.from({ length: consenters }, (_, at) => `orderer${at + 1}.example.com:${15001 + at}`),
    },
  ],
  applicationOrganizations: [
    { msp: msp('AlphaMSP'), anchors: [{ host: 'peer1.alpha.example.com', port: 15101 }] },
    { msp: msp('BetaMSP'), anchors: [] },
  ],
  policies: {
    readers: implicit('ANY', 'Readers'),
    writers: implicit('ANY', 'Writers'),
    admins: implicit('MAJORITY', 'Admins'),
    endorsement: implicit('MAJORITY', 'Endorsement'),
    lifecycleEndorsement: implicit('MAJORITY', 'Endorsement'),
  },
  acls: {},
})

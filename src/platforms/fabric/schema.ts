import * as z from 'zod'
import { name, quantity, resources } from '../../network/shapes.ts'
import { goDuration, longestDuration, nanosecondsOf } from './go-duration.ts'

/** Fabric's own part of a definition. Checks that need more than one field are rules (see rules/). */

const setting = z.union([z.string(), z.number(), z.boolean()])

export const nodeFields = {
  stateDatabase: z
    .enum(['goleveldb', 'couchdb'])
    .default('goleveldb')
    .describe('Where a peer keeps the state: in itself, or in a CouchDB beside it, which can be queried by content'),
  couchdb: z
    .strictObject({
      storage: quantity.default('20Gi').describe('Size of its volume'),
      resources: resources.optional(),
    })
    .optional()
    .describe('The CouchDB of a peer with that state database'),
  anchor: z
    .boolean()
    .optional()
    .describe('Whether other organizations find this peer first; the first peer of each organization when none says'),
  settings: z
    .record(
      z
        .string()
        .regex(
          /^(CORE|ORDERER|FABRIC|FABRIC_CA_SERVER)_[A-Z0-9_]+$/,
          'must be a variable of Fabric: CORE_… of a peer, ORDERER_… of an orderer, FABRIC_CA_SERVER_… of a CA, FABRIC_LOGGING_SPEC',
        ),
      setting,
    )
    .default({})
    .describe("Fabric's own options, as variables of its environment"),
} as const

export const externalNodeFields = {
  anchor: z.boolean().default(true).describe('Whether this peer is an anchor of its organization'),
} as const

/** Go's time.ParseDuration, without signs: `2s`, `500ms`, `1m30s`. */
const duration = z
  .string()
  .regex(goDuration, { error: 'must be a duration as Go writes it, such as 2s or 500ms', abort: true })
  .refine(
    (text) => nanosecondsOf(text) < longestDuration,
    'must be a duration of less than 2562048h: Go counts no more',
  )

/** Fabric keeps these in 32 bits: orderer/etcdraft/configuration.proto, orderer/configuration.proto. */
const longestInteger = 2 ** 32 - 1

const count = z.int().min(1).max(longestInteger)

const reference = z
  .string()
  .regex(/^[a-z][-a-z0-9]*(\/[a-z][-a-z0-9]*)?$/, 'must be an organization, or a node such as carrier/orderer1')

const member = z.union([
  name,
  z
    .strictObject({
      organization: name,
      peers: z.array(name).min(1).optional().describe('Its peers in the channel; all of them when absent'),
    })
    .describe('A member with some of its peers'),
])

const batch = z
  .strictObject({
    timeout: duration.default('2s').describe('How long an orderer waits for more transactions before it cuts a block'),
    maxMessageCount: z.int().max(longestInteger).default(500).describe('Transactions in a block at most'),
    absoluteMaxBytes: z.int().max(longestInteger).default(10_485_760).describe('Bytes of a block at most'),
    preferredMaxBytes: z
      .int()
      .max(longestInteger)
      .default(2_097_152)
      .describe('Bytes of a block, unless one transaction is larger'),
  })
  .describe('When a block is cut')

export const raft = z
  .strictObject({
    tickInterval: duration.default('500ms'),
    electionTick: count.default(10).describe('Ticks without a leader until one is elected'),
    heartbeatTick: count.default(1).describe('Ticks between two signs of life of the leader'),
    maxInflightBlocks: count.default(5),
    snapshotIntervalSize: count.default(16_777_216).describe('Bytes of blocks between two snapshots'),
  })
  .describe('Options of Raft')

export const bft = z
  .strictObject({
    incomingMessageBufferSize: z.int().min(1).default(200),
    requestBatchMaxInterval: duration.default('200ms'),
    requestForwardTimeout: duration.default('5s'),
    requestComplainTimeout: duration.default('20s'),
    requestAutoRemoveTimeout: duration.default('3m0s'),
    requestPoolSize: z.int().min(1).default(100_000),
    viewChangeResendInterval: duration.default('5s'),
    viewChangeTimeout: duration.default('20s'),
    leaderHeartbeatTimeout: duration.default('1m0s'),
    leaderHeartbeatCount: z.int().min(1).default(10),
    collectTimeout: duration.default('1s'),
  })
  .describe('Options of SmartBFT')

const rule = z.string().min(1)

const policies = z
  .strictObject({
    readers: rule.optional(),
    writers: rule.optional(),
    admins: rule.optional(),
    endorsement: rule.optional(),
    lifecycleEndorsement: rule.optional(),
  })
  .describe(
    "Policies of the application: \"MAJORITY Admins\", or a rule such as OR('AMSP.peer', 'BMSP.peer'). ANY Readers, ANY Writers, MAJORITY Admins, MAJORITY Endorsement when absent",
  )

export const channel = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9.-]{0,248}$/,
        'must be the name of a channel: lower-case letters, digits, "." and "-", beginning with a letter, at most 249',
      ),
    members: z.array(member).min(1).describe('Organizations whose peers have the channel'),
    orderers: z
      .array(reference)
      .min(1)
      .optional()
      .describe('Orderers that agree on its blocks, by organization or one by one; all of the network when absent'),
    consensus: z
      .string()
      .default('etcdraft')
      .meta({ enum: ['etcdraft', 'bft'] })
      .describe('etcdraft or bft'),
    raft: raft.prefault({}),
    bft: bft.prefault({}),
    batch: batch.prefault({}),
    capabilities: z
      .strictObject({
        channel: z.string().optional(),
        orderer: z.string().optional(),
        application: z.string().optional(),
      })
      .prefault({})
      .describe('What all nodes must be able to do: V2_0 (V3_0 with bft), V2_0 and V2_5 when absent'),
    policies: policies.prefault({}),
    acls: z
      .record(z.string().min(1), z.string().min(1))
      .default({})
      .describe('Policy for each resource: {event/Block: /Channel/Application/Readers}'),
  })
  .describe('A ledger of its own, and who has it')

const collection = z
  .strictObject({
    name: z.string(),
    policy: rule.describe("Who has the data: an OR of members, OR('AMSP.member', 'BMSP.member')"),
    requiredPeerCount: z.int().default(1).describe('Peers that must have it before the transaction is endorsed'),
    maxPeerCount: z.int().default(2).describe('Peers that the endorser gives it to'),
    blockToLive: z.int().default(0).describe('Blocks after which it is purged; 0 for never'),
    memberOnlyRead: z.boolean().default(true),
    memberOnlyWrite: z.boolean().default(true),
    endorsementPolicy: rule.optional().describe("In place of the chaincode's own"),
  })
  .describe('Private data')

export const chaincode = z
  .strictObject({
    name: z.string(),
    channel: z.string().describe('Channel that it is committed to'),
    image: z
      .string()
      .min(1)
      .optional()
      .describe('Image of the chaincode server, with tag or digest: registry.example.com/assets:1.0.2'),
    version: z.string().describe('What people call this release: 1.0'),
    sequence: z.int().min(1).describe('Counts definitions of the chaincode in the channel: one more with each change'),
    label: z.string().optional().describe('Label of the package; <name>_<version> when absent'),
    endorsementPolicy: rule
      .optional()
      .describe('Who must endorse: a rule, or a policy of the channel; its Endorsement policy when absent'),
    collections: z.array(collection).default([]),
    initRequired: z.boolean().default(false).describe('Whether a call of its init must come first'),
    organizations: z
      .array(name)
      .min(1)
      .optional()
      .describe('Organizations that run it; all members with peers of ours when absent. The others approve it only'),
    committer: name
      .optional()
      .describe('Organization that commits when enough have approved; the first member when absent'),
    replicas: z.int().min(1).max(20).default(1),
    port: z.int().min(1024).max(65535).default(9999).describe('Port of the chaincode server'),
    tls: z.boolean().default(false).describe('TLS between peer and chaincode, with a certificate of the organization'),
    resources: resources.optional(),
    indexes: z
      .record(
        z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be the name of an index file, without .json'),
        z.looseObject({}),
      )
      .default({})
      .describe('CouchDB indexes: {byOwner: {index: {fields: [owner]}, ddoc: byOwner, name: byOwner, type: json}}'),
  })
  .describe('A chaincode that runs as a service of its own')

/** Each channel and each chaincode has Jobs of every member: with more, rendering and applying take minutes. */
const mostChannels = 250
const mostChaincodes = 500

export const topFields = {
  channels: z.array(channel).max(mostChannels).default([]).describe('Ledgers, each with its members'),
  chaincodes: z.array(chaincode).max(mostChaincodes).default([]).describe('Smart contracts, each in one channel'),
} as const

export type Channel = z.output<typeof channel>
export type Chaincode = z.output<typeof chaincode>
export type Collection = z.output<typeof collection>

export interface FabricTop {
  readonly channels: readonly Channel[]
  readonly chaincodes: readonly Chaincode[]
}

export interface FabricNode {
  readonly stateDatabase: 'goleveldb' | 'couchdb'
  readonly couchdb?: { readonly storage: string; readonly resources?: z.output<typeof resources> }
  readonly anchor?: boolean
  readonly settings: Readonly<Record<string, z.output<typeof setting>>>
}

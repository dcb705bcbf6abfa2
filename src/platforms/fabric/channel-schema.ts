import * as z from 'zod'
import { name } from '../../network/shapes.ts'
import { goDuration, longestDuration, nanosecondsOf } from './go-duration.ts'

/** A channel in a definition. Checks that need more than one field are rules (see rules/). */

/** Go's time.ParseDuration, without signs: `2s`, `500ms`, `1m30s`. */
const duration = z
  .string()
  .regex(goDuration, { error: 'must be a duration as Go writes it, such as 2s or 500ms', abort: true })
  .refine(
    (text) => nanosecondsOf(text) < longestDuration,
    'must be a duration of less than 2562048h: Go counts no more',
  )
  .meta({ kind: 'duration' })

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
      organization: name.meta({ description: 'The member.', examples: ['alpha'] }),
      peers: z
        .array(name)
        .optional()
        .meta({
          description:
            'Its peers in the channel. The list is empty only in an adopted channel that says none of them: anchor peers alone are in a channel.',
          absent: 'all of its peers',
          examples: [['peer1']],
        }),
    })
    .describe('A member with some of its peers.'),
])

const batch = z
  .strictObject({
    timeout: duration
      .default('2s')
      .meta({ description: 'Longest wait for more transactions before a block is cut.', examples: ['500ms'] }),
    maxMessageCount: z
      .int()
      .max(longestInteger)
      .default(500)
      .meta({ description: 'Most transactions in a block.', examples: [100] }),
    absoluteMaxBytes: z
      .int()
      .max(longestInteger)
      .default(10_485_760)
      .meta({ description: 'Largest block, at most 49 MB.', kind: 'bytes', examples: [10485760] }),
    preferredMaxBytes: z
      .int()
      .max(longestInteger)
      .default(2_097_152)
      .meta({
        description: 'Preferred size of a block. Only a single larger transaction exceeds it.',
        kind: 'bytes',
        examples: [2097152],
      }),
  })
  .describe('Limits at which an orderer cuts a block.')

export const raft = z
  .strictObject({
    tickInterval: duration.default('500ms').meta({ description: 'Length of a tick.', examples: ['500ms'] }),
    electionTick: count.default(10).meta({
      description: 'Ticks without a leader before an election. More than `heartbeatTick`.',
      examples: [10],
    }),
    heartbeatTick: count.default(1).meta({ description: 'Ticks between two heartbeats of the leader.', examples: [1] }),
    maxInflightBlocks: count
      .default(5)
      .meta({ description: 'Most blocks that are on their way to other orderers at once.', examples: [5] }),
    snapshotIntervalSize: count
      .default(16_777_216)
      .meta({ description: 'Size of blocks between two snapshots.', kind: 'bytes', examples: [16777216] }),
  })
  .describe('Options of Raft (`etcdraft`).')

export const bft = z
  .strictObject({
    incomingMessageBufferSize: z
      .int()
      .min(1)
      .default(200)
      .meta({ description: 'Most messages that wait for processing.', examples: [200] }),
    requestBatchMaxInterval: duration
      .default('200ms')
      .meta({ description: "Leader's longest wait for more transactions.", examples: ['200ms'] }),
    requestForwardTimeout: duration.default('5s').meta({
      description: 'Time after which a transaction is sent to the leader again. At most `requestComplainTimeout`.',
      examples: ['5s'],
    }),
    requestComplainTimeout: duration.default('20s').meta({
      description: 'Time after which an orderer complains about the leader. At most `requestAutoRemoveTimeout`.',
      examples: ['20s'],
    }),
    requestAutoRemoveTimeout: duration
      .default('3m0s')
      .meta({ description: 'Time after which a transaction is dropped.', examples: ['3m0s'] }),
    requestPoolSize: z
      .int()
      .min(1)
      .default(100_000)
      .meta({ description: 'Most transactions that wait.', examples: [100000] }),
    viewChangeResendInterval: duration.default('5s').meta({
      description: 'Interval at which a complaint is repeated. At most `viewChangeTimeout`.',
      examples: ['5s'],
    }),
    viewChangeTimeout: duration
      .default('20s')
      .meta({ description: 'Longest time of a change of the leader.', examples: ['20s'] }),
    leaderHeartbeatTimeout: duration
      .default('1m0s')
      .meta({ description: 'Longest time without a heartbeat of the leader.', examples: ['1m0s'] }),
    leaderHeartbeatCount: z
      .int()
      .min(1)
      .default(10)
      .meta({ description: 'Heartbeats within `leaderHeartbeatTimeout`.', examples: [10] }),
    collectTimeout: duration.default('1s').meta({
      description: 'Time in which a restarted orderer collects the state of the others.',
      examples: ['1s'],
    }),
  })
  .describe('Options of SmartBFT (`bft`).')

const rule = z.string().min(1).meta({ kind: 'policy' })

const policies = z
  .strictObject({
    readers: rule.optional().meta({ description: 'Who can read.', absent: '`ANY Readers`', examples: ['ANY Readers'] }),
    writers: rule
      .optional()
      .meta({ description: 'Who can send transactions.', absent: '`ANY Writers`', examples: ['ANY Writers'] }),
    admins: rule
      .optional()
      .meta({ description: 'Who can change the channel.', absent: '`MAJORITY Admins`', examples: ['ALL Admins'] }),
    endorsement: rule.optional().meta({
      description: 'Who endorses transactions of chaincodes without their own policy.',
      absent: '`MAJORITY Endorsement`',
      examples: ['ANY Endorsement'],
    }),
    lifecycleEndorsement: rule.optional().meta({
      description: 'Who approves definitions of chaincodes.',
      absent: '`MAJORITY Endorsement`',
      examples: ["OR('AlphaMSP.admin', 'BetaMSP.admin')"],
    }),
  })
  .describe(
    "Policies of the application: `ANY`, `ALL` or `MAJORITY` of a policy of the members, or a rule such as `OR('AlphaMSP.admin', 'BetaMSP.admin')`.",
  )

const capability = z.string()

export const channel = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9.-]{0,248}$/,
        'must be the name of a channel: lower-case letters, digits, "." and "-", beginning with a letter, at most 249',
      )
      .meta({
        description:
          'Name of the channel: lower-case letters, digits, `.` and `-`, at most 249. Names of Kubernetes objects contain it unchanged if it has at most 40 characters and no dots.',
        examples: ['trade'],
      }),
    adopted: z
      .boolean()
      .default(false)
      .meta({
        description:
          'Whether the channel began without Chancery. Its configuration is then in `material/public/channels/<name>/adopted.yaml`. Whatever no field expresses stays as it is.',
        examples: [true],
      }),
    members: z
      .array(member)
      .min(1)
      .meta({
        description: 'Organizations whose peers have the channel. A mapping names some of the peers of a member.',
        kind: 'list of names or mappings',
        examples: [['alpha', { organization: 'beta', peers: ['peer1'] }]],
      }),
    orderers: z
      .array(reference)
      .min(1)
      .optional()
      .meta({
        description: 'Orderers of the channel: organizations, or single nodes.',
        kind: 'list of names',
        absent: 'all orderers of the network',
        examples: [['alpha', 'beta/orderer1']],
      }),
    consensus: z
      .string()
      .default('etcdraft')
      .meta({
        enum: ['etcdraft', 'bft'],
        description:
          'Consensus of the orderers. Raft (`etcdraft`) tolerates crashes: 2 of 5 orderers. SmartBFT (`bft`) tolerates malicious orderers too: 1 of 4, 2 of 7. SmartBFT needs Fabric 3.',
        examples: ['bft'],
      }),
    raft: raft.prefault({}),
    bft: bft.prefault({}),
    batch: batch.prefault({}),
    capabilities: z
      .strictObject({
        channel: capability.optional().meta({
          description: '`V3_0` needs Fabric 3 on every node of the channel.',
          kind: '`V2_0` or `V3_0`',
          absent: '`V2_0`; `V3_0` with `bft`',
          examples: ['V3_0'],
        }),
        orderer: capability
          .optional()
          .meta({ description: 'Capability of the orderers.', kind: '`V2_0`', absent: '`V2_0`', examples: ['V2_0'] }),
        application: capability.optional().meta({
          description: 'Capability of the peers.',
          kind: '`V2_0` or `V2_5`',
          absent: '`V2_5`',
          examples: ['V2_5'],
        }),
      })
      .prefault({})
      .describe('Features that every node of the channel must support.'),
    policies: policies.prefault({}),
    acls: z
      .record(z.string().min(1), z.string().min(1))
      .default({})
      .meta({
        description: 'Policy of each resource, by its path.',
        kind: 'mapping of paths',
        examples: [{ 'event/Block': '/Channel/Application/Writers' }],
      }),
  })
  .describe('A channel: a ledger with its members.')

export type Channel = z.output<typeof channel>

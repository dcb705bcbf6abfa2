import type * as z from 'zod'
import { beyondDefaults } from '../../../network/given.ts'
import { readAcls } from '../channel/acls.ts'
import { highestCapability } from '../channel/capabilities.ts'
import { applicationPolicies, writtenRule } from '../channel/carried/policies.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import { consensusOf } from '../channel/consenters.ts'
import { bft, channel as channelSchema, raft } from '../channel-schema.ts'
import { capabilitiesOf } from '../network.ts'
import { ruleText } from '../policy/rule.ts'
import { type Fields, readMessage } from '../protobuf/reader.ts'

type Values = Readonly<Record<string, unknown>>

/** Fields of a channel that say how it works; who is in it is in members.ts. Values that no field allows are left out, with their names. */
export interface ChannelFields {
  readonly fields: Values
  /** `raft.tickInterval 1x`: the definition has the default, which an update would set. */
  readonly refused: readonly string[]
}

/** Fields of a message: name in the definition to number in the message. */
const raftFields = {
  tickInterval: 1,
  electionTick: 2,
  heartbeatTick: 3,
  maxInflightBlocks: 4,
  snapshotIntervalSize: 5,
} as const

const bftFields = {
  incomingMessageBufferSize: 4,
  requestBatchMaxInterval: 3,
  requestForwardTimeout: 6,
  requestComplainTimeout: 7,
  requestAutoRemoveTimeout: 8,
  requestPoolSize: 5,
  viewChangeResendInterval: 10,
  viewChangeTimeout: 11,
  leaderHeartbeatTimeout: 12,
  leaderHeartbeatCount: 13,
  collectTimeout: 14,
} as const

const batchFields = { maxMessageCount: 1, absoluteMaxBytes: 2, preferredMaxBytes: 3 } as const

export function channelFields(config: ConfigGroup): ChannelFields {
  const refused: string[] = []
  const orderer = config.groups.get('Orderer')
  const application = config.groups.get('Application')
  const bytesOf = (group: ConfigGroup | undefined, name: string): Buffer =>
    group?.values.get(name)?.value ?? Buffer.alloc(0)
  const metadata = readMessage(bytesOf(orderer, 'ConsensusType')).bytes(2) ?? Buffer.alloc(0)
  const isBft = consensusOf(config) === 'BFT'
  const options = isBft ? metadata : (readMessage(metadata).bytes(2) ?? Buffer.alloc(0))
  const read = (field: string, schema: unknown, message: Fields, numbers: Readonly<Record<string, number>>): Values => {
    const { shape } = schema as { readonly shape: Readonly<Record<string, z.ZodType>> } // a strict object of channel-schema.ts
    return Object.fromEntries(
      Object.entries(numbers).flatMap(([name, number]) => {
        if (message.count(number) === 0) return []
        const value = message.bytes(number) === undefined ? message.number(number) : message.text(number)
        if (shape[name]?.safeParse(value).success === true) return [[name, value]]
        refused.push(`${field}.${name} ${value}`)
        return []
      }),
    )
  }
  const batchShape = channelSchema.shape.batch.unwrap()
  const timeout = readMessage(bytesOf(orderer, 'BatchTimeout'))
  const consensus = isBft ? 'bft' : 'etcdraft'
  const given = {
    consensus,
    [isBft ? 'bft' : 'raft']: isBft
      ? read('bft', bft, readMessage(options), bftFields)
      : read('raft', raft, readMessage(options), raftFields),
    batch: {
      ...read('batch', batchShape, timeout, { timeout: 1 }),
      ...read('batch', batchShape, readMessage(bytesOf(orderer, 'BatchSize')), batchFields),
    },
    policies: policiesOf(application),
    acls: Object.fromEntries([...readAcls(config)].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
  const capabilities = {
    channel: highestCapability(config.values.get('Capabilities')?.value),
    orderer: highestCapability(orderer?.values.get('Capabilities')?.value),
    application: highestCapability(application?.values.get('Capabilities')?.value),
  }
  const parsed = channelSchema.parse({ name: 'channel', members: ['member'], ...given })
  const { name: _, members: __, capabilities: ___, ...own } = beyondDefaults(channelSchema, parsed) as Values // of an object, an object
  const usual: Values = { ...capabilitiesOf(parsed) }
  const unusual = Object.fromEntries(Object.entries(capabilities).filter(([group, name]) => usual[group] !== name))
  const fields = { ...own, capabilities: unusual }
  return {
    fields: Object.fromEntries(
      order.flatMap((name) => (isEmpty(fields, name) ? [] : [[name, (fields as Values)[name]]])),
    ),
    refused,
  }
}

/** As people write them. */
const order = ['consensus', 'raft', 'bft', 'batch', 'capabilities', 'policies', 'acls'] as const

function isEmpty(fields: Values, name: string): boolean {
  const value = fields[name]
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

const policyFields = {
  readers: 'Readers',
  writers: 'Writers',
  admins: 'Admins',
  endorsement: 'Endorsement',
  lifecycleEndorsement: 'LifecycleEndorsement',
} as const

/** Policies that are not the usual ones. One that no text can say, or that is absent, stays as long as the definition has the usual one. */
const policiesOf = (application: ConfigGroup | undefined): Values =>
  Object.fromEntries(
    Object.entries(policyFields).flatMap(([field, name]) => {
      const policy = application?.policies.get(name)?.policy
      const usual = applicationPolicies.get(name)
      const text = policy === undefined ? undefined : writtenRule(policy)
      return text === undefined || (usual !== undefined && text === ruleText(usual)) ? [] : [[field, text]]
    }),
  )

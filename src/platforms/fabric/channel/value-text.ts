import { type Fields, readMessage } from '../protobuf/reader.ts'
import { aclsOf } from './acls.ts'
import { cameAndWent, single, unnamed, type Words } from './field-text.ts'
import { mspText } from './msp-text.ts'

/** Fields with a number or a text each. */
const options =
  (what: string, fields: Readonly<Record<number, string>>): Words =>
  (before, after) => {
    const numbers = Object.keys(fields).map(Number)
    const [old, now] = [single(before, ...numbers), single(after, ...numbers)]
    const text = (message: Fields, field: number): string => message.text(field) || String(message.number(field))
    return [
      ...numbers
        .filter((field) => text(old, field) !== text(now, field))
        .map((field) => `${fields[field]}: ${text(old, field)} → ${text(now, field)}`),
      ...unnamed(what, old, now, numbers),
    ]
  }

/** Lists of texts. */
const list =
  (what: string, show: (item: Buffer) => string): Words =>
  (before, after, owner) => {
    const [old, now] = [readMessage(before), readMessage(after)]
    return [
      ...cameAndWent(`${what} of ${owner}`, old.all(1).map(show), now.all(1).map(show)),
      ...unnamed(`${what} of ${owner}`, old, now, [1]),
    ]
  }

const hostAndPort = (data: Buffer): string => {
  const fields = single(data, 1, 2)
  return `${fields.text(1)}:${fields.number(2)}`
}

const raftOptions = options('options of Raft', {
  1: 'tickInterval',
  2: 'electionTick',
  3: 'heartbeatTick',
  4: 'maxInflightBlocks',
  5: 'snapshotIntervalSize',
})

const bftOptions = options('options of SmartBFT', {
  3: 'requestBatchMaxInterval',
  4: 'incomingMessageBufferSize',
  5: 'requestPoolSize',
  6: 'requestForwardTimeout',
  7: 'requestComplainTimeout',
  8: 'requestAutoRemoveTimeout',
  10: 'viewChangeResendInterval',
  11: 'viewChangeTimeout',
  12: 'leaderHeartbeatTimeout',
  13: 'leaderHeartbeatCount',
  14: 'collectTimeout',
})

/** orderer.ConsensusType. Consenters of Raft, in its metadata, are told by consenter-text.ts. */
const consensusType: Words = (before, after, owner) => {
  const [old, now] = [single(before, 1, 2, 3), single(after, 1, 2, 3)]
  const metadata = (type: Fields): Buffer => type.bytes(2) ?? Buffer.alloc(0)
  const state = ({ number }: Fields): string => (number(3) === 0 ? 'normal' : `maintenance (${number(3)})`)
  const words = [
    ...(old.text(1) === now.text(1) ? [] : [`consensus: ${old.text(1) || 'none'} → ${now.text(1) || 'none'}`]),
    ...(old.number(3) === now.number(3) ? [] : [`state of consensus: ${state(old)} → ${state(now)}`]),
    ...unnamed('consensus', old, now, [1, 2, 3]),
  ]
  if (old.text(1) !== now.text(1)) return words
  if (now.text(1) === 'BFT') return [...words, ...bftOptions(metadata(old), metadata(now), owner)]
  const [was, is] = [single(metadata(old), 2), single(metadata(now), 2)]
  return [
    ...words,
    ...raftOptions(was.bytes(2) ?? Buffer.alloc(0), is.bytes(2) ?? Buffer.alloc(0), owner),
    ...unnamed('consensus', was, is, [1, 2]),
  ]
}

const capabilities: Words = (before, after, owner) => {
  const names = (data: Buffer): string => [...readMessage(data).map(1).keys()].sort().join(', ') || 'none'
  return [`capabilities of ${owner}: ${names(before)} → ${names(after)}`]
}

const acls: Words = (before, after) => {
  const policies = (data: Buffer): string[] => [...aclsOf(data)].map(([resource, policy]) => `${resource} by ${policy}`)
  return cameAndWent('access to', policies(before), policies(after))
}

const readers: Readonly<Record<string, Words>> = {
  ACLs: acls,
  AnchorPeers: list('anchor peer', hostAndPort),
  BatchSize: options('batch size', {
    1: 'batch maxMessageCount',
    2: 'batch absoluteMaxBytes',
    3: 'batch preferredMaxBytes',
  }),
  BatchTimeout: options('batch timeout', { 1: 'batch timeout' }),
  Capabilities: capabilities,
  ConsensusType: consensusType,
  Endpoints: list('orderer endpoint', String),
  MSP: mspText,
}

/** What changes in a value, by its name. Undefined where there are no words for such a value. Throws MalformedMessage. */
export const valueText = (name: string, before: Buffer, after: Buffer, owner: string): readonly string[] | undefined =>
  Object.hasOwn(readers, name) ? readers[name]?.(before, after, owner) : undefined

import { createHash } from 'node:crypto'
import { ruleText } from '../policy/rule.ts'
import { readMessage } from '../protobuf/reader.ts'
import { type ConfigChange, changesOf, describeChange } from './config-changes.ts'
import type { ConfigGroup, ConfigPolicy } from './config-group.ts'
import { consenterChanges, consentersIn, describeConsenterChange } from './consenters.ts'
import { decodeRule } from './policy-reader.ts'
import { applyUpdate, type UpdateSets } from './update.ts'

/** What an update changes, in words for those who are to sign it: `orderer4.example.com:15004 becomes a consenter`. */
export function describeUpdate(current: ConfigGroup, sets: UpdateSets): readonly string[] {
  const after = applyUpdate({ sequence: 0, channel: current }, sets).channel
  const consenters = consenterChanges(consentersIn(current), consentersIn(after)).map(describeConsenterChange)
  const lines = changesOf(current, sets).flatMap((change) => {
    const words = wordsFor(change, current, after)
    const isSaid = consenters.length > 0 && /^Orderer\/(ConsensusType|Orderers)$/.test(change.path)
    return words.length > 0 || isSaid ? words : [describeChange(change)]
  })
  return [...consenters, ...lines]
}

/** Nothing where the general words have to do. */
function wordsFor({ path, what }: ConfigChange, before: ConfigGroup, after: ConfigGroup): string[] {
  const names = path.split('/')
  const name = names.at(-1) ?? ''
  const groups = [before, after].map((root) =>
    names.slice(0, -1).reduce<ConfigGroup | undefined>((group, each) => group?.groups.get(each), root),
  )
  if (what === 'policy') {
    const [old, now] = groups.map((group) => policyText(group?.policies.get(name)))
    return [`policy ${path}: ${old} → ${now}`]
  }
  if (what === 'group') return []
  const [old = Buffer.alloc(0), now = Buffer.alloc(0)] = groups.map((group) => group?.values.get(name)?.value)
  return readers[name]?.(old, now, names.at(-2) ?? 'the channel') ?? []
}

const policyText = (policy: ConfigPolicy | undefined): string => {
  if (policy === undefined) return 'none'
  const rule = decodeRule(policy.policy)
  return rule === undefined ? signaturesText(policy) : ruleText(rule)
}

/** BlockValidation of BFT: so many signatures of these certificates. */
function signaturesText({ policy }: ConfigPolicy): string {
  const envelope = readMessage(readMessage(policy).bytes(2) ?? Buffer.alloc(0))
  const gate = readMessage(readMessage(envelope.bytes(2) ?? Buffer.alloc(0)).bytes(2) ?? Buffer.alloc(0))
  return `signatures of ${gate.number(1)} of ${envelope.all(3).length} certificates`
}

/** Words for a value that changed: empty bytes when it was not there or is no more. `owner` is the group it is in. */
type Words = (before: Buffer, after: Buffer, owner: string) => string[]

const cameAndWent = (what: string, before: readonly string[], after: readonly string[]): string[] => [
  ...after.filter((each) => !before.includes(each)).map((each) => `${what} ${each} is added`),
  ...before.filter((each) => !after.includes(each)).map((each) => `${what} ${each} is removed`),
]

const texts = (data: Buffer, field: number): string[] => readMessage(data).all(field).map(String)

const hostAndPort = (data: Buffer): string => {
  const fields = readMessage(data)
  return `${fields.text(1)}:${fields.number(2)}`
}

/** How other tools show a certificate, too: the SHA-256 of its DER form. */
function fingerprint(pem: string): string {
  const der = Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

const authorityKinds = [
  [2, 'authority'],
  [3, 'intermediate authority'],
  [9, 'TLS authority'],
  [10, 'intermediate TLS authority'],
] as const

const options = (fields: Readonly<Record<number, string>>, before: Buffer, after: Buffer): string[] => {
  const [old, now] = [readMessage(before), readMessage(after)]
  return Object.entries(fields).flatMap(([field, name]) => {
    const text = (message: typeof old): string => message.text(Number(field)) || String(message.number(Number(field)))
    return text(old) === text(now) ? [] : [`${name}: ${text(old)} → ${text(now)}`]
  })
}

const raftOptions = {
  1: 'tickInterval',
  2: 'electionTick',
  3: 'heartbeatTick',
  4: 'maxInflightBlocks',
  5: 'snapshotIntervalSize',
}
const bftOptions = {
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
}

const readers: Readonly<Record<string, Words>> = {
  AnchorPeers: (before, after, owner) => {
    const peers = (data: Buffer): string[] => readMessage(data).all(1).map(hostAndPort)
    return cameAndWent(`anchor peer of ${owner}`, peers(before), peers(after))
  },
  Endpoints: (before, after, owner) => cameAndWent(`orderer endpoint of ${owner}`, texts(before, 1), texts(after, 1)),
  BatchTimeout: (before, after) => options({ 1: 'batch timeout' }, before, after),
  BatchSize: (before, after) =>
    options({ 1: 'batch maxMessageCount', 2: 'batch absoluteMaxBytes', 3: 'batch preferredMaxBytes' }, before, after),
  Capabilities: (before, after, owner) => {
    const names = (data: Buffer): string => [...readMessage(data).map(1).keys()].join(', ')
    return [`capabilities of ${owner}: ${names(before)} → ${names(after)}`]
  },
  ACLs: (before, after) => {
    const policies = (data: Buffer): string[] =>
      [...readMessage(data).map(1)].map(([resource, policy]) => `${resource} by ${readMessage(policy).text(1)}`)
    return cameAndWent('access to', policies(before), policies(after))
  },
  MSP: (before, after, owner) => {
    const config = (data: Buffer): Buffer => readMessage(data).bytes(2) ?? Buffer.alloc(0)
    return authorityKinds.flatMap(([field, kind]) => {
      const prints = (data: Buffer): string[] => texts(config(data), field).map(fingerprint)
      return cameAndWent(`${kind} of ${owner}`, prints(before), prints(after))
    })
  },
  ConsensusType: (before, after) => {
    const [old, now] = [readMessage(before), readMessage(after)]
    if (old.text(1) !== now.text(1)) return [`consensus: ${old.text(1)} → ${now.text(1)}`]
    const part = (data: typeof old): Buffer => {
      const metadata = data.bytes(2) ?? Buffer.alloc(0)
      return data.text(1) === 'BFT' ? metadata : (readMessage(metadata).bytes(2) ?? Buffer.alloc(0))
    }
    return options(now.text(1) === 'BFT' ? bftOptions : raftOptions, part(old), part(now))
  },
}

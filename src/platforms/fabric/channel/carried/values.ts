import { bft, raft } from '../../channel-schema.ts'
import { withFields, withFieldsOf } from '../../protobuf/fields.ts'
import { fieldValues, readMessage } from '../../protobuf/reader.ts'
import { concat, message } from '../../protobuf/writer.ts'
import { aclsOf } from '../acls.ts'
import { highestCapability } from '../capabilities.ts'
import { certificateKey } from '../msp.ts'
import { bftOptions, raftOptions } from '../orderer.ts'

/**
 * Values of a configuration that a definition says in part: what it says differently is replaced, all else stays byte for byte.
 * Each takes the value as it is, and the whole value that Chancery would write.
 */
export type MergeValue = (current: Buffer, desired: Buffer) => Buffer

/** Not said by a definition. */
export const kept: MergeValue = (current) => current

/** common.Capabilities: a definition says the highest. */
const capabilities: MergeValue = (current, desired) =>
  highestCapability(current) === highestCapability(desired) ? current : desired

const batchSize: MergeValue = (current, desired) => withFieldsOf(current, desired, [1, 2, 3])
const batchTimeout: MergeValue = (current, desired) => withFieldsOf(current, desired, [1])

/** orderer.ConsensusType. Its state, normal or maintenance, is not said by a definition. */
const consensusType: MergeValue = (current, desired) => {
  const [old, now] = [readMessage(current), readMessage(desired)]
  if (old.text(1) !== now.text(1)) return withFieldsOf(current, desired, [1, 2])
  const [was, is] = [old.bytes(2) ?? Buffer.alloc(0), now.bytes(2) ?? Buffer.alloc(0)]
  const metadata = now.text(1) === 'BFT' ? mergeBftOptions(was, is) : raftMetadata(was, is)
  return metadata.equals(was) ? current : withFields(current, new Map([[2, message(2, metadata)]]))
}

/** Fields that a definition says: what is absent stays so while the definition has the default. */
const saidFields = (
  current: Buffer,
  desired: Buffer,
  defaults: Buffer,
  fields: readonly number[],
): readonly number[] => {
  const [was, is, otherwise] = [readMessage(current), readMessage(desired), readMessage(defaults)]
  return fields.filter((field) => was.count(field) > 0 || is.trace(field) !== otherwise.trace(field))
}

const defaultBft = bftOptions(bft.parse({}))
const defaultRaft = raftOptions(raft.parse({}))

/** orderer.smartbft.Options: those that a definition has. */
const mergeBftOptions: MergeValue = (current, desired) =>
  withFieldsOf(current, desired, saidFields(current, desired, defaultBft, [3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14]))

/** orderer.etcdraft.Options */
const mergeRaftOptions: MergeValue = (current, desired) =>
  withFieldsOf(current, desired, saidFields(current, desired, defaultRaft, [1, 2, 3, 4, 5]))

/** orderer.etcdraft.ConfigMetadata */
const raftMetadata: MergeValue = (current, desired) => {
  const options = (metadata: Buffer): Buffer => readMessage(metadata).bytes(2) ?? Buffer.alloc(0)
  const [was, is] = [options(current), mergeRaftOptions(options(current), options(desired))]
  const withConsenters = consenters(current, desired, { address: [1, 2], certificate: 4 })
  return is.equals(was) ? withConsenters : withFields(withConsenters, new Map([[2, message(2, is)]]))
}

/** common.Orderers */
const bftConsenters: MergeValue = (current, desired) =>
  consenters(current, desired, { address: [2, 3], certificate: 7, others: [1, 4, 5] })

interface ConsenterFields {
  readonly address: readonly [host: number, port: number]
  /** Its TLS certificate as a server. As a client it may have another, which a definition does not say. */
  readonly certificate: number
  readonly others?: readonly number[]
}

/** Field 1 of both messages: a consenter that is known stays as it is, but for what the definition changes. */
function consenters(current: Buffer, desired: Buffer, { address, certificate, others = [] }: ConsenterFields): Buffer {
  const known = readMessage(current).all(1)
  const key = (encoded: Buffer): string => certificateKey(readMessage(encoded).text(certificate))
  const merged = readMessage(desired)
    .all(1)
    .map((wanted) => {
      const old = known.find((encoded) => key(encoded) === key(wanted))
      return old === undefined ? wanted : withFieldsOf(old, wanted, [...address, ...others])
    })
  const isSame = merged.length === known.length && merged.every((encoded, at) => known[at]?.equals(encoded) === true)
  if (isSame) return current
  const rest = fieldValues(current).filter(({ field }) => field !== 1)
  return concat(...merged.map((encoded) => message(1, encoded)), ...rest.map(({ encoded }) => encoded))
}

/** peer.AnchorPeers, in any order. */
const anchorPeers: MergeValue = (current, desired) => {
  const addresses = (value: Buffer): string =>
    readMessage(value)
      .all(1)
      .map((anchor) => `${readMessage(anchor).text(1)}:${readMessage(anchor).number(2)}`)
      .sort()
      .join(' ')
  return addresses(current) === addresses(desired) ? current : desired
}

/** peer.ACLs: a policy without a path is one of the application. */
const acls: MergeValue = (current, desired) => {
  const text = (value: Buffer): string => JSON.stringify([...aclsOf(value)].sort())
  return text(current) === text(desired) ? current : desired
}

/** By name; any other value is not said by a definition. Of organizations, organizations.ts has those. */
export const valueMerges: ReadonlyMap<string, MergeValue> = new Map([
  ['Capabilities', capabilities],
  ['BatchSize', batchSize],
  ['BatchTimeout', batchTimeout],
  ['ConsensusType', consensusType],
  ['Orderers', bftConsenters],
  ['AnchorPeers', anchorPeers],
  ['ACLs', acls],
])

/** Values of which a definition says that they are absent, too. */
export const saidByAbsence: ReadonlySet<string> = new Set(['AnchorPeers', 'ACLs'])

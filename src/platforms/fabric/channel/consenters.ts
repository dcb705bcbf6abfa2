import { addressText } from '../../../network/address.ts'
import { type Fields, readMessage } from '../protobuf/reader.ts'
import type { Consenter } from './channel.ts'
import type { ConfigGroup } from './config-group.ts'

const ordererValue = (channel: ConfigGroup, name: string): Buffer =>
  channel.groups.get('Orderer')?.values.get(name)?.value ?? Buffer.alloc(0)

/** `etcdraft` or `BFT`. */
export const consensusOf = (channel: ConfigGroup): string => readMessage(ordererValue(channel, 'ConsensusType')).text(1)

/**
 * Consenters of a channel, in its order. Of Raft's no MSP ID and no signing certificate is in there: both are empty.
 * Fields as in fabric-protos, common/configuration.proto (Consenter) and orderer/etcdraft/configuration.proto.
 */
export const consentersIn = (channel: ConfigGroup): readonly Consenter[] =>
  consenterEntries(channel).map(({ consenter }) => consenter)

/** The same with the bytes of each. */
export function consenterEntries(
  channel: ConfigGroup,
): readonly { readonly consenter: Consenter; readonly encoded: Buffer }[] {
  const isBft = consensusOf(channel) === 'BFT'
  const list = isBft
    ? ordererValue(channel, 'Orderers')
    : (readMessage(ordererValue(channel, 'ConsensusType')).bytes(2) ?? Buffer.alloc(0))
  return readMessage(list)
    .all(1)
    .map((encoded) => ({ consenter: isBft ? readBft(encoded) : readRaft(encoded), encoded }))
}

const readRaft = (encoded: Buffer): Consenter => {
  const fields = readMessage(encoded)
  return { ...addressOf(fields, 1), mspId: '', identity: '', tlsCertificate: fields.text(4) }
}

const readBft = (encoded: Buffer): Consenter => {
  const fields = readMessage(encoded)
  return {
    ...addressOf(fields, 2),
    mspId: fields.text(4),
    identity: fields.text(5),
    tlsCertificate: fields.text(7),
    number: fields.number(1),
  }
}

const addressOf = (fields: Fields, first: number): Pick<Consenter, 'host' | 'port'> => ({
  host: fields.text(first),
  port: fields.number(first + 1),
})

/** What becomes of one consenter. */
export interface ConsenterChange {
  readonly kind: 'added' | 'replaced' | 'moved' | 'removed'
  /** Absent when it is added. */
  readonly before?: Consenter
  /** Absent when it is removed. */
  readonly after?: Consenter
}

const kinds: readonly ConsenterChange['kind'][] = ['added', 'replaced', 'moved', 'removed']

/**
 * What becomes of the consenters of a channel, those that come first. A consenter is the same when it has the same certificate,
 * wherever it is (it moved); another certificate at the same address is another node in its place (it is replaced).
 * Fabric allows Raft one change of membership in an update (orderer/consensus/etcdraft/membership.go, ComputeMembershipChanges).
 */
export function consenterChanges(
  before: readonly Consenter[],
  after: readonly Consenter[],
): readonly ConsenterChange[] {
  const left = new Set(after)
  const pair = (isSame: (old: Consenter, now: Consenter) => boolean, old: Consenter): Consenter | undefined => {
    const found = [...left].find((now) => isSame(old, now))
    if (found !== undefined) left.delete(found)
    return found
  }
  const byCertificate = before.map((old) => pair((one, other) => one.tlsCertificate === other.tlsCertificate, old))
  const pairs = before.map((old, at) => [old, byCertificate[at] ?? pair(isSameAddress, old)] as const)
  const known = pairs.flatMap(([old, now]): ConsenterChange[] => {
    if (now === undefined) return [{ kind: 'removed', before: old }]
    if (old.tlsCertificate !== now.tlsCertificate || isOtherIdentity(old, now))
      return [{ kind: 'replaced', before: old, after: now }]
    return isSameAddress(old, now) ? [] : [{ kind: 'moved', before: old, after: now }]
  })
  const added = [...left].map((now): ConsenterChange => ({ kind: 'added', after: now }))
  return [...added, ...known].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

/** `orderer4.example.com:15004 becomes a consenter` */
export function describeConsenterChange({ kind, before, after }: ConsenterChange): string {
  const [old, now] = [before, after].map((consenter) => (consenter === undefined ? '' : addressText(consenter)))
  switch (kind) {
    case 'added':
      return `${now} becomes a consenter`
    case 'removed':
      return `${old} is no longer a consenter`
    case 'moved':
      return `consenter ${old} moves to ${now}`
    case 'replaced':
      return `consenter ${now} has another certificate`
  }
}

const isSameAddress = (one: Consenter, other: Consenter): boolean => addressText(one) === addressText(other)

/** Only SmartBFT knows identities. */
const isOtherIdentity = (old: Consenter, now: Consenter): boolean =>
  old.identity !== '' && old.identity !== now.identity

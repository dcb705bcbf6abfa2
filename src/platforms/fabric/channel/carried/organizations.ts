import { addressText } from '../../../../network/address.ts'
import { withFields } from '../../protobuf/fields.ts'
import { type Fields, readMessage } from '../../protobuf/reader.ts'
import { message, repeated } from '../../protobuf/writer.ts'
import type { ConfigGroup, ConfigValue } from '../config-group.ts'
import { consenterOwner, type IsIssuedBy } from '../consenter-owner.ts'
import { consentersIn } from '../consenters.ts'
import { certificateKey, mspFields, mspIdIn } from '../msp.ts'
import type { MergeValue } from './values.ts'

/** msp.MSPConfig: the authorities and revocation lists of a definition; roles, hashes and the rest stay. */
export const mergeMsp: MergeValue = (current, desired) => {
  const config = (value: Buffer): Buffer => readMessage(value).bytes(2) ?? Buffer.alloc(0)
  const [was, is] = [config(current), config(desired)]
  const [old, now] = [readMessage(was), readMessage(is)]
  const replaced = new Map<number, Buffer>()
  for (const [pair, mayBeUnsaid] of authorityFields) {
    const all = (fields: Fields): readonly Buffer[] => pair.flatMap((field) => fields.all(field))
    // Without a TLS authority it may be a member: peers find out its addresses in another way.
    const isUnsaid = mayBeUnsaid && all(old).length === 0
    if (isUnsaid || keys(all(old)) === keys(all(now))) continue
    for (const field of pair)
      if (keys(old.all(field)) !== keys(now.all(field))) replaced.set(field, repeated(field, now.all(field)))
  }
  const lists = withLists(old.all(mspFields.revocationLists), now.all(mspFields.revocationLists))
  if (lists !== undefined) replaced.set(mspFields.revocationLists, repeated(mspFields.revocationLists, lists))
  return replaced.size === 0 ? current : withFields(current, new Map([[2, message(2, withFields(was, replaced))]]))
}

/** Roots and intermediates. An MSP may take an authority that another one issued as a root: what counts is that it has both. */
const authorityFields = [
  [[mspFields.authorities, mspFields.intermediates], false],
  [[mspFields.tlsAuthorities, mspFields.tlsIntermediates], true],
] as const

const keys = (certificates: readonly Buffer[]): string =>
  [...new Set(certificates.map((pem) => certificateKey(String(pem))))].sort().join(' ')

/** A list that is replaced by a shorter one would take revocations back: all stay. Undefined when nothing comes. */
function withLists(current: readonly Buffer[], desired: readonly Buffer[]): readonly Buffer[] | undefined {
  const known = new Set(current.map((pem) => certificateKey(String(pem))))
  const added = desired.filter((pem) => !known.has(certificateKey(String(pem))))
  return added.length === 0 ? undefined : [...current, ...added]
}

const addressesIn = (value: Buffer | undefined): readonly string[] =>
  value === undefined
    ? []
    : readMessage(value)
        .all(1)
        .map((address) => String(address))

/**
 * Addresses of orderers, of an organization or of the whole channel: those of new consenters come, those of consenters that are no
 * more go. Any other stays: of orderers that are no consenters, say, or of those of another organization.
 */
function withAddresses(current: Buffer | undefined, wanted: readonly string[], { known, leaving }: Addresses): Buffer {
  const before = addressesIn(current)
  const kept = before.filter((address) => !leaving.has(address))
  const added = wanted.filter((address) => !before.includes(address) && !known.has(address))
  const isSame = kept.length === before.length && added.length === 0
  return isSame && current !== undefined ? current : repeated(1, [...kept, ...added])
}

/** Addresses of consenters. */
export interface Addresses {
  /** Before the change. */
  readonly known: ReadonlySet<string>
  /** Those that no consenter has after it. */
  readonly leaving: ReadonlySet<string>
}

export function addressesOf(current: ConfigGroup, desired: ConfigGroup): Addresses {
  const [known, left] = [consenterAddresses(current), consenterAddresses(desired)]
  return { known, leaving: new Set([...known].filter((address) => !left.has(address))) }
}

const consenterAddresses = (channel: ConfigGroup): ReadonlySet<string> =>
  new Set(consentersIn(channel).map(addressText))

/** Endpoints of an organization; undefined when it has none and needs none. */
export function mergeEndpoints(
  current: ConfigValue | undefined,
  desired: ConfigValue | undefined,
  channel: ConfigGroup,
  addresses: Addresses,
): ConfigValue | undefined {
  const value = withAddresses(
    current?.value,
    // Peers stop to use the addresses of the channel as soon as one organization has its own.
    current === undefined && hasGlobalAddresses(channel) ? [] : addressesIn(desired?.value),
    addresses,
  )
  if (current === undefined && value.length === 0) return undefined
  return current === undefined ? desired && { ...desired, value } : { ...current, value }
}

const hasGlobalAddresses = (channel: ConfigGroup): boolean =>
  addressesIn(channel.values.get('OrdererAddresses')?.value).length > 0

/** `OrdererAddresses` of a channel whose organizations have no endpoints: before Fabric 2, it had all of them. */
export function mergeGlobalAddresses(current: ConfigValue, desired: ConfigGroup, channel: ConfigGroup): ConfigValue {
  const organizations = [...(channel.groups.get('Orderer')?.groups.values() ?? [])]
  if (organizations.some(({ values }) => addressesIn(values.get('Endpoints')?.value).length > 0)) return current
  const wanted = [...(desired.groups.get('Orderer')?.groups.values() ?? [])].flatMap(({ values }) =>
    addressesIn(values.get('Endpoints')?.value),
  )
  return { ...current, value: withAddresses(current.value, wanted, addressesOf(channel, desired)) }
}

/** Whether an organization has a consenter. */
export const hasConsenter = (group: ConfigGroup, channel: ConfigGroup, isIssuedBy: IsIssuedBy): boolean =>
  consentersIn(channel).some((consenter) => consenterOwner(consenter, channel, isIssuedBy) === mspIdIn(group))

import { withFields } from '../../protobuf/fields.ts'
import { readMessage } from '../../protobuf/reader.ts'
import { message, repeated } from '../../protobuf/writer.ts'
import type { ConfigGroup, ConfigValue } from '../config-group.ts'
import { addressText, consentersIn } from '../consenters.ts'
import { certificateKey, fabricMspOf, mspFields } from '../msp.ts'
import type { MergeValue } from './values.ts'

/** msp.MSPConfig: the authorities and revocation lists of a definition; roles, hashes and the rest stay. */
export const mergeMsp: MergeValue = (current, desired) => {
  const config = (value: Buffer): Buffer => readMessage(value).bytes(2) ?? Buffer.alloc(0)
  const [was, is] = [config(current), config(desired)]
  const [old, now] = [readMessage(was), readMessage(is)]
  const replaced = new Map<number, Buffer>()
  for (const field of authorityFields) {
    // Without a TLS authority it may be a member: peers find out its addresses in another way.
    const isUnsaid = old.count(field) === 0 && field === mspFields.tlsAuthorities
    if (!isUnsaid && keys(old.all(field)) !== keys(now.all(field))) replaced.set(field, repeated(field, now.all(field)))
  }
  const lists = withLists(old.all(mspFields.revocationLists), now.all(mspFields.revocationLists))
  if (lists !== undefined) replaced.set(mspFields.revocationLists, repeated(mspFields.revocationLists, lists))
  return replaced.size === 0 ? current : withFields(current, new Map([[2, message(2, withFields(was, replaced))]]))
}

const authorityFields = [
  mspFields.authorities,
  mspFields.intermediates,
  mspFields.tlsAuthorities,
  mspFields.tlsIntermediates,
] as const

const keys = (certificates: readonly Buffer[]): string =>
  certificates
    .map((pem) => certificateKey(String(pem)))
    .sort()
    .join(' ')

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
 * more go. Any other stays: of orderers that are no consenters, say.
 */
function withAddresses(current: Buffer | undefined, desired: readonly string[], known: ReadonlySet<string>): Buffer {
  const before = addressesIn(current)
  const kept = before.filter((address) => desired.includes(address) || !known.has(address))
  const added = desired.filter((address) => !before.includes(address) && !known.has(address))
  const isSame = kept.length === before.length && added.length === 0
  return isSame && current !== undefined ? current : repeated(1, [...kept, ...added])
}

const consenterAddresses = (channel: ConfigGroup): ReadonlySet<string> =>
  new Set(consentersIn(channel).map(addressText))

/** Endpoints of an organization; undefined when it has none and needs none. */
export function mergeEndpoints(
  current: ConfigValue | undefined,
  desired: ConfigValue | undefined,
  channel: ConfigGroup,
): ConfigValue | undefined {
  const value = withAddresses(
    current?.value,
    // Peers stop to use the addresses of the channel as soon as one organization has its own.
    current === undefined && hasGlobalAddresses(channel) ? [] : addressesIn(desired?.value),
    consenterAddresses(channel),
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
  return { ...current, value: withAddresses(current.value, wanted, consenterAddresses(channel)) }
}

/**
 * Whether an organization has a consenter: one whose address is among its endpoints, or whose TLS certificate is of its
 * authorities. Raft's consenters do not say whose they are.
 */
export function hasConsenter(
  group: ConfigGroup,
  channel: ConfigGroup,
  isIssuedBy: (certificate: string, authority: string) => boolean,
): boolean {
  const endpoints = addressesIn(group.values.get('Endpoints')?.value)
  const config = readMessage(fabricMspOf(group) ?? Buffer.alloc(0))
  const authorities = [...config.all(mspFields.tlsAuthorities), ...config.all(mspFields.tlsIntermediates)].map(String)
  return consentersIn(channel).some((consenter) => {
    if (consenter.mspId !== '') return consenter.mspId === config.text(mspFields.name)
    return (
      endpoints.includes(addressText(consenter)) ||
      authorities.some((authority) => isIssuedBy(consenter.tlsCertificate, authority))
    )
  })
}

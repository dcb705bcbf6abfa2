import { addressText } from '../../../network/address.ts'
import { readMessage } from '../protobuf/reader.ts'
import type { Consenter } from './channel.ts'
import type { ConfigGroup } from './config-group.ts'
import { fabricMspOf, mspFields, mspIdIn } from './msp.ts'

/** Whether the one certificate, as PEM, was issued by the other. */
export type IsIssuedBy = (certificate: string, authority: string) => boolean

/**
 * MSP ID of the organization that a consenter belongs to. Raft's consenters do not say it: one of its TLS authorities issued their
 * certificate, or their address is among its endpoints, which may have those of others. Undefined when nothing tells.
 */
export function consenterOwner(consenter: Consenter, channel: ConfigGroup, isIssuedBy: IsIssuedBy): string | undefined {
  if (consenter.mspId !== '') return consenter.mspId
  const all = [...(channel.groups.get('Orderer')?.groups.values() ?? [])].filter(
    (group) => mspIdIn(group) !== undefined,
  )
  const listing = all.filter((group) => endpointsOf(group).includes(addressText(consenter)))
  const issuing = all.filter((group) =>
    tlsAuthoritiesOf(group).some((authority) => isIssuedBy(consenter.tlsCertificate, authority)),
  )
  const both = listing.filter((group) => issuing.includes(group))
  const [owner] = [both, issuing, listing, all.length === 1 ? all : []].find(({ length }) => length > 0) ?? []
  return owner && mspIdIn(owner)
}

const endpointsOf = (group: ConfigGroup): readonly string[] =>
  readMessage(group.values.get('Endpoints')?.value ?? Buffer.alloc(0))
    .all(1)
    .map(String)

function tlsAuthoritiesOf(group: ConfigGroup): readonly string[] {
  const config = readMessage(fabricMspOf(group) ?? Buffer.alloc(0))
  return [...config.all(mspFields.tlsAuthorities), ...config.all(mspFields.tlsIntermediates)].map(String)
}

import { createHash } from 'node:crypto'
import { certificatesIn } from '../../../material/x509/read.ts'
import { readMessage } from '../protobuf/reader.ts'
import type { ConfigGroup } from './config-group.ts'

/** Fields of msp.FabricMSPConfig (fabric-protos, msp/msp_config.proto). */
export const mspFields = {
  name: 1,
  authorities: 2,
  intermediates: 3,
  administrators: 4,
  revocationLists: 5,
  signer: 6,
  units: 7,
  hashes: 8,
  tlsAuthorities: 9,
  tlsIntermediates: 10,
  nodeUnits: 11,
} as const

/** The msp.FabricMSPConfig of an organization's group; undefined when it has none, or one of another kind (Idemix). */
export function fabricMspOf(group: ConfigGroup): Buffer | undefined {
  const value = group.values.get('MSP')?.value
  if (value === undefined) return undefined
  const fields = readMessage(value)
  return fields.number(1) === 0 ? fields.bytes(2) : undefined
}

/** Name of the MSP of an organization's group. The key of a group is often the same, but need not be. */
export function mspIdIn(group: ConfigGroup): string | undefined {
  const config = fabricMspOf(group)
  return config === undefined ? undefined : readMessage(config).text(mspFields.name) || undefined
}

/** What a channel has of an MSP: it may be a member, an organization with orderers, or both. */
export const mspConfigsOf = (channel: ConfigGroup, mspId: string): readonly Buffer[] =>
  ['Application', 'Orderer']
    .flatMap((section) => [...(channel.groups.get(section)?.groups.values() ?? [])])
    .filter((group) => mspIdIn(group) === mspId)
    .flatMap((group) => fabricMspOf(group) ?? [])

/** Certificates of a field in one form: people write PEM with and without a last line break, and with text around it. */
export const certificateTexts = (config: Buffer, field: number): readonly string[] =>
  readMessage(config)
    .all(field)
    .map((item) => certificatesIn(String(item).replaceAll('\r\n', '\n')).join('') || String(item))

/** A certificate as a text that is the same for the same certificate. */
export const certificateKey = (pem: string): string => {
  const body = /-----BEGIN [A-Z0-9 ]+-----([^-]*)-----END/.exec(pem)?.[1]
  return createHash('sha256')
    .update(body === undefined ? pem : body.replaceAll(/\s/g, ''))
    .digest('hex')
}

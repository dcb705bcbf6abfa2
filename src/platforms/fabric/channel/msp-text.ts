import { readCertificate } from '../../../material/x509/read.ts'
import { readRevocationList } from '../../../material/x509/revocation-list.ts'
import { type Fields, readMessage } from '../protobuf/reader.ts'
import { cameAndWent, single, unnamed, type Words } from './field-text.ts'
import { fingerprint, shortDigest } from './fingerprint.ts'

/** msp.FabricMSPConfig: fields that are lists, and what an entry is called and looks like. */
const mspLists: readonly (readonly [field: number, kind: string, show: (item: Buffer) => string])[] = [
  [2, 'authority', (pem) => fingerprint(String(pem))],
  [3, 'intermediate authority', (pem) => fingerprint(String(pem))],
  [4, 'administrator', (pem) => fingerprint(String(pem))],
  [5, 'revocation list', shortDigest],
  [7, 'organizational unit', unitText],
  [9, 'TLS authority', (pem) => fingerprint(String(pem))],
  [10, 'intermediate TLS authority', (pem) => fingerprint(String(pem))],
]

/** msp.MSPConfig with a msp.FabricMSPConfig. Of one that is added, only what differs from what Chancery writes. */
export const mspText: Words = (before, after, owner) => {
  const [old, now] = [configOf(before), configOf(after)]
  const lists = mspLists.flatMap(([field, kind, show]) =>
    cameAndWent(`${kind} of ${owner}`, old.all(field).map(show), now.all(field).map(show)),
  )
  const [wasRevoked, isRevoked] = [revokedIn(old), revokedIn(now)]
  lists.push(
    ...isRevoked.filter((one) => !wasRevoked.includes(one)).map((one) => `certificate ${one} of ${owner} is revoked`),
    ...wasRevoked
      .filter((one) => !isRevoked.includes(one))
      .map((one) => `certificate ${one} of ${owner} is revoked no more`),
  )
  if (after.length === 0) return lists
  const isNew = before.length === 0
  const [oldName, oldUnits] = isNew ? [owner, usualUnits] : [old.text(1), unitsOf(old)]
  const [oldHash, oldType] = isNew ? [usualHash, '0'] : [hashOf(old), String(readMessage(before).number(1))]
  const change = (what: string, was: string, is: string): string[] =>
    was === is ? [] : [`${what} of ${owner}: ${was} → ${is}`]
  return [
    ...lists,
    ...change('name of the MSP', oldName, now.text(1)),
    ...change('node OUs', oldUnits, unitsOf(now)),
    ...change('hashes', oldHash, hashOf(now)),
    ...change('kind of the MSP', oldType, String(readMessage(after).number(1))),
    ...unnamed(`the MSP of ${owner}`, old, now, [1, 8, 11, ...mspLists.map(([field]) => field)]),
    ...unnamed(`the MSP of ${owner}`, readMessage(before), readMessage(after), [1, 2]),
  ]
}

const configOf = (value: Buffer): Fields => single(single(value, 1, 2).bytes(2) ?? Buffer.alloc(0), 1, 6, 8, 11)

/** Serial numbers that its revocation lists have. Fabric takes no note of a list that none of its authorities signed. */
function revokedIn(config: Fields): readonly string[] {
  const authorities = [...config.all(2), ...config.all(3)].flatMap((pem) => readCertificate(String(pem)) ?? [])
  return config
    .all(5)
    .flatMap((pem) => readRevocationList(String(pem)) ?? [])
    .filter((list) => authorities.some((authority) => list.isIssuedBy(authority)))
    .flatMap(({ serialNumbers }) => serialNumbers)
}

/** As organizations.ts writes them. */
const usualUnits = 'client, peer, admin, orderer'
const usualHash = 'SHA2 SHA256'

/** msp.FabricCryptoConfig */
function hashOf(config: Fields): string {
  const crypto = single(config.bytes(8) ?? Buffer.alloc(0), 1, 2)
  return `${crypto.text(1)} ${crypto.text(2)}`
}

/** msp.FabricNodeOUs */
function unitsOf(config: Fields): string {
  const units = single(config.bytes(11) ?? Buffer.alloc(0), 1, 2, 3, 4, 5)
  if (units.number(1) === 0) return 'off'
  return [2, 3, 4, 5].map((field) => unitText(units.bytes(field) ?? Buffer.alloc(0))).join(', ')
}

/** msp.FabricOUIdentifier: a unit, and the authority that has to have issued the certificate where one is named. */
function unitText(encoded: Buffer): string {
  const fields = single(encoded, 1, 2)
  const authority = fields.text(1)
  return `${fields.text(2) || 'none'}${authority === '' ? '' : ` by ${fingerprint(authority)}`}`
}

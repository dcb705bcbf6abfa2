import { p256 } from '@noble/curves/nist.js'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  CertificateList,
  CRLNumber,
  Extension,
  id_ce_authorityKeyIdentifier,
  id_ce_cRLNumber,
  KeyIdentifier,
  Name,
  RevokedCertificate,
  TBSCertList,
  Time,
  Version,
} from '@peculiar/asn1-x509'
import { ecdsaWithSha256 } from './certificate.ts'
import { buffer } from './extensions.ts'
import { fromPem, type KeyPair, toPem } from './key.ts'
import type { CertificateContent } from './read.ts'

/** Revoked certificates of one authority. */
export interface RevocationRequest {
  /** Hexadecimal digits. */
  readonly serialNumbers: readonly string[]
  readonly now: Date
}

/** The authority, with a key identifier, which a ledger may use to find the authority of a list. */
interface ListIssuer {
  readonly key: KeyPair
  readonly certificate: CertificateContent
}

const label = 'X509 CRL'

/**
 * A certificate revocation list (RFC 5280, 5) as PEM. It is valid as long as its authority, because publishing a new
 * list may need many signatures.
 */
export function issueRevocationList(
  { serialNumbers, now }: RevocationRequest,
  { key, certificate }: ListIssuer,
): string {
  const signature = new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 })
  const seconds = Math.floor(now.getTime() / 1000)
  const time = new Time(new Date(seconds * 1000))
  const tbsCertList = new TBSCertList({
    version: Version.v2,
    signature,
    issuer: AsnConvert.parse(buffer(certificate.subjectBytes), Name),
    thisUpdate: time,
    nextUpdate: new Time(certificate.notAfter),
    revokedCertificates: serialNumbers
      .toSorted()
      .map((serial) => new RevokedCertificate({ userCertificate: integer(serial), revocationDate: time })),
    crlExtensions: [
      extension(
        id_ce_authorityKeyIdentifier,
        new AuthorityKeyIdentifier({
          keyIdentifier: new KeyIdentifier(buffer(certificate.keyIdentifier ?? new Uint8Array())),
        }),
      ),
      extension(id_ce_cRLNumber, new CRLNumber(seconds)),
    ],
  })
  const signed = new Uint8Array(AsnConvert.serialize(tbsCertList))
  const list = new CertificateList({
    tbsCertList,
    signatureAlgorithm: signature,
    signature: buffer(p256.sign(signed, key.privateKey, { lowS: true, format: 'der' })),
  })
  return toPem(label, new Uint8Array(AsnConvert.serialize(list)))
}

const extension = (extnID: string, value: object): Extension =>
  new Extension({ extnID, critical: false, extnValue: new OctetString(AsnConvert.serialize(value)) })

/** DER integers are signed: a first bit that is set gets a byte before it. */
function integer(serial: string): ArrayBuffer {
  const bytes = Buffer.from(serial.length % 2 === 0 ? serial : `0${serial}`, 'hex')
  return buffer(((bytes[0] ?? 0) & 0x80) === 0 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]))
}

/** A serial number for comparison: lower-case hexadecimal digits without leading zeros and without openssl's colons. */
export const serialText = (serial: string): string =>
  serial
    .toLowerCase()
    .replaceAll(':', '')
    .replace(/^0+(?=.)/, '')

/** The content of a revocation list. */
export interface RevocationList {
  readonly serialNumbers: readonly string[]
  /** Its authority key identifier, if it has one. */
  readonly keyIdentifier: Uint8Array | undefined
  /** Whether the key of that certificate signed it, and it names that certificate as its issuer. */
  isIssuedBy(authority: CertificateContent): boolean
}

/** Reads the first list of a PEM text; undefined when there is none, or it is invalid. */
export function readRevocationList(pem: string): RevocationList | undefined {
  const der = fromPem(label, pem)
  if (der === undefined) return undefined
  try {
    const list = AsnConvert.parse(buffer(der), CertificateList)
    return contentOf(list, signedPart(list))
  } catch {
    return undefined
  }
}

const signedPart = ({ tbsCertListRaw, tbsCertList }: CertificateList): Uint8Array =>
  new Uint8Array(tbsCertListRaw ?? AsnConvert.serialize(tbsCertList))

function contentOf({ tbsCertList, signature }: CertificateList, signed: Uint8Array): RevocationList {
  const { issuer, revokedCertificates = [], crlExtensions = [] } = tbsCertList
  const found = crlExtensions.find(({ extnID }) => extnID === id_ce_authorityKeyIdentifier)
  const identifier =
    found === undefined ? undefined : AsnConvert.parse(found.extnValue.buffer, AuthorityKeyIdentifier).keyIdentifier
  return {
    serialNumbers: revokedCertificates
      .map(({ userCertificate }) => serialText(Buffer.from(userCertificate).toString('hex')))
      .sort(),
    keyIdentifier: identifier === undefined ? undefined : new Uint8Array(identifier.buffer),
    isIssuedBy: (authority) =>
      Buffer.from(AsnConvert.serialize(issuer)).equals(authority.subjectBytes) &&
      isSigned(signed, new Uint8Array(signature), authority.publicKey),
  }
}

function isSigned(data: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return p256.verify(signature, data, publicKey, { lowS: false, format: 'der' })
  } catch {
    return false // another kind of key or signature
  }
}

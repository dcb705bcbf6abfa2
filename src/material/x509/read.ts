import { p256 } from '@noble/curves/nist.js'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  type Name,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509'
import { buffer } from './extensions.ts'
import { fromPem } from './key.ts'

/** The content of a certificate. */
export interface CertificateContent {
  readonly commonName: string
  readonly organization: string
  /** Organizational units, which a ledger may use for roles. */
  readonly units: readonly string[]
  readonly names: readonly string[]
  readonly addresses: readonly string[]
  readonly notBefore: Date
  readonly notAfter: Date
  /** Hexadecimal digits. */
  readonly serialNumber: string
  /** Uncompressed point of P-256; empty for another kind of key. */
  readonly publicKey: Uint8Array
  /** Whether it may sign other certificates: basicConstraints, keyCertSign and a subject key identifier, as some ledgers require all three. */
  readonly isAuthority: boolean
  /** Whether it is marked as an authority, which cannot be an identity. */
  readonly isMarkedAuthority: boolean
  /** Whether its key may sign: a certificate without key usage allows everything. */
  readonly maySign: boolean
  /** Whether its key may sign revocation lists. */
  readonly mayRevoke: boolean
  /** Whether the key of that certificate signed it, and it names that certificate as its issuer. */
  isIssuedBy(authority: CertificateContent): boolean
  /** Its name in DER, for certificates that it issues. */
  readonly subjectBytes: Uint8Array
  /** The octets of an extension, by its object identifier. */
  extension(id: string): Uint8Array | undefined
  /** Its subject key identifier, if it has one. */
  readonly keyIdentifier: Uint8Array | undefined
}

/** The certificates of a PEM text. Many programs read only the first of several, such as an old and a new root. */
export const certificatesIn = (pem: string): readonly string[] => {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  return found.map((certificate) => `${certificate}\n`)
}

/** Reads the first certificate of a PEM text; undefined when there is none, or it is invalid. */
export function readCertificate(pem: string): CertificateContent | undefined {
  const der = fromPem('CERTIFICATE', pem)
  if (der === undefined) return undefined
  try {
    return contentOf(AsnConvert.parse(buffer(der), Certificate))
  } catch {
    return undefined
  }
}

function contentOf({ tbsCertificate, tbsCertificateRaw, signatureValue }: Certificate): CertificateContent {
  const { subject, issuer, validity, subjectPublicKeyInfo, extensions = [], serialNumber } = tbsCertificate
  const extension = <Value>(id: string, type: new () => Value): Value | undefined => {
    const found = extensions.find(({ extnID }) => extnID === id)
    return found === undefined ? undefined : AsnConvert.parse(found.extnValue.buffer, type)
  }
  const alternatives = [...(extension(id_ce_subjectAltName, SubjectAlternativeName) ?? [])]
  const usage = extension(id_ce_keyUsage, KeyUsage)?.toNumber()
  const flags = usage ?? 0
  const isMarkedAuthority = extension(id_ce_basicConstraints, BasicConstraints)?.cA === true
  const identifier = extension(id_ce_subjectKeyIdentifier, SubjectKeyIdentifier)
  const point = new Uint8Array(subjectPublicKeyInfo.subjectPublicKey)
  return {
    commonName: attributesOf(subject, '2.5.4.3')[0] ?? '',
    organization: attributesOf(subject, '2.5.4.10')[0] ?? '',
    units: attributesOf(subject, '2.5.4.11'),
    names: alternatives.flatMap(({ dNSName }) => dNSName ?? []),
    addresses: alternatives.flatMap(({ iPAddress }) => iPAddress ?? []),
    notBefore: validity.notBefore.getTime(),
    notAfter: validity.notAfter.getTime(),
    serialNumber: Buffer.from(serialNumber).toString('hex'),
    publicKey: point.length === 65 && point[0] === 4 ? point : new Uint8Array(),
    isAuthority: isMarkedAuthority && (flags & KeyUsageFlags.keyCertSign) !== 0 && identifier !== undefined,
    isMarkedAuthority,
    maySign: usage === undefined || (usage & KeyUsageFlags.digitalSignature) !== 0,
    mayRevoke: (flags & KeyUsageFlags.cRLSign) !== 0,
    isIssuedBy: (authority) =>
      Buffer.from(AsnConvert.serialize(issuer)).equals(authority.subjectBytes) &&
      isSigned(
        new Uint8Array(tbsCertificateRaw ?? AsnConvert.serialize(tbsCertificate)),
        new Uint8Array(signatureValue),
        authority.publicKey,
      ),
    extension: (id) => {
      const found = extensions.find(({ extnID }) => extnID === id)
      return found === undefined ? undefined : new Uint8Array(found.extnValue.buffer)
    },
    subjectBytes: new Uint8Array(AsnConvert.serialize(subject)),
    keyIdentifier: identifier === undefined ? undefined : new Uint8Array(identifier.buffer),
  }
}

const attributesOf = (name: Name, wanted: string): string[] =>
  [...name].flatMap((part) => [...part].filter(({ type }) => type === wanted).map(({ value }) => value.toString()))

function isSigned(data: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return p256.verify(signature, data, publicKey, { lowS: false, format: 'der' })
  } catch {
    return false // another kind of key or signature
  }
}

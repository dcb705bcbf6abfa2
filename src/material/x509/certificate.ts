import { createHash } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extensions,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509'
import type { Purpose } from './extensions.ts'
import { buffer, extensionsFor } from './extensions.ts'
import { type KeyPair, toPem } from './key.ts'
import type { CertificateContent } from './read.ts'

/** Parts of a distinguished name, in their order. */
export interface DistinguishedName {
  readonly country?: string
  readonly locality?: string
  readonly organization?: string
  readonly unit?: string
  readonly commonName: string
}

export interface CertificateRequest {
  readonly subject: DistinguishedName
  readonly purpose: Purpose
  /** Uncompressed point of P-256. */
  readonly publicKey: Uint8Array
  /** Positive, at most 20 bytes. */
  readonly serialNumber: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
}

/** The issuer: an authority's key, and its certificate, whose names are copied. A self-signed authority has no issuer certificate. */
export interface Issuer {
  readonly key: KeyPair
  readonly certificate?: CertificateContent
}

/** ecdsa-with-SHA256, RFC 5758. */
export const ecdsaWithSha256 = '1.2.840.10045.4.3.2'

/** SubjectPublicKeyInfo of a P-256 key (RFC 5480), up to the point. */
const publicKeyHead = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

/** An X.509 certificate (RFC 5280) as PEM. The signature is deterministic (RFC 6979): the same request gives the same bytes. */
export function issueCertificate(request: CertificateRequest, issuer: Issuer): string {
  const signatureAlgorithm = new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 })
  const extensions = extensionsFor(
    request.purpose,
    keyIdentifier(request.publicKey),
    issuer.certificate?.keyIdentifier ?? keyIdentifier(issuer.key.publicKey),
  )
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: buffer(positive(request.serialNumber)),
    signature: signatureAlgorithm,
    issuer:
      issuer.certificate === undefined
        ? nameOf(request.subject)
        : AsnConvert.parse(buffer(issuer.certificate.subjectBytes), Name),
    validity: new Validity({ notBefore: request.notBefore, notAfter: request.notAfter }),
    subject: nameOf(request.subject),
    subjectPublicKeyInfo: AsnConvert.parse(
      buffer(Buffer.concat([publicKeyHead, request.publicKey])),
      SubjectPublicKeyInfo,
    ),
    extensions: new Extensions(extensions),
  })
  const signed = new Uint8Array(AsnConvert.serialize(tbsCertificate))
  const signatureValue = buffer(p256.sign(signed, issuer.key.privateKey, { lowS: true, format: 'der' }))
  const certificate = new Certificate({ tbsCertificate, signatureAlgorithm, signatureValue })
  return toPem('CERTIFICATE', new Uint8Array(AsnConvert.serialize(certificate)))
}

/** SHA-1 of the point: RFC 5280, 4.2.1.2, method 1. An identifier, not a protection. */
const keyIdentifier = (publicKey: Uint8Array): Buffer => createHash('sha1').update(publicKey).digest()

/** DER integers are signed: without its first bit, a serial number is positive. */
function positive(serialNumber: Uint8Array): Uint8Array {
  const copy = new Uint8Array(serialNumber)
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40
  return copy
}

/** Attribute types of RFC 4519. */
const attributes = {
  country: '2.5.4.6',
  locality: '2.5.4.7',
  organization: '2.5.4.10',
  unit: '2.5.4.11',
  commonName: '2.5.4.3',
} as const satisfies Record<keyof DistinguishedName, string>

function nameOf(name: DistinguishedName): Name {
  const parts = Object.entries(attributes).flatMap(([part, type]) => {
    const text = name[part as keyof DistinguishedName] // keys of the same object
    if (text === undefined || text === '') return []
    // A country is a PrintableString (RFC 5280, appendix A.1).
    const value = new AttributeValue(part === 'country' ? { printableString: text } : { utf8String: text })
    return [new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })])]
  })
  return new Name(parts)
}

import { X509Certificate } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { type Attribute, legalNameText } from '../legal-name.ts'

/** Attributes of X.500 names that Corda knows (`supportedAttributes` in CordaX500Name.kt of Corda 4.12), by object identifier. */
const attributeOf: Readonly<Record<string, Attribute>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

/** A certificate of a node, or of an authority of its zone. */
export interface ShownCertificate {
  /** As Corda writes it. */
  readonly subject: string
  /** Seconds since 1970. */
  readonly expiry: number
  readonly x509: X509Certificate
}

/** Undefined for other bytes. */
export function readShown(der: Uint8Array): ShownCertificate | undefined {
  try {
    const x509 = new X509Certificate(der)
    const { subject } = AsnConvert.parse(der, Certificate).tbsCertificate
    const name = Object.fromEntries(
      [...subject].flatMap((part) =>
        [...part].flatMap(({ type, value }) => {
          const attribute = attributeOf[type]
          return attribute === undefined ? [] : [[attribute, value.toString()]]
        }),
      ),
    )
    return { subject: legalNameText(name), expiry: Date.parse(x509.validTo) / 1000, x509 }
  } catch {
    return undefined
  }
}

/** Whether each certificate is signed by the next one, and the last one is a root, or signed by one. */
export function leadsTo(roots: readonly X509Certificate[], path: readonly ShownCertificate[]): boolean {
  const links = path.slice(1).every(({ x509: issuer }, at) => isIssued(path[at]?.x509, issuer))
  const last = path.at(-1)?.x509
  return links && roots.some((root) => last?.raw.equals(root.raw) === true || isIssued(last, root))
}

/** By name and signature. Java compares no key identifiers, and those of Corda's certificates are not the doorman's in all zones. */
const isIssued = (certificate: X509Certificate | undefined, issuer: X509Certificate): boolean =>
  certificate?.issuer === issuer.subject && certificate.verify(issuer.publicKey)

/**
 * The certificates in a Certificate message of TLS, the node's own first: RFC 5246, 7.4 and 7.4.2. Undefined for anything else. Bytes are as
 * others sent them.
 */
export function certificatesIn(message: Uint8Array): readonly Uint8Array[] | undefined {
  const bytes = Buffer.from(message)
  if (bytes.length < 7 || bytes[0] !== 11 || bytes.readUIntBE(1, 3) !== bytes.length - 4) return undefined
  if (bytes.readUIntBE(4, 3) !== bytes.length - 7) return undefined
  const found: Uint8Array[] = []
  for (let at = 7; at < bytes.length; ) {
    if (at + 3 > bytes.length) return undefined
    const end = at + 3 + bytes.readUIntBE(at, 3)
    if (end > bytes.length) return undefined
    found.push(bytes.subarray(at + 3, end))
    at = end
  }
  return found
}

import { OperatorError } from '../../errors.ts'
import type { Maker } from '../../material/material.ts'
import { type DistinguishedName, type Issuer, issueCertificate } from '../../material/x509/certificate.ts'
import type { Purpose } from '../../material/x509/extensions.ts'
import { type KeyPair, newKeyPair, readPrivateKeyPem } from '../../material/x509/key.ts'
import { type CertificateContent, certificatesIn, readCertificate } from '../../material/x509/read.ts'
import type { Organization } from '../../network/network.ts'
import { type Authority, authorityKeyEntry, authorityPath, sealedAuthorityPath } from './places.ts'

const day = 24 * 60 * 60 * 1000

/** Days that certificates are good for. */
const validity = { authority: 15 * 365, leaf: 365 } as const

/** Clocks differ: a certificate begins a little before it is made. */
const early = 5 * 60 * 1000

function validityFrom(now: Date, days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  // Certificates count whole seconds.
  const begin = Math.floor((now.getTime() - early) / 1000) * 1000
  return { notBefore: new Date(begin), notAfter: new Date(begin + days * day) }
}

/** `ca.manufacturer`, with the legal name. */
const authorityName = ({ name, subject }: Organization, authority: Authority): DistinguishedName => ({
  ...subject,
  organization: subject.organization ?? name,
  commonName: `${authority}.${name}`,
})

/** Names of identities: `peer1.manufacturer`. Fabric reads the role from the unit. */
export const leafName = (
  { name, subject }: Organization,
  own: string,
  unit: string | undefined,
): DistinguishedName => ({
  ...subject,
  organization: subject.organization ?? name,
  ...(unit === undefined ? {} : { unit }),
  commonName: `${own}.${name}`,
})

/** The certificate of an authority, signed by itself. */
export function authorityCertificate(
  organization: Organization,
  authority: Authority,
  key: KeyPair,
  maker: Maker,
): string {
  const subject = authorityName(organization, authority)
  return issueCertificate(
    {
      subject,
      purpose: { kind: 'authority' },
      publicKey: key.publicKey,
      serialNumber: maker.random(`serial number ${organization.name}/${authority}`, 16),
      ...validityFrom(maker.now, validity.authority),
    },
    { key },
  )
}

export interface Leaf {
  readonly organization: Organization
  readonly authority: Authority
  readonly subject: DistinguishedName
  readonly purpose: Purpose
  /** Days that it is valid; those of every leaf when absent. */
  readonly days?: number | undefined
  /** For chance: what it is. */
  readonly label: string
}

/** A new key, and its certificate from an authority whose key is at hand. */
export function issueLeaf(leaf: Leaf, maker: Maker): { readonly key: KeyPair; readonly certificate: string } {
  const key = newKeyPair(maker.random, `key ${leaf.label}`)
  return { key, certificate: certify(leaf, key.publicKey, maker) }
}

/** A certificate for a key that is there already. */
export function certify(
  { organization, authority, subject, purpose, label, days = validity.leaf }: Leaf,
  publicKey: Uint8Array,
  maker: Maker,
): string {
  const issuer = issuerOf(organization, authority, maker)
  const { notBefore, notAfter } = validityFrom(maker.now, days)
  const end = issuer.certificate.notAfter
  return issueCertificate(
    {
      subject,
      purpose,
      publicKey,
      serialNumber: maker.random(`serial number ${label}`, 16),
      notBefore,
      // It is worth nothing any more when its authority's is not.
      notAfter: end < notAfter ? end : notAfter,
    },
    issuer,
  )
}

const isOfKey = (certificate: CertificateContent | undefined, { publicKey }: KeyPair): boolean =>
  certificate !== undefined && Buffer.from(publicKey).equals(certificate.publicKey)

/**
 * Name and key as the certificate has them: the definition may say something else by now. An intermediate authority has the
 * certificates above it in the same file.
 */
export function issuerOf(
  organization: Organization,
  authority: Authority,
  { material, secret, standIn }: Maker,
): Required<Issuer> {
  const [file, sealed] = [authorityPath(organization.name, authority), sealedAuthorityPath(organization, authority)]
  const key = readPrivateKeyPem(secret(sealed)[authorityKeyEntry] ?? '')
  if (key === undefined)
    throw new OperatorError(
      `${sealed} has no key of P-256 in its entry ${authorityKeyEntry}`,
      'restore it from Git; your own authority needs a key of `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`',
    )
  const text = material.text(file) ?? ''
  const own = certificatesIn(text).find((pem) => isOfKey(readCertificate(pem), key))
  const certificate = readCertificate(own ?? text)
  if (certificate === undefined) throw new OperatorError(`${file} is not a certificate`, 'restore it from Git')
  if (!standIn && !isOfKey(certificate, key))
    throw new OperatorError(`${sealed} is not the key of ${file}`, 'restore both from Git')
  return { key, certificate }
}

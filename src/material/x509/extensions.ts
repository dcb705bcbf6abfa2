import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  Extension,
  GeneralName,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_clientAuth,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from '@peculiar/asn1-x509'

export type Purpose =
  /** Signs certificates and revocation lists. Certificates of authorities only with `ofAuthorities`. */
  | { readonly kind: 'authority'; readonly ofAuthorities?: true; readonly extensions?: readonly LedgerExtension[] }
  /** Signs messages of a ledger. */
  | { readonly kind: 'identity'; readonly extensions?: readonly LedgerExtension[] }
  /** Both ends of TLS connections, under these DNS names and IP addresses. */
  | { readonly kind: 'tls'; readonly names: readonly string[]; readonly addresses: readonly string[] }

/** An extension that only a ledger knows. Other programs ignore it, as it is not critical. */
export interface LedgerExtension {
  /** Object identifier. */
  readonly id: string
  /** Content of its octets, which is not always DER. */
  readonly value: Uint8Array
}

/** Extensions of RFC 5280, 4.2, for each purpose. */
export function extensionsFor(purpose: Purpose, subjectKey: Uint8Array, authorityKey: Uint8Array): Extension[] {
  const isAuthority = purpose.kind === 'authority'
  return [
    extension(id_ce_keyUsage, true, new KeyUsage(usage[purpose.kind])),
    ...(purpose.kind === 'tls'
      ? [extension(id_ce_extKeyUsage, false, new ExtendedKeyUsage([id_kp_serverAuth, id_kp_clientAuth]))]
      : []),
    extension(
      id_ce_basicConstraints,
      true,
      new BasicConstraints(
        isAuthority ? { cA: true, ...(purpose.ofAuthorities === true ? {} : { pathLenConstraint: 0 }) } : { cA: false },
      ),
    ),
    extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(buffer(subjectKey))),
    ...(isAuthority
      ? []
      : [
          extension(
            id_ce_authorityKeyIdentifier,
            false,
            new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(buffer(authorityKey)) }),
          ),
        ]),
    ...(purpose.kind === 'tls' && purpose.names.length + purpose.addresses.length > 0
      ? [
          extension(
            id_ce_subjectAltName,
            false,
            new SubjectAlternativeName([
              ...purpose.names.map((dNSName) => new GeneralName({ dNSName })),
              ...purpose.addresses.map((iPAddress) => new GeneralName({ iPAddress })),
            ]),
          ),
        ]
      : []),
    ...(purpose.kind === 'tls' ? [] : (purpose.extensions ?? [])).map(
      ({ id, value }) => new Extension({ extnID: id, critical: false, extnValue: new OctetString(buffer(value)) }),
    ),
  ]
}

const usage = {
  authority: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign | KeyUsageFlags.digitalSignature,
  identity: KeyUsageFlags.digitalSignature,
  // Keys of ECDSA only sign: RFC 8813, 3.
  tls: KeyUsageFlags.digitalSignature,
} as const

const extension = (extnID: string, critical: boolean, value: object): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })

/** A copy for the library. */
export const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

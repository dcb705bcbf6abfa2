import { X509Certificate } from 'node:crypto'

/** How a certificate differs from the one that was there before. */
export type CertificateChange =
  /** The same key, name and rights, from the same authority: a renewal. */
  | 'renewed'
  /** The same, for other hosts. */
  | 'names'
  /** The same key, with another name, role or right. */
  | 'rights'
  | 'key'
  /** The same key, and somebody else issued it. */
  | 'issuer'
  /** It cannot be read, or the file has more or fewer certificates. */
  | 'unreadable'

/** Compares two files with certificates. `authorities` are the texts of those that were there before. Undefined where the old file has none. */
export function certificateChange(
  before: string,
  after: string,
  authorities: readonly string[],
): CertificateChange | undefined {
  const old = read(before)
  if (old === undefined) return undefined
  const now = read(after)
  if (now === undefined || count(before) !== count(after) || count(after) > 1) return 'unreadable'
  if (keyOf(old) === undefined || keyOf(old) !== keyOf(now)) return 'key'
  if (!sameIssuer(old, now, authorities)) return 'issuer'
  if (old.subject !== now.subject || rightsOf(old) !== rightsOf(now)) return 'rights'
  return old.subjectAltName === now.subjectAltName ? 'renewed' : 'names'
}

/** Whether the first certificate of a text may issue others. */
export const isAuthority = (pem: string): boolean => read(pem)?.ca === true

const count = (pem: string): number => pem.split('-----BEGIN').length - 1

function read(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined // no certificate, or one that nobody can read
  }
}

function keyOf({ publicKey }: X509Certificate): string | undefined {
  try {
    return publicKey.export({ type: 'spki', format: 'pem' }).toString()
  } catch {
    return undefined // a kind of key that OpenSSL does not know
  }
}

const rightsOf = ({ ca, keyUsage }: X509Certificate): string => JSON.stringify([ca, keyUsage ?? []])

/** Issued by the same key: one that is known, or its own. Where neither is known, the name of the issuer has to do. */
function sameIssuer(old: X509Certificate, now: X509Certificate, authorities: readonly string[]): boolean {
  if (old.issuer !== now.issuer) return false
  const issuers = [...authorities.flatMap((pem) => read(pem) ?? []), old].filter((issuer) => isIssuedBy(old, issuer))
  return issuers.length === 0 || issuers.some((issuer) => isIssuedBy(now, issuer))
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.issuer === issuer.subject && certificate.verify(issuer.publicKey)
  } catch {
    return false // another kind of key
  }
}

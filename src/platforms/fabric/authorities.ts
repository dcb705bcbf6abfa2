import { X509Certificate } from 'node:crypto'
import { certificatesIn } from '../../material/x509/read.ts'

/** Authorities of an organization in one file: roots, and those that a root or another of them issued. */
export interface Authorities {
  readonly roots: readonly string[]
  readonly intermediates: readonly string[]
}

/** A file may have an old and a new root, too: a certificate is an intermediate one when another certificate of the file issued it. */
export function authoritiesOf(pem: string): Authorities {
  const all = certificatesIn(pem).map((text) => ({ text, certificate: read(text) }))
  const isIntermediate = ({ certificate }: (typeof all)[number]): boolean =>
    all.some((other) => isIssuedBy(certificate, other.certificate))
  return {
    roots: all.filter((one) => !isIntermediate(one)).map(({ text }) => text),
    intermediates: all.filter(isIntermediate).map(({ text }) => text),
  }
}

/** A root has issued itself, also under a new key: what has the same name is no intermediate authority. */
function isIssuedBy(certificate: X509Certificate | undefined, authority: X509Certificate | undefined): boolean {
  if (certificate === undefined || authority === undefined || certificate.subject === authority.subject) return false
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
}

function read(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem)
  } catch {
    return undefined // a separate finding
  }
}

import { X509Certificate } from 'node:crypto'

/** Whether the one certificate, as PEM, was issued by the other. Keys may be of any kind. */
export function isIssuedBy(certificate: string, authority: string): boolean {
  try {
    const [leaf, issuer] = [new X509Certificate(certificate), new X509Certificate(authority)]
    return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey)
  } catch {
    return false // not a certificate
  }
}

import { createHash } from 'node:crypto'

/** How other tools show a certificate, too: the SHA-256 of its DER form. Shortened. */
export const fingerprint = (pem: string): string =>
  shortDigest(Buffer.from(pem.replaceAll(/-----[A-Z0-9 ]+-----|\s/g, ''), 'base64'))

export const shortDigest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 16)

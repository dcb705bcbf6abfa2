import { p256 } from '@noble/curves/nist.js'
import type { Random } from '../material.ts'

/** A key pair of NIST P-256. */
export interface KeyPair {
  /** 32 bytes. */
  readonly privateKey: Uint8Array
  /** An uncompressed point, 65 bytes. */
  readonly publicKey: Uint8Array
}

export function newKeyPair(random: Random, label: string): KeyPair {
  // 48 bytes are reduced to the order of the curve without bias (FIPS 186-5, A.2.1).
  const privateKey = p256.utils.randomSecretKey(random(label, 48))
  return { privateKey, publicKey: p256.getPublicKey(privateKey, false) }
}

/** The constant bytes before and between the two halves in PKCS #8 for P-256 (RFC 5958, RFC 5915). */
const pkcs8 = {
  head: Buffer.from('308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420', 'hex'),
  middle: Buffer.from('a144034200', 'hex'),
} as const

/** `-----BEGIN PRIVATE KEY-----`, as Go, Java and OpenSSL read it. */
export const privateKeyPem = ({ privateKey, publicKey }: KeyPair): string =>
  toPem('PRIVATE KEY', Buffer.concat([pkcs8.head, privateKey, pkcs8.middle, publicKey]))

/** Reads the format of privateKeyPem; undefined for anything else. Never repeat the text in a message. */
export function readPrivateKeyPem(pem: string): KeyPair | undefined {
  const der = fromPem('PRIVATE KEY', pem)
  if (der === undefined || !der.subarray(0, pkcs8.head.length).equals(pkcs8.head)) return undefined
  const privateKey = der.subarray(pkcs8.head.length, pkcs8.head.length + 32)
  if (!p256.utils.isValidSecretKey(privateKey)) return undefined
  return { privateKey, publicKey: p256.getPublicKey(privateKey, false) }
}

/** RFC 7468: 64 characters a line. */
export const toPem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replaceAll(/(.{1,64})/g, '$1\n')}-----END ${label}-----\n`

/** The first block with this label; undefined when there is none. */
export function fromPem(label: string, text: string): Buffer | undefined {
  const [, body] = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(text) ?? []
  return body === undefined ? undefined : Buffer.from(body, 'base64')
}

import { blake2b } from '@noble/hashes/blake2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'

/** Addresses: https://docs.polkadot.com/polkadot-protocol/basics/accounts/#address-format-and-display, and sp-core-36.1.0, crypto.rs (Ss58Codec). */
export interface DecodedAddress {
  readonly prefix: number
  /** 32 bytes; 33 of an ECDSA key. */
  readonly publicKey: Uint8Array
}

const checksumLength = 2

export function encodeAddress(publicKey: Uint8Array, prefix: number): string {
  const body = concatBytes(prefixBytes(prefix), publicKey)
  return base58.encode(concatBytes(body, checksum(body)))
}

/** Undefined for any other text: wrong characters, length or checksum. */
export function decodeAddress(text: string): DecodedAddress | undefined {
  const bytes = decoded(text)
  const [first, second] = bytes ?? []
  if (bytes === undefined || first === undefined || second === undefined || first > 127) return undefined
  const prefixLength = first < 64 ? 1 : 2
  const body = bytes.subarray(0, -checksumLength)
  const publicKey = body.subarray(prefixLength)
  if (publicKey.length !== 32 && publicKey.length !== 33) return undefined
  if (checksum(body).some((byte, at) => byte !== bytes[body.length + at])) return undefined
  // Of two bytes, the lower six bits of the first and both ends of the second.
  const prefix = prefixLength === 1 ? first : ((first & 0x3f) << 2) | (second >> 6) | ((second & 0x3f) << 8)
  return { prefix, publicKey }
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return base58.decode(text)
  } catch {
    return undefined
  }
}

const prefixBytes = (prefix: number): Uint8Array =>
  prefix < 64
    ? Uint8Array.of(prefix)
    : Uint8Array.of(((prefix & 0xfc) >> 2) | 0x40, (prefix >> 8) | ((prefix & 0x03) << 6))

const checksum = (body: Uint8Array): Uint8Array =>
  blake2b(concatBytes(utf8ToBytes('SS58PRE'), body)).subarray(0, checksumLength)

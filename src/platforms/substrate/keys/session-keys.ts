import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { getPublicKey, secretFromSeed } from '@scure/sr25519'
import type { Scheme } from '../chain-schema.ts'

/** Keys from seeds of 32 bytes, as Pair::from_seed_slice makes them: sp-core-36.1.0, sr25519.rs, ed25519.rs and ecdsa.rs. */
const publicKeys: Readonly<Record<Scheme, (seed: Uint8Array) => Uint8Array>> = {
  sr25519: (seed) => getPublicKey(secretFromSeed(seed)),
  ed25519: (seed) => ed25519.getPublicKey(seed),
  // Compressed: 33 bytes.
  ecdsa: (seed) => secp256k1.getPublicKey(seed, true),
}

/** The public key of a seed, as "0x" and hexadecimal digits. */
export const publicKeyOf = (scheme: Scheme, seed: Uint8Array): string => `0x${bytesToHex(publicKeys[scheme](seed))}`

/** What a file of a keystore has: the seed as a text of JSON (sc-keystore-35.0.0, local.rs: write_to_file). */
export const keystoreContent = (seed: Uint8Array): string => JSON.stringify(`0x${bytesToHex(seed)}`)

/** How a file of a keystore is called: the type of the key and its public half, in hexadecimal digits (sc-keystore-35.0.0, local.rs: key_file_path). */
export const keystoreFile = (keyType: string, publicKey: string): string =>
  `${bytesToHex(new TextEncoder().encode(keyType))}${publicKey.slice('0x'.length)}`

import { ed25519 } from '@noble/curves/ed25519.js'
import { base64urlnopad } from '@scure/base'
import type { Random } from '../../../material/material.ts'
import { decode, encode } from './base58.ts'
import { blsKeyOf } from './bls.ts'

/** The public half of a validator, in base58. */
export interface NodeKeys {
  readonly verkey: string
  readonly blsKey: string
  readonly blsProof: string
}

/** Somebody on the ledger, in base58. */
export interface PublicIdentity {
  readonly did: string
  readonly verkey: string
}

const verkeyLength = 32
const didLength = 16

/** A seed: 32 characters, as Indy's tools take a text of 32 bytes. They hold 24 random bytes. */
export const newSeed = (random: Random, label: string): string => base64urlnopad.encode(random(label, 24))

/** Everything of a validator that others know. */
export function nodeKeys(seed: string): NodeKeys {
  const bytes = seedBytes(seed)
  return { verkey: verkeyOf(bytes), ...blsKeyOf(bytes) }
}

/** Of a steward, trustee or endorser. */
export function identityOf(seed: string): PublicIdentity {
  const verkey = verkeyOf(seedBytes(seed))
  return { did: didOf(verkey), verkey }
}

/** The DID that belongs to a verkey: its first 16 bytes. The verkey is a valid one. */
export function didOf(verkey: string): string {
  const bytes = decode(verkey, verkeyLength)
  if (bytes === undefined) throw new Error(`${verkey} is not a verkey`)
  return encode(bytes.subarray(0, didLength))
}

/** Whether a text is 32 bytes in base58 that are a point of Ed25519, and not one of the few with which anybody could sign. */
export function isVerkey(text: string): boolean {
  const bytes = decode(text, verkeyLength)
  if (bytes === undefined) return false
  try {
    return !ed25519.Point.fromBytes(bytes).isSmallOrder()
  } catch {
    return false
  }
}

/** A signature of the key of a seed (Ed25519, 64 bytes). */
export const sign = (seed: string, message: Uint8Array): Uint8Array => ed25519.sign(message, seedBytes(seed))

const verkeyOf = (seed: Uint8Array): string => encode(ed25519.getPublicKey(seed))

function seedBytes(seed: string): Uint8Array {
  const bytes = new TextEncoder().encode(seed)
  if (bytes.length !== 32) throw new Error('a seed of Indy has 32 bytes') // without the seed, which is secret
  return bytes
}

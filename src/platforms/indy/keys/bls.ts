import { sha256 } from '@noble/hashes/sha2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { amclRandom, amclRandomNumber } from './amcl-random.ts'
import { curve, type KeyPoint, order, type SignaturePoint } from './curve.ts'
import { isSignedBy } from './pairing.ts'
import { keyBytes, keyText, pointOfHash, readKey, readSignature, signatureText } from './points.ts'

/** BLS signatures as validators of Indy make and check them (`bls` of indy-blssignatures). Keys, proofs and signatures are texts. */

/** The BLS key of a seed of 32 bytes, and the proof that its maker has the secret half: the signature of the key itself. */
export function blsKeyOf(seed: Uint8Array): { readonly blsKey: string; readonly blsProof: string } {
  // The secret is used in arithmetic of BigInt, which takes different times for different numbers. That is good enough where keys
  // are made, as nobody can measure it there; it would not be for a server that signs what others send.
  const secret = amclRandomNumber(order, amclRandom(seed))
  const key = curve().keys.BASE.multiply(secret)
  return { blsKey: keyText(key), blsProof: signatureText(proofPoint(key).multiply(secret)) }
}

export const isBlsKey = (text: string): boolean => readKey(text) !== undefined

/** Whether it is a proof of anything; of what, `provesPossession` says. */
export const isBlsProof = (text: string): boolean => readSignature(text) !== undefined

/** Whether the maker of the proof has the secret half of the key. Without proof, a key could be chosen to cancel others out. */
export function provesPossession(blsKey: string, blsProof: string): boolean {
  const key = readKey(blsKey)
  const proof = readSignature(blsProof)
  return key !== undefined && proof !== undefined && isSignedBy(proof, proofPoint(key), key)
}

/**
 * Whether the signature is the sum of one of each key, of the same message. Only for keys with proofs of possession, as the
 * sum of others can be anything. No key is twice there.
 */
export function verifiesMultiSignature(signature: string, message: Uint8Array, blsKeys: readonly string[]): boolean {
  const sum = readSignature(signature)
  const keys = blsKeys.map(readKey)
  if (sum === undefined || keys.length === 0 || new Set(blsKeys).size < keys.length) return false
  if (!keys.every((key) => key !== undefined)) return false
  const key = keys.reduce((total: KeyPoint, each) => total.add(each), curve().keys.ZERO)
  return !key.is0() && isSignedBy(sum, pointOfHash(sha256(message)), key)
}

/** Proofs have another hash than messages, so that no signature is a proof. */
const proofPoint = (key: KeyPoint): SignaturePoint => pointOfHash(keccak_256(keyBytes(key)))

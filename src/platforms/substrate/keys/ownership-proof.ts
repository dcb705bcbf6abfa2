import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { secretFromSeed, sign } from '@scure/sr25519'
import type { Scheme } from '../chain-schema.ts'

/**
 * What a session key signs so that its account may announce it: sp-core 43.0.0, proof_of_possession.rs, `statement_of_ownership`. `owner` is
 * the public key of the account. Runtimes of stable2603 and later ask for it, older ones ignore it.
 */
export const statementOfOwnership = (owner: Uint8Array): Uint8Array => concatBytes(utf8ToBytes('POP_'), owner)

/** The signature of one session key. `random`: 32 bytes, which only sr25519 takes. */
export function ownershipProof(scheme: Scheme, seed: Uint8Array, owner: Uint8Array, random: Uint8Array): Uint8Array {
  const statement = statementOfOwnership(owner)
  switch (scheme) {
    case 'sr25519':
      return sign(secretFromSeed(seed), statement, random)
    case 'ed25519':
      return ed25519.sign(statement, seed)
    case 'ecdsa':
      return recoverable(blake2b(statement, { dkLen: 32 }), seed)
  }
}

/** 65 bytes: the number by which the key is recovered comes last (sp-core 43.0.0, ecdsa.rs, `Signature`). */
function recoverable(hash: Uint8Array, seed: Uint8Array): Uint8Array {
  const signature = secp256k1.sign(hash, seed, { prehash: false, format: 'recovered' })
  return concatBytes(signature.subarray(1), signature.subarray(0, 1))
}

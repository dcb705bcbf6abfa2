import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { mnemonicToEntropy, validateMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Scheme, schemes } from '../chain-schema.ts'
import { publicKeyOf } from '../keys/session-keys.ts'

/** A key of a keystore, and how it signs. */
export interface FoundKey {
  readonly scheme: Scheme
  /** 32 bytes. */
  readonly seed: Uint8Array
}

/**
 * The key of a file of a keystore: its name has the public half, which shows the scheme and that the seed is right. Undefined for what gives
 * another key, such as a phrase with a path (`//validator//1`) or a password.
 */
export function keyIn(content: string, publicKey: string): FoundKey | undefined {
  const seed = seedOf(content)
  if (seed === undefined) return undefined
  const scheme = schemes.find((one) => publicKeyOf(one, seed) === `0x${publicKey}`)
  return scheme === undefined ? undefined : { scheme, seed }
}

/** The text of JSON that `key insert` and author_insertKey wrote: a seed, or the phrase of one. */
function seedOf(content: string): Uint8Array | undefined {
  const [, text] = /^"([^"\\]*)"$/.exec(content.trim()) ?? []
  const [, digits] = /^0x([0-9a-f]{64})$/i.exec(text ?? '') ?? []
  if (digits !== undefined) return hexToBytes(digits.toLowerCase())
  return text !== undefined && validateMnemonic(text, wordlist) ? seedOfPhrase(text) : undefined
}

/** Of the entropy of the phrase, not of its words: substrate-bip39 0.6.0, `mini_secret_from_entropy`. */
const seedOfPhrase = (phrase: string): Uint8Array =>
  pbkdf2(sha512, mnemonicToEntropy(phrase, wordlist), utf8ToBytes('mnemonic'), { c: 2048, dkLen: 64 }).subarray(0, 32)

/** The file of a node key: 32 bytes, or their hexadecimal digits (sc-network 0.49.1, config.rs). */
export function nodeKeyIn(content: Uint8Array): Uint8Array | undefined {
  if (content.length === 32) return content
  const text = new TextDecoder().decode(content).trim()
  return /^[0-9a-f]{64}$/i.test(text) ? hexToBytes(text.toLowerCase()) : undefined
}

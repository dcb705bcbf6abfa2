import { blake2b } from '@noble/hashes/blake2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { getPublicKey, HDKD, secretFromSeed } from '@scure/sr25519'
import { publicKeyOf } from '../../../../src/platforms/substrate/keys/session-keys.ts'

/** The seed of the development phrase: sp-core-36.1.0, crypto.rs (DEV_PHRASE). */
const developmentSeed = hexToBytes('fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e')

/** Those of sp-keyring-41.0.0: Sr25519Keyring and Ed25519Keyring. */
const names = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie', 'One', 'Two']

const paths = [[], ...names.flatMap((name) => [[name], [name, 'stash']])]

/** Public keys by their derivation paths: sr25519, ed25519 and ecdsa, as sp-core derives them. */
export const developmentKeys = (): Map<string, string[]> =>
  new Map(paths.map((path) => [path.map((name) => `//${name}`).join(''), keysOf(path)]))

function keysOf(path: readonly string[]): string[] {
  const junctions = path.map(chainCode)
  // ed25519.rs and ecdsa.rs: derive_hard_junction.
  const hashed = (tag: string): Uint8Array =>
    junctions.reduce<Uint8Array>(
      (secret, junction) => blake2b(concatBytes(scaleText(tag), secret, junction), { dkLen: 32 }),
      developmentSeed,
    )
  const expanded = junctions.reduce<Uint8Array>(
    (secret, junction) => HDKD.secretHard(secret, junction),
    secretFromSeed(developmentSeed),
  )
  return [
    `0x${bytesToHex(getPublicKey(expanded))}`,
    publicKeyOf('ed25519', hashed('Ed25519HDKD')),
    publicKeyOf('ecdsa', hashed('Secp256k1HDKD')),
  ]
}

/** A text in SCALE: four times its length, then its bytes. For less than 64 bytes. */
const scaleText = (text: string): Uint8Array => concatBytes(Uint8Array.of(text.length << 2), utf8ToBytes(text))

/** Of a hard junction: its name in SCALE, filled up with zeros (crypto.rs: DeriveJunction). */
function chainCode(name: string): Uint8Array {
  const code = new Uint8Array(32)
  code.set(scaleText(name))
  return code
}

import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The side that is dialled in a handshake of libp2p: Noise XX with its node key, as nodes of the SDK have it.
 * https://github.com/libp2p/specs/blob/master/noise/README.md, https://noiseprotocol.org/noise.html
 */
// It has the length of a hash, so it is used as it is.
const name = utf8ToBytes('Noise_XX_25519_ChaChaPoly_SHA256')

const tagLength = 16
const keyLength = 32

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  createHash('sha256')
    .update(concatBytes(...parts))
    .digest()
const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array =>
  createHmac('sha256', key)
    .update(concatBytes(...parts))
    .digest()

/** Two keys from a chaining key: HKDF. */
function derived(chaining: Uint8Array, input: Uint8Array): [Uint8Array, Uint8Array] {
  const secret = hmac(chaining, input)
  const first = hmac(secret, Uint8Array.of(1))
  return [first, hmac(secret, first, Uint8Array.of(2))]
}

/** One direction, or the handshake between two keys: a nonce counts the messages. */
class Cipher {
  readonly #key: Uint8Array
  #count = 0n

  constructor(key: Uint8Array) {
    this.#key = key
  }

  #nonce(): Uint8Array {
    const nonce = new Uint8Array(12)
    new DataView(nonce.buffer).setBigUint64(4, this.#count++, true)
    return nonce
  }

  seal(plain: Uint8Array, context: Uint8Array = new Uint8Array()): Uint8Array {
    const cipher = createCipheriv('chacha20-poly1305', this.#key, this.#nonce(), { authTagLength: tagLength })
    cipher.setAAD(context, { plaintextLength: plain.length })
    return concatBytes(cipher.update(plain), cipher.final(), cipher.getAuthTag())
  }

  /** Throws if it was not sealed with the same key and context. */
  open(sealed: Uint8Array, context: Uint8Array = new Uint8Array()): Uint8Array {
    const cipher = createDecipheriv('chacha20-poly1305', this.#key, this.#nonce(), { authTagLength: tagLength })
    const plainLength = sealed.length - tagLength
    cipher.setAAD(context, { plaintextLength: plainLength })
    cipher.setAuthTag(sealed.subarray(plainLength))
    return concatBytes(cipher.update(sealed.subarray(0, plainLength)), cipher.final())
  }
}

/** Gets and sends messages of the handshake; the peer has shown its static key when it is over. */
export async function answerHandshake(
  nodeKey: Uint8Array,
  receive: () => Promise<Uint8Array>,
  send: (message: Uint8Array) => void,
): Promise<{ readonly sending: Cipher; readonly receiving: Cipher }> {
  let chaining: Uint8Array = name
  let hash: Uint8Array = name
  let cipher: Cipher | undefined
  const mixHash = (bytes: Uint8Array): Uint8Array => {
    hash = sha256(hash, bytes)
    return bytes
  }
  const mixKey = (input: Uint8Array): void => {
    const [next, key] = derived(chaining, input)
    chaining = next
    cipher = new Cipher(key)
  }
  const seal = (plain: Uint8Array): Uint8Array => mixHash(cipher?.seal(plain, hash) ?? plain)
  const open = (sealed: Uint8Array): Uint8Array => {
    const plain = cipher?.open(sealed, hash) ?? sealed
    mixHash(sealed)
    return plain
  }
  const [ephemeral, fixed] = [x25519.keygen(), x25519.keygen()]
  mixHash(new Uint8Array())

  const first = await receive()
  const peer = mixHash(first.subarray(0, keyLength))
  open(first.subarray(keyLength))

  mixHash(ephemeral.publicKey)
  mixKey(x25519.getSharedSecret(ephemeral.secretKey, peer))
  const sealedKey = seal(fixed.publicKey)
  mixKey(x25519.getSharedSecret(fixed.secretKey, peer))
  send(concatBytes(ephemeral.publicKey, sealedKey, seal(identity(nodeKey, fixed.publicKey))))

  const third = await receive()
  const end = keyLength + tagLength
  mixKey(x25519.getSharedSecret(ephemeral.secretKey, open(third.subarray(0, end))))
  open(third.subarray(end))
  const [receiving, sending] = derived(chaining, new Uint8Array())
  return { sending: new Cipher(sending), receiving: new Cipher(receiving) }
}

/** NoiseHandshakePayload, a protobuf: the key of the node (a protobuf, too), and its signature of the static key. */
function identity(nodeKey: Uint8Array, fixed: Uint8Array): Uint8Array {
  const key = concatBytes(hexToBytes('08011220'), ed25519.getPublicKey(nodeKey))
  const signature = ed25519.sign(concatBytes(utf8ToBytes('noise-libp2p-static-key:'), fixed), nodeKey)
  return concatBytes(Uint8Array.of(0x0a, key.length), key, Uint8Array.of(0x12, signature.length), signature)
}

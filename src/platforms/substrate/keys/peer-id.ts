import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'

/**
 * Peer IDs of Ed25519 keys: base58 of an identity multihash of the key as a protobuf.
 * https://github.com/libp2p/specs/blob/master/peer-ids/peer-ids.md
 */
const prefix = hexToBytes('002408011220')
const keyLength = 32

/** The peer ID of a node key, which is a seed of Ed25519 (32 bytes). */
export const peerIdOf = (nodeKey: Uint8Array): string =>
  base58.encode(concatBytes(prefix, ed25519.getPublicKey(nodeKey)))

/** Whether a text is the peer ID of an Ed25519 key. */
export function isPeerId(text: string): boolean {
  try {
    const bytes = base58.decode(text)
    if (bytes.length !== prefix.length + keyLength || prefix.some((byte, at) => bytes[at] !== byte)) return false
    return !ed25519.Point.fromBytes(bytes.subarray(prefix.length)).isSmallOrder()
  } catch {
    return false
  }
}

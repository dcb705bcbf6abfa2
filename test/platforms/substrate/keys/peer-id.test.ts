import { hexToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import { expect, it } from 'vitest'
import { isPeerId, peerIdOf } from '../../../../src/platforms/substrate/keys/peer-id.ts'

const nodeKey = `${'00'.repeat(31)}01`
const peerId = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'

// bootnode.test.ts has light clients agree.
it('is that of the documentation of the SDK for its node key 1', () => {
  expect(peerIdOf(hexToBytes(nodeKey))).toBe(peerId)
})

const bytes = base58.decode(peerId)
const changed = (at: number, byte: number): string => base58.encode(bytes.with(at, byte))

it.each([
  ['that peer ID', peerId, true],
  // sc-cli-0.51.0, network_params.rs, reserved_nodes_multiple_values_and_occurrences.
  ['one of the tests of the SDK', '12D3KooWEBo1HUPQJwiBmM5kSeg4XgiVxEArArQdDarYEsGxMfbS', true],
  ['nothing', '', false],
  ['characters that base58 does not have', peerId.replace('K', '0'), false],
  ['a byte less', base58.encode(bytes.subarray(0, -1)), false],
  ['a byte more', base58.encode(Uint8Array.of(...bytes, 0)), false],
  ['a hash instead of the key', changed(0, 0x12), false],
  ['a key of secp256k1', changed(3, 2), false],
  [
    'no point of the curve',
    base58.encode(Uint8Array.of(...bytes.subarray(0, 6), ...new Uint8Array(32).fill(2))),
    false,
  ],
  ['the neutral point', base58.encode(Uint8Array.of(...bytes.subarray(0, 6), 1, ...new Uint8Array(31))), false],
])('%s: %s is one: %s', (_, text, expected) => {
  expect(isPeerId(text)).toBe(expected)
})

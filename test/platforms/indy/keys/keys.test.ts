import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../src/material/random.ts'
import { isBlsKey, isBlsProof, provesPossession } from '../../../../src/platforms/indy/keys/bls.ts'
import { didOf, identityOf, isVerkey, newSeed, nodeKeys, sign } from '../../../../src/platforms/indy/keys/keys.ts'
import { publicNodes, publicTrustee } from './vectors.ts'

test.each(publicNodes)('the seed of $alias makes the keys of the public genesis', ({ seed, ...keys }) => {
  expect(nodeKeys(seed)).toEqual({ verkey: keys.verkey, blsKey: keys.blsKey, blsProof: keys.blsProof })
  expect(provesPossession(keys.blsKey, keys.blsProof)).toBe(true)
})

test('the seed of the public trustee makes its DID and verkey', () => {
  const { seed, did, verkey } = publicTrustee
  expect(identityOf(seed)).toEqual({ did, verkey })
  expect(didOf(verkey)).toBe(did)
})

test('a new seed is 32 characters of base64url, others each time', () => {
  const seeds = ['a', 'b', 'c'].map((from) => newSeed(seededRandom(from), 'validator'))
  for (const seed of seeds) {
    expect(seed).toMatch(/^[-_A-Za-z0-9]{32}$/)
    const { verkey, blsKey, blsProof } = nodeKeys(seed)
    expect([isVerkey(verkey), isBlsKey(blsKey), isBlsProof(blsProof)]).toEqual([true, true, true])
    expect(provesPossession(blsKey, blsProof)).toBe(true)
  }
  expect(new Set(seeds).size).toBe(3)
  expect(newSeed(seededRandom('a'), 'validator')).toBe(seeds[0])
})

test('a signature is of the key of the seed, and of the message', () => {
  const message = new TextEncoder().encode('a request')
  const signature = sign(publicTrustee.seed, message)
  const key = base58.decode(publicTrustee.verkey)
  expect(ed25519.verify(signature, message, key)).toBe(true)
  expect(ed25519.verify(signature, new TextEncoder().encode('another one'), key)).toBe(false)
})

test('a seed of another length is refused, without showing it', () => {
  for (const seed of ['', 'short-and-secret', '0'.repeat(33), 'é'.repeat(32)]) {
    for (const use of [nodeKeys, identityOf, (text: string) => sign(text, new Uint8Array())])
      expect(() => use(seed)).toThrow(/^a seed of Indy has 32 bytes$/)
  }
})

describe('a verkey', () => {
  const cases: [string, string, boolean][] = [
    ['of the public trustee', publicTrustee.verkey, true],
    ['with a character that is not base58', publicTrustee.verkey.replace('G', '0'), false],
    ['of 31 bytes', base58.encode(base58.decode(publicTrustee.verkey).subarray(1)), false],
    ['of 33 bytes', base58.encode(Uint8Array.of(1, ...base58.decode(publicTrustee.verkey))), false],
    ['that is not a point', base58.encode(new Uint8Array(32).fill(2)), false],
    [
      'that is the neutral point, whose signatures anybody makes',
      base58.encode(Uint8Array.of(1, ...new Uint8Array(31))),
      false,
    ],
    ['of nothing', '', false],
  ]
  test.each(cases)('%s', (_which, text, expected) => {
    expect(isVerkey(text)).toBe(expected)
  })
})

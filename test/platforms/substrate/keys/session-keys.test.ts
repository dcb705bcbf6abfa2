import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { keystoreContent, keystoreFile, publicKeyOf } from '../../../../src/platforms/substrate/keys/session-keys.ts'
import { encodeAddress } from '../../../../src/platforms/substrate/keys/ss58.ts'

const vector = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const digits = utf8ToBytes('12345678901234567890123456789012')

describe('public keys are those of the tests of sp-core-36.1.0', () => {
  it.each([
    ['sr25519', vector, '44a996beb1eef7bdcab976ab6d2ca26104834164ecf28fb375600576fcc6eb0f'],
    ['ed25519', vector, 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'],
    // There as x and y, which ends in an even number: compressed it begins with 02.
    ['ecdsa', vector, '028db55b05db86c0b1786ca49f095d76344c9e6056b2f02701a7e7f3c20aabfd91'],
  ] as const)('%s, test_vector_should_work', (scheme, seed, key) => {
    expect(publicKeyOf(scheme, hexToBytes(seed))).toBe(`0x${key}`)
  })

  it.each([
    ['sr25519', '741c08a06f41c596608f6774259bd9043304adfa5d3eea62760bd9be97634d63'],
    ['ed25519', '2f8c6129d816cf51c374bc7f08c3e63ed156cf78aefb4a6550d97b87997977ee'],
  ] as const)('%s, seeded_pair_should_work', (scheme, key) => {
    expect(publicKeyOf(scheme, digits)).toBe(`0x${key}`)
  })
})

describe('sr25519 keys are those of schnorrkel, in the Python package py-sr25519-bindings 0.2.4', () => {
  it.each([
    ['00'.repeat(32), 'def12e42f3e487e9b14095aa8d5cc16a33491f1b50dadcf8811d1480f3fa8627'],
    ['ff'.repeat(32), '48016d8d7f20ddd9774f5cc776ee0547f92b92175e58434a26d0690fbfca745a'],
    [
      '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
      'e2111779981618705ecacea1af6ff9350bce2b2dccd03e0c3e01eb0c823d2666',
    ],
  ])('of %s', (seed, key) => {
    expect(publicKeyOf('sr25519', hexToBytes(seed))).toBe(`0x${key}`)
  })
})

it('a seed in a keystore is the key that sc-keystore-35.0.0 makes of it', () => {
  // local.rs, test_insert_ephemeral_from_seed.
  const seed = hexToBytes('3d97c819d68f9bafa7d6e79cb991eebcd77d966c5334c0b94d9e1fa7ad0869dc')
  const key = publicKeyOf('ed25519', seed)
  expect(encodeAddress(hexToBytes(key.slice(2)), 42)).toBe('5DKUrgFqCPV8iAXx9sjy1nyBygQCeiUYRFWurZGhnrn3HJCA')
  expect(keystoreContent(seed)).toBe('"0x3d97c819d68f9bafa7d6e79cb991eebcd77d966c5334c0b94d9e1fa7ad0869dc"')
  expect(keystoreFile('gran', key)).toBe(`6772616e${key.slice(2)}`)
})

import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { twox, xxHash64 } from '../../../../src/platforms/substrate/genesis/xx-hash.ts'

const numbers = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, n) => n)

describe('xxHash64 is that of the Python package xxhash 3, which is the reference in C', () => {
  it.each([
    ['nothing', '', 'ef46db3751d8e999', 'd5afba1336a3be4b'],
    ['a byte', 'a', 'd24ec4f1a98c6e5b', 'dec2bc81c3cd46c6'],
    ['one step of 8', '12345678', 'd2d02f08cf7cfd4a', '339c66ff536000b7'],
    ['8 and 4', '0123456789ab', '862e292326b8a4fc', '22be213c2c073792'],
    ['32, 4 and 3', 'Nobody inspects the spammish repetition', 'fbcea83c8a378bf1', '43f425448d954db6'],
    ['64 exactly', numbers(64), 'f7c67301db6713f0', '3ce5bdf7575926c0'],
    ['96, 4 and 1', numbers(101), 'e99038495f85381e', '436499928c06f890'],
  ])('%s', (_, input, with0, with1) => {
    const bytes = typeof input === 'string' ? utf8ToBytes(input) : input
    expect([0n, 1n].map((seed) => xxHash64(bytes, seed).toString(16))).toEqual([with0, with1])
  })
})

it.each([
  ['System', '26aa394eea5630e07c48ae0c9558cef7'],
  ['Aura', '57f8dc2f5ab09467896f47300f042438'],
  ['Authorities', '5e0621c4869aa60c02be9adcc98a0d1d'],
  ['Sudo', '5c0d1176a568c1f92944340dbfed9e9c'],
])('names %s as the keys of every state do', (name, key) => {
  expect(bytesToHex(twox(utf8ToBytes(name), 16))).toBe(key)
})

import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { compact, readBytes, readCompact, withLength } from '../../../../src/platforms/substrate/genesis/scale.ts'

// parity-scale-codec 3.7, src/compact.rs, test compact_integers_encoded_as_expected.
const numbers: readonly (readonly [number, string])[] = [
  [0, '00'],
  [63, 'fc'],
  [64, '0101'],
  [16383, 'fdff'],
  [16384, '02000100'],
  [2 ** 30 - 1, 'feffffff'],
]

describe('a compact number', () => {
  it.each(numbers)('%s is %s', (value, hex) => {
    expect(bytesToHex(compact(value))).toBe(hex)
    expect(readCompact(compact(value), 0)).toEqual({ value, next: hex.length / 2 })
  })

  it('has four bytes at most', () => {
    expect(() => compact(2 ** 30)).toThrow(RangeError)
    expect(() => readCompact(Uint8Array.of(3, 0, 0, 0, 64), 0)).toThrow(RangeError)
  })
})

it('bytes have their length before them', () => {
  const text = withLength(Uint8Array.of(7, 8))
  expect([...text]).toEqual([8, 7, 8])
  expect(readBytes(Uint8Array.of(9, ...text, 9), 1)).toEqual({ value: Uint8Array.of(7, 8), next: 4 })
  expect(() => readBytes(text.subarray(0, 2), 0)).toThrow('2 bytes are announced, and fewer follow')
})

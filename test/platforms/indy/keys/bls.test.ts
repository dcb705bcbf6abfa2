import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js'
import { base58 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blsKeyOf,
  isBlsKey,
  isBlsProof,
  provesPossession,
  verifiesMultiSignature,
} from '../../../../src/platforms/indy/keys/bls.ts'
import { curve, order } from '../../../../src/platforms/indy/keys/curve.ts'
import { isSignedBy } from '../../../../src/platforms/indy/keys/pairing.ts'
import { keyText, readKey, readSignature, signatureText } from '../../../../src/platforms/indy/keys/points.ts'
import { publicNodes } from './vectors.ts'

interface Vectors {
  readonly keys: readonly { readonly seed: string; readonly blsKey: string; readonly blsProof: string }[]
  readonly multiSignatures: readonly {
    readonly signers: number
    readonly message: string
    readonly signature: string
  }[]
}

/** What the crate indy-blssignatures 0.1.0 made for 24 random seeds, and signed with the first of these keys. */
const vectors: Vectors = JSON.parse(readFileSync(join(import.meta.dirname, 'indy-blssignatures.json'), 'utf8'))

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const keysOf = (signers: number): string[] => vectors.keys.slice(0, signers).map(({ blsKey }) => blsKey)
/** The text with one byte of it changed. */
function changed(text: string, at: number, by = 1): string {
  const bytes = base58.decode(text)
  bytes[at] = (bytes[at] ?? 0) ^ by
  return base58.encode(bytes)
}

const [first, second] = publicNodes as [(typeof publicNodes)[0], (typeof publicNodes)[0]]

test.each(vectors.keys)('the seed $seed makes the key and the proof of the crate', ({ seed, blsKey, blsProof }) => {
  expect(blsKeyOf(bytesOf(seed))).toEqual({ blsKey, blsProof })
  expect(provesPossession(blsKey, blsProof)).toBe(true)
})

describe.each(vectors.multiSignatures)('a signature of $signers for "$message"', ({ signers, message, signature }) => {
  test('is verified with their keys, in any order', () => {
    expect(verifiesMultiSignature(signature, bytesOf(message), keysOf(signers))).toBe(true)
    expect(verifiesMultiSignature(signature, bytesOf(message), keysOf(signers).reverse())).toBe(true)
  })

  test('is refused with fewer, more or other keys, and for another message', () => {
    const others = vectors.keys.slice(1, signers + 1).map(({ blsKey }) => blsKey)
    const unknown = [...keysOf(signers - 1), first.blsKey]
    for (const keys of [keysOf(signers - 1), [...keysOf(signers), first.blsKey], unknown, others].filter(
      (some) => some.length !== signers || some.join() !== keysOf(signers).join(),
    ))
      expect(verifiesMultiSignature(signature, bytesOf(message), keys)).toBe(false)
    expect(verifiesMultiSignature(signature, bytesOf(`${message}.`), keysOf(signers))).toBe(false)
  })
})

test('a key that signs twice is refused, and nobody signs nothing', () => {
  const [one] = vectors.multiSignatures as [Vectors['multiSignatures'][0]]
  const point = readSignature(one.signature)
  if (point === undefined) throw new Error('the vector holds no signature')
  const twice = signatureText(point.double())
  const key = keysOf(1)
  expect(verifiesMultiSignature(twice, bytesOf(one.message), [...key, ...key])).toBe(false)
  expect(verifiesMultiSignature(one.signature, bytesOf(one.message), [])).toBe(false)
})

test('keys that cancel each other out verify nothing', () => {
  const key = readKey(first.blsKey)
  if (key === undefined) throw new Error('the vector holds no key')
  const opposite = keyText(key.negate())
  expect(isBlsKey(opposite)).toBe(true)
  expect(verifiesMultiSignature(first.blsProof, bytesOf(''), [first.blsKey, opposite])).toBe(false)
})

test('the signature of a message is no proof, and a proof is no signature', () => {
  const [one] = vectors.multiSignatures as [Vectors['multiSignatures'][0]]
  const [key] = vectors.keys as [Vectors['keys'][0]]
  expect(provesPossession(key.blsKey, one.signature)).toBe(false)
  expect(verifiesMultiSignature(key.blsProof, base58.decode(key.blsKey), [key.blsKey])).toBe(false)
})

test('the proof of another key, and the negative of a proof, are refused', () => {
  expect(provesPossession(first.blsKey, second.blsProof)).toBe(false)
  const proof = readSignature(first.blsProof)
  if (proof === undefined) throw new Error('the vector holds no proof')
  expect(provesPossession(first.blsKey, signatureText(proof.negate()))).toBe(false)
})

describe('what is no key', () => {
  /** A point of the twist for that x, which is not in the group: the twist has many more points than the group. */
  function outsideOfGroup(): string {
    const { keys, fields } = curve()
    for (let c0 = 1n; ; c0++) {
      const x = { c0, c1: 0n }
      const square = fields.Fp2.add(fields.Fp2.mul(fields.Fp2.sqr(x), x), keys.CURVE().b)
      try {
        return keyText(keys.fromAffine({ x, y: fields.Fp2.sqrt(square) }))
      } catch {} // not a square: no point has this x
    }
  }

  const prime = curve().fields.Fp.ORDER
  /** The same number modulo the prime, written so that it is not below it. */
  function notReduced(): string {
    const bytes = base58.decode(first.blsKey)
    bytes.set(numberToBytesBE(bytesToNumberBE(bytes.subarray(96)) + prime, 32), 96)
    return base58.encode(bytes)
  }

  const cases: [string, string][] = [
    ['nothing', ''],
    ['a character that is not base58', first.blsKey.replace('N', '0')],
    ['127 bytes', base58.encode(base58.decode(first.blsKey).subarray(1))],
    ['129 bytes', base58.encode(Uint8Array.of(...base58.decode(first.blsKey), 0))],
    ['a point off the twist', changed(first.blsKey, 127)],
    ['a point outside of the group', outsideOfGroup()],
    ['a coordinate that is not below the prime', notReduced()],
    ['infinity', base58.encode(new Uint8Array(128))],
    ['a proof', first.blsProof],
    ['a megabyte', '2'.repeat(1 << 20)],
  ]
  test.each(cases)('%s', (_what, text) => {
    expect(isBlsKey(text)).toBe(false)
    expect(provesPossession(text, first.blsProof)).toBe(false)
    expect(verifiesMultiSignature(first.blsProof, bytesOf('x'), [text])).toBe(false)
  })

  test('the point outside of the group is on the twist', () => {
    const bytes = base58.decode(outsideOfGroup())
    const at = (index: number) => bytesToNumberBE(bytes.subarray(32 * index, 32 * index + 32))
    const point = curve().keys.fromAffine({ x: { c0: at(0), c1: at(1) }, y: { c0: at(2), c1: at(3) } })
    expect(() => point.assertValidity()).toThrow(/prime-order subgroup/)
    // In time that grows with the order, and not by the endomorphism.
    expect(point.multiplyUnsafe(order - 1n).equals(point.negate())).toBe(false)
    const key = readKey(first.blsKey)
    expect(key?.multiplyUnsafe(order - 1n).equals(key.negate())).toBe(true)
  })
})

describe('what is no proof', () => {
  const cases: [string, string][] = [
    ['nothing', ''],
    ['a key', first.blsKey],
    ['another first byte', changed(first.blsProof, 0)],
    ['a point off the curve', changed(first.blsProof, 64)],
    ['something after the point', changed(first.blsProof, 127)],
    ['infinity', base58.encode(Uint8Array.of(4, ...new Uint8Array(127)))],
    ['65 bytes', base58.encode(base58.decode(first.blsProof).subarray(0, 65))],
  ]
  test.each(cases)('%s', (_what, text) => {
    expect(isBlsProof(text)).toBe(false)
    expect(provesPossession(first.blsKey, text)).toBe(false)
  })
})

test('any changed byte of a key or a proof is refused', () => {
  const change = fc.record({ at: fc.integer({ min: 0, max: 127 }), by: fc.integer({ min: 1, max: 255 }) })
  fc.assert(
    fc.property(change, ({ at, by }) => {
      expect(isBlsKey(changed(first.blsKey, at, by))).toBe(false)
      expect(provesPossession(first.blsKey, changed(first.blsProof, at, by))).toBe(false)
    }),
    { numRuns: 60, seed: 20261129 },
  )
})

test('the pairing is bilinear: a factor of the message, or of the key, is one of the signature', () => {
  const { signatures, keys } = curve()
  const factor = fc.bigInt({ min: 1n, max: order - 1n })
  fc.assert(
    fc.property(factor, factor, (a, b) => {
      const message = signatures.BASE.multiply(a)
      const key = keys.BASE.multiply(b)
      expect(isSignedBy(message.multiply(b), message, key)).toBe(true)
      expect(isSignedBy(signatures.BASE.multiply((a * b) % order), message, key)).toBe(true)
      expect(isSignedBy(message.multiply(b).add(signatures.BASE), message, key)).toBe(false)
    }),
    { numRuns: 8, seed: 20261129 },
  )
})

import { bytesToNumberBE, concatBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { decode, encode } from './base58.ts'
import { curve, type KeyPoint, type SignaturePoint } from './curve.ts'

/** Points as Indy writes them: 128 bytes in base58, coordinates in 32 bytes each, the highest byte first. */

const coordinateLength = 32
const pointLength = 4 * coordinateLength
/** AMCL writes this byte before a point of the curve, and Indy fills up with zeros to the length of a key. */
const uncompressed = 4
const signatureLength = 1 + 2 * coordinateLength

export function keyBytes(point: KeyPoint): Uint8Array {
  const { x, y } = point.toAffine()
  return concatBytes(...[x.c0, x.c1, y.c0, y.c1].map(coordinateBytes))
}

export const keyText = (point: KeyPoint): string => encode(keyBytes(point))

export function signatureText(point: SignaturePoint): string {
  const { x, y } = point.toAffine()
  const bytes = new Uint8Array(pointLength)
  bytes.set([uncompressed])
  bytes.set(coordinateBytes(x), 1)
  bytes.set(coordinateBytes(y), 1 + coordinateLength)
  return encode(bytes)
}

/** The point of a key. Undefined where it is none: off the twist, outside of the group (the twist is larger), or infinity. */
export function readKey(text: string): KeyPoint | undefined {
  const bytes = decode(text, pointLength)
  if (bytes === undefined) return undefined
  const at = (index: number): bigint => coordinate(bytes, index * coordinateLength)
  return valid(() => curve().keys.fromAffine({ x: { c0: at(0), c1: at(1) }, y: { c0: at(2), c1: at(3) } }))
}

/** The point of a signature; undefined where it is none. */
export function readSignature(text: string): SignaturePoint | undefined {
  const bytes = decode(text, pointLength)
  if (bytes === undefined || bytes[0] !== uncompressed) return undefined
  if (bytes.subarray(signatureLength).some((byte) => byte !== 0)) return undefined
  return valid(() =>
    curve().signatures.fromAffine({ x: coordinate(bytes, 1), y: coordinate(bytes, 1 + coordinateLength) }),
  )
}

const coordinateBytes = (value: bigint): Uint8Array => numberToBytesBE(value, coordinateLength)

const coordinate = (bytes: Uint8Array, offset: number): bigint =>
  bytesToNumberBE(bytes.subarray(offset, offset + coordinateLength))

/** The library refuses coordinates that are not below the prime, infinity, and points off the curve or outside of the group. */
function valid<Point extends KeyPoint | SignaturePoint>(read: () => Point): Point | undefined {
  try {
    const point = read()
    point.assertValidity()
    return point
  } catch {
    return undefined
  }
}

/**
 * A point of the curve for a hash (`PointG1::from_hash`): its x is the number of the bytes, or the next one that is the x of a
 * point; its y is the power (p + 1) / 4 of the square, and not the other one.
 */
export function pointOfHash(hash: Uint8Array): SignaturePoint {
  const { fields, signatures } = curve()
  const { Fp } = fields
  for (let x = Fp.create(bytesToNumberBE(hash)); ; x = Fp.add(x, 1n)) {
    const square = Fp.add(Fp.mul(Fp.sqr(x), x), 2n)
    const y = Fp.pow(square, (Fp.ORDER + 1n) / 4n)
    if (Fp.eql(Fp.sqr(y), square)) return signatures.fromAffine({ x, y })
  }
}

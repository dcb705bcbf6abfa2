/**
 * What is needed here of SCALE, the encoding of the SDK: whole numbers in few bytes ("compact"), and bytes with their length before
 * them. parity-scale-codec-3.7.4, compact.rs.
 */

/** A whole number below 2^30. */
export function compact(value: number): Uint8Array {
  if (value < 2 ** 6) return Uint8Array.of(value << 2)
  if (value < 2 ** 14) return Uint8Array.of(((value << 2) | 1) & 0xff, value >> 6)
  if (value >= 2 ** 30) throw new RangeError(`${value} is too large for a compact number of four bytes`)
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value * 4 + 2, true)
  return bytes
}

/** The compact number at a place, and where what follows it begins. Throws a RangeError where there is none below 2^30. */
export function readCompact(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  switch (view.getUint8(at) & 3) {
    case 0:
      return { value: view.getUint8(at) >> 2, next: at + 1 }
    case 1:
      return { value: view.getUint16(at, true) >> 2, next: at + 2 }
    case 2:
      return { value: view.getUint32(at, true) >>> 2, next: at + 4 }
    default:
      throw new RangeError('a compact number has more than four bytes')
  }
}

export const withLength = (bytes: Uint8Array): Uint8Array => concat(compact(bytes.length), bytes)

/** The bytes that have their length before them, at a place. Throws a RangeError where they end too early. */
export function readBytes(bytes: Uint8Array, at: number): { readonly value: Uint8Array; readonly next: number } {
  const { value: length, next } = readCompact(bytes, at)
  if (next + length > bytes.length) throw new RangeError(`${length} bytes are announced, and fewer follow`)
  return { value: bytes.subarray(next, next + length), next: next + length }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

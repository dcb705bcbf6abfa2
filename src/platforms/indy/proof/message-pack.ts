import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * MessagePack of a mapping of texts and whole numbers, sorted by key, as validators sign it (MsgPackSerializer of indy-plenum):
 * https://github.com/msgpack/msgpack/blob/master/spec.md. Each value has its shortest form.
 */
export function messagePack(mapping: Readonly<Record<string, string | number>>): Uint8Array {
  const entries = Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1))
  if (entries.length > 15) throw new Error('a mapping of more than 15 entries has another form')
  return concatBytes(
    Uint8Array.of(0x80 | entries.length),
    ...entries.flatMap(([key, value]) => [packed(key), packed(value)]),
  )
}

function packed(value: string | number): Uint8Array {
  if (typeof value === 'number') return packedNumber(value)
  const bytes = utf8ToBytes(value)
  return concatBytes(prefixOfText(bytes.length), bytes)
}

function prefixOfText(length: number): Uint8Array {
  if (length < 32) return Uint8Array.of(0xa0 | length)
  return length < 2 ** 8 ? Uint8Array.of(0xd9, length) : prefixed(0xda, length, 2)
}

function packedNumber(value: number): Uint8Array {
  if (value < 2 ** 7) return Uint8Array.of(value)
  if (value < 2 ** 8) return Uint8Array.of(0xcc, value)
  if (value < 2 ** 16) return prefixed(0xcd, value, 2)
  return value < 2 ** 32 ? prefixed(0xce, value, 4) : prefixed(0xcf, value, 8)
}

/** A byte, then the number in that many bytes, the highest first. */
function prefixed(prefix: number, value: number, length: 2 | 4 | 8): Uint8Array {
  const bytes = new Uint8Array(9)
  new DataView(bytes.buffer).setBigUint64(1, BigInt(value))
  bytes.set([prefix], 8 - length)
  return bytes.subarray(8 - length)
}

/**
 * xxHash with 64 bits, from which the SDK makes the keys of its storage ("twox").
 * https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md#xxh64-algorithm-description
 */

const mask = (1n << 64n) - 1n
const prime1 = 0x9e3779b185ebca87n
const prime2 = 0xc2b2ae3d27d4eb4fn
const prime3 = 0x165667b19e3779f9n
const prime4 = 0x85ebca77c2b2ae63n
const prime5 = 0x27d4eb2f165667c5n

const times = (a: bigint, b: bigint): bigint => (a * b) & mask
const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & mask
const round = (state: bigint, lane: bigint): bigint => times(rotate((state + times(lane, prime2)) & mask, 31n), prime1)

export function xxHash64(bytes: Uint8Array, seed: bigint): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const lane = (at: number): bigint => view.getBigUint64(at, true)
  let at = 0
  let hash = (seed + prime5) & mask
  if (bytes.length >= 32) {
    let states = [seed + prime1 + prime2, seed + prime2, seed, seed - prime1].map((state) => state & mask)
    for (; at + 32 <= bytes.length; at += 32) states = states.map((state, n) => round(state, lane(at + 8 * n)))
    const turns = [1n, 7n, 12n, 18n]
    hash = states.reduce((sum, state, n) => (sum + rotate(state, turns[n] ?? 0n)) & mask, 0n)
    for (const state of states) hash = (times(hash ^ round(0n, state), prime1) + prime4) & mask
  }
  hash = (hash + BigInt(bytes.length)) & mask
  for (; at + 8 <= bytes.length; at += 8) {
    hash = (times(rotate(hash ^ round(0n, lane(at)), 27n), prime1) + prime4) & mask
  }
  if (at + 4 <= bytes.length) {
    hash = (times(rotate(hash ^ times(BigInt(view.getUint32(at, true)), prime1), 23n), prime2) + prime3) & mask
    at += 4
  }
  for (; at < bytes.length; at++) hash = times(rotate(hash ^ times(BigInt(view.getUint8(at)), prime5), 11n), prime1)
  hash = times(hash ^ (hash >> 33n), prime2)
  hash = times(hash ^ (hash >> 29n), prime3)
  return hash ^ (hash >> 32n)
}

/** The SDK's twox hash of 8, 16 or 32 bytes: xxHash with the seeds 0, 1, … (sp-crypto-hashing-0.1.0, lib.rs). */
export function twox(bytes: Uint8Array, length: 8 | 16 | 32): Uint8Array {
  const hash = new Uint8Array(length)
  const view = new DataView(hash.buffer)
  for (let n = 0; n < length / 8; n++) view.setBigUint64(8 * n, xxHash64(bytes, BigInt(n)), true)
  return hash
}

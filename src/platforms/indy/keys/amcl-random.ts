import { sha256 } from '@noble/hashes/sha2.js'

/**
 * The generator of random numbers of AMCL (`RAND` in rand.rs): Marsaglia and Zaman's subtract with borrow, of which each 128
 * bytes are hashed. Indy makes a BLS key of a seed with it, so these are its bytes for that seed.
 */
const words = 21
const lag = 6

export function* amclRandom(seed: Uint8Array): Generator<number, never> {
  const state = new Uint32Array(words)
  let at = 0
  let borrow = 0

  const next = (): number => {
    at++
    if (at < words) return state[at] as number // below the length
    at = 0
    for (let word = 0, other = words - lag; word < words; word++, other = (other + 1) % words) {
      const minuend = state[other] as number // below the length
      const difference = (minuend - (state[word] as number) - borrow) >>> 0
      if (difference !== minuend) borrow = difference > minuend ? 1 : 0
      state[word] = difference
    }
    return state[0] as number
  }

  const stir = (value: number): void => {
    borrow = 0
    at = 0
    state[0] = (state[0] as number) ^ value
    for (let word = 1, factor = 1, before = value; word < words; word++) {
      const target = (8 * word) % words
      state[target] = (state[target] as number) ^ factor
      const current = factor
      factor = (before - current) >>> 0
      before = current
    }
    for (let round = 0; round < 10_000; round++) next()
  }

  const digest = sha256(seed)
  const view = new DataView(digest.buffer, digest.byteOffset)
  for (let offset = 0; offset < digest.length; offset += 4) stir(view.getUint32(offset, true))
  while (true) yield* sha256(Uint8Array.from({ length: 128 }, () => next() & 0xff))
}

/** A number below the modulus (`BIG::randomnum`): twice as many bits as it has, each byte from its lowest bit on. */
export function amclRandomNumber(modulus: bigint, bytes: Iterator<number, never>): bigint {
  let number = 0n
  let byte = 0
  for (let bit = 0; bit < 2 * modulus.toString(2).length; bit++) {
    byte = bit % 8 === 0 ? bytes.next().value : byte >> 1
    number = (number << 1n) | BigInt(byte & 1)
  }
  return number % modulus
}

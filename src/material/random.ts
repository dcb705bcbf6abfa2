import { createHash, randomBytes } from 'node:crypto'
import type { Random } from './material.ts'

/** The operating system's randomness. */
export const systemRandom: Random = (_label, length) => randomBytes(length)

/** Bytes derived from a seed and a label, for stand-ins and tests, never for real keys. */
export function seededRandom(seed: string): Random {
  return (label, length) => createHash('shake256', { outputLength: length }).update(`${seed}\0${label}`).digest()
}

export const standInRandom = seededRandom('chancery stand-in')

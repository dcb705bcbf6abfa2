import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { SessionKeyKind } from '../network.ts'
import type { GenesisState } from './genesis.ts'
import { readCompact } from './scale.ts'
import { twox } from './xx-hash.ts'

/** After a key, its weight as 64 bits, where authorities have weights. */
const weightLength = 8

/**
 * The authorities of a pallet in a state, "0x" and hexadecimal digits: what it stores as `Authorities`, as pallet-aura-39.0.0,
 * pallet-babe, pallet-grandpa-40.0.0 and pallets made like them do. Undefined where a runtime has none by that name.
 */
export function authoritiesIn({ top }: GenesisState, { name, scheme }: SessionKeyKind): readonly string[] | undefined {
  const value = top.get(storageKey(pascalCase(name)) + storageKey('Authorities'))
  if (value === undefined) return undefined
  const { value: count, next } = readCompact(value, 0)
  const keyLength = scheme === 'ecdsa' ? 33 : 32
  const length = (value.length - next) / count
  if (length !== keyLength && length !== keyLength + weightLength) return undefined
  return Array.from({ length: count }, (_, n) => {
    const start = next + n * length
    return `0x${bytesToHex(value.subarray(start, start + keyLength))}`
  })
}

const storageKey = (name: string): string => bytesToHex(twox(utf8ToBytes(name), 16))

/** `Aura`, as construct_runtime! has it by custom. */
const pascalCase = (name: string): string =>
  name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

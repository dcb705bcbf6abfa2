import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** SCALE, as far as lists of authorities need it: https://docs.polkadot.com/polkadot-protocol/parachain-basics/data-encoding/ */

/**
 * The keys of a list of fixed items that begin with one, `0x…`: AuthorityId of AuraApi_authorities has nothing else, one of
 * GrandpaApi_grandpa_authorities is followed by its weight of 8 bytes. Undefined for anything else.
 */
export function keysIn(encoded: string, itemBytes: 32 | 40): readonly string[] | undefined {
  const bytes = bytesOf(encoded)
  const length = bytes === undefined ? undefined : compactIn(bytes)
  if (bytes === undefined || length === undefined) return undefined
  const { value, size } = length
  if (bytes.length !== size + value * itemBytes) return undefined
  return Array.from({ length: value }, (_, at) => {
    const from = size + at * itemBytes
    return `0x${bytesToHex(bytes.subarray(from, from + 32))}`
  })
}

function bytesOf(hex: string): Uint8Array | undefined {
  if (!/^0x(?:[0-9a-f]{2})*$/i.test(hex)) return undefined
  return hexToBytes(hex.slice(2))
}

/** A compact number below 2^30: the two lowest bits tell how many bytes it has. */
function compactIn(bytes: Uint8Array): { readonly value: number; readonly size: number } | undefined {
  const size = [1, 2, 4][(bytes[0] ?? 3) & 3]
  if (size === undefined || bytes.length < size) return undefined
  const number = bytes.subarray(0, size).reduceRight((sum, byte) => sum * 256 + byte, 0)
  return { value: Math.floor(number / 4), size }
}

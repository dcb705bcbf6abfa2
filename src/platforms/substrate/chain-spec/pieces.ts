import { hexToBytes } from '@noble/hashes/utils.js'

/**
 * A spec has its runtime as hexadecimal digits, which are most of it. As bytes it takes half of that in a ConfigMap, and the pod puts
 * it together again: no compressor, whose output another version could change.
 */
export interface SpecPieces {
  /** Up to the digits. */
  readonly before: string
  /** Of the digits. */
  readonly code: Uint8Array
  /** After them. */
  readonly after: string
}

/** The longest text of hexadecimal digits becomes bytes. */
export function piecesOf(text: string): SpecPieces {
  let [start, end] = [0, 0]
  for (const { index, 0: found } of text.matchAll(/"0x(?:[0-9a-f]{2})+"/g)) {
    if (found.length > end - start) [start, end] = [index, index + found.length]
  }
  if (end === 0) return { before: text, code: new Uint8Array(), after: '' }
  const [first, last] = [start + '"0x'.length, end - '"'.length]
  return { before: text.slice(0, first), code: hexToBytes(text.slice(first, last)), after: text.slice(last) }
}

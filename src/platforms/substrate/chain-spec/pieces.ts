import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { FileContent } from '../../../file-content.ts'

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

/** All files of a ConfigMap together, in bytes: the limit is 1 MiB (MaxSecretSize in pkg/apis/core/types.go of Kubernetes). */
const mostBytes = 960 * 1024

/** A spec takes at most so many ConfigMaps: names of its files have one digit. */
export const mostConfigMaps = 8

type Files = Readonly<Record<string, FileContent>>

/** Files for ConfigMaps, each of which holds what it can. chain-spec.sh puts them together by their names. */
export function configMapsOf({ before, code, after }: SpecPieces): readonly Files[] {
  const files = [
    ...chunks('before', 'json', before),
    ...chunks('code', 'wasm', code),
    ...chunks('after', 'json', after),
  ]
  const maps: Record<string, FileContent>[] = []
  let free = 0
  for (const { name, content, size } of files) {
    if (maps.length === 0 || size > free) {
      maps.push({})
      free = mostBytes
    }
    Object.assign(maps.at(-1) ?? {}, { [name]: content })
    free -= size
  }
  return maps
}

/** Text stays text where it is in one piece, for people who read it. */
function chunks(name: string, extension: string, content: FileContent) {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content
  const count = Math.max(1, Math.ceil(bytes.length / mostBytes))
  return Array.from({ length: count }, (_, at) => {
    const chunk = bytes.subarray(at * mostBytes, (at + 1) * mostBytes)
    return { name: `${name}-${at + 1}.${extension}`, content: count === 1 ? content : chunk, size: chunk.length }
  })
}

import { blake2b } from '@noble/hashes/blake2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { groupBy } from '../../../group-by.ts'
import { compact, concat, withLength } from './scale.ts'

/**
 * The root of a state: the hash of a trie of base 16 over its keys (sp-trie-39.1.0, node_codec.rs and node_header.rs;
 * https://spec.polkadot.network/chap-state#sect-merkl-proof). Version 1 keeps the hash of a long value instead of the value
 * (sp-core, TRIE_VALUE_NODE_THRESHOLD).
 */
export type StateVersion = 0 | 1
const longValue = 33

const hash = (bytes: Uint8Array): Uint8Array => blake2b(bytes, { dkLen: 32 })

interface Entry {
  /** A hexadecimal digit for each step. */
  readonly path: string
  readonly value: Uint8Array
}

/** Keys are hexadecimal digits. */
export function trieRoot(state: ReadonlyMap<string, Uint8Array>, version: StateVersion): Uint8Array {
  const entries = [...state].map(([path, value]) => ({ path, value }))
  entries.sort((a, b) => (a.path < b.path ? -1 : 1))
  return hash(entries.length === 0 ? Uint8Array.of(0) : node(entries, 0, version))
}

/** Sorted entries that share the first `depth` steps. */
function node(entries: readonly Entry[], depth: number, version: StateVersion): Uint8Array {
  const [first, last] = [entries[0], entries.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('a node of a trie has entries')
  let end = depth
  while (end < first.path.length && first.path[end] === last.path[end]) end++
  const partial = first.path.slice(depth, end)
  const own = first.path.length === end ? first.value : undefined
  const isHashed = own !== undefined && version === 1 && own.length >= longValue
  const value = own === undefined ? new Uint8Array() : isHashed ? hash(own) : withLength(own)
  if (entries.length === 1) return concat(header(isHashed ? 'hashed leaf' : 'leaf', partial), value)

  const below = groupBy(own === undefined ? entries : entries.slice(1), ({ path }) =>
    Number.parseInt(path[end] ?? '', 16),
  )
  const bits = [...below.keys()].reduce((all, child) => all | (1 << child), 0)
  const children = [...below.values()].map((child) => reference(node(child, end + 1, version)))
  const kind = own === undefined ? 'branch' : isHashed ? 'hashed branch' : 'branch with value'
  return concat(header(kind, partial), Uint8Array.of(bits & 0xff, bits >> 8), value, ...children)
}

/** A child as its parent has it: whole if it is short, else its hash. */
const reference = (child: Uint8Array): Uint8Array =>
  child.length < 32 ? withLength(child) : concat(compact(32), hash(child))

/** The bits that begin a node of a kind, and how many they are; the others hold how many steps follow. */
const kinds = {
  leaf: [0b01, 2],
  branch: [0b10, 2],
  'branch with value': [0b11, 2],
  'hashed leaf': [0b001, 3],
  'hashed branch': [0b0001, 4],
} as const

function header(kind: keyof typeof kinds, partial: string): Uint8Array {
  const [bits, count] = kinds[kind]
  const most = 2 ** (8 - count) - 1
  const first = (bits << (8 - count)) | Math.min(partial.length, most)
  // A length that fills its bits continues in the next bytes, up to one below 255.
  const more: number[] = []
  for (let rest = partial.length - most; rest >= 0; rest -= 255) more.push(Math.min(rest, 255))
  return concat(Uint8Array.of(first, ...more), hexToBytes(partial.length % 2 === 0 ? partial : `0${partial}`))
}

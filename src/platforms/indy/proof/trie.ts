import { sha3_256 } from '@noble/hashes/sha3.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { RLP } from 'micro-eth-signer/core/rlp.js'

/**
 * Proofs from the states of Indy: Merkle Patricia tries as in Ethereum's Yellow Paper, appendix D, but with SHA3-256 in place of
 * Keccak-256 (state/trie/pruning_trie.py of indy-plenum).
 */

type Item = Uint8Array | readonly Item[]

/** The value that a trie with this root has for a key; undefined where the nodes do not prove that it has one. */
export function provenValue(root: Uint8Array, proofNodes: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  try {
    const nodes = listOf(decoded(proofNodes))
    const byHash = new Map(nodes.map((node) => [bytesToHex(sha3_256(encoded(node))), node]))
    const found = valueIn(byHash, root, nibblesOf(key))
    if (found === undefined) return undefined
    // A value is a list of one item.
    const [value, ...more] = listOf(decoded(found))
    return value instanceof Uint8Array && more.length === 0 ? value : undefined
  } catch {
    return undefined // bytes that are no proof: the library throws, and so do texts of theirs that are nested too deep
  }
}

const decoded = (bytes: Uint8Array): Item => RLP.decode(bytes) as Item // the library gives only these back
const encoded = (item: Item): Uint8Array => RLP.encode(item as Parameters<typeof RLP.encode>[0])

function listOf(item: Item): readonly Item[] {
  if (item instanceof Uint8Array) throw new Error('bytes in place of a list')
  return item
}

function bytesOf(item: Item | undefined): Uint8Array {
  if (!(item instanceof Uint8Array)) throw new Error('a list in place of bytes')
  return item
}

const radix = 16

function valueIn(byHash: ReadonlyMap<string, Item>, root: Item, path: readonly number[]): Uint8Array | undefined {
  let reference = root
  let rest = path
  while (true) {
    // A node of less than 32 bytes is there itself, and not its hash.
    const node = reference instanceof Uint8Array ? byHash.get(bytesToHex(reference)) : reference
    if (node === undefined) return undefined
    const items = listOf(node)
    if (items.length === radix + 1) {
      const [nibble, ...after] = rest
      const next = bytesOrList(items[nibble ?? radix])
      if (nibble === undefined) return bytesOf(next)
      reference = next
      rest = after
    } else if (items.length === 2) {
      const { isLeaf, nibbles } = pathOf(bytesOf(items[0]))
      if (nibbles.some((nibble, at) => rest[at] !== nibble)) return undefined
      rest = rest.slice(nibbles.length)
      const next = bytesOrList(items[1])
      if (isLeaf) return rest.length === 0 ? bytesOf(next) : undefined
      if (nibbles.length === 0) return undefined // would go on for ever
      reference = next
    } else return undefined
  }
}

function bytesOrList(item: Item | undefined): Item {
  if (item === undefined) throw new Error('a node has too few items')
  return item
}

/** Hex prefix encoding: the first digit tells whether it is the path of a leaf, and whether a digit follows in the same byte. */
function pathOf(bytes: Uint8Array): { readonly isLeaf: boolean; readonly nibbles: readonly number[] } {
  const [flags, ...nibbles] = nibblesOf(bytes)
  if (flags === undefined || flags > 3) throw new Error('not a path')
  return { isLeaf: flags >= 2, nibbles: flags % 2 === 1 ? nibbles : nibbles.slice(1) }
}

const nibblesOf = (bytes: Uint8Array): readonly number[] => [...bytes].flatMap((byte) => [byte >> 4, byte & 0xf])

import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { RLP } from 'micro-eth-signer/core/rlp.js'
import { accountsIn } from '../accounts.ts'
import type { EvmClient, GenesisFile } from '../client.ts'

/**
 * The state root of a first block with these accounts, "0x" and 64 digits: the root of a Merkle Patricia tree, as the Ethereum Yellow
 * Paper defines it in appendix D. It proves that a chain began with the accounts of a file.
 */
export const stateRootOf = (alloc: GenesisFile['alloc'], client: Pick<EvmClient, 'nonce'>): string =>
  `0x${bytesToHex(
    rootOf(
      accountsIn(alloc, client).map(({ address, balance, nonce, code, storage }) => {
        const slots = storage.map(([slot, word]) => leafOf(hexToBytes(slot), RLP.encode(trimmed(hexToBytes(word)))))
        const fields = [number(nonce), number(balance), rootOf(slots), keccak_256(hexToBytes(code))]
        return leafOf(hexToBytes(address), RLP.encode(fields))
      }),
    ),
  )}`

/** The path of an entry, as half bytes, and its value. */
interface Leaf {
  readonly path: readonly number[]
  readonly value: Uint8Array
}

/** Trees of the state are by the hash of their keys. */
const leafOf = (key: Uint8Array, value: Uint8Array): Leaf => ({
  path: [...keccak_256(key)].flatMap((byte) => [byte >> 4, byte & 15]),
  value,
})

type Node = Uint8Array | readonly Node[]

const empty = new Uint8Array()

function rootOf(leaves: readonly Leaf[]): Uint8Array {
  return keccak_256(leaves.length === 0 ? RLP.encode(empty) : encoded(nodeOf(leaves, 0)))
}

/** A node for leaves with one beginning of this length. */
function nodeOf(leaves: readonly Leaf[], depth: number): Node {
  const [first, second] = leaves
  if (first === undefined) return empty
  if (second === undefined) return [compact(first.path.slice(depth), true), first.value]
  const shared = sharedLength(leaves, depth)
  if (shared > depth) return [compact(first.path.slice(depth, shared), false), reference(nodeOf(leaves, shared))]
  const branches = Array.from({ length: 16 }, (_, half) =>
    reference(
      nodeOf(
        leaves.filter(({ path }) => path[depth] === half),
        depth + 1,
      ),
    ),
  )
  return [...branches, empty]
}

function sharedLength([first, ...others]: readonly Leaf[], depth: number): number {
  let length = depth
  while (others.every(({ path }) => path[length] === first?.path[length])) length++
  return length
}

/** A node of 32 bytes or more is referred to by its hash. */
function reference(node: Node): Node {
  if (node instanceof Uint8Array) return node
  const bytes = encoded(node)
  return bytes.length < 32 ? node : keccak_256(bytes)
}

/** Half bytes as bytes, with flags for the end of a path and an odd length. */
function compact(path: readonly number[], isEnd: boolean): Uint8Array {
  const flag = isEnd ? 2 : 0
  const halves = path.length % 2 === 1 ? [flag + 1, ...path] : [flag, 0, ...path]
  return Uint8Array.from(
    { length: halves.length / 2 },
    (_, at) => (halves[2 * at] ?? 0) * 16 + (halves[2 * at + 1] ?? 0),
  )
}

/** The library's types do not nest. */
const encoded = (node: Node): Uint8Array => RLP.encode(node as Parameters<typeof RLP.encode>[0])

function number(digits: string): Uint8Array {
  const hex = BigInt(digits).toString(16)
  return trimmed(hexToBytes(hex.padStart(hex.length + (hex.length % 2), '0')))
}

function trimmed(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0)
  return start < 0 ? empty : concatBytes(bytes.subarray(start))
}

import { sha3_256 } from '@noble/hashes/sha3.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { RLP } from 'micro-eth-signer/core/rlp.js'
import { expect, test } from 'vitest'
import { provenValue } from '../../../../src/platforms/indy/proof/trie.ts'

type Item = Uint8Array | Item[]
type Entry = readonly [nibbles: readonly number[], value: Uint8Array]

const encoded = (item: Item): Uint8Array => RLP.encode(item)
const empty = new Uint8Array(0)
const nibblesOf = (bytes: Uint8Array): number[] => [...bytes].flatMap((byte) => [byte >> 4, byte & 15])

function path(nibbles: readonly number[], isLeaf: boolean): Uint8Array {
  const odd = nibbles.length % 2
  const all = [(isLeaf ? 2 : 0) + odd, ...(odd === 1 ? [] : [0]), ...nibbles]
  return Uint8Array.from({ length: all.length / 2 }, (_, at) => (all[2 * at] ?? 0) * 16 + (all[2 * at + 1] ?? 0))
}

/** A trie of entries, as the Yellow Paper defines it; all its nodes go to `nodes`, and a reference to its first is returned. */
function trieOf(entries: readonly Entry[], nodes: Item[]): Item {
  const node = nodeOf(entries, nodes)
  if (node instanceof Uint8Array) return node
  if (encoded(node).length < 32) return node
  nodes.push(node)
  return sha3_256(encoded(node))
}

function nodeOf(entries: readonly Entry[], nodes: Item[]): Item {
  const [first] = entries
  if (first === undefined) return empty
  if (entries.length === 1) return [path(first[0], true), first[1]]
  let common = 0
  while (entries.every(([nibbles]) => nibbles.length > common && nibbles[common] === first[0][common])) common++
  const rest = entries.map(([nibbles, value]): Entry => [nibbles.slice(common), value])
  if (common > 0) return [path(first[0].slice(0, common), false), trieOf(rest, nodes)]
  const branches = Array.from({ length: 16 }, (_, nibble) =>
    trieOf(
      rest.filter(([nibbles]) => nibbles[0] === nibble).map(([nibbles, value]): Entry => [nibbles.slice(1), value]),
      nodes,
    ),
  )
  return [...branches, rest.find(([nibbles]) => nibbles.length === 0)?.[1] ?? empty]
}

const short = fc.uint8Array({ minLength: 1, maxLength: 3 })
const mapping = fc.uniqueArray(fc.tuple(short, fc.uint8Array({ minLength: 1, maxLength: 40 })), {
  minLength: 1,
  maxLength: 40,
  selector: ([key]) => key.join(),
})

test('a trie proves the value of each of its keys, and of no other', () => {
  fc.assert(
    fc.property(mapping, short, (entries, other) => {
      const nodes: Item[] = []
      const all = entries.map(([key, value]): Entry => [nibblesOf(key), encoded([value])])
      const first = nodeOf(all, nodes)
      const root = sha3_256(encoded(first))
      const proof = encoded([first, ...nodes])
      for (const [key, value] of entries) expect(provenValue(root, proof, key)).toEqual(value)
      if (!entries.some(([key]) => key.join() === other.join())) expect(provenValue(root, proof, other)).toBeUndefined()
      expect(provenValue(sha3_256(root), proof, entries[0]?.[0] ?? other)).toBeUndefined()
    }),
    { numRuns: 200, seed: 20261129 },
  )
})

const leaf: Item = [path(nibblesOf(utf8ToBytes('key')), true), encoded([utf8ToBytes('value')])]

test.each<[string, Item]>([
  ['an extension of no length, to itself', [path([], false), empty]],
  ['a node of three items', [empty, empty, empty]],
  ['a path without digits', [empty, encoded([empty])]],
  ['a path with wrong flags', [Uint8Array.of(0x40), encoded([empty])]],
  ['a value that is not a list', [path(nibblesOf(utf8ToBytes('key')), true), utf8ToBytes('value')]],
  ['a value of two items', [path(nibblesOf(utf8ToBytes('key')), true), encoded([empty, empty])]],
  ['a longer path', [path([...nibblesOf(utf8ToBytes('key')), 1], true), encoded([empty])]],
  ['a shorter path', [path(nibblesOf(utf8ToBytes('ke')), true), encoded([empty])]],
])('%s proves nothing', (_what, node) => {
  expect(provenValue(sha3_256(encoded(node)), encoded([node]), utf8ToBytes('key'))).toBeUndefined()
})

test('what goes around in a circle of nodes, or is nested deeply, proves nothing', () => {
  expect(provenValue(sha3_256(encoded(leaf)), encoded([leaf]), utf8ToBytes('key'))).toEqual(utf8ToBytes('value'))
  let nested: Uint8Array = Uint8Array.of(0xc0)
  for (let level = 0; level < 20_000; level++) {
    const { length } = nested
    const prefix = length < 56 ? [0xc0 + length] : length < 256 ? [0xf8, length] : [0xf9, length >> 8, length & 255]
    nested = concatBytes(Uint8Array.from(prefix), nested)
    if (nested.length > 65_000) break
  }
  expect(provenValue(sha3_256(nested), nested, utf8ToBytes('key'))).toBeUndefined()
})

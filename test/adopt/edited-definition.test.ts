import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionOf, withAdditions } from '../../src/adopt/additions.ts'
import { editedDefinition } from '../../src/adopt/edited-definition.ts'
import { readSource } from '../../src/network/source.ts'
import { writtenDefinition } from '../../src/network/written-definition.ts'

const readBack = (text: string): unknown => {
  const source = readSource('network.yaml', text)
  if (!('value' in source)) throw new Error(JSON.stringify(source))
  return source.value
}

/** The text with what it lacks. */
const edited = (text: string, desired: object): string | undefined =>
  editedDefinition(text, completionOf(readBack(text), desired).additions, [])

describe('a definition that gets what it lacks', () => {
  it.each<[string, string, object, string]>([
    ['nothing', 'a: 1 # one\n', { a: 1 }, 'a: 1 # one\n'],
    ['a plain key at the top', 'a: 1 # one\n', { b: 'two' }, 'a: 1 # one\nb: two\n'],
    ['a section at the top', 'a: 1\n# the end\n', { b: { c: 1 } }, 'a: 1\n# the end\n\nb:\n  c: 1\n'],
    ['a text without a last line break', 'a: 1', { b: 2 }, 'a: 1\nb: 2'],
    [
      'a key of a block, behind the comment of its last line',
      'genesis:\n    chainId: 1 # mine\n# next\nclusters: []\n',
      { genesis: { gasLimit: '0x1' } },
      "genesis:\n    chainId: 1 # mine\n    gasLimit: '0x1'\n# next\nclusters: []\n",
    ],
    [
      'an item of a list without indentation',
      'organizations:\n- name: a\n  nodes:\n  - {name: n1}\n\n# last\n',
      { organizations: [{ name: 'a', nodes: [{ name: 'n2', role: 'rpc' }] }] },
      'organizations:\n- name: a\n  nodes:\n  - {name: n1}\n  - {name: n2, role: rpc}\n\n# last\n',
    ],
    [
      'a key of an item on one line',
      'nodes:\n  - {name: n1, role: rpc} # the first\n',
      { nodes: [{ name: 'n1', adopted: false, movesFrom: { host: 'h', port: 1 } }] },
      'nodes:\n  - {name: n1, role: rpc, adopted: false, movesFrom: {host: h, port: 1}} # the first\n',
    ],
    [
      'a key of an item on several lines with comments',
      'nodes:\n  - {\n      name: n1, # why\n      role: rpc # because }\n    }\n',
      { nodes: [{ name: 'n1', adopted: false }] },
      'nodes:\n  - {\n      name: n1, # why\n      role: rpc, adopted: false # because }\n    }\n',
    ],
    [
      'a key of an item on one line that gets too long, whose comment stays',
      `nodes:\n  - {name: n1, "role":rpc, host: ${'h'.repeat(60)}} # the first\n  - {name: n2}\n`,
      { nodes: [{ name: 'n1', adopted: false, movesFrom: { host: 'h.example.org', port: 1 } }] },
      `nodes:\n  - name: n1 # the first\n    "role": rpc\n    host: ${'h'.repeat(60)}\n    adopted: false\n    movesFrom: {host: h.example.org, port: 1}\n  - {name: n2}\n`,
    ],
    [
      'a key within a mapping on one line that gets too long',
      `a:\r\n- b: {c: ${'c'.repeat(90)}, d: {e: 1}}\r\n  name: x\r\n`,
      { a: [{ name: 'x', b: { d: { f: 'a text of some length' } } }] },
      `a:\r\n- b:\r\n    c: ${'c'.repeat(90)}\r\n    d: {e: 1, f: a text of some length}\r\n  name: x\r\n`,
    ],
    [
      'a new item that is too long with its indentation',
      'organizations:\n  - name: o\n    nodes:\n      - {name: n1}\n',
      { organizations: [{ name: 'o', nodes: [{ name: 'n2', role: 'r'.repeat(86) }] }] },
      `organizations:\n  - name: o\n    nodes:\n      - {name: n1}\n      - name: n2\n        role: ${'r'.repeat(86)}\n`,
    ],
    ['an empty mapping', 'a: {}\n', { a: { b: 1 } }, 'a: {b: 1}\n'],
    ['an empty list', 'a: [] # none\n', { a: [{ name: 'x' }] }, 'a: [{name: x}] # none\n'],
    [
      'a key without a value',
      'a:\n  nodes: # none yet\n  b: 1\n',
      { a: { nodes: [{ name: 'x' }] } },
      'a:\n  nodes: # none yet\n    - {name: x}\n  b: 1\n',
    ],
    ['null', 'a: {b: null, c: ~}\n', { a: { b: 1, c: 2 } }, 'a: {b: 1, c: 2}\n'],
    [
      'a key behind a text of several lines',
      'a:\n  text: |\n    one\n    two\n\nb: 1\n',
      { a: { c: 1 } },
      'a:\n  text: |\n    one\n    two\n  c: 1\n\nb: 1\n',
    ],
    ['line ends of Windows', 'a:\r\n  b: 1\r\nc: 1\r\n', { a: { d: 1 } }, 'a:\r\n  b: 1\r\n  d: 1\r\nc: 1\r\n'],
    [
      'several at one place, in their order',
      'a:\n  n:\n  - {name: x}\n',
      { c: 1, a: { n: [{ name: 'v' }, { name: 'z' }] }, d: 2 },
      'a:\n  n:\n  - {name: x}\n  - {name: v}\n  - {name: z}\nc: 1\nd: 2\n',
    ],
    [
      'externals by their organization',
      'external:\n  - organization: o\n    nodes:\n      - {name: v1}\n',
      {
        external: [
          { organization: 'o', nodes: [{ name: 'v2' }] },
          { organization: 'p', nodes: [] },
        ],
      },
      'external:\n  - organization: o\n    nodes:\n      - {name: v1}\n      - {name: v2}\n  - organization: p\n    nodes: []\n',
    ],
  ])('%s', (_, text, desired, expected) => {
    expect(edited(text, desired)).toBe(expected)
    expect(edited(expected, desired)).toBe(expected)
  })

  it('has no place within an alias', () => {
    expect(edited('a: &x\n  b: 1\nc: *x\n', { c: { d: 1 } })).toBeUndefined()
  })

  it('reads as the definition with the additions, whatever they are', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
    const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.string(), fc.string({ minLength: 30, maxLength: 60 }))
    const node = fc.record(
      { name: word, role: leaf, moves: fc.record({ host: leaf, port: fc.nat() }) },
      { requiredKeys: ['name'] },
    )
    const unique = { selector: ({ name }: { name: string }) => name, maxLength: 4 }
    const organization = fc.record(
      { name: word, note: leaf, nodes: fc.uniqueArray(node, unique) },
      { requiredKeys: ['name'] },
    )
    const definition = fc.record(
      {
        version: fc.constant(1),
        genesis: fc.dictionary(word, fc.oneof(leaf, fc.dictionary(word, leaf, { maxKeys: 3 })), { maxKeys: 4 }),
        organizations: fc.uniqueArray(organization, unique),
        members: fc.array(leaf, { maxLength: 3 }),
      },
      { requiredKeys: ['version'] },
    )
    fc.assert(
      fc.property(definition, definition, (existing, desired) => {
        const text = writtenDefinition({ definition: existing })
        const { additions } = completionOf(readBack(text), desired)
        const result = editedDefinition(text, additions, [])
        expect(readBack(String(result))).toEqual(structuredClone(withAdditions(readBack(text), additions)))
        // Nothing is lacking any more.
        expect(completionOf(readBack(String(result)), desired).additions).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('what a definition lacks', () => {
  it('keeps values of people, and names those that differ', () => {
    const { additions, kept } = completionOf(
      { chainId: '0xAB', name: 'mine', list: [1], nodes: [{ name: 'a', role: 'rpc' }] },
      { chainId: '0xab', name: 'other', list: [1, 2], nodes: [{ name: 'a', role: 'validator' }] },
    )
    expect(additions).toEqual([])
    expect(kept.map(({ path }) => path.join('.'))).toEqual(['name', 'list', 'nodes.0.role'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/network/source.ts'
import { writtenDefinition } from '../../src/network/written-definition.ts'

const readBack = (text: string): unknown => {
  const source = readSource('network.yaml', text)
  return 'value' in source ? source.value : source
}

describe('a definition as text', () => {
  const definition = {
    version: 1,
    name: 'trade',
    genesis: { chainId: 7, accounts: [{ address: '0x00000000000000000000000000000000000000aa', balance: '1' }] },
    clusters: [{ name: 'eu', provider: 'eks', ambassador: { ports: '15000-15049' } }],
    organizations: [
      {
        name: 'alpha',
        cluster: 'eu',
        nodes: [
          { name: 'validator1', role: 'validator', port: 15010 },
          {
            name: 'rpc1',
            role: 'rpc',
            resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { memory: '8Gi' } },
            settings: { 'max-peers': 40 },
          },
        ],
      },
    ],
  }

  it('has sections with empty lines between, and a line for each node that fits', () => {
    expect(
      writtenDefinition({
        definition,
        introduction: ['From somewhere else.'],
        comments: [
          { path: ['name'], text: 'part of every namespace' },
          { path: ['clusters', 0, 'recipients'], text: 'recipients: [age1…]' },
          { path: ['organizations', 0, 'nodes', 0], text: 'port as before' },
          { path: ['organizations', 0], text: 'the first' },
          { path: ['acknowledge'], text: 'nothing is accepted' },
        ],
      }),
    ).toBe(`# yaml-language-server: $schema=./network.schema.json
#
# From somewhere else.

version: 1
name: trade # part of every namespace

genesis:
  chainId: 7
  accounts:
    - {address: '0x00000000000000000000000000000000000000aa', balance: '1'}

clusters:
  - name: eu
    provider: eks
    ambassador: {ports: 15000-15049}
    # recipients: [age1…]

organizations:
  # the first
  - name: alpha
    cluster: eu
    nodes:
      - {name: validator1, role: validator, port: 15010} # port as before
      - name: rpc1
        role: rpc
        resources: {requests: {cpu: '1', memory: 4Gi}, limits: {memory: 8Gi}}
        settings: {max-peers: 40}

# nothing is accepted
`)
  })

  it('puts a comment above the first key of an item where it does not fit behind it', () => {
    const text =
      'a text of so many words that the line would be longer than people like to read in a file with comments'
    const written = writtenDefinition({ definition, comments: [{ path: ['clusters', 0, 'name'], text }] })
    expect(written).toContain(`clusters:\n  # ${text}\n  - name: eu\n`)
    expect(readBack(written)).toEqual(definition)
  })

  it('is read as the same values, whatever they are', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('yes', '0x12', 'a\nb\n', '- x', '# y', 'a: b', 'wide space\u3000'),
    )
    const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/)
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 }), (made) => {
        expect(readBack(writtenDefinition({ definition: made }))).toEqual(structuredClone(made))
      }),
    )
  })
})

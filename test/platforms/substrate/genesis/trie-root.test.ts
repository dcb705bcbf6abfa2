import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { type Genesis, genesisOf } from '../../../../src/platforms/substrate/genesis/genesis.ts'
import { trieRoot } from '../../../../src/platforms/substrate/genesis/trie-root.ts'
import { lightClient, rawSpec } from '../light-client.ts'
import { runtimeVersion, smallRuntime, wasmOf } from '../small-runtime.ts'

const client = lightClient()

const codeOf = (stateVersion: 0 | 1): string =>
  bytesToHex(
    wasmOf({
      answers: {
        ...smallRuntime.answers,
        Core_version: runtimeVersion({ Core: 5, AuraApi: 1, GrandpaApi: 3 }, stateVersion),
      },
    }),
  )

const genesisWith = (entries: Readonly<Record<string, string>>, stateVersion: 0 | 1, children: object = {}) => ({
  raw: {
    top: { [`0x${bytesToHex(utf8ToBytes(':code'))}`]: `0x${codeOf(stateVersion)}`, ...entries },
    childrenDefault: children,
  },
})

const bytes = (length: number, fill = 'ab'): string => `0x${fill.repeat(length)}`
const many = (count: number, length: (n: number) => number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `0x${bytesToHex(Uint8Array.of((n * 37) & 0xff, (n * n) & 0xff, n & 0xff, n >> 8))}`,
      bytes(length(n)),
    ]),
  )

/** Each has what another does not: kinds of nodes, lengths at which their form changes, short and long children. */
const states: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['keys that begin other keys', { '0x00': '0x01', '0x0001': bytes(40), '0x000102': '0x', '0x0001020304': '0x05' }],
  ['values of 31 to 34 bytes', { '0x10': bytes(31), '0x11': bytes(32), '0x12': bytes(33), '0x13': bytes(34) }],
  ['an empty value', { '0x20': '0x' }],
  [
    'keys of 15 to 300 digits',
    Object.fromEntries([7, 8, 15, 16, 31, 32, 33, 64, 150].map((n) => [bytes(n, `${n % 10}f`), bytes(n)])),
  ],
  [
    'digits that end a length exactly',
    { [bytes(32, 'ee')]: '0x01', [bytes(159, 'dd')]: bytes(33), [bytes(160, 'cc')]: '0x02' },
  ],
  [
    'all children of a node',
    Object.fromEntries(Array.from({ length: 256 }, (_, n) => [bytes(1, n.toString(16).padStart(2, '0')), bytes(n)])),
  ],
  ['a thousand keys', many(1000, (n) => n % 70)],
]

describe.each([0, 1] as const)('version %s: the root is that of smoldot', (version) => {
  it.each(states)('with %s', async (_, entries) => {
    const genesis = genesisWith(entries, version)
    expect(genesisOf(genesis)).toMatchObject({ hash: await client.genesisHash(rawSpec(genesis)) })
  })
})

it('a child trie is the value of its key, unless it is empty', () => {
  const child = new Map([['00', Uint8Array.of(1)]])
  const key = `0x${bytesToHex(utf8ToBytes(':child_storage:default:child'))}`
  const children = { [`0x${bytesToHex(utf8ToBytes('child'))}`]: { '0x00': '0x01' }, '0x00': {} }
  const { hash } = expectHash(genesisOf(genesisWith({ [key]: `0x${bytesToHex(trieRoot(child, 1))}` }, 1)))
  expect(expectHash(genesisOf(genesisWith({}, 1, children)))).toMatchObject({ hash })
})

function expectHash(genesis: Genesis) {
  if (!('hash' in genesis)) throw new Error(JSON.stringify(genesis))
  return genesis
}

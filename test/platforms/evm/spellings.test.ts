import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatJson } from '../../../src/json.ts'
import { edited, madeFor, revisionOf, running } from '../../plan/revisions.ts'

/** The same runs every time. Others: CHANCERY_SEED=7 CHANCERY_RUNS=2000 vitest run test/platforms/evm/spellings.test.ts */
const seed = Number(process.env.CHANCERY_SEED ?? 20_261_129)
const numRuns = Number(process.env.CHANCERY_RUNS ?? 60)

const genesisPath = 'material/public/genesis.json'
const account = '0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1'
const contract = '0x0000000000000000000000000000000000001234'
const definitions = {
  besu: edited(running, [
    [
      'genesis: {chainId: 20261123}',
      `genesis: {chainId: 20261123, gasLimit: 699999999, contractSizeLimit: 65536, blockReward: "0x10", miningBeneficiary: "${account}", accounts: [{address: "${account}", balance: "1000000000000000000000000001"}, {address: "${contract}", code: "0x60ab", storage: {"0x0": "0x1", "0x2": "0xab"}, nonce: 9}]}`,
    ],
  ]),
  quorum: edited(running, [
    ['platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1'],
    [
      'genesis: {chainId: 20261123}',
      `genesis: {chainId: 20261123, gasLimit: 699999999, contractSizeLimit: 65536, accounts: [{address: "${account}", balance: "1000000000000000000000000001"}, {address: "${contract}", code: "0x60ab", storage: {"0x0": "0x1", "0x2": "0xab"}, nonce: 9}]}`,
    ],
  ]),
}

/** One way to write everything, by random numbers that are used one after the other. */
class Spelling {
  readonly #choices: readonly number[]
  #used = 0
  constructor(choices: readonly number[]) {
    this.#choices = choices
  }
  of<T>(...ways: readonly [T, ...T[]]): T {
    const choice = this.#choices[this.#used++ % this.#choices.length] ?? 0
    return ways[choice % ways.length] ?? ways[0]
  }
  /** Keys in another order, and in other letters where readers do not mind. */
  object(value: object, name: (key: string) => string = (key) => this.of(key, key.toLowerCase(), key)): object {
    const entries = Object.entries(value).map(([key, one]) => [name(key), one] as const)
    const at = this.of(0, 1, 2, 3)
    const turned = [...entries.slice(at), ...entries.slice(0, at)]
    return Object.fromEntries(this.of(turned, turned.toReversed()))
  }
  /** A whole number as a text. */
  number(value: bigint): string {
    const digits = value.toString(16)
    return this.of(
      `0x${digits}`,
      `0x${digits.toUpperCase()}`,
      value.toString(),
      `0x${digits.padStart(digits.length + this.of(1, 2, 3), '0')}`,
    )
  }
  data(text: string): string {
    const digits = text.replace(/^0x/, '')
    return this.of(text, `0x${digits.toUpperCase()}`, text)
  }
}

type Json = Record<string, unknown>
type Platform = keyof typeof definitions

/** The same genesis, as somebody else may have written it. */
function spelled(genesis: Json, choices: readonly number[], platform: Platform): string {
  const way = new Spelling(choices)
  const { config, alloc, gasLimit, ...rest } = genesis as unknown as {
    config: Record<string, unknown>
    alloc: Record<string, { balance: string; nonce?: string; code?: string; storage?: Record<string, string> }>
    gasLimit: string
  }
  const { qbft, ...others } = config as { qbft: Record<string, unknown> }
  // Besu reads a nonce as hexadecimal digits, with "0x" or without.
  const nonce = (text: string) =>
    platform === 'besu' ? way.of(text, text.replace('0x', ''), text.replace('0x', '0x0')) : way.number(BigInt(text))
  const accounts = Object.entries(alloc).map(([address, one]) => [
    way.of(address, address.slice(2), `0x${address.slice(2).toUpperCase()}`, address.slice(2).toUpperCase()),
    way.object(
      {
        balance: way.number(BigInt(one.balance)),
        ...(one.nonce === undefined ? way.of({}, { nonce: '0x0' }) : { nonce: nonce(one.nonce) }),
        ...(one.code === undefined ? way.of({}, { code: '0x' }) : { code: way.data(one.code) }),
        ...(one.storage === undefined
          ? {}
          : {
              storage: way.object(
                Object.fromEntries(Object.entries(one.storage).map((slot) => slot.map((word) => way.data(word)))),
                (key) => key,
              ),
            }),
      },
      (key) => key,
    ),
  ])
  const blockReward = platform === 'besu' ? { blockreward: way.number(16n) } : {}
  return formatJson(
    way.object({
      ...rest,
      gasLimit: way.number(BigInt(gasLimit)),
      alloc: way.object(Object.fromEntries(accounts), (key) => key),
      config: way.object({ ...others, qbft: way.object({ ...qbft, ...blockReward }) }),
    }),
    way.of(0, 2),
  )
}

/** Findings about differences, and anything that would keep a network from being rendered. */
function found(platform: Platform, file: string, files: ReadonlyMap<string, string>): string[] {
  return revisionOf(definitions[platform], new Map([...files, [genesisPath, file]]))
    .problems.filter(({ rule }) => rule === 'genesis-changed' || rule === 'genesis')
    .map(({ message }) => message)
}

const choices = fc.array(fc.nat(999), { minLength: 40, maxLength: 80 })

/** Changes of a value, each of which makes another chain. */
const changes: Readonly<Record<string, (genesis: Json, by: number) => unknown>> = {
  'the gas limit': (genesis, by) => ({ ...genesis, gasLimit: `0x${(699_999_999 + by).toString(16)}` }),
  'the chain id': ({ config, ...rest }, by) => ({ ...rest, config: { ...(config as Json), chainId: 20_261_123 + by } }),
  'the block period': ({ config, ...rest }, by) => {
    const { qbft, ...others } = config as { qbft: Json }
    return { ...rest, config: { ...others, qbft: { ...qbft, blockperiodseconds: 2 + by } } }
  },
  'a balance': ({ alloc, ...rest }, by) => ({
    ...rest,
    alloc: {
      ...(alloc as Json),
      [account]: { balance: (1_000_000_000_000_000_000_000_000_001n + BigInt(by)).toString() },
    },
  }),
  'an account': ({ alloc, ...rest }, by) => ({
    ...rest,
    alloc: { ...(alloc as Json), [`0x${by.toString(16).padStart(40, 'f')}`]: { balance: '0x1' } },
  }),
  'a slot of storage': ({ alloc, ...rest }, by) => {
    const { [contract]: code, ...others } = alloc as Record<string, Json>
    const storage = {
      ...(code?.storage as unknown as Json),
      [`0x${(by + 2).toString(16).padStart(64, '0')}`]: `0x${'1'.padStart(64, '0')}`,
    }
    return { ...rest, alloc: { ...others, [contract]: { ...code, storage } } }
  },
}

describe.each(['besu', 'quorum'] as const)('a genesis of %s', (platform) => {
  const files = madeFor(definitions[platform])
  const made = JSON.parse(files.get(genesisPath) ?? '') as Json

  test('is the same chain however it is written', () => {
    fc.assert(
      fc.property(choices, (way) => {
        expect(found(platform, spelled(made, way, platform), files)).toEqual([])
      }),
      { seed, numRuns },
    )
  })

  test.each(Object.entries(changes))('with %s changed is another chain however it is written', (_name, change) => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 1000 }), (way, by) => {
        const other = JSON.parse(JSON.stringify(change(made, by))) as Json
        expect(found(platform, spelled(other, way, platform), files)).not.toEqual([])
      }),
      { seed, numRuns: Math.ceil(numRuns / 4) },
    )
  })
})

import { zstdCompressSync } from 'node:zlib'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { type Genesis, genesisOf } from '../../../../src/platforms/substrate/genesis/genesis.ts'
import { concat, readBytes, withLength } from '../../../../src/platforms/substrate/genesis/scale.ts'
import { lightClient, rawSpec } from '../light-client.ts'
import { type SmallRuntime, smallRuntime, wasmOf } from '../small-runtime.ts'

const client = lightClient()

const hex = (bytes: Uint8Array): string => `0x${bytesToHex(bytes)}`
const codeOf = (runtime: SmallRuntime): string => hex(wasmOf(runtime))
const code = codeOf(smallRuntime)
const { GenesisBuilder_get_preset: _preset, ...withoutPreset } = smallRuntime.answers
const answering = (name: string, answer: Uint8Array): string =>
  codeOf({ answers: { ...smallRuntime.answers, [name]: answer } })

const stateOf = (genesis: Genesis): ReadonlyMap<string, Uint8Array> => {
  if (!('state' in genesis)) throw new Error(JSON.stringify(genesis))
  return genesis.state.top
}

/** The configuration with which the runtime built its state. */
const configurationOf = (genesis: Genesis): string => {
  const argument = stateOf(genesis).get(bytesToHex(utf8ToBytes(':configuration'))) ?? new Uint8Array()
  return new TextDecoder().decode(readBytes(argument, 0).value)
}

const raw = (genesis: Genesis): object => ({
  raw: {
    top: Object.fromEntries([...stateOf(genesis)].map(([key, value]) => [`0x${key}`, hex(value)])),
    childrenDefault: {},
  },
})

describe('a plain chain spec', () => {
  const aura = { authorities: ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'] }

  it('has a patch of the default configuration of its runtime', () => {
    const patch = { aura, balances: { devAccounts: null } }
    expect(configurationOf(genesisOf({ runtimeGenesis: { code, patch } }))).toBe(
      '{"balances":{"balances":[],"devAccounts":null},"aura":{"authorities":["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"]}}',
    )
  })

  it.each([
    ['a list', { balances: { balances: [['a', 1]] } }, '{"balances":{"balances":[["a",1]]}}'],
    ['null', { balances: null }, '{"balances":null}'],
    ['nothing', {}, '{"balances":{"balances":[]}}'],
  ])('is patched with %s', (_, patch, configuration) => {
    expect(configurationOf(genesisOf({ runtimeGenesis: { code, patch } }))).toBe(configuration)
  })

  it('or the whole configuration, with numbers of any size', () => {
    const config = { balances: { balances: [['a', 2n ** 100n]] } }
    expect(configurationOf(genesisOf({ runtimeGenesis: { code, config } }))).toBe(
      '{"balances":{"balances":[["a",1267650600228229401496703205376]]}}',
    )
  })

  it('has the genesis hash that smoldot computes from the raw one', async () => {
    const plain = genesisOf({ runtimeGenesis: { code, patch: { aura } } })
    const hash = await client.genesisHash(rawSpec(raw(plain)))
    expect(plain).toMatchObject({ hash })
    expect(genesisOf(raw(plain))).toMatchObject({ hash })
  })

  it('may have its code compressed', () => {
    const compressed = hex(concat(hexToBytes('52bc537646db8e05'), zstdCompressSync(hexToBytes(code.slice(2)))))
    const built = genesisOf({ runtimeGenesis: { code: compressed, patch: {} } })
    expect(configurationOf(built)).toBe('{"balances":{"balances":[]}}')
    // The state has it as it came.
    expect(hex(stateOf(built).get(bytesToHex(utf8ToBytes(':code'))) ?? new Uint8Array())).toBe(compressed)
  })
})

describe('a genesis that no node can build', () => {
  const refused = concat(Uint8Array.of(1), withLength(utf8ToBytes('Invalid JSON blob: unknown field `sesion`')))
  const panic = 'panicked at /src/pallet-balances-41.1.0/src/lib.rs:533:4:\nduplicate balances in genesis.'
  const plain = (of: string) => ({ runtimeGenesis: { code: of, patch: {} } })
  it.each([
    ['none', undefined, 'the chain spec has no genesis'],
    ['of another kind', { stateRootHash: '0x00' }, 'it has neither runtimeGenesis nor raw'],
    ['without code', { runtimeGenesis: { patch: {} } }, 'it has no code of a runtime'],
    ['raw, without code', { raw: { top: { '0x00': '0x00' } } }, 'the state has no runtime'],
    [
      'that its runtime refuses',
      plain(answering('GenesisBuilder_build_state', refused)),
      'Invalid JSON blob: unknown field `sesion`',
    ],
    ['at which its runtime panics', plain(codeOf({ ...smallRuntime, panic })), 'duplicate balances in genesis.'],
    [
      'of a runtime from before 2024',
      plain(codeOf({ answers: withoutPreset })),
      'the runtime has no function GenesisBuilder_get_preset',
    ],
    [
      'without a default configuration',
      plain(answering('GenesisBuilder_get_preset', Uint8Array.of(0))),
      'the runtime has no default configuration to patch',
    ],
  ])('%s', (_, genesis, why) => {
    expect(genesisOf(genesis)).toEqual({ refused: why })
  })

  it('whose code is damaged', () => {
    expect(genesisOf(plain('0x00'))).toEqual({
      refused: expect.stringMatching(/^the code of the runtime is damaged: /),
    })
  })
})

describe('a genesis that only nodes may be able to build', () => {
  it('of a runtime for another machine', () => {
    expect(genesisOf({ runtimeGenesis: { code: '0x50564d0001', patch: {} } })).toEqual({
      unknown: 'the runtime is for PolkaVM',
    })
  })

  it.each([
    ['no JSON', withLength(utf8ToBytes('{"a":'))],
    ['less than it announces', Uint8Array.of(40, 0)],
  ])('of a runtime whose default configuration is %s', (_, answer) => {
    const code = answering('GenesisBuilder_get_preset', concat(Uint8Array.of(1), answer))
    expect(genesisOf({ runtimeGenesis: { code, patch: {} } })).toEqual({ unknown: expect.any(String) })
  })

  it('of a runtime that asks its node for what only that node has', () => {
    const code = codeOf({ ...smallRuntime, asks: 'ext_acme_random_version_1' })
    expect(genesisOf({ runtimeGenesis: { code, patch: {} } })).toEqual({
      unknown: 'GenesisBuilder_build_state failed: ext_acme_random_version_1 is unknown',
    })
  })
})

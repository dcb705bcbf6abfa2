import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { client } from '../../../src/platforms/besu/client.ts'
import { genesisFile as fileOf, qbftExtraData } from '../../../src/platforms/evm/genesis.ts'
import { readGenesis, validatorsIn } from '../../../src/platforms/evm/read-genesis.ts'
import { type Genesis, genesis } from '../../../src/platforms/evm/schema.ts'

const genesisFile = (genesis: Genesis, validators: readonly string[]) =>
  fileOf(client, genesis, validators, { value: () => undefined })

/** The genesis of a definition that says this. */
const parsed = (fields: object = {}): Genesis => genesis.parse({ chainId: 1337, ...fields })

/** Extra data of published QBFT networks, and the validators in it: Besu's documentation, and a network of one. */
const published: readonly [string, string, readonly string[]][] = [
  [
    'four validators',
    '0xf87aa00000000000000000000000000000000000000000000000000000000000000000f8549464a702e6263b7297a96638cac6ae65e6541f4169943923390ad55e90c237593b3b0e401f3b08a0318594aefdb9a738c9f433e5b6b212a6d62f6370c2f69294c7eeb9a4e00ce683cf93039b212648e01c6c6b78c080c0',
    [
      '0x64a702e6263b7297a96638cac6ae65e6541f4169',
      '0x3923390ad55e90c237593b3b0e401f3b08a03185',
      '0xaefdb9a738c9f433e5b6b212a6d62f6370c2f692',
      '0xc7eeb9a4e00ce683cf93039b212648e01c6c6b78',
    ],
  ],
  [
    'four validators of the quickstart',
    '0xf87aa00000000000000000000000000000000000000000000000000000000000000000f8549493917cadbace5dfce132b991732c6cda9bcc5b8a9427a97c9aaf04f18f3014c32e036dd0ac76da5f1894ce412f988377e31f4d0ff12d74df73b51c42d0ca9498c1334496614aed49d2e81526d089f7264fed9cc080c0',
    [
      '0x93917cadbace5dfce132b991732c6cda9bcc5b8a',
      '0x27a97c9aaf04f18f3014c32e036dd0ac76da5f18',
      '0xce412f988377e31f4d0ff12d74df73b51c42d0ca',
      '0x98c1334496614aed49d2e81526d089f7264fed9c',
    ],
  ],
  [
    'one validator',
    '0xf83aa00000000000000000000000000000000000000000000000000000000000000000d594f39fd6e51aad88f6f4ce6ab8827279cfffb92266c080c0',
    ['0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'],
  ],
]

describe('extra data', () => {
  it.each(published)('of a published genesis names %s', (_name, extraData, validators) => {
    expect(validatorsIn(extraData)).toEqual(validators)
  })

  // Published files list validators in any order, Chancery in that of their addresses: the bytes are the same but for that.
  it.each(published)('has the bytes of a published genesis: %s', (_name, extraData, validators) => {
    const sorted = [...validators].sort()
    const each = new RegExp(validators.map((address) => address.slice(2)).join('|'), 'g')
    const reordered = extraData.replaceAll(each, () => sorted.shift()?.slice(2) ?? '')
    expect(qbftExtraData(validators)).toBe(reordered)
  })

  it('is the published one byte for byte where that is in order', () => {
    const [, extraData, validators] = published[2] ?? ['', '', []]
    expect(qbftExtraData(validators)).toBe(extraData)
  })

  it('is that of QBFT, not of IBFT 2.0', () => {
    // Besu, IbftExtraDataCodec.java: no vote is an empty text (80), and the round has four bytes (84 00000000).
    expect(qbftExtraData(published[2]?.[2] ?? [])).toMatch(/c080c0$/)
    expect(qbftExtraData(published[2]?.[2] ?? [])).not.toContain('8400000000')
  })

  const address = fc
    .uint8Array({ minLength: 20, maxLength: 20 })
    .map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`)

  it('gives back the validators in the order of their addresses, however they were given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 100 }), (validators) => {
        expect(validatorsIn(qbftExtraData(validators))).toEqual([...validators].sort())
        expect(qbftExtraData([...validators].reverse())).toBe(qbftExtraData(validators))
      }),
    )
  })
})

describe('genesisFile', () => {
  const validators = published[0]?.[2] ?? []

  it('of a definition that says the chain id only', () => {
    expect(genesisFile(parsed(), validators)).toEqual({
      config: {
        chainId: 1337,
        berlinBlock: 0,
        londonBlock: 0,
        shanghaiTime: 0,
        zeroBaseFee: true,
        qbft: { blockperiodseconds: 2, epochlength: 30_000, requesttimeoutseconds: 4 },
      },
      nonce: '0x0',
      timestamp: '0x0',
      gasLimit: '0x1fffffffffffff',
      difficulty: '0x1',
      mixHash: '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365',
      coinbase: '0x0000000000000000000000000000000000000000',
      alloc: {},
      extraData: qbftExtraData(validators),
    })
  })

  it.each<[string, object, object]>([
    ['block period', { blockPeriodSeconds: 5 }, { qbft: { blockperiodseconds: 5, requesttimeoutseconds: 10 } }],
    ['request timeout', { requestTimeoutSeconds: 7 }, { qbft: { requesttimeoutseconds: 7 } }],
    ['epoch', { epochLength: 100 }, { qbft: { epochlength: 100 } }],
    ['size of contracts', { contractSizeLimit: 65_536 }, { contractSizeLimit: 65_536 }],
    ['forks', { forks: { londonBlock: 5, cancunTime: 9 } }, { berlinBlock: 0, londonBlock: 5, cancunTime: 9 }],
  ])('%s', (_name, fields, config) => expect(genesisFile(parsed(fields), validators).config).toMatchObject(config))

  it('has no zero base fee when gas is paid for', () => {
    expect(genesisFile(parsed({ freeGas: false }), validators).config).not.toHaveProperty('zeroBaseFee')
  })

  it('has no fork after Shanghai that the definition does not name', () => {
    const { config } = genesisFile(parsed({ forks: { cancunTime: 0 } }), validators)
    expect(Object.keys(config)).toEqual([
      ...['chainId', 'berlinBlock', 'londonBlock', 'shanghaiTime', 'cancunTime'],
      ...['zeroBaseFee', 'qbft'],
    ])
  })

  it('has QBFT as its only consensus', () => {
    const { config } = genesisFile(parsed(), validators)
    for (const other of ['ibft2', 'ibft', 'clique', 'ethash']) expect(config).not.toHaveProperty(other)
  })

  it.each<[unknown, string]>([
    [4_700_000, '0x47b760'],
    ['0x47b760', '0x47b760'],
    ['0x1FFFFFFFFFFFFF', '0x1fffffffffffff'],
    ['0xffffffffffffffff', '0xffffffffffffffff'],
  ])('gas limit %s', (gasLimit, expected) => {
    expect(genesisFile(parsed({ gasLimit }), validators).gasLimit).toBe(expected)
  })
})

describe('allocations', () => {
  const account = '0x627306090abaB3A6e1400e9345bC60c78a8BEf57'
  const allocated = (fields: object) =>
    genesisFile(parsed({ accounts: [{ address: account, ...fields }] }), []).alloc[account.toLowerCase()]

  it.each<[string, object, object]>([
    ['nothing', {}, { balance: '0x0' }],
    ['a number', { balance: 10 }, { balance: '0xa' }],
    ['digits', { balance: '90000000000000000000000' }, { balance: '0x130ee8e7179044400000' }],
    ['hexadecimal digits', { balance: '0x130EE8E7179044400000' }, { balance: '0x130ee8e7179044400000' }],
    ['the largest amount', { balance: String(2n ** 256n - 1n) }, { balance: `0x${'f'.repeat(64)}` }],
    ['a nonce', { nonce: 16 }, { balance: '0x0', nonce: '0x10' }],
    ['a nonce of zero', { nonce: 0 }, { balance: '0x0', nonce: '0x0' }],
    ['code', { code: '0x60FE' }, { balance: '0x0', code: '0x60fe' }],
    ['storage', { storage: { '0x1': '0x2' } }, { balance: '0x0', storage: { '0x1': '0x2' } }],
  ])('%s', (_name, fields, expected) => expect(allocated(fields)).toEqual(expected))

  it('sorts the slots of storage', () => {
    const { storage } = allocated({ storage: { '0x2': '0x1', '0x1': '0x2' } }) as { storage: object }
    expect(Object.keys(storage)).toEqual(['0x1', '0x2'])
  })

  it('stand in the order of addresses, whatever that of the definition and the letters', () => {
    const addresses = [`0xB${'0'.repeat(39)}`, `0xa${'0'.repeat(39)}`, `0x0${'F'.repeat(39)}`]
    const file = (order: readonly string[]) =>
      JSON.stringify(genesisFile(parsed({ accounts: order.map((address) => ({ address })) }), []))
    expect(file(addresses)).toBe(file([...addresses].reverse()))
    expect(Object.keys(JSON.parse(file(addresses)).alloc)).toEqual([...addresses].reverse().map((a) => a.toLowerCase()))
  })
})

describe('readGenesis', () => {
  const file = JSON.parse(JSON.stringify(genesisFile(parsed(), published[0]?.[2] ?? [])))

  it('gives the validators of what was written', () => {
    expect(readGenesis(file)).toEqual({ file, validators: [...(published[0]?.[2] ?? [])].sort() })
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'genesis'],
    ['a list', []],
    ['no configuration', { ...file, config: undefined }],
    ['null for a configuration', { ...file, config: null }],
    ['no chain id', { ...file, config: { ...file.config, chainId: undefined } }],
    ['an account that is a text', { ...file, alloc: { [`0x${'1'.repeat(40)}`]: '1' } }],
    ['no accounts', { ...file, alloc: undefined }],
    ['null for accounts', { ...file, alloc: null }],
    ['no extra data', { ...file, extraData: undefined }],
    ['extra data that is a number', { ...file, extraData: 0 }],
    ['empty extra data', { ...file, extraData: '' }],
    ['extra data of no bytes', { ...file, extraData: '0x' }],
    ['extra data that is no list', { ...file, extraData: '0x00' }],
    ['extra data of an empty list', { ...file, extraData: '0xc0' }],
    ['extra data of a list of texts', { ...file, extraData: '0xc28080' }],
    ['extra data that breaks off', { ...file, extraData: file.extraData.slice(0, -2) }],
    ['extra data that is not hexadecimal', { ...file, extraData: '0xzz' }],
  ])('is undefined for %s', (_name, value) => expect(readGenesis(value)).toBeUndefined())
})

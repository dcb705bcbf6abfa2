import { describe, expect, test } from 'vitest'
import { takesEqualTurns } from '../../../src/platforms/evm/proposer-order.ts'
import { edited, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const genesisPath = 'material/public/genesis.json'
const files = madeFor(running)
const first = JSON.parse(files.get(genesisPath) ?? '')

/** Problems of a chain of GoQuorum that continues with this release of Besu. */
function problems(change: object, config: object = {}, release = '25.7.0'): string[] {
  const file = {
    ...first,
    gasLimit: '0xe0000000',
    ...change,
    config: { ...first.config, isQuorum: true, txnSizeLimit: 64, ...config },
  }
  const definition = edited(running, [['platformVersion: 26.8.0', `platformVersion: ${release}`]])
  return revisionOf(definition, new Map([...files, [genesisPath, JSON.stringify(file)]]))
    .problems.filter(({ rule }) => rule === 'goquorum-chain')
    .map(({ severity, message }) => `${severity} ${message.replace(`${genesisPath}: `, '')}`)
}

const clients =
  'warning clients of carrier/rpc can stop the chain: Besu accepts a transaction with a gas price, and nodes of GoQuorum refuse the block with it for good'

const order =
  'warning validators of GoQuorum that restarted order the 7 validators as texts with checksum, and Besu as numbers: they wait for different proposers'

describe('a chain of GoQuorum that continues with Besu', () => {
  test.each<[string, object, object, readonly string[]]>([
    ['can', {}, {}, []],
    [
      'has larger contracts',
      {},
      { maxCodeSizeConfig: [{ block: 0, size: 64 }] },
      [
        'error GoQuorum allows contracts of 65536 bytes, by options that Besu ignores: it stops at the first block with one of more than 24576',
      ],
    ],
    ['says so to Besu too', {}, { maxCodeSizeConfig: [{ block: 0, size: 64 }], contractSizeLimit: 65536 }, []],
    [
      'begins with a low gas limit',
      { gasLimit: '0xFFFFFF' },
      {},
      [
        'error the gas limit begins with 16777215, and GoQuorum raises it to 700000000 at once: Besu accepts 1/1024 a block, and refuses block 1',
      ],
    ],
    [
      'leaves times to the client',
      {},
      { qbft: { epochlength: 30000 } },
      [
        'error config.qbft.blockperiodseconds and config.qbft.requesttimeoutseconds left to the client: GoQuorum and Besu have other defaults',
      ],
    ],
    [
      'has private transactions',
      {},
      { privacyEnhancementsBlock: 0 },
      ['error the chain is made for private transactions (config.privacyEnhancementsBlock), which Besu does not have'],
    ],
    [
      'has blocks with fewer signatures, from a block on',
      {},
      { transitions: [{ block: 100 }, { block: 900, '2FPlus1Enabled': true }] },
      [
        'warning GoQuorum makes blocks with 2F + 1 signatures (config.transitions[1].2FPlus1Enabled): with 5, 6, 8 or 9 validators these are fewer than Besu asks for, and it refuses such a block',
      ],
    ],
    ['never had such blocks', {}, { transitions: [{ block: 900, '2FPlus1Enabled': false }] }, []],
  ])('%s', (_name, change, config, expected) => expect(problems(change, config)).toEqual([...expected, clients, order]))

  test('needs a release that connects to GoQuorum', () => {
    expect(problems({}, {}, '26.8.0')).toEqual([
      'warning Besu 26.8.0 does not connect to nodes of GoQuorum: they have no version of the protocol eth in common',
      clients,
      order,
    ])
  })

  test('waits for other proposers where GoQuorum keeps them', () => {
    expect(problems({}, { qbft: { ...first.config.qbft, policy: 1 } })).toEqual([
      clients,
      order,
      'warning config.qbft.policy keeps the proposer of GoQuorum for all blocks, and Besu changes it with each: they wait for different proposers',
    ])
  })
})

describe('the order of proposers', () => {
  const address = (start: string) => `0x${start}`.padEnd(42, '1')

  test.each([
    // In GoQuorum 24.4.1 a snapshot with these had one order when it was stored, and another when it was loaded.
    [
      'differs by a capital letter of the checksum',
      [address('0d'), address('a1'), '0xa49fbf6fe2e1e6ee4b3f0c1c0c7a2d1b1e1fa002', address('b2')],
      false,
    ],
    ['is equal without letters in front', ['3', '1', '2', '9'].map(address), true],
    ['is equal from another validator on', ['0xa49fbf6fe2e1e6ee4b3f0c1c0c7a2d1b1e1fa002', address('0d')], true],
  ])('%s', (_name, addresses, equal) => {
    expect(takesEqualTurns(addresses)).toBe(equal)
    expect(takesEqualTurns(addresses.toReversed())).toBe(equal)
  })
})

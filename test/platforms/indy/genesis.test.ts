import { describe, expect, it } from 'vitest'
import { domainGenesis, genesisValidators, poolGenesis } from '../../../src/platforms/indy/genesis.ts'
import { knownIdentities, poolValidators, readTransactions } from '../../../src/platforms/indy/pool-file.ts'
import { genesisOf, knownMaterial, knownOutside, knownPool } from './known-pool.ts'

describe('the genesis of a new pool', () => {
  it('has the pool transactions that indy-plenum makes, byte by byte', () => {
    const published = genesisOf('bcovrin_test_pool').split('\n').slice(0, 4)
    expect(poolGenesis(knownPool, knownMaterial(), knownOutside)).toBe(`${published.join('\n')}\n`)
  })

  it('has the trustee, then the stewards that the trustee adds', () => {
    const nym = (seqNo: number, dest: string, role: string, verkey: string, metadata: string): string =>
      `{"reqSignature":{},"txn":{"data":{"dest":"${dest}","role":"${role}","verkey":"${verkey}"},"metadata":${metadata},"type":"1"},"txnMetadata":{"seqNo":${seqNo}},"ver":"1"}\n`
    const from = '{"from":"V4SGRU86Z58d6TV7PBUe6f"}'
    expect(domainGenesis(knownPool, knownMaterial())).toBe(
      nym(1, 'V4SGRU86Z58d6TV7PBUe6f', '0', 'GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL', '{}') +
        nym(2, 'Th7MpTaRZVRYnPiabds81Y', '2', 'FYmoFw55GeQH7SRFa37dkx1d2dZ3zUF8ckg7wmL7ofN4', from) +
        nym(3, 'EbP4aYNeTHL6q385GuVpRV', '2', '8QhFxKxyaFsJy4CyxeYX34dFH8oWqyBv1P4HLQCsoeLy', from) +
        nym(4, '4cU41vWW82ArfxJxHkzXPG', '2', '2yAeV5ftuasWNgQwVYzeHeTuM7LwwNtPR3Zg9N4JiDgF', from) +
        nym(5, 'TWwCRQRZ2ZHMJFn9TzLp7W', '2', 'FTE95CVthRtrBnK2PYCBbC9LghTcGwi9Zfi1Gz2dnyNx', from),
    )
  })
})

describe('files of a pool that runs', () => {
  it('have the validators as the last transactions left them', () => {
    const now = genesisValidators(genesisOf('bcovrin_test_pool'))
    expect(now.map(({ alias, validates, nodeHost, nodePort }) => [alias, validates, nodeHost, nodePort])).toEqual([
      ...[1, 2, 3, 4].map((number) => [`Node${number}`, false, '138.197.138.255', 9699 + 2 * number]),
      ...[1, 2, 3, 4].map((number) => [`BCovrin0${number}`, true, '130.107.207.129', 9699 + 2 * number]),
    ])
  })

  it('may have ports as texts, addresses that changed, and BLS keys that came later', () => {
    const { transactions, faults } = readTransactions(genesisOf('sovrin_live_pool'))
    expect([transactions.length, faults]).toEqual([22, []])
    const [first, second, third] = poolValidators(transactions)
    expect(first).toMatchObject({ alias: 'ev1', nodeHost: '18.231.96.215', nodePort: 9701, clientHost: '54.207.36.81' })
    expect(first).toMatchObject({ line: 1, steward: 'J4N1K1SEB8uY2muwmecY5q', blsProof: '' })
    expect(first?.blsKey).toMatch(/^2zg4ufG8iyn5BQfh1YsutZqEB4QdZt8NUvef9/)
    expect(second).toMatchObject({ alias: 'zaValidator', blsKey: '' })
    expect(third).toMatchObject({ alias: 'danube', nodeHost: '128.131.169.35', line: 3 })
  })

  it('have trustees and stewards, some with abbreviated verkeys', () => {
    const { transactions, faults } = readTransactions(genesisOf('sovrin_live_domain'))
    const identities = knownIdentities(transactions)
    expect([identities.length, faults]).toEqual([16, []])
    expect(identities.map(({ role }) => role)).toEqual([...Array(6).fill('0'), ...Array(10).fill('2')])
    expect(identities[1]).toMatchObject({ did: 'K2ze2xR8MAxkQscdkboKnD', verkey: '~KhvZWs1QSS8bS1RxB55NE3', line: 2 })
  })
})

describe('lines that are no transactions', () => {
  it.each<[string, string, object]>([
    ['no JSON', '{"txn": }', { line: 2, column: 9, message: 'is not JSON' }],
    ['a line that ends too early', '{"reqSignature":{},"txn":{', { line: 2, column: 27, message: 'is not JSON' }],
    ['a long line', `{"txn":["${'a'.repeat(1_000_000)}" "b"]}`, { line: 2, column: 1_000_012, message: 'is not JSON' }],
    [
      'lists in lists',
      `{"txn":${'['.repeat(100_000)}1234567890123456789${']'.repeat(100_000)}}`,
      { message: 'is not JSON' },
    ],
    ['no mapping', '[]', { line: 2, column: 1, message: 'is not a transaction' }],
    ['no type', '{"txn":{"data":{}}}', { message: 'is not a transaction: it has no txn with type and data' }],
    [
      'the form before indy-node 1.4',
      '{"data":{"alias":"Node1"},"dest":"Gw6pDLhcBcoQesN72qfotTgFa7cbuqZpkX3Xo6pLhPhv","identifier":"Th7MpTaRZVRYnPiabds81Y","type":"0"}',
      { message: 'is a transaction in the form before indy-node 1.4, which its releases no longer read' },
    ],
  ])('%s', (_, line, fault) => {
    expect(readTransactions(`\n${line}\r\n\n`)).toMatchObject({ transactions: [], faults: [fault] })
  })
})

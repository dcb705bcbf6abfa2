import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { completeMaterial } from '../../../src/material/complete.ts'
import { noKeys } from '../../../src/material/identities.ts'
import { seededRandom } from '../../../src/material/random.ts'
import { resolve } from '../../../src/network/resolve.ts'
import { definitionSchema } from '../../../src/network/schema.ts'
import { genesisValidators } from '../../../src/platforms/indy/genesis.ts'
import { indy } from '../../../src/platforms/indy/index.ts'
import { materialRequests } from '../../../src/platforms/indy/material.ts'
import type { IndyNetwork } from '../../../src/platforms/indy/network.ts'
import { knownIdentities, readTransactions } from '../../../src/platforms/indy/pool-file.ts'

/** Three organizations with a validator each, and an external one. */
const text = readFileSync(join(import.meta.dirname, '../../definitions/indy.yaml'), 'utf8')
const network = resolve(definitionSchema(indy.definition).parse(load(text)), indy.definition).network as IndyNetwork // its schema read it

const requests = materialRequests(network, ({ cluster }, endpoint) => ({
  host: cluster.address ?? '',
  port: endpoint === 'node' ? 15000 : 15001,
}))

const make = (files: ReadonlyMap<string, string>, organization?: string) =>
  completeMaterial(requests, files, {
    ...(organization === undefined ? {} : { organization }),
    labels: {},
    random: seededRandom('indy material'),
    now: () => new Date('2026-11-23T12:00:00Z'),
    keyring: async () => noKeys,
  })

const [pool, domain] = ['material/public/pool_transactions_genesis', 'material/public/domain_transactions_genesis']

describe('material of a new pool', async () => {
  const { made, missing } = await make(new Map())

  it('has each key once, and those of people for no cluster', () => {
    expect(missing).toEqual([])
    expect([...made.keys()].filter((path) => path.startsWith('material/sealed/')).sort()).toEqual([
      'material/sealed/asia/school/validator1.yaml',
      'material/sealed/eu/bank/validator1.yaml',
      'material/sealed/stewards/bank/endorsers/office.yaml',
      'material/sealed/stewards/bank/stewards/validator1.yaml',
      'material/sealed/stewards/bank/trustees/alice.yaml',
      'material/sealed/stewards/post/stewards/validator1.yaml',
      'material/sealed/stewards/school/stewards/validator1.yaml',
      'material/sealed/us/post/validator1.yaml',
    ])
  })

  it('has all validators in the order of their aliases, and the steward of each', () => {
    const validators = genesisValidators(made.get(pool) ?? '')
    expect(
      validators.map(({ alias, nodeHost, nodePort, clientPort }) => [alias, nodeHost, nodePort, clientPort]),
    ).toEqual([
      ['Authority', '198.51.100.7', 9701, 9702],
      ['School', '203.0.113.10', 15000, 15001],
      ['bank-validator1', '203.0.113.20', 15000, 15001],
      ['post-validator1', '203.0.113.30', 15000, 15001],
    ])
    const stewards = identities().filter(({ role }) => role === '2')
    expect(stewards.map(({ did }) => did)).toEqual(validators.map(({ steward }) => steward))
  })

  it('has all trustees, and the first of them adds the stewards', () => {
    const trustees = identities().filter(({ role }) => role === '0')
    // In the order of their parties: authority, bank, post.
    expect([trustees.length, trustees[0]?.did, trustees[2]?.did]).toEqual([
      3,
      '4vAVHkrTJ6Cc9WP9PNpVYW',
      '3UQTnnLS4NHcU1PZ84LY6y',
    ])
    const authors = readTransactions(made.get(domain) ?? '').transactions.map(({ from }) => from)
    expect(authors).toEqual([...Array(3).fill(undefined), ...Array(4).fill('4vAVHkrTJ6Cc9WP9PNpVYW')])
  })

  const identities = () => knownIdentities(readTransactions(made.get(domain) ?? '').transactions)
})

it('organizations make their keys one after the other, and the genesis comes with the last', async () => {
  const files = new Map<string, string>()
  const genesisAfter: boolean[] = []
  for (const organization of ['post', 'bank', 'school']) {
    for (const [path, content] of (await make(files, organization)).made) files.set(path, content)
    genesisAfter.push(files.has(pool) && files.has(domain))
  }
  expect(genesisAfter).toEqual([false, false, true])
  // A genesis is never made again, no matter who joins later.
  expect([...(await make(files)).made.keys()]).toEqual([])
})

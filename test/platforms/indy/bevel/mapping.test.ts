import { describe, expect, it } from 'vitest'
import { type BevelImport, importBevel } from '../../../../src/bevel/import.ts'
import { readSource } from '../../../../src/network/source.ts'
import { indyDefinition } from '../../../../src/platforms/indy/definition.ts'
import { indyFile, steward } from '../../../bevel/indy-inputs.ts'
import { file, organization } from '../../../bevel/inputs.ts'

function imported(text: string, files: Readonly<Record<string, string>> = {}): BevelImport {
  const source = readSource('bevel.yaml', text)
  if (!('value' in source)) throw new Error('the input is YAML')
  return importBevel({ sources: [source], name: undefined, files: new Map(Object.entries(files)) })
}

const { release } = indyDefinition

const lineOf = ({ fields }: BevelImport, field: string): string | undefined => {
  const found = fields.find((one) => one.field === field)
  return found === undefined ? undefined : `${found.outcome}: ${found.text}`
}

const stewardsOf = (stewards: readonly object[]): string =>
  file('indy', { version: '1.12.1' }, [organization('a', { stewards })])

describe('a pool of Bevel', () => {
  it('becomes validators with their ports, trustees and endorsers, at the address of the cluster', () => {
    expect(imported(indyFile()).written?.definition).toEqual({
      version: 1,
      name: 'identities',
      platform: 'indy',
      platformVersion: release.example,
      poolName: 'identities',
      clusters: [
        {
          name: 'ledgers',
          provider: 'eks',
          address: '203.0.113.2',
          ambassador: { ports: '9711-9742' },
          createStorageClass: true,
        },
      ],
      organizations: [
        { name: 'authority', cluster: 'ledgers', trustees: [{ name: 'authority-trustee' }], nodes: [] },
        {
          name: 'provider',
          cluster: 'ledgers',
          trustees: [{ name: 'provider-trustee' }],
          endorsers: [{ name: 'provider-endorser' }],
          nodes: [
            { name: 'provider-steward-1', role: 'validator', alias: 'provider-steward-1', port: 9711 },
            { name: 'provider-steward-2', role: 'validator', alias: 'provider-steward-2', port: 9721 },
          ],
        },
        {
          name: 'partner',
          cluster: 'ledgers',
          nodes: [
            { name: 'partner-steward-1', role: 'validator', alias: 'partner-steward-1', port: 9731 },
            { name: 'partner-steward-2', role: 'validator', alias: 'partner-steward-2', port: 9741 },
          ],
        },
      ],
    })
  })

  it('says what is lost', () => {
    const lost = imported(indyFile()).fields.filter(({ outcome }) => outcome === 'lost')
    expect(lost.map(({ field }) => field)).toEqual([
      'organizations[authority].publicIps[0]',
      'organizations[authority].services.trustee.server',
      'organizations[provider].services.endorser.server',
      'organizations[provider].services.trustee.server',
    ])
  })

  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['type', { type: 'OBSERVER' }, /^lost: role `validator`/],
    ['genesis', { genesis: false }, /^lost: validators of the first definition are in the genesis/],
    [
      'publicIp',
      { publicIp: '203.0.113.9' },
      /^lost: cluster ledgers has one Ambassador, with the address 203\.0\.113\.2/,
    ],
    ['client.ambassador', { client: { port: 9752, ambassador: 9759 } }, /^lost: clients have the port after/],
    ['node.ambassador', { node: { ambassador: 9712 } }, /^derived: port 9712 belongs to provider\/provider-steward-1/],
    ['node.ambassador', { node: { ambassador: 9710 } }, /^derived: port 9711 belongs to provider\/provider-steward-1/],
    [
      'name',
      { name: 'Third_Steward' },
      /^derived: validator provider\/third-steward: its alias in the pool is the same/,
    ],
  ])('%s %j of a steward', (field, more, expected) => {
    const made = imported(indyFile({}, [steward('third', 9751, more)]))
    const name = 'name' in more ? 'Third_Steward' : 'third'
    expect(lineOf(made, `organizations[provider].services.stewards[${name}].${field}`)).toMatch(expected)
  })

  it('keeps an alias that no object can have as its name, and one alias belongs to one validator', () => {
    const made = imported(stewardsOf([steward('Node_1', 9711), steward('Node_1x', 9713), steward('', 9715)]))
    expect(made.written?.definition.organizations).toMatchObject([
      { nodes: [{ name: 'node-1', alias: 'Node_1' }, { name: 'node-1x', alias: 'Node_1x' }, { name: 'validator' }] },
    ])
  })

  it('keeps the domain of a cluster without an address, and asks for the address', () => {
    const made = imported(stewardsOf([steward('one', 9711, { publicIp: 'PUBLIC_IP' })]))
    expect(made.written?.definition.clusters).toMatchObject([{ domain: 'ledger.example.com' }])
    expect(lineOf(made, 'organizations[a].services.stewards[one].publicIp')).toMatch(
      /^lost: not an IPv4 address of this cluster alone/,
    )
  })

  it('a cluster with an address asks for no DNS records', () => {
    const made = imported(indyFile({ env: { type: 'pilot', external_dns: 'enabled' } }))
    expect(made.written?.definition.clusters).toMatchObject([{ ambassador: { ports: '9711-9742' } }])
    expect(lineOf(made, 'env.external_dns')).toMatch(/^dropped: the clusters have addresses/)
  })

  it.each<[unknown, string, RegExp]>([
    ['1.12.1', release.example, /^derived: .*the image of the Indy project/],
    [release.example, release.example, /^kept: /],
  ])('release %s', (version, expected, line) => {
    const made = imported(indyFile({ version }))
    expect(made.written?.definition.platformVersion).toBe(expected)
    expect(lineOf(made, 'version')).toMatch(line)
  })
})

describe('a pool of Bevel that runs', () => {
  const genesis = { state: 'present', pool: 'build/pool', domain: 'build/domain' }
  const paths = {
    pool: 'material/public/pool_transactions_genesis',
    domain: 'material/public/domain_transactions_genesis',
  }

  it('has its genesis files in the repository, byte for byte', () => {
    const made = imported(indyFile({ genesis }), { 'build/pool': '{"txn":1}\n', 'build/domain': '{"txn":2}\n' })
    expect(made.written?.definition.genesis).toEqual(paths)
    expect(made.files).toEqual(
      new Map([
        [paths.pool, '{"txn":1}\n'],
        [paths.domain, '{"txn":2}\n'],
      ]),
    )
    expect(lineOf(made, 'genesis.pool')).toMatch(/^kept: /)
    expect(made.tasks.join()).toContain('`chancery keys` makes new keys, which the pool does not know')
  })

  it('asks for files that cannot be read, and makes no new pool', () => {
    const made = imported(indyFile({ genesis }), { 'build/pool': '{"txn":1}\n' })
    expect(made.written?.definition.genesis).toEqual(paths)
    expect(lineOf(made, 'genesis.domain')).toMatch(/^derived: .*cannot be read here/)
    expect(made.tasks[0]).toBe(`Commit the genesis files of the pool as ${paths.domain}: the pool's owner has them.`)
  })

  it('has an address of documentation where the input has none, and asks for the right one', () => {
    const text = file('indy', { version: '1.12.1', genesis }, [
      organization('a', { stewards: [steward('one', 9711, { publicIp: 'PUBLIC_IP' })] }),
    ])
    const made = imported(text, { 'build/pool': '{"txn":1}\n', 'build/domain': '{"txn":2}\n' })
    expect(made.written?.definition.clusters).toMatchObject([{ name: 'ledgers', address: '192.0.2.1' }])
    expect(made.tasks).toContain(
      'Write the `address` of cluster ledgers: the input has none, and the one written here is an example.',
    )
  })
})

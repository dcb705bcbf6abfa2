import { describe, expect, it } from 'vitest'
import { type BevelImport, importBevel } from '../../src/bevel/import.ts'
import { leavesOf } from '../../src/bevel/leaves.ts'
import { label } from '../../src/network/messages.ts'
import { readSource, type Source } from '../../src/network/source.ts'
import { importedMarkdown } from '../../src/report/imported/markdown.ts'
import { besuGenesis, quorumGenesis } from '../platforms/evm/adopt/chain.ts'
import { cordaFile } from './corda-inputs.ts'
import { indyFile } from './indy-inputs.ts'
import { besuFile, file, organization, peer, shapes, validator } from './inputs.ts'
import { substrateFile } from './substrate-inputs.ts'

const sourceOf = (text: string, name = 'bevel.yaml'): Source => {
  const source = readSource(name, text)
  if ('value' in source) return source
  throw new Error(source[0]?.message)
}

const imported = (texts: string | readonly string[], name?: string): BevelImport =>
  importBevel({
    sources: [texts].flat().map((text, at) => sourceOf(text, at === 0 ? 'bevel.yaml' : `bevel${at}.yaml`)),
    name,
    files: new Map(),
  })

/** Parts of a definition that are compared. */
interface Made {
  readonly name: string
  readonly platformVersion: string
  readonly clusters: readonly {
    readonly name: string
    readonly domain: string
    readonly provider: string
    readonly ambassador?: { readonly sourceRanges?: readonly string[] }
  }[]
  readonly organizations: readonly {
    readonly name: string
    readonly nodes: readonly { readonly name: string; readonly port?: number; readonly validator?: boolean }[]
  }[]
  readonly external?: readonly unknown[]
  readonly genesis?: unknown
  readonly images?: unknown
}

const definitionOf = (made: BevelImport): Made => {
  if (made.written === undefined) throw new Error('nothing was written')
  return made.written.definition as object as Made // the tests compare every part that they read
}

/** What became of a field. */
const lineOf = (made: BevelImport, field: string): string | undefined => {
  const found = made.fields.find((one) => one.field === field)
  return found === undefined ? undefined : `${found.outcome}: ${found.text}`
}

/** Fields that Bevel does not have either. */
const unknownFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['besu with keys that the schema does not have', ['color', 'config.depth.of[0]', 'config.depth.of[1].all']],
])

describe.each(Object.entries({ ...shapes, corda: cordaFile(), indy: indyFile(), substrate: substrateFile() }))(
  '%s',
  (shape, text) => {
    const made = imported(text)
    const { value } = sourceOf(text)
    const network = (value as { network: unknown }).network

    it('every value has a line', () => {
      const fields = new Set(made.fields.map(({ field }) => field))
      const without = leavesOf(network).filter(
        ({ path }) => !path.some((_, at) => fields.has(label(path.slice(0, at + 1), network))),
      )
      expect(without).toEqual([])
    })

    it('every field of the schema is known', () => {
      const unknown = made.fields.filter(({ text: became }) => became.startsWith('not a field of Bevel'))
      expect(unknown.map(({ field }) => field)).toEqual(unknownFields.get(shape) ?? [])
    })

    it('every line has its place', () => {
      for (const { places } of made.fields) expect(places.length).toBeGreaterThan(0)
    })

    it('no secret is in what is written', () => {
      const secrets = leavesOf(network).filter((leaf) => String(leaf.value).includes('hush'))
      expect(secrets.length).toBeGreaterThan(5)
      const all = JSON.stringify([made.written, [...made.files], made.tasks, made.fields])
      expect(all).not.toContain('hush')
      for (const { path } of secrets) expect(lineOf(made, label(path, network))).toMatch(/^secret: /)
    })
  },
)

describe('a chain of Besu', () => {
  const made = imported(besuFile())
  const definition = definitionOf(made)

  it('has its genesis, its nodes with their ports, and one cluster', () => {
    expect(definition).toMatchObject({
      version: 1,
      name: 'pilot',
      platform: 'besu',
      platformVersion: '26.8.0',
      genesis: {
        chainId: 20261129,
        blockPeriodSeconds: 10,
        accounts: [
          { address: '0x1111111111111111111111111111111111111111', balance: '90000000000000000000000' },
          { address: '0x2222222222222222222222222222222222222222', balance: '90000000000000000000000' },
        ],
      },
      clusters: [
        {
          name: 'ledgers',
          provider: 'eks',
          domain: 'ledger.example.com',
          ambassador: { ports: '15011-15020' },
          createStorageClass: true,
        },
      ],
      organizations: [
        {
          name: 'north',
          cluster: 'ledgers',
          nodes: [11, 12, 13, 14].map((port, at) => ({
            name: `validator-${at + 1}`,
            role: 'validator',
            port: 15000 + port,
          })),
        },
        {
          name: 'south',
          subject: { country: 'DE', locality: 'Hamburg', organization: 'SOUTH Ltd' },
          nodes: [{ name: 'south', role: 'rpc', expose: ['rpc', 'ws'], port: 15020 }],
        },
      ],
      monitoring: { podMonitor: true },
    })
  })

  it('says what is lost, and since when', () => {
    expect(lineOf(made, 'config.transaction_manager')).toMatch(/^lost: .*25\.6\.0/)
    expect(lineOf(made, 'version')).toMatch(/^derived: `platformVersion: 26\.8\.0`: Besu before 24\.5\.0/)
  })

  it('keeps a release that is supported', () => {
    expect(definitionOf(imported(besuFile({ version: '25.7.0' }))).platformVersion).toBe('25.7.0')
  })
})

describe('clusters', () => {
  const nodes = { validators: [validator('v', 15010)] }
  const clustersOf = (organizations: Parameters<typeof besuFile>[1]) =>
    definitionOf(imported(besuFile({}, organizations))).clusters.map(
      ({ name, domain, provider }) => `${name} ${provider} ${domain}`,
    )

  it.each<[string, Parameters<typeof besuFile>[1], readonly string[]]>([
    [
      'by context',
      [
        organization('a', nodes, {
          k8s: { context: 'arn:aws:eks:eu-central-1:1:cluster/one' },
          external_url_suffix: 'a.example.com',
        }),
        organization('b', nodes, {
          k8s: { context: 'gke_project_zone_two' },
          external_url_suffix: 'b.example.com',
          cloud_provider: 'gcp',
        }),
        organization('c', nodes, {
          k8s: { context: 'arn:aws:eks:eu-central-1:1:cluster/one' },
          external_url_suffix: 'a.example.com',
        }),
      ],
      ['one eks a.example.com', 'two gke b.example.com'],
    ],
    [
      'by suffix where contexts are placeholders',
      [
        organization('a', nodes, { k8s: { context: 'cluster_context' }, external_url_suffix: 'a.example.com' }),
        organization('b', nodes, {
          k8s: { context: 'cluster_context' },
          external_url_suffix: 'b.example.com',
          cloud_provider: 'digitalocean',
        }),
      ],
      ['a eks a.example.com', 'b kubernetes b.example.com'],
    ],
    [
      'by ID of the cluster',
      [
        organization('a', nodes, { k8s: { context: 'x', cluster_id: 'prod' } }),
        organization('b', nodes, { k8s: { context: 'y', cluster_id: 'prod' } }),
      ],
      ['prod eks ledger.example.com'],
    ],
    [
      'a suffix that several have, and one that only pods resolve',
      [
        organization('a', nodes, { k8s: { context: 'x' } }),
        organization('b', nodes, { k8s: { context: 'y' } }),
        organization('c', nodes, { k8s: { context: 'z' }, external_url_suffix: 'c-bes.svc.cluster.local' }),
      ],
      ['x eks x.ledger.example.com', 'y eks y.ledger.example.com', 'z eks z.example.com'],
    ],
    [
      'on one machine',
      [organization('a', nodes, { cloud_provider: 'minikube', k8s: { context: 'minikube' }, external_url_suffix: '' })],
      ['minikube minikube minikube.test'],
    ],
  ])('%s', (_, organizations, expected) => expect(clustersOf(organizations)).toEqual(expected))
})

describe('ports and ranges', () => {
  const env = { type: 'pilot', proxy: 'ambassador', external_dns: 'enabled', retry_count: 20 }

  it('one port belongs to one node of a cluster, and the pool has them all', () => {
    const made = imported(
      besuFile({ env: { ...env, ambassadorPorts: { portRange: { from: 15000, to: 15005 } } } }, [
        organization('a', { validators: [validator('v', 15010)] }),
        organization('b', { peers: [peer('p', 15010), peer('q', 80)] }),
      ]),
    )
    const { clusters, organizations } = definitionOf(made)
    expect(clusters[0]?.ambassador).toEqual({ ports: '15000-15010', externalDns: true })
    expect(organizations.map(({ nodes }) => nodes.map(({ port }) => port))).toEqual([[15010], [undefined, undefined]])
    expect(lineOf(made, 'organizations[b].services.peers[p].p2p.ambassador')).toMatch(
      /^derived: port 15010 belongs to a\/v/,
    )
    expect(lineOf(made, 'organizations[b].services.peers[q].p2p.ambassador')).toMatch(/^derived: not a port from 1024/)
  })

  it.each<[string, unknown, unknown, RegExp]>([
    ['a list with commas', '203.0.113.0/24,198.51.100.7', ['203.0.113.0/24', '198.51.100.7/32'], /^derived: /],
    ['bits of hosts', '203.0.113.9/24', ['203.0.113.0/24'], /^derived: .*addresses of networks/],
    ['a list', ['203.0.113.0/24'], ['203.0.113.0/24'], /^kept: /],
    ['everybody', '0.0.0.0/0', undefined, /^dropped: /],
    ['nothing', null, undefined, /^dropped: /],
    ['something else', '203.0.113.0/24,office', undefined, /^lost: /],
  ])('%s', (_, loadBalancerSourceRanges, expected, line) => {
    const made = imported(besuFile({ env: { ...env, loadBalancerSourceRanges } }))
    expect(definitionOf(made).clusters[0]?.ambassador?.sourceRanges).toEqual(expected)
    expect(lineOf(made, 'env.loadBalancerSourceRanges')).toMatch(line)
  })

  it('another registry than the public ones is the mirror, with the pull Secret of Bevel', () => {
    const made = imported(besuFile({ docker: { url: 'registry.example.com/mirror', username: 'u', password: 'hush' } }))
    expect(definitionOf(made).images).toEqual({ registry: 'registry.example.com/mirror', pullSecret: 'regcred' })
  })
})

describe('several files', () => {
  const first = besuFile()
  const second = besuFile({ env: { type: 'other', proxy: 'none', external_dns: 'disabled', retry_count: 5 } }, [
    organization('south', { peers: [peer('south', 15020), peer('more', 15021)] }),
    organization('east', { peers: [peer('east', 15022)] }),
  ])
  const made = imported([first, second])

  it('are one network: organizations and nodes by name', () => {
    expect(
      definitionOf(made).organizations.map(({ name, nodes }) => `${name}: ${nodes.map((node) => node.name).join(' ')}`),
    ).toEqual(['north: validator-1 validator-2 validator-3 validator-4', 'south: south more', 'east: east'])
  })

  it('another value for one field has a line with both places', () => {
    const other = made.fields.filter(({ text }) => text.startsWith('another value than at bevel.yaml:'))
    expect(other.map(({ field }) => field)).toEqual(['env.type', 'env.proxy'])
    expect(other[0]?.places[0]?.file).toBe('bevel1.yaml')
    expect(definitionOf(made).name).toBe('pilot')
  })
})

describe('what is not as Bevel has it', () => {
  it('placeholders become comments and tasks, never values', () => {
    const made = imported(
      besuFile({ version: '<version>', docker: { url: 'DOCKER_URL' }, env: { type: 'FLUX_SUFFIX', proxy: 'none' } }, [
        organization(
          'a',
          { validators: [validator('v', 15010)] },
          { k8s: { context: 'CLUSTER_CONTEXT' }, external_url_suffix: 'EXTERNAL_URL_SUFFIX' },
        ),
      ]),
      'trade',
    )
    expect(JSON.stringify(definitionOf(made))).not.toMatch(/[A-Z]+_[A-Z]+|</)
    expect(definitionOf(made).name).toBe('trade')
  })

  it('unknown keys are named, with all that is below them', () => {
    const made = imported(shapes['besu with keys that the schema does not have'] ?? '')
    expect(lineOf(made, 'color')).toMatch(/^lost: not a field of Bevel/)
    expect(made.fields.filter(({ field }) => field.startsWith('config.depth')).length).toBe(2)
  })

  it('a secret is found by its look, too', () => {
    const made = imported(besuFile({ note: 'https://operator:hush@git.example.com/x.git' }))
    expect(lineOf(made, 'note')).toMatch(/^secret: /)
    expect(JSON.stringify(made)).not.toContain('operator:hush')
  })

  it('an organization that is to be removed is left out', () => {
    const made = imported(
      besuFile({}, [
        organization('a', { validators: [validator('v', 15010)] }),
        organization('b', { peers: [peer('p', 15011)] }, { org_status: 'delete' }),
      ]),
    )
    expect(definitionOf(made).organizations.map(({ name }) => name)).toEqual(['a'])
    expect(lineOf(made, 'organizations[b]')).toMatch(/^dropped: /)
  })
})

describe('a ledger that no platform runs', () => {
  it('corda-enterprise: no definition, and what it would have', () => {
    const made = imported(shapes['corda-enterprise'] ?? '')
    expect(made.written).toBeUndefined()
    expect(made.clusters.map(({ name }) => name)).toEqual(['ledgers'])
    expect(made.otherNodes.length).toBeGreaterThan(0)
    for (const { organization: owner, name, kind } of made.otherNodes)
      expect(made.fields.some(({ text }) => text.startsWith(`node ${owner}/${name} (${kind})`))).toBe(true)
  })
})

describe('a chain that runs', () => {
  const id = 'ab'.repeat(64)

  it('nodes of others come from enode URLs', () => {
    const text = besuFile({
      config: {
        consensus: 'qbft',
        besu_nodes: [
          `enode://${id}@node1.partner.example.org:30303`,
          'http://validator-1rpc.ledger.example.com',
          'http://other.example.org',
        ],
      },
    })
    const made = imported(text)
    expect(definitionOf(made).external).toEqual([
      {
        organization: 'others',
        nodes: [{ name: 'node1', role: 'validator', host: 'node1.partner.example.org', port: 30303, nodeId: id }],
      },
    ])
    expect(
      made.fields.filter(({ field }) => field.startsWith('config.besu_nodes')).map(({ outcome }) => outcome),
    ).toEqual(['derived', 'derived', 'lost'])
  })

  /** The definition and the lines for a file that names the genesis of a chain. */
  function withGenesis(type: string, config: object, genesis: object) {
    const text = JSON.stringify(genesis)
    const made = importBevel({
      sources: [
        sourceOf(
          file(type, { config: { ...config, genesis: 'build/genesis.json' } }, [
            organization('a', { validators: [validator('one', 15010)] }),
          ]),
        ),
      ],
      name: undefined,
      files: new Map([['build/genesis.json', text]]),
    })
    const lineOf = (field: string): string =>
      made.fields
        .filter((one) => one.field === `config.${field}`)
        .map(({ outcome, text: about }) => `${outcome}: ${about}`)[0] ?? ''
    return { made, text, lineOf }
  }

  const { qbft, ...others } = besuGenesis.config

  it('its genesis goes into the repository, and the definition follows from it', () => {
    const { made, text, lineOf } = withGenesis('besu', { consensus: 'qbft', chain_id: 2018, accounts: [] }, besuGenesis)
    expect(made.files).toEqual(new Map([['material/public/genesis.json', text]]))
    expect(definitionOf(made).genesis).toEqual({
      chainId: 20261123,
      blockPeriodSeconds: 2,
      requestTimeoutSeconds: 4,
      forks: { berlinBlock: 0, londonBlock: 0, shanghaiTime: 0 },
    })
    expect(lineOf('genesis')).toMatch(/^kept/)
    expect(lineOf('chain_id')).toBe('derived: `genesis.chainId`: the genesis file has 20261123')
    expect(lineOf('consensus')).toMatch(/^kept/)
    expect(made.tasks.join()).toContain('Run `chancery adopt besu` in this folder')
  })

  it('its consensus is IBFT 2.0 where the genesis says so', () => {
    const { made, lineOf } = withGenesis(
      'besu',
      { consensus: 'ibft2' },
      { ...besuGenesis, config: { ...others, ibft2: qbft } },
    )
    expect(definitionOf(made).genesis).toMatchObject({ consensus: 'ibft2' })
    expect(lineOf('consensus')).toMatch(/^kept/)
  })

  it.each([
    ['besu', 'ibft2', /name its file in `genesis`/],
    ['quorum', 'ibft', /changes to QBFT at a block/],
  ])('without a genesis file, %s with %s is lost', (type, consensus, text) => {
    const made = imported(
      file(type, { config: { consensus } }, [organization('a', { validators: [validator('one', 15010)] })]),
    )
    const [line] = made.fields.filter(({ field }) => field === 'config.consensus')
    expect(line).toMatchObject({ outcome: 'lost', text: expect.stringMatching(text) })
    expect(definitionOf(made).genesis).not.toHaveProperty('consensus')
    expect(made.tasks.join()).toContain(`run \`chancery adopt ${type} --genesis FILE\``)
  })

  it.each([
    ['besu', besuGenesis, { ...others, clique: { period: 5 } }, 'Clique'],
    ['quorum', quorumGenesis, { chainId: 10, isQuorum: true }, 'Raft'],
  ])('its genesis is lost where %s cannot run with it', (type, genesis, config, reason) => {
    const { made, lineOf } = withGenesis(type, { consensus: 'qbft' }, { ...genesis, config })
    expect(lineOf('genesis')).toMatch(/^lost/)
    expect(lineOf('genesis')).toContain(reason)
    expect(made.files.size).toBe(0)
  })

  it('a new validator beside existing ones is voted in', () => {
    const made = imported(
      besuFile({}, [
        organization('a', {
          validators: [validator('one', 15010, { status: 'existing' }), validator('two', 15011, { status: 'new' })],
        }),
      ]),
    )
    expect(definitionOf(made).organizations[0]?.nodes.map(({ validator: decides }) => decides)).toEqual([
      undefined,
      false,
    ])
  })
})

it('the report in Markdown has every field, and nothing in it is markup', () => {
  const made = imported(
    file('besu', { version: '1', '<b>*x*': 'y' }, [organization('a', { validators: [validator('v', 15010)] })]),
  )
  const text = importedMarkdown({
    type: made.type,
    platform: 'besu',
    clusters: [],
    organizations: [],
    tasks: ['Do it.'],
    fields: made.fields,
  })
  expect(text).toContain('- [ ] Do it.')
  expect(text).toContain('`<b>*x*`')
  expect(text).toContain('### Secrets: never copied, with where they belong')
})

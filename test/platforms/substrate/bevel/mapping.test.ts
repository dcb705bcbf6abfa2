import { describe, expect, it } from 'vitest'
import { type BevelImport, importBevel } from '../../../../src/bevel/import.ts'
import { readSource } from '../../../../src/network/source.ts'
import { substrateFile, substratePeer } from '../../../bevel/substrate-inputs.ts'

function imported(text: string, files: Readonly<Record<string, string>> = {}): BevelImport {
  const source = readSource('bevel.yaml', text)
  if (!('value' in source)) throw new Error('the input is YAML')
  return importBevel({ sources: [source], name: undefined, files: new Map(Object.entries(files)) })
}

const lineOf = ({ fields }: BevelImport, field: string): string | undefined => {
  const found = fields.find((one) => one.field === field)
  return found === undefined ? undefined : `${found.outcome}: ${found.text}`
}

const config = (more: Readonly<Record<string, unknown>>): string =>
  substrateFile({
    config: { node_image: 'acme/acme-node', command: './acme-node', chain: 'food-trace', ...more },
  })

const peerId = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'

describe('a chain of Bevel', () => {
  it('becomes validators and rpc nodes with their ports, and a chain without spec', () => {
    expect(imported(substrateFile()).written?.definition).toEqual({
      version: 1,
      name: 'pilot',
      platform: 'substrate',
      platformVersion: 'v4.3.1',
      chain: { image: 'ghcr.io/acme/acme-node', command: ['./acme-node'], spec: 'chain/base.json', id: 'food_trace' },
      clusters: [
        {
          name: 'ledgers',
          provider: 'eks',
          domain: 'ledger.example.com',
          ambassador: { ports: '15010-15021', externalDns: true },
          createStorageClass: true,
        },
      ],
      organizations: [
        {
          name: 'oem',
          cluster: 'ledgers',
          nodes: [
            { name: 'oem-bn', role: 'validator', port: 15010 },
            { name: 'oem-validator', role: 'validator', port: 15011 },
            { name: 'oem', role: 'rpc', port: 15015 },
          ],
        },
        {
          name: 'tierone',
          cluster: 'ledgers',
          nodes: [
            { name: 'validator1', role: 'validator', port: 15020 },
            { name: 'validator2', role: 'validator', port: 15021 },
          ],
        },
      ],
    })
  })

  it('says what is lost, and what people have to do', () => {
    const made = imported(substrateFile())
    const lost = made.fields.filter(({ outcome }) => outcome === 'lost')
    expect(lost.map(({ field }) => field)).toEqual([
      'config.ipfsbootnodes',
      'organizations[oem].auth',
      'organizations[oem].services.peers[oem-ipfs-bn]',
      'organizations[oem].services.peers[oem].api',
      'organizations[oem].services.peers[oem].id_service',
      'organizations[oem].services.peers[oem].inteli_api',
      'organizations[oem].services.peers[oem].ipfs',
      'organizations[oem].services.peers[oem].postgresql',
    ])
    expect(made.tasks.join('\n')).toContain(
      '`./acme-node build-spec --chain local --disable-default-bootnode > chain/base.json`',
    )
    expect(made.tasks.join('\n')).toContain('write its address into `chain.sudo`')
  })

  it.each<[string, unknown, RegExp, Readonly<Record<string, unknown>>]>([
    ['version', 'latest', /^lost: not a release/, { platformVersion: '1.4.0' }],
    ['version', 'v4.2.2', /^kept: /, { platformVersion: 'v4.2.2' }],
    ['version', 'NODE_VERSION', /^lost: not a release/, { platformVersion: '1.4.0' }],
  ])('%s %j', (field, value, line, expected) => {
    const made = imported(substrateFile({ [field]: value }))
    expect(lineOf(made, field)).toMatch(line)
    expect(made.written?.definition).toMatchObject(expected)
  })

  it.each<[string, unknown, RegExp, Readonly<Record<string, unknown>>]>([
    ['node_image', 'acme/acme-node:v1', /^kept: as `chain.image`/, { image: 'ghcr.io/acme/acme-node' }],
    ['node_image', '<node image>', /^lost: not the name of an image/, { image: 'registry.example.com/node' }],
    ['command', '/usr/bin/acme-node --log info', /^kept: /, { command: ['/usr/bin/acme-node', '--log', 'info'] }],
    ['command', '{{ command }}', /^lost: a placeholder/, { command: ['node'] }],
    ['chain', 'Food Trace', /^lost: no ID of a chain/, { spec: 'chain/base.json' }],
  ])('config.%s %j', (key, value, line, expected) => {
    const made = imported(config({ [key]: value }))
    expect(lineOf(made, `config.${key}`)).toMatch(line)
    expect(made.written?.definition.chain).toMatchObject(expected)
  })

  it('an image of a private registry comes from the mirror that all images come from', () => {
    const made = imported(
      substrateFile({ docker: { url: 'registry.example.com/mirror', username: 'u', password: 'hush-docker' } }),
    )
    expect(made.written?.definition).toMatchObject({
      chain: { image: 'acme/acme-node' },
      images: { registry: 'registry.example.com/mirror', pullSecret: 'regcred' },
    })
    expect(lineOf(made, 'docker.url')).toMatch(/^kept: as `images.registry`/)
  })

  it('one name belongs to one node, and an unknown type is an rpc node', () => {
    const made = imported(
      substrateFile({}, [substratePeer('OEM_BN', 'validator', 15016), substratePeer('x', 'light', 15017)]),
    )
    expect(made.written?.definition.organizations).toMatchObject([
      { nodes: [{}, {}, {}, { name: 'oem-bn-2', role: 'validator' }, { name: 'x', role: 'rpc' }] },
      {},
    ])
    expect(lineOf(made, 'organizations[oem].services.peers[OEM_BN].name')).toMatch(/^derived: node oem\/oem-bn-2/)
    expect(lineOf(made, 'organizations[oem].services.peers[x].type')).toMatch(/^lost: role `rpc`/)
  })
})

describe('a chain of Bevel that runs', () => {
  const spec = JSON.stringify({ name: 'Food', id: 'food_trace', genesis: { raw: { top: {}, childrenDefault: {} } } })

  it.each([
    ['as it is', spec],
    ['in base64, as Bevel keeps it', Buffer.from(spec).toString('base64')],
  ])('has its chain spec in the repository: %s', (_, text) => {
    const made = imported(substrateFile(), { '/home/operator/genesis': text })
    expect(made.written?.definition.chain).toEqual({
      image: 'ghcr.io/acme/acme-node',
      command: ['./acme-node'],
      spec: 'material/public/chain-spec.json',
      existing: true,
    })
    expect(made.files).toEqual(new Map([['material/public/chain-spec.json', spec]]))
    expect(lineOf(made, 'config.genesis')).toMatch(/^kept: as material\/public\/chain-spec\.json/)
    expect(made.tasks.join('\n')).toContain('The secret phrase of sudo is in the ConfigMap `substrate-genesis`')
    expect(made.tasks[0]).toContain('`chancery adopt substrate --spec material/public/chain-spec.json --chain-folder')
  })

  it('a file that is no chain spec begins a new chain', () => {
    const made = imported(substrateFile(), { '/home/operator/genesis': '{"a":1}' })
    expect(made.written?.definition.chain).not.toHaveProperty('existing')
    expect(lineOf(made, 'config.genesis')).toMatch(/^derived: the file is no chain spec/)
  })

  it('has nodes that others run in external, and its own ones by their names', () => {
    const list = [
      `/dns4/Boot.Partner.example.org/tcp/30333/p2p/${peerId}`,
      `/dns4/boot.partner.example.org/tcp/30334/p2p/${peerId}`,
      `/dns4/oem-bn.ledger.example.com/tcp/15010/p2p/${peerId.replace('Ey', 'Fz')}`,
      `/ip4/203.0.113.9/tcp/99999/p2p/${peerId.replace('Ey', 'Gz')}`,
      '/ip4/203.0.113.9/tcp/30333/p2p/QmOld',
    ]
    const made = imported(substrateFile(), { '/home/operator/bootnodes': `bootnodes:\n${list.join('\n')}\n` })
    expect(made.written?.definition.external).toEqual([
      {
        organization: 'others',
        nodes: [{ name: 'bootnode1', role: 'bootnode', host: 'boot.partner.example.org', port: 30333, peerId }],
      },
    ])
    expect(lineOf(made, 'config.bootnodes')).toMatch(/^derived: `external`/)
  })
})

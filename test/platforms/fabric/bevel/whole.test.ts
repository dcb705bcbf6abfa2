import { describe, expect, it } from 'vitest'
import { type BevelImport, importBevel } from '../../../../src/bevel/import.ts'
import { inspect } from '../../../../src/commands/inspect.ts'
import { readSource } from '../../../../src/network/source.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { file, organization } from '../../../bevel/inputs.ts'
import { memoryFiles } from '../../../memory-files.ts'
import { recipientsFor } from './recipients.ts'

type Fields = Readonly<Record<string, unknown>>

const legal = (name: string): Fields => ({
  country: 'DE',
  state: 'Hamburg',
  location: 'Hamburg',
  subject: `O=${name} GmbH,OU=${name},L=53.55/9.99/Hamburg,C=DE`,
  orderer_org: 'maker',
  fabric_console: 'disabled',
  ca_data: { certificate: `/home/operator/${name}.crt` },
})

const ca = { name: 'ca', subject: '/C=DE/ST=Hamburg/L=Hamburg/O=Ledger', type: 'ca', grpc: { port: 7054 } }

const orderer = (name: string): Fields => ({
  orderer: null,
  name,
  type: 'orderer',
  status: 'new',
  consensus: 'raft',
  grpc: { port: 7050 },
  metrics: { enabled: false, port: 9443 },
  ordererAddress: `${name}.maker-net.ledger.example.com:443`,
})

const chaincode = (more: Fields): Fields => ({
  name: 'assets',
  version: '1',
  sequence: '1',
  maindirectory: 'cmd',
  lang: 'golang',
  repository: {
    username: 'puller',
    password: 'hush-code',
    url: 'git.example.com/code.git',
    branch: 'main',
    path: 'assets',
  },
  arguments: '\\"init\\",\\"\\"',
  endorsements: "OR('northMSP.peer','southMSP.peer')",
  ...more,
})

const peer = (name: string, owner: string, more: Fields): Fields => ({
  peer: null,
  name,
  type: 'anchor',
  gossippeeraddress: `${name}.${owner}-net:7051`,
  peerAddress: `${name}.${owner}-net.ledger.example.com:443`,
  peerstatus: 'new',
  cli: 'enabled',
  cactus_connector: 'disabled',
  grpc: { port: 7051 },
  events: { port: 7053 },
  couchdb: { port: 5984 },
  restserver: { targetPort: 20001, port: 20001 },
  expressapi: { targetPort: 3000, port: 3000 },
  frontend: { targetPort: 3001, port: 3001 },
  metrics: { enabled: true, port: 9443 },
  ...more,
})

const participant = (name: string, type: string): Fields => ({
  organization: null,
  name,
  type,
  org_status: 'new',
  peers: [
    {
      peer: null,
      name: 'peer0',
      type: 'anchor',
      peerstatus: 'new',
      gossipAddress: `peer0.${name}-net.ledger.example.com:443`,
      peerAddress: `peer0.${name}-net.ledger.example.com:443`,
    },
  ],
  ordererAddress: 'one.maker-net.ledger.example.com:443',
})

const users = [{ user: null, identity: 'user1', attributes: [{ key: 'hf.Revoker', value: 'true' }] }]

/** Every field of Fabric that Bevel documents. */
const whole = file(
  'fabric',
  {
    version: '2.2.2',
    upgrade: false,
    frontend: 'enabled',
    configtx: { custom: false, folder_path: '/home/operator/templates' },
    consensus: { name: 'raft' },
    orderers: ['one', 'two', 'three'].map((name) => ({
      orderer: null,
      type: 'orderer',
      name,
      org_name: 'maker',
      uri: `${name}.maker-net.ledger.example.com:443`,
    })),
    channels: [
      {
        channel: null,
        consortium: 'Ledger',
        channel_name: 'TradeChannel',
        channel_status: 'new',
        osn_creator_org: { name: 'maker' },
        genesis: { name: 'OrdererGenesis' },
        chaincodes: ['assets'],
        orderers: ['maker'],
        participants: [participant('north', 'creator'), participant('south', 'joiner')],
        endorsers: [
          {
            organization: null,
            name: 'north',
            peers: [
              { peer: null, name: 'peer0', corepeerAddress: 'peer0.north-net:7051', certificate: '/home/north.crt' },
            ],
          },
        ],
      },
    ],
  },
  [
    organization(
      'maker',
      { ca, consensus: { name: 'raft' }, orderers: ['one', 'two', 'three'].map(orderer) },
      legal('maker'),
    ),
    organization(
      'north',
      { ca, peers: [peer('peer0', 'north', { chaincodes: [chaincode({})] })] },
      { ...legal('north'), users },
    ),
    organization('south', { ca, peers: [peer('peer0', 'south', { chaincodes: [chaincode({})] })] }, legal('south')),
  ],
)

function imported(...texts: readonly string[]): BevelImport {
  const sources = texts.map((text, at) => {
    const source = readSource(`${at}.yaml`, text)
    if (!('value' in source)) throw new Error('the input is YAML')
    return source
  })
  return importBevel({ sources, name: 'trade', files: new Map() })
}

describe('a file with every field of Fabric', () => {
  it('has no field without a line, and no secret in its lines', () => {
    const { fields, tasks, written } = imported(whole)
    expect(fields.filter(({ text }) => text.startsWith('not a field of Bevel'))).toEqual([])
    expect(fields.filter(({ outcome }) => outcome === 'lost').map(({ field }) => field)).toEqual([
      'organizations[north].services.peers[peer0].chaincodes[assets].arguments',
    ])
    expect(JSON.stringify([fields, tasks, written])).not.toContain('hush')
  })

  it('becomes a definition without errors', async () => {
    const { written } = imported(whole)
    const definition = dumpYaml(await recipientsFor(written?.definition ?? {}))
    const { findings } = await inspect({ network: 'network.yaml' }, memoryFiles({ 'network.yaml': definition }))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('and a second file with another member are one network', async () => {
    const more = file(
      'fabric',
      { channels: [{ channel_name: 'TradeChannel', participants: [participant('west', 'joiner')] }] },
      [organization('west', { peers: [peer('peer0', 'west', {})] }, legal('west'))],
    )
    const definition = imported(whole, more).written?.definition ?? {}
    expect(definition.channels).toMatchObject([{ name: 'tradechannel', members: ['north', 'south', 'west'] }])
    expect(definition.chaincodes).toMatchObject([{ organizations: ['north', 'south'] }])
  })
})

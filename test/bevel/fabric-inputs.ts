import { file, organization } from './inputs.ts'

type Fields = Readonly<Record<string, unknown>>

export const legal = (name: string): Fields => ({
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

export const peer = (name: string, owner: string, more: Fields): Fields => ({
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

export const participant = (name: string, type: string): Fields => ({
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
export const fabricFile = file(
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

import { readCertificate } from '../../../../src/material/x509/read.ts'
import { issueRevocationList } from '../../../../src/material/x509/revocation-list.ts'
import type { ChannelInput } from '../../../../src/platforms/fabric/channel/channel.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { withFields } from '../../../../src/platforms/fabric/protobuf/fields.ts'
import { readMessage } from '../../../../src/platforms/fabric/protobuf/reader.ts'
import { bytes, concat, map, message, number, repeated } from '../../../../src/platforms/fabric/protobuf/writer.ts'
import { aged, changed, foreign, withMsp, without, withPolicy, withValue } from '../channel/carried/foreign.ts'
import { channelInput } from '../channel/input.ts'
import { authority, consenter, now, organization } from './organizations.ts'

/** Configurations of channels as other tools make them. */

export const [orderer, alpha, beta] = [organization('orderer'), organization('alpha'), organization('beta')]

const host = (at: number): string => `orderer${at + 1}.example.com`

export const consenters = Array.from({ length: 5 }, (_, at) => consenter(orderer, host(at)))

/** A channel of Alpha, which has an anchor peer, and Beta, which has none. */
export const input = (consensus: 'etcdraft' | 'bft', change: Partial<ChannelInput> = {}): ChannelInput => {
  const own = consenters.slice(0, consensus === 'bft' ? 4 : 3)
  return {
    ...channelInput(consensus, 0),
    consenters: own,
    ordererOrganizations: [{ msp: orderer.msp, endpoints: own.map(addressText) }],
    applicationOrganizations: [
      { msp: alpha.msp, anchors: [{ host: 'peer1.alpha.example.com', port: 7051 }] },
      { msp: beta.msp, anchors: [] },
    ],
    ...change,
  }
}

const addressText = (node: { readonly host: string; readonly port: number }): string => `${node.host}:${node.port}`

const capability = (...names: readonly string[]): Buffer =>
  map(1, new Map(names.map((name) => [name, Buffer.alloc(0)])))

/** Organizations as configtxgen of the samples and of Bevel writes them: policies with all roles, a principal for each. */
const likeBevel = (config: ConfigGroup): ConfigGroup => {
  const steps: readonly (readonly [readonly string[], Parameters<typeof changed>[2]])[] = [
    [[], withValue('Consortium', () => bytes(1, 'LedgerConsortium'))],
    [[], withValue('OrdererAddresses', () => repeated(1, input('etcdraft').consenters.map(addressText)))],
    [['Orderer'], withPolicy('BlockValidation', 'ANY Writers')],
    ...['Readers', 'Writers'].map(
      (name) => [['Orderer', 'OrdererMSP'], withPolicy(name, "OR('OrdererMSP.member')")] as const,
    ),
    [['Application', 'AlphaMSP'], withPolicy('Readers', "OR('AlphaMSP.member')")],
    [['Application', 'AlphaMSP'], withPolicy('Writers', "OR('AlphaMSP.member')")],
    [['Application', 'AlphaMSP'], withPolicy('Endorsement', "OR('AlphaMSP.member')")],
    [['Application'], withPolicy('LifecycleEndorsement', 'MAJORITY Endorsement')],
    [['Application'], withValue('Capabilities', () => capability('V2_0'))],
  ]
  return steps.reduce((group, [path, change]) => changed(group, path, change), config)
}

const withoutUnits = withMsp((config) =>
  concat(
    withFields(config, new Map([[11, Buffer.alloc(0)]])),
    bytes(4, consenter(alpha, 'admin.alpha.example.com').identity),
  ),
)

const list = issueRevocationList(
  { serialNumbers: ['4a0b6d0e5c'], now },
  {
    key: alpha.ca.key,
    certificate: readCertificate(alpha.ca.certificate) as NonNullable<ReturnType<typeof readCertificate>>,
  },
)

const [intermediate, tlsIntermediate] = [
  authority('beta', 'ica.beta', beta.ca),
  authority('beta', 'tlsica.beta', beta.tlsca),
]

const [second, third] = [organization('second'), organization('third')]

/** Two organizations with one TLS authority. */
const shared = { ...third, msp: { ...third.msp, tlsAuthorities: second.msp.tlsAuthorities } }

const manyOrderers = input('etcdraft', {
  consenters: [
    ...consenters.slice(0, 2),
    consenter(second, 'one.second.example.com'),
    consenter(second, 'two.second.example.com', { port: 7150 }),
    consenter(third, 'one.third.example.com', { tlsca: second.tlsca }),
  ],
  ordererOrganizations: [
    {
      msp: orderer.msp,
      endpoints: ['orderer1.example.com:7050', 'orderer2.example.com:7050', 'standby.example.com:7050'],
    },
    {
      msp: second.msp,
      endpoints: ['one.second.example.com:7050', 'two.second.example.com:7150', 'one.third.example.com:7050'],
    },
    { msp: shared.msp, endpoints: ['one.third.example.com:7050'] },
  ],
})

const bevel = likeBevel(desiredConfig(input('etcdraft')))

export const shapes: readonly (readonly [name: string, config: ConfigGroup])[] = [
  ['of Raft, as Chancery writes it', desiredConfig(input('etcdraft'))],
  ['of SmartBFT, as Chancery writes it', desiredConfig(input('bft'))],
  ['of Raft with everything that was seen', foreign(input('etcdraft'))],
  ['of SmartBFT with everything that was seen', foreign(input('bft'))],
  ['of Bevel', aged(bevel)],
  ['of Bevel without endpoints of organizations', changed(bevel, ['Orderer', 'OrdererMSP'], without('Endpoints'))],
  [
    'without node OUs, with administrators by certificate',
    ['Alpha', 'Beta'].reduce((config, name) => changed(config, ['Application', `${name}MSP`], withoutUnits), bevel),
  ],
  [
    'with intermediate authorities and revocation lists',
    desiredConfig(
      input('etcdraft', {
        applicationOrganizations: [
          { msp: { ...alpha.msp, revocationLists: [list] }, anchors: [] },
          {
            msp: {
              ...beta.msp,
              intermediates: [intermediate.certificate],
              tlsIntermediates: [tlsIntermediate.certificate],
            },
            anchors: [{ host: 'peer1.beta.example.com', port: 7051 }],
          },
        ],
      }),
    ),
  ],
  [
    'with an intermediate authority as its only root, and a root twice',
    changed(
      changed(
        desiredConfig(input('etcdraft')),
        ['Application', 'BetaMSP'],
        withMsp((config) => withFields(config, new Map([[2, repeated(2, [intermediate.certificate])]]))),
      ),
      ['Application', 'AlphaMSP'],
      withMsp((config) =>
        concat(
          config,
          bytes(2, `${alpha.ca.certificate}\n`),
          bytes(2, authority('alpha', 'other', alpha.ca).certificate),
        ),
      ),
    ),
  ],
  [
    'without TLS authorities of members',
    changed(
      desiredConfig(input('etcdraft')),
      ['Application', 'BetaMSP'],
      withMsp((config) => withFields(config, new Map([[9, Buffer.alloc(0)]]))),
    ),
  ],
  ['with orderers of several organizations, two of which share an authority', desiredConfig(manyOrderers)],
  [
    'with its own policies',
    (
      [
        ['Readers', "OutOf(2, 'AlphaMSP.member', 'BetaMSP.peer', 'OrdererMSP.orderer')"],
        ['Writers', "OR('AlphaMSP.client', AND('BetaMSP.client', 'AlphaMSP.admin'))"],
        ['Admins', 'ALL Admins'],
        ['Endorsement', "AND('AlphaMSP.peer', 'BetaMSP.peer')"],
        ['LifecycleEndorsement', 'ANY Endorsement'],
        ['Auditors', "OR('BetaMSP.admin')"],
      ] as const
    ).reduce(
      (config, [name, text]) => changed(config, ['Application'], withPolicy(name, text)),
      desiredConfig(input('etcdraft')),
    ),
  ],
  [
    'with ACLs, one of them without a path',
    changed(
      desiredConfig(
        input('etcdraft', {
          acls: {
            'peer/Propose': '/Channel/Application/Writers',
            'event/Block': '/Channel/Application/BetaMSP/Readers',
          },
        }),
      ),
      ['Application'],
      withValue('ACLs', (value) =>
        concat(value, message(1, bytes(1, 'qscc/GetBlockByHash'), message(2, bytes(1, 'Admins')))),
      ),
    ),
  ],
  [
    'with other options and sizes',
    desiredConfig(
      input('etcdraft', {
        batch: {
          timeout: '1.5s',
          maxMessageCount: 10,
          absoluteMaxBytes: 99 * 1024 * 1024,
          preferredMaxBytes: 512 * 1024,
        },
        raft: {
          tickInterval: '250ms',
          electionTick: 20,
          heartbeatTick: 2,
          maxInflightBlocks: 10,
          snapshotIntervalSize: 20_971_520,
        },
      }),
    ),
  ],
  [
    'with options that are absent',
    changed(
      desiredConfig(input('etcdraft')),
      ['Orderer'],
      withValue('ConsensusType', (value) => {
        const metadata = readMessage(value).bytes(2) ?? Buffer.alloc(0)
        const options = withFields(readMessage(metadata).bytes(2) ?? Buffer.alloc(0), new Map([[5, Buffer.alloc(0)]]))
        return concat(
          withFields(value, new Map([[2, bytes(2, withFields(metadata, new Map([[2, bytes(2, options)]])))]])),
          number(3, 1),
        )
      }),
    ),
  ],
  [
    'of Fabric 1.4',
    [[], ['Orderer'], ['Application']].reduce(
      (config, path) =>
        changed(
          config,
          path,
          withValue('Capabilities', () => capability(path[0] === 'Application' ? 'V1_4_2' : 'V1_4_2')),
        ),
      changed(bevel, ['Application'], without('Endorsement', 'LifecycleEndorsement')),
    ),
  ],
  [
    'with organizations by other names than their MSPs',
    desiredConfig(
      input('bft', {
        applicationOrganizations: [
          { msp: { ...alpha.msp, mspId: 'Alpha-Trading.MSP' }, anchors: [{ host: '203.0.113.9', port: 443 }] },
          {
            msp: { ...beta.msp, mspId: 'beta' },
            anchors: [
              { host: 'peer0.beta-net.example.com', port: 443 },
              { host: 'peer0.beta-net.example.org', port: 443 },
            ],
          },
        ],
      }),
    ),
  ],
]

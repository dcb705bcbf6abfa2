import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Adoption } from '../../../../src/platforms/adoption.ts'
import type { ConfigGroup } from '../../../../src/platforms/fabric/channel/config-group.ts'
import { desiredConfig } from '../../../../src/platforms/fabric/channel/desired-config.ts'
import { withFields } from '../../../../src/platforms/fabric/protobuf/fields.ts'
import { bytes, concat, message, number, repeated } from '../../../../src/platforms/fabric/protobuf/writer.ts'
import { changed, foreign, withMsp, withValue } from '../channel/carried/foreign.ts'
import { adopt, blockOf, findingsOf, type Given } from './adopting.ts'
import { authority, consenter, organization } from './organizations.ts'
import { alpha, beta, consenters, input, orderer } from './shapes.ts'

const raft = desiredConfig(input('etcdraft'))

const given = (more: Partial<Given> = {}, config: ConfigGroup = raft): Given => ({
  ...more,
  files: { 'trade.block': blockOf(config), ...more.files },
  options: { channel: ['trade.block'], ...more.options },
})

const linesOf = ({ lines }: Adoption, subject: string): readonly string[] =>
  lines.filter((line) => line.subject === subject).map(({ outcome, text }) => `${outcome}: ${text}`)

const empty: ConfigGroup = { version: 0, groups: new Map(), values: new Map(), policies: new Map(), modPolicy: '' }

describe('what is not a channel to adopt', () => {
  const cases: readonly (readonly [what: string, given: Given, message: RegExp, hint: RegExp])[] = [
    ['nothing', { files: {}, options: {} }, /no channel to adopt/, /peer channel fetch config/],
    [
      'text',
      given({ files: { 'trade.block': 'hello' } }),
      /trade\.block is not a configuration block/,
      /peer channel fetch config/,
    ],
    ['JSON', given({ files: { 'trade.block': '{"data": {}}' } }), /is not a configuration block/, /not its JSON/],
    [
      'a block of transactions',
      given({ files: { 'trade.block': transactions() } }),
      /not a configuration block: the block holds no configuration/,
      /other blocks of the channel have transactions only/,
    ],
    [
      'two blocks of one channel',
      given({
        files: { 'other.block': blockOf(raft, 'trade', 9) },
        options: { channel: ['trade.block', 'other.block'] },
      }),
      /trade\.block and other\.block are both blocks of the channel "trade"/,
      /the newest/,
    ],
    [
      'the system channel',
      given({}, { ...raft, groups: new Map([...raft.groups, ['Consortiums', empty]]) }),
      /system channel "trade"/,
      /the other channels/,
    ],
    [
      'a channel of Kafka',
      given(
        {},
        changed(
          raft,
          ['Orderer'],
          withValue('ConsensusType', () => bytes(1, 'kafka')),
        ),
      ),
      /consensus of channel trade is kafka/,
      /migrate/,
    ],
    [
      'a consenter that no other cluster can dial',
      given(
        {},
        desiredConfig(input('etcdraft', { consenters: [...consenters.slice(0, 2), consenter(orderer, 'orderer3')] })),
      ),
      /the consenter orderer3:7050 of channel trade has no address that every cluster can dial/,
      /DNS name/,
    ],
    [
      'the first block of another channel',
      given({ files: { 'first.block': blockOf(raft, 'other', 0) }, options: { 'genesis-block': ['first.block'] } }),
      /first\.block is the first block of the channel "other", of which there is no --channel/,
      /--channelID other/,
    ],
    [
      'a later block as the first',
      given({ files: { 'first.block': blockOf(raft, 'trade', 3) }, options: { 'genesis-block': ['first.block'] } }),
      /first\.block is block 3 of the channel "trade", not its first/,
      /peer channel fetch oldest/,
    ],
    [
      'an organization that no channel has',
      given({ ours: { zeta: {} } }),
      /no organization of the channels is called zeta/,
      /alpha \(AlphaMSP\), beta \(BetaMSP\) and orderer \(OrdererMSP\)/,
    ],
    [
      'an option without an MSP ID',
      given({ options: { msp: ['folder'] } }),
      /--msp folder: not of the form MSPID=FOLDER/,
      /Org1MSP=/,
    ],
    [
      'an MSP that no channel has',
      given({ options: { msp: ['ZetaMSP=zeta'] } }),
      /no channel has the MSP ZetaMSP/,
      /AlphaMSP, BetaMSP and OrdererMSP/,
    ],
    [
      'a folder that is no MSP folder',
      given({ files: { 'alpha/readme.md': '' }, options: { msp: ['AlphaMSP=alpha'] } }),
      /alpha is not an MSP folder/,
      /cacerts, tlscacerts/,
    ],
    [
      'the folder above it',
      given({ files: { 'alpha/msp/cacerts/ca.pem': alpha.ca.certificate }, options: { msp: ['AlphaMSP=alpha/'] } }),
      /alpha is not an MSP folder/,
      /pass alpha\/msp/,
    ],
    [
      'the folder of another organization',
      given({ files: { 'beta/cacerts/ca.pem': beta.ca.certificate }, options: { msp: ['AlphaMSP=beta'] } }),
      /beta is not the MSP folder of AlphaMSP/,
      /that has AlphaMSP/,
    ],
  ]

  it.each(cases)('%s', async (_, bad, text, hint) => {
    const error: unknown = await adopt(bad).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(text),
      hint: expect.stringMatching(hint),
    })
  })
})

/** A block with a transaction of an application: common.HeaderType 3, ENDORSER_TRANSACTION. */
function transactions(): Buffer {
  const header = concat(number(1, 3), bytes(4, 'trade'))
  const envelope = bytes(
    1,
    concat(message(1, bytes(1, header), bytes(2, bytes(2, 'nonce'))), bytes(2, 'a transaction')),
  )
  return concat(
    message(1, number(1, 5), bytes(3, createHash('sha256').update(envelope).digest())),
    message(2, message(1, envelope)),
  )
}

describe('an MSP folder', () => {
  const folder = { 'alpha/cacerts/ca.pem': alpha.ca.certificate, 'alpha/keystore/priv_sk': 'never read' }

  it('is checked against the channels, and its private keys are not read', async () => {
    const { files, ...rest } = given({ files: folder, options: { msp: ['AlphaMSP=alpha'] } })
    const opened: string[] = []
    const watched = Object.fromEntries(
      Object.entries(files).map(([path, content]) => {
        const get = () => {
          opened.push(path)
          return content
        }
        return [path, { get, enumerable: true }]
      }),
    )
    const adopted = await adopt({ ...rest, files: Object.defineProperties({}, watched) })
    expect(linesOf(adopted, 'alpha')).toEqual(
      expect.arrayContaining([
        'checked: alpha is the MSP folder of AlphaMSP',
        'checked: alpha/keystore/priv_sk may be a private key: it was not read',
      ]),
    )
    expect(opened.toSorted()).toEqual(['alpha/cacerts/ca.pem', 'trade.block'])
  })

  it('has authorities that a channel lacks: they are listed, and nothing of the channel changes', async () => {
    const newer = authority('alpha', 'new.alpha')
    const adopted = await adopt(
      given({ files: { ...folder, 'alpha/cacerts/new.pem': newer.certificate }, options: { msp: ['AlphaMSP=alpha'] } }),
    )
    expect(linesOf(adopted, 'alpha').join()).toMatch(
      /lost: alpha has the authority CN=new\.alpha, O=alpha, which no channel has/,
    )
    expect(adopted.files.get('material/public/alpha/ca.crt')).toBe(alpha.ca.certificate)
  })

  it('has the TLS authority that no channel has', async () => {
    const bare = changed(
      raft,
      ['Application', 'AlphaMSP'],
      withMsp((config) => withFields(config, new Map([[9, Buffer.alloc(0)]]))),
    )
    const files = { ...folder, 'alpha/tlscacerts/tls.pem': alpha.tlsca.certificate }
    const adopted = await adopt(given({ files, options: { msp: ['AlphaMSP=alpha'] }, ours: { beta: {} } }, bare))
    expect(adopted.files.get('material/public/alpha/tlsca.crt')).toBe(alpha.tlsca.certificate)
    expect((await findingsOf(adopted)).filter(({ rule }) => rule === 'channel-update-due')).toEqual([])
  })
})

describe('organizations', () => {
  const named = (...mspIds: readonly string[]): ConfigGroup =>
    desiredConfig(
      input('etcdraft', {
        applicationOrganizations: mspIds.map((mspId) => ({ msp: organization(mspId, mspId).msp, anchors: [] })),
      }),
    )
  const names = async (config: ConfigGroup, more: Partial<Given> = {}): Promise<unknown> => {
    const { organizations, external = [] } = await adopt(given(more, config))
    return [
      organizations.map(({ name, fields }) => [name, fields?.mspId]),
      external.map((party) => [party.organization, party.mspId]),
    ]
  }

  it('have names that follow from their MSP IDs, each its own', async () => {
    expect(await names(named('Org1MSP', 'org1', 'carrierMSP', '7-Seas.MSP', 'channelsMSP'))).toEqual([
      [],
      [
        ['carrier', 'carrierMSP'],
        ['channelsmsp', 'channelsMSP'],
        ['orderer', 'OrdererMSP'],
        ['org1', 'Org1MSP'],
        ['org1-2', 'org1'],
        ['organization-7-seas', '7-Seas.MSP'],
      ],
    ])
  })

  it('are ours by the name that follows from the MSP ID, by their key, or by the MSP ID of a definition', async () => {
    expect(await names(named('Org1MSP', 'carrierMSP'), { ours: { org1: {}, carrier: {} } })).toMatchObject([
      [
        ['carrier', 'carrierMSP'],
        ['org1', undefined],
      ],
      [['orderer', 'OrdererMSP']],
    ])
    expect(await names(named('Org1MSP'), { ours: { seller: { mspId: 'Org1MSP' } } })).toMatchObject([
      [['seller', 'Org1MSP']],
      {},
    ])
  })

  it('keep the names of external ones in a definition that exists, and those of their nodes', async () => {
    const existing = {
      external: [
        { organization: 'alpha', mspId: 'FormerMSP', nodes: [] },
        {
          organization: 'notary',
          mspId: 'OrdererMSP',
          nodes: [
            { name: 'first', role: 'orderer', host: 'orderer1.example.com', port: 7050 },
            { name: 'orderer2', role: 'orderer', host: 'orderer2.example.org', port: 7050 },
          ],
        },
      ],
    }
    const { external = [] } = await adopt(given({ existing }))
    expect(external.find(({ mspId }) => mspId === 'AlphaMSP')).toMatchObject({ organization: 'alphamsp' })
    expect(external.find(({ mspId }) => mspId === 'OrdererMSP')).toMatchObject({
      organization: 'notary',
      nodes: [{ name: 'first' }, { name: 'orderer2-2' }, { name: 'orderer3' }],
    })
  })

  it('of ours without nodes get one, whose key is in a Secret; those with nodes keep them beside the ones that run elsewhere', async () => {
    const fresh = await adopt(given({ ours: { orderer: {} } }))
    expect(fresh.organizations).toEqual([
      {
        name: 'orderer',
        fields: { administrators: { keys: 'elsewhere' } },
        nodes: [{ name: 'orderer4', role: 'orderer', existingSecret: 'orderer4-keys' }],
      },
    ])
    const value = {
      nodes: [
        { name: 'orderer1', role: 'orderer' },
        { name: 'peer1', role: 'peer' },
      ],
    }
    const { organizations, external = [], after } = await adopt(given({ ours: { orderer: value } }))
    expect(organizations).toEqual([{ name: 'orderer', fields: {}, nodes: [] }])
    expect(external.find(({ organization }) => organization === 'orderer')).toMatchObject({
      nodes: [{ name: 'orderer1-elsewhere' }, { name: 'orderer2' }, { name: 'orderer3' }],
    })
    expect(after).toMatchObject({
      channels: [{ orderers: ['orderer/orderer1-elsewhere', 'orderer/orderer2', 'orderer/orderer3'] }],
    })
  })

  it('of ours without an anchor peer in a channel do not get one by their own peers', async () => {
    const adopted = await adopt(given({ ours: { beta: { nodes: [{ name: 'peer1', role: 'peer' }] } } }))
    expect(adopted.organizations).toEqual([{ name: 'beta', fields: {}, nodes: [{ name: 'peer1', anchor: false }] }])
    expect(linesOf(adopted, 'channel trade')).toContain(
      'checked: the definition gives the configuration of the block: an update would change nothing',
    )
  })
})

describe('several channels', () => {
  const other = desiredConfig(
    input('etcdraft', {
      name: 'other',
      consenters: consenters.slice(1, 2),
      applicationOrganizations: [
        { msp: alpha.msp, anchors: [] },
        { msp: beta.msp, anchors: [{ host: 'peer1.beta.example.com', port: 7051 }] },
      ],
    }),
  )
  const both = given({
    files: { 'other.block': blockOf(other, 'other', 0) },
    options: { channel: ['trade.block', 'other.block'] },
    ours: { alpha: {} },
  })

  it('say which anchor peers and orderers each of them has', async () => {
    const adopted = await adopt(both)
    expect(adopted.after?.channels).toMatchObject([
      { name: 'other', members: [{ organization: 'alpha', peers: [] }, 'beta'], orderers: ['orderer/orderer2'] },
      { name: 'trade', members: ['alpha', { organization: 'beta', peers: [] }], orderers: ['orderer'] },
    ])
    const findings = await findingsOf(adopted)
    expect(findings.filter(({ severity, rule }) => severity === 'error' || rule === 'channel-update-due')).toEqual([])
    expect(adopted.lines.filter(({ outcome }) => outcome === 'lost')).toEqual([])
  })

  it('with other authorities of one organization get all of them, and the update that comes of it is listed', async () => {
    const newer = authority('beta', 'newer.beta')
    const renewed = desiredConfig(
      input('etcdraft', {
        applicationOrganizations: [
          { msp: { ...beta.msp, authorities: [...beta.msp.authorities, newer.certificate] }, anchors: [] },
        ],
      }),
    )
    const adopted = await adopt(
      given({
        files: { 'renewed.block': blockOf(renewed, 'renewed') },
        options: { channel: ['trade.block', 'renewed.block'] },
      }),
    )
    expect(adopted.files.get('material/public/beta/ca.crt')).toBe(`${beta.ca.certificate}${newer.certificate}`)
    expect(adopted.lines.filter(({ outcome }) => outcome === 'lost')).toEqual([
      {
        subject: 'channel trade',
        outcome: 'lost',
        text: expect.stringMatching(
          /^no definition can say all of it: the next update would change authority of BetaMSP [0-9a-f]{16} is added$/,
        ),
      },
    ])
  })

  it('have their first block where it is the one given', async () => {
    const { files } = await adopt(both)
    expect([...files.keys()].filter((path) => path.includes('/channels/'))).toEqual([
      'material/public/channels/other/adopted.yaml',
      'material/public/channels/other/genesis.yaml',
      'material/public/channels/trade/adopted.yaml',
    ])
  })
})

it('a definition that exists says something else than the channel: that stays, and is a task', async () => {
  const channel = { name: 'trade', members: ['beta', 'alpha'], orderers: ['alpha'], batch: { timeout: '9s' } }
  const nodes = [
    { name: 'peer1', role: 'peer', anchor: true },
    { name: 'orderer1', role: 'orderer' },
  ]
  const adopted = await adopt(given({ existing: { channels: [channel] }, ours: { alpha: { nodes } } }))
  expect(adopted.after?.channels).toMatchObject([{ members: ['beta', 'alpha'] }])
  expect(linesOf(adopted, 'channel trade').join()).toMatch(
    /checked: the definition that exists says something else than the block: the next update would change .*orderer1.* becomes a consenter/,
  )
  expect(adopted.tasks[0]).toBe(
    'To leave channel trade as it is, write `orderers: [orderer]`, remove `batch` and write `anchor: false` at alpha/peer1.',
  )
})

it('certificates that expired are listed, and are taken', async () => {
  const old = consenter(orderer, 'old.example.com', { years: -1 })
  const adopted = await adopt(given({}, desiredConfig(input('bft', { consenters: [...consenters.slice(0, 3), old] }))))
  expect(linesOf(adopted, 'orderer/old').join()).toMatch(
    /checked: the certificate of CN=old\.example\.com, O=OrdererMSP expired on 2025-11-29/,
  )
  expect(adopted.files.get('material/public/orderer/old/tls.crt')).toBe(old.tlsCertificate)
})

it('what a channel keeps beside its fields is listed', async () => {
  const { lines } = await adopt(given({}, foreign(input('etcdraft'))))
  const kept = lines.filter(({ text }) => text.startsWith('no field says')).map(({ text }) => text)
  expect(kept.map((text) => text.split(',')[0])).toEqual([
    'no field says these policies',
    'no field says these values',
    'no field says these guards (mod_policy)',
    'no field says these organizations',
    'no field says these parts of MSPs',
  ])
  expect(kept.join()).toMatch(
    /Application\/Audit: OR\('AlphaMSP\.admin'\).*KafkaBrokers.*Readers: \/Channel\/Orderer\/Admins.*Application\/IdemixOrg.*Orderer\/OrdererOrg: administrators by certificate/,
  )
})

it('people enroll a new node: with its role, the names of its TLS certificate and where both go', async () => {
  const { tasks } = await adopt(given({ ours: { alpha: {} } }))
  expect(tasks).toEqual([
    'Enroll the new node alpha/peer2 at the authorities of alpha: for its identity with `OU=peer`, and for TLS with the names `peer2`, `peer2.trade-alpha`, `peer2.trade-alpha.svc`, `peer2.trade-alpha.svc.cluster.local`, `localhost` and `peer2.alpha.DOMAIN` with the domain of cluster eu, or its address.',
    'Create the Secret `peer2-keys` of alpha/peer2 with the entries `sign.key` and `tls.key`, and commit the certificates as material/public/alpha/peer2/sign.crt and material/public/alpha/peer2/tls.crt.',
    expect.stringMatching(/^For Chancery to issue certificates of alpha,/),
    expect.stringMatching(/^Fetch the first block of channel trade /),
  ])
})

it('one authority for identities and TLS is left as it is: no other channel is to be made', async () => {
  const one = changed(
    raft,
    ['Application', 'BetaMSP'],
    withMsp((config) => withFields(config, new Map([[9, repeated(9, [beta.ca.certificate])]]))),
  )
  const adopted = await adopt(given({ ours: { alpha: {} } }, one))
  const [ca, tlsca] = ['ca', 'tlsca'].map((name) => String(adopted.files.get(`material/public/beta/${name}.crt`)))
  expect(ca).toBe(tlsca)
  expect((await findingsOf(adopted)).filter(({ rule }) => rule === 'certificate')).toEqual([])
})

it.each([
  ['eu.example.org', '`peer2.alpha.eu.example.org`.'],
  ['203.0.113.7', 'the address `203.0.113.7`.'],
])('the TLS certificate of a new node has its name at %s', async (place, words) => {
  const { tasks } = await adopt({ ...given({ ours: { alpha: {} } }), place })
  expect(tasks[0]).toContain(`\`localhost\` and ${words}`)
})

it('an organization without node OUs needs no other administrator for its new nodes: they know those of the channel', async () => {
  const bare = changed(
    raft,
    ['Application', 'AlphaMSP'],
    withMsp((config) => withFields(config, new Map([[11, Buffer.alloc(0)]]))),
  )
  const { tasks } = await adopt(given({ ours: { alpha: {} } }, bare))
  expect(tasks.filter((task) => task.includes('administrator of'))).toEqual([])
  expect((await adopt(given({}, bare))).tasks).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { inputOf, lineOf, mapped } from './input.ts'

const peer = 'organizations.1.services.peers.0'
const chaincode = `${peer}.chaincodes.0`

describe('a network of Bevel', () => {
  it('becomes organizations, a channel and a chaincode as a service', () => {
    const { platformVersion, organizations, after, external, comments, tasks } = mapped({
      chaincode: { lang: 'golang', repository: { url: 'github.com/example/code.git', path: 'assets' } },
    })
    expect({ platformVersion, organizations, after, external, comments, tasks }).toEqual({
      platformVersion: '2.5.16',
      organizations: [
        {
          name: 'maker',
          fields: { mspId: 'makerMSP' },
          nodes: ['one', 'two', 'three'].map((name) => ({ fields: { name, role: 'orderer' } })),
        },
        {
          name: 'buyer',
          fields: { mspId: 'buyerMSP' },
          nodes: [{ fields: { name: 'peer0', role: 'peer', stateDatabase: 'couchdb', anchor: true } }],
        },
      ],
      after: {
        channels: [{ name: 'trade', members: ['buyer'], orderers: ['maker'] }],
        chaincodes: [
          {
            name: 'assets',
            channel: 'trade',
            image: 'registry.example.com/assets:2',
            version: '2',
            sequence: 3,
          },
        ],
      },
      external: [],
      comments: [{ path: ['chaincodes', 0, 'image'], text: 'build this image, and put its name here' }],
      tasks: [
        'Build the image of chaincode assets, which serves it (chaincode as a service), from assets of github.com/example/code.git.',
      ],
    })
  })

  it.each([
    ['1.0+fix', '1.0-fix'],
    ['-rc.1', 'rc.1'],
    ['...', '1'],
    [`v${'1'.repeat(140)}`, `v${'1'.repeat(127)}`],
  ])('the version %j of a chaincode becomes the tag %s of its image', (version, tag) => {
    const { after } = mapped({ chaincode: { version } })
    expect(after?.chaincodes).toMatchObject([{ image: `registry.example.com/assets:${tag}` }])
  })

  it.each<[string, unknown, string, string]>([
    ['2.5 is kept', '2.5.3', '2.5.3', 'kept: as `platformVersion`'],
    ['3.1 is kept', '3.1.5', '3.1.5', 'kept: as `platformVersion`'],
    [
      '2.2 becomes the newest 2.5',
      '2.2.2',
      '2.5.16',
      'derived: `platformVersion: 2.5.16`: Chancery runs 2.5 and 3.1. A network that runs goes to 2.5 node by node, orderers first',
    ],
    [
      '1.4 becomes it in steps',
      '1.4.8',
      '2.5.16',
      'derived: `platformVersion: 2.5.16`: Chancery runs 2.5 and 3.1. A network that runs 1.4 first goes to 2.2, then to 2.5, each with the capabilities before it',
    ],
    ['a number is no release', 2.5, '2.5.16', 'derived: `platformVersion: 2.5.16`: the input has no exact release'],
  ])('release %s', (_what, version, expected, line) => {
    const mapping = mapped({ network: { version } })
    expect([mapping.platformVersion, lineOf(mapping, 'version')]).toEqual([expected, line])
  })

  it('that runs already is to be adopted', () => {
    expect(mapped({ buyer: { org_status: 'existing' } }).tasks?.at(-1)).toMatch(/^This network runs already: /)
    expect(mapped({ channel: { channel_status: 'existing' } }).tasks?.at(-1)).toMatch(/^This network runs already: /)
  })

  it.each<[string, Parameters<typeof mapped>[0], string, string]>([
    [
      'Kafka',
      { network: { consensus: { name: 'kafka' } } },
      'consensus',
      'lost: Fabric has no Kafka since 3.0: channels get Raft',
    ],
    ['Raft', { network: { consensus: { name: 'raft' } } }, 'consensus', 'derived: `consensus: etcdraft`'],
    ['own templates', { network: { configtx: { custom: true } } }, 'configtx', 'lost: write policies'],
    ['no own templates', { network: { configtx: { custom: false } } }, 'configtx', 'dropped: off'],
    ['an operator', { network: { env: { type: 'operator' } } }, 'env.type', 'derived: nodes need no operator'],
    [
      'a console',
      { buyer: { fabric_console: 'enabled' } },
      'organizations.1.fabric_console',
      'lost: run Fabric Operations',
    ],
    ['no console', { buyer: { fabric_console: 'disabled' } }, 'organizations.1.fabric_console', 'dropped: off'],
    [
      'a CA',
      { maker: { services: { ca: { name: 'ca' } } } },
      'organizations.0.services.ca',
      'derived: `chancery keys` issues',
    ],
    ['a peer CLI', { peer: { cli: 'enabled' } }, `${peer}.cli`, 'dropped: Jobs join channels'],
    ['a connector', { peer: { cactus_connector: 'enabled' } }, `${peer}.cactus_connector`, 'lost: run the connector'],
    [
      'a core.yaml',
      { peer: { configpath: '/core.yaml' } },
      `${peer}.configpath`,
      'lost: write what this core.yaml changes as `settings` of buyer/peer0',
    ],
    ['a port', { peer: { grpc: { port: 7051 } } }, `${peer}.grpc`, 'dropped: inside the cluster'],
    [
      'metrics that are off',
      { peer: { metrics: { enabled: false } } },
      `${peer}.metrics`,
      'dropped: nodes have metrics',
    ],
  ])('with %s', (_what, given, path, line) => {
    expect(lineOf(mapped(given), path)?.slice(0, line.length)).toBe(line)
  })

  it('with metrics gets a PodMonitor', () => {
    expect(mapped({ peer: { metrics: { enabled: true } } }).after?.monitoring).toEqual({ podMonitor: true })
  })

  it('without services leaves the organization out', () => {
    const mapping = mapped({ buyer: { services: {} } })
    expect(mapping.organizations[1]?.nodes).toEqual([])
    expect(lineOf(mapping, 'organizations.1.services')).toBe('lost: buyer has no orderer and no peer, and is left out')
  })

  it('with names that Kubernetes refuses gets others', () => {
    const nodes = mapped({
      maker: { services: { orderers: [{ name: 'Orderer_1' }, { name: 'orderer-1' }], peers: [{ name: 'jobs' }, {}] } },
    }).organizations[0]?.nodes
    expect(nodes?.map(({ fields }) => fields.name)).toEqual(['orderer-1', 'orderer-1-2', 'peer-jobs', 'peer'])
  })
})

describe('users', () => {
  it('become clients with their attributes', () => {
    const mapping = mapped({
      buyer: {
        services: inputOf().organizations[1]?.value.services,
        users: [
          {
            identity: 'User1',
            attributes: [
              { key: 'role', value: 'buyer' },
              { key: 'hf.Revoker', value: true },
            ],
          },
          { identity: 'user1' },
          { identity: 'user2', attributes: [{ key: 'hf.Type', value: 'admin' }] },
          { attributes: [] },
        ],
      },
    })
    const path = 'organizations.1.users'
    expect(mapping.organizations[1]?.fields?.clients).toEqual([
      { name: 'user1', attributes: { role: 'buyer', 'hf.Revoker': 'true' } },
      'user1-2',
      'user2',
    ])
    expect(lineOf(mapping, `${path}.0.identity`)).toMatch(/^derived: client user1 of buyer/)
    expect(lineOf(mapping, `${path}.0.attributes.0`)).toBe('kept: as an attribute of client user1')
    expect(lineOf(mapping, `${path}.0.attributes.1`)).toMatch(/Only a CA server grants rights by it/)
    expect(lineOf(mapping, `${path}.1.identity`)).toMatch(/^derived: client user1-2 of buyer/)
    expect(lineOf(mapping, `${path}.2.attributes.0`)).toBe('derived: every client with attributes has it')
    expect(lineOf(mapping, `${path}.3`)).toBe('lost: a user without `identity`')
  })
})

describe('parties that run their nodes elsewhere', () => {
  const remote = {
    network: {
      orderers: [
        { name: 'one', org_name: 'maker', uri: 'one.example.org:443' },
        { name: 'four', org_name: 'maker', uri: 'four.example.org:443' },
        { name: 'far', org_name: 'Remote', uri: 'FAR_HOST:443' },
      ],
    },
    channel: {
      orderers: ['maker', 'Remote', 'nobody'],
      participants: [
        { name: 'buyer', peers: [{ name: 'peer0' }] },
        {
          name: 'seller',
          peers: [
            { name: 'peer0', type: 'nonanchor', peerAddress: 'peer0.seller.example.org:8443' },
            { name: 'peer1', type: 'anchor', gossipAddress: 'peer1.seller.example.org' },
          ],
        },
        { name: 'ghost' },
      ],
    },
  }

  it('are external, with the addresses of the input', () => {
    const mapping = mapped(remote)
    expect(mapping.external).toEqual([
      {
        organization: 'remote',
        mspId: 'RemoteMSP',
        nodes: [{ name: 'far', role: 'orderer', host: 'far.remote.example.com', port: 443 }],
      },
      {
        organization: 'seller',
        mspId: 'sellerMSP',
        nodes: [
          { name: 'peer0', role: 'peer', host: 'peer0.seller.example.org', port: 8443, anchor: false },
          { name: 'peer1', role: 'peer', host: 'peer1.seller.example.org', port: 443 },
        ],
      },
    ])
    expect(mapping.after?.channels).toEqual([
      { name: 'trade', members: ['buyer', 'seller'], orderers: ['maker', 'remote'] },
    ])
    expect(mapping.comments?.[0]).toEqual({
      path: ['external', 0, 'nodes', 0, 'host'],
      text: 'put the host and port here',
    })
    expect(mapping.tasks?.slice(-2)).toEqual([
      'Ask remote to commit its certificates as material/public/remote/ca.crt and tlsca.crt, and sign.crt and tls.crt of its orderers.',
      'Ask seller to commit its certificates as material/public/seller/ca.crt and tlsca.crt.',
    ])
    expect(lineOf(mapping, 'orderers.0')).toBe('derived: node maker/one: its address follows from its name')
    expect(lineOf(mapping, 'orderers.1')).toMatch(/^lost: maker has no such orderer in `services`/)
    expect(lineOf(mapping, 'channels.0.orderers.2')).toMatch(/^lost: no orderer of nobody is known/)
    expect(lineOf(mapping, 'channels.0.participants.2')).toMatch(/^lost: no organization ghost with nodes/)
  })

  it('are the same in other letters, as ours are', () => {
    const mapping = mapped({
      more: [{ name: 'GONE', org_status: 'delete', services: {} }],
      network: { orderers: [{ name: 'far', org_name: 'Remote', uri: 'far.remote.example.org:443' }] },
      channel: {
        orderers: ['Maker', 'REMOTE'],
        participants: [
          { name: 'Buyer', peers: [{ name: 'peer0', peerAddress: 'peer0.buyer.example.org:443' }] },
          { name: 'remote', peers: [{ name: 'peer0', peerAddress: 'peer0.remote.example.org:443' }] },
          { name: 'gone', peers: [{ name: 'peer0', peerAddress: 'peer0.gone.example.org:443' }] },
        ],
      },
    })
    expect(mapping.external).toMatchObject([
      { organization: 'remote', mspId: 'RemoteMSP', nodes: [{ name: 'far' }, { name: 'peer0' }] },
    ])
    expect(mapping.after?.channels).toMatchObject([{ members: ['buyer', 'remote'], orderers: ['maker', 'remote'] }])
    expect(lineOf(mapping, 'channels.0.participants.2')).toBe('dropped: gone leaves the channel')
  })

  it('and those that leave are in neither list', () => {
    const mapping = mapped({
      more: [{ name: 'gone', org_status: 'delete', services: {} }],
      network: { orderers: [{ name: 'one', org_name: 'gone', uri: 'one.gone.example.org:443' }] },
      channel: {
        participants: [
          { name: 'buyer', peers: [{ name: 'peer0' }] },
          { name: 'gone', peers: [{ name: 'peer0', peerAddress: 'peer0.gone.example.org:443' }] },
          { name: 'left', org_status: 'delete', peers: [{ name: 'peer0', peerAddress: 'left.example.org:443' }] },
        ],
      },
    })
    expect(mapping.external).toEqual([])
    expect(mapping.after?.channels).toMatchObject([{ members: ['buyer'] }])
    expect(lineOf(mapping, 'orderers.0')).toBe('dropped: gone leaves the network')
    expect(lineOf(mapping, 'channels.0.participants.2')).toBe('dropped: left leaves the channel')
  })
})

describe('a channel', () => {
  const twoPeers = { services: { peers: [{ name: 'peer0' }, { name: 'peer1' }] } }

  it('names peers of a member where not all have it', () => {
    expect(mapped({ buyer: twoPeers }).after?.channels).toMatchObject([
      { members: [{ organization: 'buyer', peers: ['peer0'] }] },
    ])
  })

  it('does not have a peer that no service is', () => {
    const mapping = mapped({ channel: { participants: [{ name: 'buyer', peers: [{ name: 'peer7' }] }] } })
    expect(lineOf(mapping, 'channels.0.participants.0.peers.0')).toMatch(/^lost: buyer has no such peer/)
  })

  it.each<[string, Parameters<typeof mapped>[0], string]>([
    ['name', { channel: { channel_name: undefined } }, 'lost: a channel without `channel_name`'],
    ['members', { channel: { participants: [] } }, 'lost: a channel without members that stay'],
  ])('without %s is lost', (_what, given, line) => {
    const mapping = mapped(given)
    expect([mapping.after?.channels, lineOf(mapping, 'channels.0')]).toEqual([undefined, line])
  })

  it('has the ACLs of its file', () => {
    const acls = JSON.stringify({ ACLs: { 'event/Block': { policy_ref: '/Channel/Application/Writers' } } })
    const given = { channel: { acls: '/home/acls.json' } }
    const mapping = mapped({ ...given, files: { '/home/acls.json': acls } })
    expect(mapping.after?.channels).toMatchObject([{ acls: { 'event/Block': '/Channel/Application/Writers' } }])
    expect(lineOf(mapping, 'channels.0.acls')).toMatch(/^kept/)
    expect(lineOf(mapped(given), 'channels.0.acls')).toMatch(/^lost: no file with ACLs can be read/)
  })
})

describe('a chaincode', () => {
  const made = (given: Parameters<typeof mapped>[0]): unknown => mapped(given).after?.chaincodes

  it('that runs as a service keeps its image and TLS', () => {
    const image = 'ghcr.io/example/assets:2'
    const mapping = mapped({ chaincode: { external_chaincode: true, tls: true, image, init_required: true } })
    expect(mapping.after?.chaincodes).toMatchObject([{ image, tls: true, initRequired: true }])
    expect(mapping.tasks).toEqual([])
    expect(lineOf(mapping, `${chaincode}.image`)).toBe('kept: as `image`')
  })

  it.each<[string, unknown, string | undefined, RegExp]>([
    ['nothing', '', undefined, /^derived: the channel's endorsement policy$/],
    ['a rule', "OR('buyerMSP.peer')", "OR('buyerMSP.peer')", /^kept/],
    ['an option of peer', `--signature-policy "OR('buyerMSP.peer')"`, "OR('buyerMSP.peer')", /^kept/],
    ['a policy of the channel', '--channel-config-policy Endorsement', '/Channel/Application/Endorsement', /^kept/],
    ['an unknown party', "OR('Org1MSP.peer')", undefined, /^lost: no member of the channel has the MSP ID Org1MSP/],
    ['something else', 'true', undefined, /^lost: not an endorsement policy \(/],
  ])('endorsed by %s', (_what, endorsements, policy, line) => {
    const mapping = mapped({ chaincode: { endorsements } })
    expect(mapping.after?.chaincodes).toEqual([
      expect.objectContaining(policy === undefined ? { name: 'assets' } : { endorsementPolicy: policy }),
    ])
    expect(lineOf(mapping, `${chaincode}.endorsements`)).toMatch(line)
  })

  it('has the collections of its file, with the defaults of Fabric', () => {
    const file = JSON.stringify([
      {
        name: 'prices',
        policy: "OR('buyerMSP.member')",
        requiredPeerCount: 0,
        maxPeerCount: 3,
        memberOnlyRead: true,
        endorsementPolicy: { signaturePolicy: "OR('buyerMSP.peer')" },
      },
    ])
    const given = { chaincode: { pdc: { enabled: true, collections_config: '/home/collections.json' } } }
    expect(made({ ...given, files: { '/home/collections.json': file } })).toMatchObject([
      {
        collections: [
          {
            name: 'prices',
            policy: "OR('buyerMSP.member')",
            requiredPeerCount: 0,
            maxPeerCount: 3,
            blockToLive: 0,
            memberOnlyRead: true,
            memberOnlyWrite: false,
            endorsementPolicy: "OR('buyerMSP.peer')",
          },
        ],
      },
    ])
    expect(lineOf(mapped(given), `${chaincode}.pdc.collections_config`)).toMatch(/^lost: the file cannot be read/)
  })

  it('is in the channels that list it, and lost where none does', () => {
    expect(lineOf(mapped({ channel: { chaincodes: ['assets', 'other'] } }), 'channels.0.chaincodes.1')).toBe(
      'lost: no peer of the input has a chaincode of this name',
    )
    const mapping = mapped({ channel: { chaincodes: ['other'] } })
    expect(mapping.after?.chaincodes).toBeUndefined()
    expect(lineOf(mapping, chaincode)).toMatch(/^lost: no channel of the input lists it/)
  })

  it('of a release for Fabric 1.4 is not in a list', () => {
    expect(made({ peer: { chaincodes: undefined, chaincode: { name: 'assets', version: 1 } } })).toMatchObject([
      { name: 'assets', version: '1', sequence: 1 },
    ])
  })

  it('on several peers is one; the first counts where they differ', () => {
    const seller = {
      name: 'seller',
      services: { peers: [{ name: 'peer0', chaincodes: [{ name: 'assets', version: '9', sequence: 3 }] }] },
    }
    const third = { name: 'third', services: { peers: [{ name: 'peer0' }] } }
    const mapping = mapped({
      more: [seller, third],
      channel: {
        participants: [
          { name: 'buyer', type: 'joiner' },
          { name: 'seller', type: 'creator' },
          { name: 'third', type: 'joiner' },
        ],
      },
    })
    expect(mapping.after?.chaincodes).toMatchObject([
      { version: '2', organizations: ['buyer', 'seller'], committer: 'seller' },
    ])
    const path = 'organizations.2.services.peers.0.chaincodes.0'
    expect(lineOf(mapping, path)).toBe('derived: chaincode assets, as on buyer/peer0')
    expect(lineOf(mapping, `${path}.version`)).toMatch(/^lost: another value than on buyer\/peer0/)
    expect(lineOf(mapping, `${path}.sequence`)).toBeUndefined()
  })

  it.each<[string, string, RegExp]>([
    ['arguments', 'init', /^lost: no Job calls a chaincode/],
    ['lang', 'java', /^derived: peers build no code/],
    ['maindirectory', 'cmd', /^derived: chaincodes run as services/],
    ['buildpack_path', '/builders', /^dropped: images of peers have the builder/],
    ['upgrade_chaincode', 'true', /^dropped: an upgrade is a change/],
  ])('has a line for %s', (key, value, line) => {
    expect(lineOf(mapped({ chaincode: { [key]: value } }), `${chaincode}.${key}`)).toMatch(line)
  })

  it('never shows the credentials of its repository', () => {
    const url = 'https://me:hunter2@github.com/example/code.git'
    const mapping = mapped({ chaincode: { repository: { url, password: 'hunter2', path: 'assets' } } })
    expect(JSON.stringify([mapping.tasks, mapping.after, mapping.lines])).not.toContain('hunter2')
    expect(lineOf(mapping, `${chaincode}.repository.password`)).toMatch(/^secret/)
  })
})

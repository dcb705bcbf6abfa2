import type { ExpectedRisk } from '../../../plan/case.ts'
import type { Edits } from '../../../plan/revisions.ts'

export interface FabricRiskCase {
  readonly name: string
  /** How the network that runs differs from test/definitions/fabric.yaml. */
  readonly given?: Edits
  readonly edits: Edits
  /** Public material that the network that runs has besides. */
  readonly running?: (files: Map<string, string>) => void
  /** Changes of public material. */
  readonly files?: (files: Map<string, string>) => void
  readonly risks: readonly ExpectedRisk[]
}

const orderers = 'orderers: [manufacturer, carrier, retailer/orderer3]'
const members = 'members: [manufacturer, {organization: carrier, peers: [peer1, peer2]}, retailer]'
const orderer2 = '      - {name: orderer2, role: orderer}\n'
const orderer3 = '      - {name: orderer3, role: orderer}\n'
const raft = '    raft: {electionTick: 10}\n'
const version = '    version: "1.0"\n'
const image = 'assets:1.0.2'
const sequence = 'sequence: 1\n'
const organization = 'material/public/carrier'
const alone: Edits = [
  [orderer3, ''],
  [orderer2, ''],
  [orderers, 'orderers: [manufacturer]'],
]

const copy =
  (from: string, to: string) =>
  (files: Map<string, string>): void =>
    void files.set(`${organization}/${to}`, files.get(`${organization}/${from}`) ?? '')

/** What a change does to a channel that runs. */
export const cases: readonly FabricRiskCase[] = [
  { name: 'nothing', edits: [], risks: [] },
  {
    name: 'a client is revoked',
    edits: [['clients: [shop]', 'clients: [shop]\n    revoked: [{identity: clients/shop}]']],
    risks: [
      {
        risk: 'caution identity-revoked manufacturer 30:14',
        message:
          'manufacturer revokes manufacturer/clients/shop (certificate 5542c695aa625b2737c533151481943f): its key loses all rights, once the nodes have restarted and each channel has the list',
        hint: 'make an update of each of its channels after the merge (`chancery channel update`): other organizations refuse it only then. Jobs that use it stop',
      },
    ],
  },
  {
    name: 'an orderer is revoked while it runs',
    edits: [['clients: [shop]', 'clients: [shop]\n    revoked: [{identity: orderer1}]']],
    risks: [
      {
        risk: 'danger identity-revoked manufacturer 30:14',
        message:
          'manufacturer revokes manufacturer/orderer1 (certificate 7e6ccc555d65377a2de32d0dc516a4d9), and manufacturer/orderer1 runs with it: every node that has the list refuses it, as an orderer and as an endorser',
        hint: 'add another node first, and remove this one from the channels (`orderers`, `members`)',
      },
    ],
  },
  {
    name: 'a revocation disappears, and another by its serial number comes',
    given: [['clients: [shop]', 'clients: [shop]\n    revoked: [{serial: AB}, {serial: "01"}]']],
    edits: [['[{serial: AB}, {serial: "01"}]', '[{serial: "00:cd"}, {serial: "1"}]']],
    risks: [
      {
        risk: 'caution identity-revoked manufacturer 30:14',
        message:
          'manufacturer revokes the certificate cd: its key loses all rights, once the nodes have restarted and each channel has the list',
        hint: 'make an update of each of its channels after the merge (`chancery channel update`): other organizations refuse it only then. Jobs that use it stop',
      },
      {
        risk: 'danger revocation-removed manufacturer 26:5',
        message: 'the certificate ab is no longer revoked: the key can act for manufacturer again',
        hint: 'restore it in `revoked`, by serial number where the certificate is gone (ab)',
      },
    ],
  },
  {
    name: 'a client gets an attribute and loses another',
    given: [['clients: [shop]', 'clients: [{name: shop, attributes: {role: buyer, region: eu}}]']],
    edits: [['{role: buyer, region: eu}', '{role: admin}']],
    risks: [
      {
        risk: 'caution client-attributes-changed manufacturer/clients/shop 29:14',
        message: 'client shop of manufacturer gets other attributes: region eu → (unset); role buyer → admin',
        hint: 'ask the owners of chaincodes which rights follow from them; the old certificate keeps its attributes until it expires, or is revoked',
      },
    ],
  },
  {
    name: 'an orderer goes',
    edits: [
      [orderer2, ''],
      [orderers, 'orderers: [manufacturer, retailer/orderer3]'],
    ],
    risks: [
      {
        risk: 'danger consenter-removed trade 50:15',
        message: 'channel trade still counts carrier/orderer2 as an orderer: 2 of 3 are left, and 2 must agree',
        hint: "keep the node and take it out of the channel's `orderers` first, one in each update (`chancery channel update trade`); remove the node when the update is active",
      },
    ],
  },
  {
    name: 'two of three orderers go',
    edits: [
      [orderer2, ''],
      [orderer3, ''],
      [orderers, 'orderers: [manufacturer]'],
    ],
    risks: [
      {
        risk: 'danger channel-quorum-lost trade 49:15',
        message:
          'channel trade loses carrier/orderer2 and retailer/orderer3: 1 of 3 orderers is left, but 2 must agree, so the channel orders no transaction',
        hint: "keep the nodes and take them out of the channel's `orderers` first, one in each update (`chancery channel update trade`); remove the nodes when the update is active",
      },
      {
        risk: 'danger channel-policy-weakened trade 47:5',
        message: 'policies of channel trade become weaker: policy Orderer/Admins: ManufacturerMSP alone',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'an orderer is to leave',
    edits: [[orderers, 'orderers: [manufacturer, carrier]']],
    risks: [
      {
        risk: 'caution consenter-leaves trade 51:15',
        message: 'retailer/orderer3 is to stop ordering channel trade: it counts until an update of the channel',
        hint: 'keep it running until then; each update removes one (`chancery channel update trade`, then again for the next)',
      },
    ],
  },
  {
    name: 'two orderers are to come',
    edits: [
      [
        orderer2,
        `${orderer2}      - {name: orderer4, role: orderer}\n      - {name: orderer5, role: orderer, cluster: asia}\n`,
      ],
    ],
    risks: [
      {
        risk: 'caution consenter-joins trade 53:15',
        message:
          'carrier/orderer4 and carrier/orderer5 are to order channel trade: until an update of the channel they follow without a vote',
        hint: 'let them catch up first; each update adds one (`chancery channel update trade`, then again for the next)',
      },
    ],
  },
  {
    name: 'an orderer of three restarts',
    edits: [['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, platformVersion: 3.1.6}']],
    risks: [],
  },
  {
    name: 'all orderers restart, one cluster beside the other',
    edits: [['platformVersion: 3.1.5', 'platformVersion: 3.1.6']],
    risks: [
      {
        risk: 'danger consenters-restart trade 49:5',
        message:
          'orderers of channel trade: carrier/orderer2, manufacturer/orderer1 and retailer/orderer3 restart, one after the other in each of 3 clusters. At most 1 of 3 may fail, so transactions wait until enough orderers run again',
        hint: 'change the orderers of one cluster in each commit; test a release with `platformVersion` of single nodes',
      },
    ],
  },
  {
    name: 'the only orderer restarts',
    given: alone,
    edits: [['{name: orderer1, role: orderer}', '{name: orderer1, role: orderer, platformVersion: 3.1.6}']],
    risks: [
      {
        risk: 'danger consenters-restart trade 47:5',
        message:
          'orderers of channel trade: manufacturer/orderer1 restarts. None of 1 may fail, so transactions wait until enough orderers run again',
        hint: 'inform the users of the channel; with three orderers or more it would continue',
      },
    ],
  },
  {
    name: 'two orderers of one cluster restart, one after the other',
    given: [['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, cluster: eu}']],
    edits: [
      ['{name: orderer1, role: orderer}', '{name: orderer1, role: orderer, platformVersion: 3.1.6}'],
      [
        '{name: orderer2, role: orderer, cluster: eu}',
        '{name: orderer2, role: orderer, cluster: eu, platformVersion: 3.1.6}',
      ],
    ],
    risks: [
      {
        risk: 'caution consenters-restart trade 49:5',
        message:
          'orderers of channel trade: carrier/orderer2 and manufacturer/orderer1 restart, one after the other. Meanwhile none of the others may fail',
        hint: 'merge this while all orderers are well',
      },
    ],
  },
  {
    name: 'two orderers of SmartBFT restart, one after the other',
    given: [
      [orderer2, `${orderer2}      - {name: orderer4, role: orderer}\n`],
      [raft, '    consensus: bft\n'],
    ],
    edits: ['orderer2', 'orderer4'].map((name) => [
      `{name: ${name}, role: orderer}`,
      `{name: ${name}, role: orderer, platformVersion: 3.1.6}`,
    ]),
    risks: [
      {
        risk: 'caution consenters-restart trade 50:5',
        message:
          'orderers of channel trade: carrier/orderer2 and carrier/orderer4 restart, one after the other. Meanwhile none of the others may fail',
        hint: 'merge this while all orderers are well. SmartBFT needs up to a minute for a new leader, each time that the leader restarts; change one orderer in each commit, and wait for a block between (`platformVersion` of single nodes)',
      },
    ],
  },
  {
    name: 'an orderer gets another key',
    edits: [],
    files: copy('peer1/tls.crt', 'orderer2/tls.crt'),
    risks: [
      {
        risk: 'danger consenter-rekeyed carrier/orderer2 38:9',
        message:
          'carrier/orderer2 gets another key: channel trade knows only the old key, so the orderer no longer takes part',
        hint: 'restore its certificates and its key from Git; to replace a key, add another orderer and remove this one from the channel',
      },
    ],
  },
  {
    name: 'an authority is another',
    edits: [],
    files: copy('tlsca.crt', 'ca.crt'),
    risks: [
      {
        risk: 'danger authority-replaced carrier 34:5',
        message:
          'material/public/carrier/ca.crt changed: channels verify the certificates of carrier against the old authority, and refuse new ones',
        hint: 'restore it from Git; to replace an authority, add both certificates to the channels first, then issue all certificates anew, then remove the old one',
      },
    ],
  },
  {
    name: 'a member joins',
    given: [[members, 'members: [manufacturer, carrier]']],
    edits: [['members: [manufacturer, carrier]', members]],
    risks: [
      {
        risk: 'caution member-joins trade 50:14',
        message: 'retailer joins channel trade: majorities become larger, endorsement included',
        hint: 'it becomes a member by an update that a majority of the present members signs (`chancery channel update trade`)',
      },
      {
        risk: 'danger channel-policy-weakened trade 49:5',
        message:
          'policies of channel trade become weaker: policy Application/Admins, policy Application/Endorsement and policy Application/LifecycleEndorsement: CarrierMSP and RetailerMSP together or ManufacturerMSP and RetailerMSP together',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
      {
        risk: 'caution chaincode-changed trade/assets 56:5',
        message:
          'chaincode assets of channel trade changes: runs at carrier and manufacturer → carrier, manufacturer and retailer',
        hint: 'ask each organization of the channel to confirm: the change applies from the next sequence on',
      },
    ],
  },
  {
    name: 'a member leaves',
    edits: [[members, 'members: [manufacturer, carrier]']],
    risks: [
      {
        risk: 'caution member-leaves trade 50:14',
        message: 'retailer leaves channel trade: majorities of the others become smaller, endorsement included',
        hint: 'the update that takes it out needs signatures of a majority of the members (`chancery channel update trade`): keep the organization and its nodes until it is active',
      },
      {
        risk: 'caution chaincode-changed trade/assets 56:5',
        message:
          'chaincode assets of channel trade changes: runs at carrier, manufacturer and retailer → carrier and manufacturer',
        hint: 'ask each organization of the channel to confirm: the change applies from the next sequence on',
      },
    ],
  },
  {
    name: 'a member leaves, and the definition with it',
    given: [
      [orderers, 'orderers: [manufacturer, carrier]'],
      [orderer3, ''],
    ],
    edits: [
      [members, 'members: [manufacturer, carrier]'],
      [
        `  - name: retailer
    cluster: asia
    issuerRecipients: [age1vdcen9qr6rm9hhzgt5c4fqy76mp5zz68nghf78qrqh05atvknghqfhwvqs]
    nodes:
      - {name: peer1, role: peer, stateDatabase: couchdb}
`,
        '',
      ],
      [", 'RetailerMSP.peer'", ''],
    ],
    risks: [
      {
        risk: 'danger member-leaves trade 44:14',
        message:
          'retailer leaves channel trade and the definition: the channel still counts a member without nodes, for majorities too',
        hint: 'the update that takes it out needs signatures of a majority of the members (`chancery channel update trade`): keep the organization and its nodes until it is active',
      },
      {
        risk: 'danger chaincode-sequence trade/assets 54:15',
        message:
          'endorsementPolicy of chaincode assets changed, but its sequence stays 1: the committed definition stays active',
        hint: 'use 2',
      },
      {
        risk: 'caution chaincode-changed trade/assets 50:5',
        message:
          "chaincode assets of channel trade changes: endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer'); runs at carrier, manufacturer and retailer → carrier and manufacturer",
        hint: 'ask each organization of the channel to confirm: the change applies from the next sequence on',
      },
    ],
  },
  {
    name: 'a member changes its MSP ID',
    edits: [['  - name: carrier\n', '  - name: carrier\n    mspId: FreightMSP\n']],
    risks: [
      {
        risk: 'danger msp-id-changed trade/carrier 51:14',
        message:
          'carrier changes from CarrierMSP to FreightMSP: channel trade does not know the new name, which its nodes use at once',
        hint: 'restore CarrierMSP: an organization cannot change its MSP ID',
      },
      {
        risk: 'danger channel-policy-weakened trade 50:5',
        message:
          'policies of channel trade become weaker: policy Application/Admins, policy Application/Endorsement, policy Application/LifecycleEndorsement and policy Orderer/Admins: FreightMSP and ManufacturerMSP together or FreightMSP and RetailerMSP together',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'a channel goes',
    given: [['\nchaincodes:', '  - {name: old, members: [carrier]}\n\nchaincodes:']],
    edits: [['  - {name: old, members: [carrier]}\n', '']],
    risks: [
      {
        risk: 'caution channel-removed old 49:3',
        message: 'channel old leaves the definition: its peers and orderers keep it, and continue to run it',
        hint: 'stop its applications first; to delete its data, remove it from the orderers (osnadmin channel remove) and from the peers (peer node unjoin)',
      },
    ],
  },
  {
    name: 'another consensus',
    edits: [[raft, '    consensus: bft\n']],
    risks: [
      {
        risk: 'danger consensus-changed trade 52:16',
        message:
          'the consensus of channel trade changes from etcdraft to bft: the consensus of a running channel cannot be edited',
        hint: 'keep it, and make a new channel; the migration of Fabric needs downtime in maintenance mode, and is not automated here',
      },
    ],
  },
  {
    name: 'a higher capability',
    edits: [[raft, '    capabilities: {channel: V3_0}\n']],
    risks: [
      {
        risk: 'danger capability-raised trade 52:19',
        message:
          'the channel capability of channel trade rises from V2_0 to V3_0: nodes without support for it stop at that block, and it cannot be lowered again',
        hint: 'upgrade all nodes of all members first, external ones too',
      },
    ],
  },
  {
    name: 'a lower capability',
    given: [[raft, '    capabilities: {channel: V3_0}\n']],
    edits: [['channel: V3_0', 'channel: V2_0']],
    risks: [
      {
        risk: 'danger capability-lowered trade 52:19',
        message: 'the channel capability of channel trade falls from V3_0 to V2_0: existing blocks keep it',
        hint: 'keep it: a capability cannot be lowered',
      },
    ],
  },
  {
    name: 'other blocks, clocks, policies and ACLs',
    edits: [
      [
        raft,
        '    raft: {electionTick: 20}\n    policies: {endorsement: ANY Endorsement}\n    acls: {event/Block: /Channel/Application/Writers}\n',
      ],
      ['timeout: 2s', 'timeout: 1s'],
    ],
    risks: [
      {
        risk: 'caution channel-changed trade 49:5',
        message:
          'batch, raft, policies and acls of channel trade change: the channel keeps the old values until an update',
        hint: 'write the update with `chancery channel update trade`, and have it signed',
      },
      {
        risk: 'danger channel-policy-weakened trade 49:5',
        message:
          'policies of channel trade become weaker: policy Application/Endorsement: CarrierMSP alone, ManufacturerMSP alone or RetailerMSP alone',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'one more ACL',
    edits: [[raft, `${raft}    acls: {event/Block: /Channel/Application/Writers}\n`]],
    risks: [
      {
        risk: 'caution channel-changed trade 49:5',
        message: 'acls of channel trade changes: the channel keeps the old value until an update',
        hint: 'write the update with `chancery channel update trade`, and have it signed',
      },
    ],
  },
  {
    name: 'another domain: orderers and anchors',
    edits: [['domain: us.example.com', 'domain: us.example.org']],
    risks: [
      {
        risk: 'danger channel-address-changed trade/carrier/orderer2 49:5',
        message:
          'the address of carrier/orderer2 changes from orderer2.carrier.us.example.com:15000 to orderer2.carrier.us.example.org:15000: orderers and peers of channel trade dial the old address until an update of the channel',
        hint: 'keep the old address until the update is active (`chancery channel update trade`)',
      },
      {
        risk: 'caution channel-address-changed trade/carrier/peer1 49:5',
        message:
          'the address of carrier/peer1 changes from peer1.carrier.us.example.com:15001 to peer1.carrier.us.example.org:15001: other organizations of channel trade dial the old address until an update of the channel',
        hint: 'keep the old address until the update is active (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'another port',
    edits: [['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, port: 15900}']],
    risks: [
      {
        risk: 'danger channel-address-changed trade/carrier/orderer2 49:5',
        message:
          'the address of carrier/orderer2 changes from orderer2.carrier.us.example.com:15000 to orderer2.carrier.us.example.com:15900: orderers and peers of channel trade dial the old address until an update of the channel',
        hint: 'keep the old address until the update is active (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'another state database',
    edits: [['{name: peer2, role: peer, stateDatabase: couchdb}', '{name: peer2, role: peer}']],
    risks: [
      {
        risk: 'danger state-database-changed carrier/peer2 40:9',
        message:
          'the state database of carrier/peer2 changes from couchdb to goleveldb: the peer refuses to start with its data',
        hint: 'add a new peer with the other database, let it catch up, and remove this one',
      },
    ],
  },
  {
    name: 'a smaller CouchDB',
    edits: [
      [
        '{name: peer2, role: peer, stateDatabase: couchdb}',
        '{name: peer2, role: peer, stateDatabase: couchdb, couchdb: {storage: 10Gi}}',
      ],
    ],
    risks: [
      {
        risk: 'danger storage-shrinks carrier/peer2/couchdb 40:68',
        message:
          'the volume of the CouchDB of carrier/peer2 shrinks from 20Gi to 10Gi: Kubernetes refuses that, and every other change of the node with it',
        hint: 'restore 20Gi; to use a smaller volume, add a new peer and remove this one',
      },
    ],
  },
  {
    name: 'a chaincode goes',
    given: [
      ['chaincodes:\n', 'chaincodes:\n  - {name: old, channel: trade, image: "old:1", version: "1", sequence: 1}\n'],
    ],
    edits: [['  - {name: old, channel: trade, image: "old:1", version: "1", sequence: 1}\n', '']],
    risks: [
      {
        risk: 'caution chaincode-removed trade/old 56:3',
        message:
          'chaincode old leaves the definition: its servers stop, and channel trade keeps a chaincode that nobody can call',
        hint: 'stop its applications first',
      },
    ],
  },
  {
    name: 'another definition of a chaincode, with the next sequence',
    edits: [
      [version, '    version: "1.1"\n'],
      [sequence, 'sequence: 2\n'],
    ],
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          'chaincode assets of channel trade changes: sequence 1 → 2; version 1.0 → 1.1; label assets_1.0 → assets_1.1',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
  {
    name: 'another definition of a chaincode, with the same sequence',
    edits: [[version, '    version: "1.1"\n']],
    risks: [
      {
        risk: 'danger chaincode-sequence trade/assets 60:15',
        message:
          'version and label of chaincode assets changed, but its sequence stays 1: the committed definition stays active',
        hint: 'use 2',
      },
      {
        risk: 'caution chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: version 1.0 → 1.1; label assets_1.0 → assets_1.1',
        hint: 'ask each organization of the channel to confirm: the change applies from the next sequence on',
      },
    ],
  },
  {
    name: 'a sequence that leaves one out',
    edits: [[sequence, 'sequence: 3\n']],
    risks: [
      {
        risk: 'danger chaincode-sequence trade/assets 60:15',
        message: 'the sequence of chaincode assets rises from 1 to 3: the channel accepts only 2',
        hint: 'use 2',
      },
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: sequence 1 → 3',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
  {
    name: 'a sequence that goes back',
    given: [[sequence, 'sequence: 3\n']],
    edits: [['sequence: 3', 'sequence: 2']],
    risks: [
      {
        risk: 'danger chaincode-sequence trade/assets 60:15',
        message: 'the sequence of chaincode assets falls from 3 to 2: a channel only accepts the next sequence',
        hint: 'use 4, also to return to an earlier definition',
      },
      {
        risk: 'caution chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: sequence 3 → 2',
        hint: 'ask each organization of the channel to confirm: the change applies from the next sequence on',
      },
    ],
  },
  {
    name: 'another image of the same chaincode',
    edits: [[image, 'assets:1.0.3']],
    risks: [
      {
        risk: 'danger chaincode-image-changed trade/assets 58:12',
        message:
          'the image of chaincode assets changes from registry.example.com/assets:1.0.2 to registry.example.com/assets:1.0.3, under the same definition: members with another image may endorse other results, and such transactions are invalid',
        hint: 'change the image for all members at once, or raise version and sequence',
      },
    ],
  },
]

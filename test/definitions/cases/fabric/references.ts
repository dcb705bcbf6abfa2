import type { Case } from '../../case.ts'

const members = 'members: [manufacturer, {organization: carrier, peers: [peer1, peer2]}, retailer]'
const orderers = 'orderers: [manufacturer, carrier, retailer/orderer3]'

/** Names that lead nowhere, and parties without what a channel needs of them. */
export const references: readonly Case[] = [
  {
    name: 'an unknown organization',
    change: [[members, 'members: [manufacturer, carier, retailer]']],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '50:29',
        message: 'channel trade has the unknown organization "carier"',
        hint: 'did you mean "carrier"?',
      },
    ],
  },
  {
    name: 'a member with a key of something else',
    change: [[members, 'members: [manufacturer, {name: carrier}, retailer]']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '50:29',
        message: 'channels[trade].members[carrier] has no "organization"',
        hint: 'add it: text (The member)',
      },
      {
        rule: 'unknown-key',
        severity: 'error',
        at: '50:30',
        message: 'unknown key "name" in channels[trade].members[carrier]',
        hint: 'known: organization, peers',
      },
    ],
  },
  {
    name: 'a member that stands twice',
    change: [[members, 'members: [manufacturer, carrier, retailer, carrier]']],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '50:48',
        message: 'carrier is a duplicate among the members of trade',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'an unknown peer',
    change: [[members, 'members: [manufacturer, {organization: carrier, peers: [peer1, peer2, peer3]}, retailer]']],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '50:75',
        message: 'channel trade has the unknown peer "peer3"',
        hint: 'did you mean "peer1"?',
      },
    ],
  },
  {
    name: 'a member without a peer',
    change: [
      [
        '      - {name: orderer3, role: orderer}\n      - {name: peer1, role: peer, stateDatabase: couchdb}',
        '      - {name: orderer3, role: orderer}',
      ],
    ],
    findings: [
      {
        rule: 'member-without-peer',
        severity: 'error',
        at: '49:77',
        message: 'retailer is a member of channel trade, but has no peer',
        hint: 'give it a node with the role peer, or take it out of the channel',
      },
    ],
  },
  {
    name: 'a member without an anchor',
    change: [
      [
        '      - {name: orderer3, role: orderer}\n      - {name: peer1, role: peer, stateDatabase: couchdb}',
        '      - {name: orderer3, role: orderer}\n      - {name: peer1, role: peer, stateDatabase: couchdb, anchor: false}',
      ],
    ],
    findings: [
      {
        rule: 'no-anchor',
        severity: 'warning',
        at: '50:77',
        message: 'retailer has no anchor peer in channel trade: other organizations cannot reach its gossip',
        hint: 'remove `anchor: false` from one of its peers in the channel',
      },
    ],
  },
  {
    name: 'unknown orderers',
    change: [[orderers, 'orderers: [manufacturer, carrier, retailer/orderer4, harbour]']],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '51:39',
        message: 'channel trade has the unknown orderer "retailer/orderer4"',
        hint: 'did you mean "retailer/orderer3"?',
      },
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '51:58',
        message: 'channel trade has the unknown orderer "harbour"',
        hint: 'known: carrier, carrier/orderer2, manufacturer, manufacturer/orderer1, retailer, retailer/orderer3',
      },
    ],
  },
  {
    name: 'orderers that stand twice',
    change: [[orderers, 'orderers: [manufacturer, carrier, retailer, retailer/orderer3, carrier]']],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '51:49',
        message: 'retailer/orderer3 is a duplicate among the orderers of trade, once with its organization',
        hint: 'remove one of the two',
      },
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '51:68',
        message: 'carrier is a duplicate among the orderers of trade',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'no orderer',
    change: (good) => good.replaceAll(/ {6}- \{name: orderer.*\n/g, '').replace(`    ${orderers}\n`, ''),
    findings: [
      {
        rule: 'no-orderer',
        severity: 'error',
        at: '46:5',
        message: 'channel trade has no orderer',
        hint: 'add nodes with the role orderer: three or five, or four for bft',
      },
    ],
  },
  {
    name: 'a chaincode of an unknown channel',
    change: [['channel: trade', 'channel: trades']],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '57:14',
        message: 'chaincode assets has the unknown channel "trades"',
        hint: 'did you mean "trade"?',
      },
    ],
  },
  {
    name: 'a chaincode of those who are no members',
    change: [['    sequence: 1', '    sequence: 1\n    organizations: [carrier, harbour]\n    committer: maker']],
    findings: [
      {
        rule: 'chaincode-organization',
        severity: 'error',
        at: '61:30',
        message: 'harbour is to run chaincode assets, but is no member of channel trade',
        hint: 'known: carrier, manufacturer, retailer',
      },
      {
        rule: 'chaincode-organization',
        severity: 'error',
        at: '62:16',
        message: 'maker is to commit chaincode assets, but is no member of channel trade',
        hint: 'known: carrier, manufacturer, retailer',
      },
    ],
  },
  {
    name: 'organizations that take part in nothing',
    change: (good) =>
      good.replace(
        '\nchannels:',
        `  - {name: harbour, cluster: us, issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re], nodes: [{name: ca, role: ca}]}
  - {name: port, cluster: us, issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re], nodes: [{name: peer1, role: peer}]}\n\nchannels:`,
      ),
    findings: [
      {
        rule: 'idle-organization',
        severity: 'warning',
        at: '47:5',
        message: 'organization harbour has neither peers nor orderers',
        hint: 'add some, or remove it',
      },
      {
        rule: 'idle-organization',
        severity: 'warning',
        at: '48:5',
        message: 'organization port has peers, but is a member of no channel',
        hint: 'add it to `members` of a channel',
      },
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '47:53',
        message:
          'organizations carrier and harbour have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '48:50',
        message:
          'organizations harbour and port have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
    ],
  },
  {
    name: 'nodes in no channel',
    change: [
      [members, 'members: [manufacturer, {organization: carrier, peers: [peer1]}, retailer]'],
      ['- {name: ca, role: ca}', '- {name: ca, role: ca}\n      - {name: spare, role: orderer}'],
      [orderers, 'orderers: [manufacturer/orderer1, carrier, retailer]'],
    ],
    findings: [
      {
        rule: 'idle-node',
        severity: 'warning',
        at: '34:9',
        message: 'manufacturer/spare is in no channel',
        hint: 'add it to `orderers` of a channel, or remove it',
      },
      {
        rule: 'idle-node',
        severity: 'warning',
        at: '41:9',
        message: 'carrier/peer2 is in no channel',
        hint: 'add it to `peers` of a member, or remove it',
      },
    ],
  },
]

import type { Case } from '../../case.ts'

/** What has the right shape is checked while something else has not, and nothing is blamed for what is not known. */
export const partial: readonly Case[] = [
  {
    name: 'a role is wrong, and an orderer is unknown',
    change: [
      ['- {name: orderer2, role: orderer}', '- {name: orderer2, role: ordererr}'],
      ['retailer/orderer3', 'retailer/orderer4'],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '38:32',
        message: 'organizations[carrier].nodes[orderer2].role: "ordererr" is not one of peer, orderer, ca',
        hint: 'did you mean "orderer"?',
      },
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '51:39',
        message: 'channel trade has the unknown orderer "retailer/orderer4"',
        hint: 'did you mean "retailer/orderer3"?',
      },
    ],
  },
  {
    name: 'an orderer without its name is none that is missing',
    change: [['- {name: orderer3, role: orderer}', '- {role: orderer}']],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '45:9',
        message: 'organizations[retailer].nodes[0] has no "name"',
        hint: 'add it: text (Name of the node and of its objects)',
      },
    ],
  },
  {
    name: 'a node without name, and an MSP ID that is mistyped',
    change: [
      ['- {name: orderer2, role: orderer}', '- {role: orderer}'],
      ["'CarrierMSP.peer'", "'CarierMSP.peer'"],
    ],
    findings: [
      {
        rule: 'missing-key',
        severity: 'error',
        at: '38:9',
        message: 'organizations[carrier].nodes[0] has no "name"',
        hint: 'add it: text (Name of the node and of its objects)',
      },
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message: `the policy "OutOf(2, 'ManufacturerMSP.peer', 'CarierMSP.peer', 'RetailerMSP.peer')" names the unknown MSP CarierMSP`,
        hint: 'did you mean "CarrierMSP"?',
      },
    ],
  },
  {
    name: 'an organization whose name is wrong is none that is missing',
    change: [['  - name: carrier\n    cluster', '  - name: Carrier\n    cluster']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '34:11',
        message:
          'organizations[Carrier].name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "Carrier"',
      },
    ],
  },
  {
    name: 'a channel whose name is wrong is none that is missing',
    change: [['  - name: trade', '  - name: Trade_x']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '49:11',
        message:
          'channels[Trade_x].name must be the name of a channel: lower-case letters, digits, "." and "-", beginning with a letter, at most 249, got "Trade_x"',
      },
    ],
  },
  {
    name: 'a duration without unit, and an unknown member',
    change: [
      ['members: [manufacturer,', 'members: [manufacturerr,'],
      ['timeout: 2s', 'timeout: 2'],
    ],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '50:15',
        message: 'channel trade has the unknown organization "manufacturerr"',
        hint: 'did you mean "manufacturer"?',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '53:22',
        message: 'channels[trade].batch.timeout must be text, got 2',
        hint: 'write a unit: 2ms, 2s, 2m',
      },
    ],
  },
  {
    name: 'a sequence of zero, and an unknown peer',
    change: [
      ['peers: [peer1, peer2]', 'peers: [peer1, peer3]'],
      ['sequence: 1', 'sequence: 0'],
    ],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '50:68',
        message: 'channel trade has the unknown peer "peer3"',
        hint: 'did you mean "peer1"?',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '60:15',
        message: 'chaincodes[assets].sequence must be at least 1, got 0',
      },
      {
        rule: 'idle-node',
        severity: 'warning',
        at: '40:9',
        message: 'carrier/peer2 is in no channel',
        hint: 'add it to `peers` of a member, or remove it',
      },
    ],
  },
  {
    name: 'members that are no list',
    change: [['members: [manufacturer, {organization: carrier, peers: [peer1, peer2]}, retailer]', 'members: 3']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '50:14',
        message: 'channels[trade].members must be a list, got 3',
        hint: 'Organizations whose peers have the channel',
      },
    ],
  },
  {
    name: 'an organization without nodes is no member without peer',
    change: [
      [
        '    nodes:\n      - {name: orderer2, role: orderer}\n      - {name: peer1, role: peer, stateDatabase: couchdb}\n      - {name: peer2, role: peer, stateDatabase: couchdb}',
        '    nodes: []',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:12',
        message: 'organizations[carrier].nodes must be a list with at least 1 item, got an empty list',
      },
    ],
  },
]

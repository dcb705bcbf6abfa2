import type { Case } from '../../case.ts'

const endorsement = "OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')"
const raft = '    raft: {electionTick: 10}\n'
const collection = "policy: OR('ManufacturerMSP.member', 'CarrierMSP.member')"
const harbour = `  - {name: harbour, cluster: us, issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re], nodes: [{name: peer1, role: peer}]}

channels:
  - {name: harbours, members: [harbour]}
`

/** Policies that cannot be read, name nobody, or cannot be fulfilled; private data; ACLs. */
export const policies: readonly Case[] = [
  {
    name: 'a policy that cannot be read',
    change: [[endorsement, "AND('ManufacturerMSP.peer' 'CarrierMSP.peer')"]],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message:
          'the policy "AND(\'ManufacturerMSP.peer\' \'CarrierMSP.peer\')" is invalid: expected ")", found "\'", at character 28',
        hint: "write a rule such as OR('AlphaMSP.peer', 'BetaMSP.peer') or MAJORITY Endorsement",
      },
    ],
  },
  {
    name: 'a role that there is not',
    change: [[endorsement, "AND('ManufacturerMSP.peers', 'CarrierMSP.peer')"]],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message:
          'the policy "AND(\'ManufacturerMSP.peers\', \'CarrierMSP.peer\')" is invalid: "ManufacturerMSP.peers" is no principal: an MSP ID, a dot and one of member, admin, client, peer, orderer, at character 5',
        hint: "write a rule such as OR('AlphaMSP.peer', 'BetaMSP.peer') or MAJORITY Endorsement",
      },
    ],
  },
  {
    name: 'an unknown MSP',
    change: [[endorsement, "OR('ManufacturerMSP.peer', 'CarierMSP.peer')"]],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message: "the policy \"OR('ManufacturerMSP.peer', 'CarierMSP.peer')\" names the unknown MSP CarierMSP",
        hint: 'did you mean "CarrierMSP"?',
      },
    ],
  },
  {
    name: 'more than there are',
    change: [[endorsement, "OutOf(3, 'ManufacturerMSP.peer', 'CarrierMSP.peer')"]],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message: "the policy \"OutOf(3, 'ManufacturerMSP.peer', 'CarrierMSP.peer')\" requires 3 of only 2",
        hint: 'require fewer, or list more',
      },
    ],
  },
  {
    name: 'an implicit policy in place of a signature policy',
    change: [[endorsement, 'MAJORITY Endorsement']],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message: 'the endorsement policy "MAJORITY Endorsement" of assets is not a signature policy',
        hint: 'name a policy of the channel by its path: /Channel/Application/Endorsement',
      },
    ],
  },
  {
    name: 'a policy of the channel that there is not',
    change: [[endorsement, '/Channel/Application/Endorsements']],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '61:24',
        message: 'channel trade has no policy /Channel/Application/Endorsements',
        hint: 'did you mean "/Channel/Application/Endorsement"?',
      },
    ],
  },
  {
    name: 'endorsers of another channel, who are needed',
    change: (good) =>
      good.replace('\nchannels:\n', harbour).replace(endorsement, "AND('ManufacturerMSP.peer', 'HarbourMSP.peer')"),
    findings: [
      {
        rule: 'endorsement',
        severity: 'error',
        at: '63:24',
        message:
          "nobody can satisfy the endorsement policy \"AND('ManufacturerMSP.peer', 'HarbourMSP.peer')\" of assets: HarbourMSP has no peer in channel trade",
        hint: 'add peers of those organizations to the channel, or require others',
      },
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '47:53',
        message:
          'organizations carrier and harbour have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
    ],
  },
  {
    name: 'endorsers of another channel, who are not needed',
    change: (good) =>
      good.replace('\nchannels:\n', harbour).replace(endorsement, "OR('ManufacturerMSP.peer', 'HarbourMSP.peer')"),
    findings: [
      {
        rule: 'endorsement',
        severity: 'warning',
        at: '63:24',
        message:
          "the endorsement policy \"OR('ManufacturerMSP.peer', 'HarbourMSP.peer')\" of assets names HarbourMSP, which has no peer in channel trade",
        hint: 'remove it, unless it joins later',
      },
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '47:53',
        message:
          'organizations carrier and harbour have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
    ],
  },
  {
    name: 'policies of a channel',
    change: (good) =>
      good.replace('\nchannels:\n', harbour).replace(
        raft,
        `    policies:
      readers: ANY Reader
      writers: OR('HarbourMSP.member', 'CarrierMSP.member')
      admins: OR('HarbourMSP.admin')
      endorsement: OR('StrangerMSP.peer')
`,
      ),
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '55:16',
        message: 'the policy "ANY Reader" uses Reader, which organizations do not have',
        hint: 'did you mean "Readers"?',
      },
      {
        rule: 'policy',
        severity: 'error',
        at: '57:15',
        message:
          'the policy "OR(\'HarbourMSP.admin\')" names HarbourMSP, and channel trade has no such organization: nobody can satisfy it',
        hint: 'it has CarrierMSP, ManufacturerMSP and RetailerMSP',
      },
      {
        rule: 'policy',
        severity: 'error',
        at: '58:20',
        message: 'the policy "OR(\'StrangerMSP.peer\')" names the unknown MSP StrangerMSP',
        hint: 'known: CarrierMSP, HarbourMSP, ManufacturerMSP, RetailerMSP',
      },
      {
        rule: 'policy',
        severity: 'warning',
        at: '56:16',
        message:
          "administrators of ManufacturerMSP and RetailerMSP do not satisfy the policy \"OR('HarbourMSP.member', 'CarrierMSP.member')\": their Jobs could not approve a chaincode",
        hint: "add 'ManufacturerMSP.admin', or use ANY Writers",
      },
      {
        rule: 'policy',
        severity: 'warning',
        at: '56:16',
        message:
          "the policy \"OR('HarbourMSP.member', 'CarrierMSP.member')\" names HarbourMSP, and channel trade has no such organization",
        hint: 'remove it, unless it is to join later',
      },
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '47:53',
        message:
          'organizations carrier and harbour have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
    ],
  },
  {
    name: 'ACLs',
    change: [
      [
        raft,
        `    acls:\n      event/Blocks: /Channel/Application/Readers\n      peer/Propose: /Channel/Application/Writer\n      event/Block: /Channel/Application/CarrierMSP/Readers\n`,
      ],
    ],
    findings: [
      {
        rule: 'acl',
        severity: 'error',
        at: '53:7',
        message: 'channel trade has no resource "event/Blocks"',
        hint: 'did you mean "event/Block"?',
      },
      {
        rule: 'acl',
        severity: 'error',
        at: '54:21',
        message: 'channel trade has no policy /Channel/Application/Writer',
        hint: 'did you mean "/Channel/Application/Writers"?',
      },
    ],
  },
  {
    name: 'a collection that is no OR of members',
    change: [[collection, "policy: AND('ManufacturerMSP.member', 'CarrierMSP.member')"]],
    findings: [
      {
        rule: 'collection',
        severity: 'error',
        at: '64:17',
        message: 'the policy of collection prices must be an OR of members',
        hint: "write OR('AlphaMSP.member', 'BetaMSP.member')",
      },
    ],
  },
  {
    name: 'a collection that must be kept by more than may have it',
    change: [[collection, `${collection}\n        requiredPeerCount: 3`]],
    findings: [
      {
        rule: 'collection',
        severity: 'error',
        at: '63:9',
        message: 'collection prices: maxPeerCount 2 is below requiredPeerCount 3',
        hint: 'raise maxPeerCount or lower requiredPeerCount',
      },
    ],
  },
  {
    name: 'a collection with negative numbers',
    change: [[collection, `${collection}\n        requiredPeerCount: -1\n        blockToLive: -1`]],
    findings: [
      {
        rule: 'collection',
        severity: 'error',
        at: '65:28',
        message: 'collection prices: requiredPeerCount must not be negative',
        hint: 'use 0 or more',
      },
      {
        rule: 'collection',
        severity: 'error',
        at: '66:22',
        message: 'collection prices: blockToLive must not be negative',
        hint: 'use 0 or more',
      },
    ],
  },
  {
    name: 'a collection that one peer alone may hold',
    change: [[collection, `${collection}\n        requiredPeerCount: 0`]],
    findings: [
      {
        rule: 'collection',
        severity: 'warning',
        at: '65:28',
        message: 'collection prices: with requiredPeerCount 0, the loss of a single peer loses data',
        hint: 'set requiredPeerCount to 1',
      },
    ],
  },
  {
    name: 'endorsement of a collection by an unknown MSP',
    change: [[collection, `${collection}\n        endorsementPolicy: OR('BankMSP.peer')`]],
    findings: [
      {
        rule: 'policy',
        severity: 'error',
        at: '65:28',
        message: 'the policy "OR(\'BankMSP.peer\')" names the unknown MSP BankMSP',
        hint: 'known: CarrierMSP, ManufacturerMSP, RetailerMSP',
      },
    ],
  },
  {
    name: 'a collection for an organization of another channel, and one with an implicit policy',
    change: (good) =>
      good
        .replace('\nchannels:\n', harbour)
        .replace(
          collection,
          "policy: OR('HarbourMSP.member', 'CarrierMSP.member')\n        endorsementPolicy: ANY Endorsement",
        ),
    findings: [
      {
        rule: 'collection',
        severity: 'error',
        at: '66:17',
        message: 'collection prices names HarbourMSP, which is not in the channel',
        hint: 'add it as a member first, or remove it',
      },
      {
        rule: 'policy',
        severity: 'error',
        at: '67:28',
        message: 'the endorsement policy "ANY Endorsement" of collection prices is not a signature policy',
        hint: 'name a policy of the channel by its path: /Channel/Application/Endorsement',
      },
      {
        rule: 'shared-recipient',
        severity: 'notice',
        at: '47:53',
        message:
          'organizations carrier and harbour have the same issuer recipient: its owner can issue certificates of both',
        hint: 'accept this if both want it; otherwise make an age key for the issuers of each',
      },
    ],
  },
]

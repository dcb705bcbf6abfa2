import type { Case } from '../case.ts'

const chain = 'chainId: 20261123'
const rpc = '{name: rpc1, role: rpc}'
const validator3 = '{name: validator3, role: validator}'
const validator4 = '{name: validator4, role: validator, cluster: eu}'
const one = '0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1'

/** Fields that mean nothing for a node, and what two nodes cannot have together. */
export const roles: readonly Case[] = [
  {
    name: 'a vote on a node that is no validator',
    change: [[rpc, '{name: rpc1, role: rpc, validator: true}']],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '39:33',
        message: 'validator of carrier/rpc1 has no effect for the role rpc',
        hint: 'remove it, or set the role validator',
      },
    ],
  },
  {
    name: 'a vote on a node of others that is no validator',
    change: [
      ['role: validator\n        host: 192.0.2.7', 'role: archive\n        validator: false\n        host: 192.0.2.7'],
    ],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '58:9',
        message: 'validator of harbour/validator7 has no effect for the role archive',
        hint: 'remove it, or set the role validator',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '29:3',
        message:
          'with 6 validators the network survives 2 offline or 1 malicious validator; 4 validators survive 1 of either',
        hint: '7 validators survive 2 of either',
      },
    ],
  },
  {
    name: 'one Secret for two validators',
    change: [
      [validator3, '{name: validator3, role: validator, cluster: eu, existingSecret: vault}'],
      [validator4, '{name: validator4, role: validator, cluster: eu, existingSecret: vault}'],
      ['{name: validator1, role: validator}', '{name: validator1, role: validator, cluster: us}'],
    ],
    findings: [
      {
        rule: 'node-secret',
        severity: 'error',
        at: '38:74',
        message: 'carrier/validator3 and carrier/validator4 share the Secret vault: two nodes would run with one key',
        hint: 'use a separate Secret for each node: two running copies of one key break consensus',
      },
    ],
  },
  {
    name: 'the Secret that is made for another node',
    change: [[validator3, '{name: validator3, role: validator, existingSecret: rpc1-keys}']],
    findings: [
      {
        rule: 'node-secret',
        severity: 'error',
        at: '37:61',
        message: 'carrier/rpc1 and carrier/validator3 share the Secret rpc1-keys: two nodes would run with one key',
        hint: 'use a separate Secret for each node: two running copies of one key break consensus',
      },
    ],
  },
  {
    name: 'the Secret that images are pulled with',
    change: [
      [rpc, '{name: rpc1, role: rpc, existingSecret: registry}'],
      ['platform: besu', 'platform: besu\nimages: {pullSecret: registry}'],
    ],
    findings: [
      {
        rule: 'node-secret',
        severity: 'error',
        at: '40:49',
        message: 'the Secret registry of carrier/rpc1 is the image pull secret',
        hint: 'use the Secret with the key of this node',
      },
    ],
  },
  {
    name: 'the Secret of a node, to pull images with',
    change: [['platform: besu', 'platform: besu\nimages: {pullSecret: rpc1-keys}']],
    findings: [
      {
        rule: 'node-secret',
        severity: 'error',
        at: '5:22',
        message: 'the Secret rpc1-keys holds the key of carrier/rpc1, not registry credentials',
        hint: 'use the Secret with the credentials of the registry',
      },
    ],
  },
  {
    name: 'two nodes of others at one address',
    change: [['host: validator6.bank.example.net', 'host: validator5.bank.example.net']],
    findings: [
      {
        rule: 'external-address',
        severity: 'error',
        at: '52:15',
        message: 'bank/validator5 and bank/validator6 have the same address validator5.bank.example.net:30303',
        hint: 'ask their owners: each node needs its own address or port',
      },
    ],
  },
  {
    name: 'an account that is allowed twice, in capitals and not; and by a node too',
    change: [
      [chain, `${chain}\nallowedAccounts: ["${one}", "${one.toUpperCase().replace('X', 'x')}"]`],
      [rpc, `{name: rpc1, role: rpc, allowedAccounts: ["${one}"]}`],
    ],
    findings: [
      {
        rule: 'allowed-accounts',
        severity: 'warning',
        at: '9:65',
        message: `the account ${one} is allowed twice in this list`,
        hint: 'keep one of the two',
      },
      {
        rule: 'allowed-accounts',
        severity: 'warning',
        at: '40:51',
        message: `the account ${one} is allowed already, by allowedAccounts of the network`,
        hint: 'remove it here',
      },
    ],
  },
  {
    name: 'accounts of nobody',
    change: [[chain, `${chain}\nallowedAccounts: []`]],
    findings: [
      {
        rule: 'allowed-accounts',
        severity: 'warning',
        at: '9:18',
        message: 'allowedAccounts is empty: no node takes a transaction of anybody',
        hint: 'name accounts, or leave it out to take those of everybody',
      },
    ],
  },
]

/** Without any finding. */
export const acceptedRoles: readonly Case[] = [
  {
    name: 'one name of a Secret in two clusters, in two organizations, and that of the node itself',
    change: [
      ['{name: validator1, role: validator}', '{name: validator1, role: validator, existingSecret: vault}'],
      [validator3, '{name: validator3, role: validator, existingSecret: vault}'],
      [validator4, '{name: validator4, role: validator, cluster: eu, existingSecret: vault}'],
      [rpc, '{name: rpc1, role: rpc, existingSecret: rpc1-keys}'],
    ],
    findings: [],
  },
  {
    name: 'two nodes of others behind one host',
    change: [
      [
        'host: validator6.bank.example.net\n        port: 30303',
        'host: validator5.bank.example.net\n        port: 30304',
      ],
    ],
    findings: [],
  },
  {
    name: 'accounts of one node where nobody else is allowed',
    change: [
      [chain, `${chain}\nallowedAccounts: []`],
      [rpc, `{name: rpc1, role: rpc, allowedAccounts: ["${one}"]}`],
    ],
    findings: [],
  },
]

import type { Case } from '../case.ts'

const noExternal = (good: string): string => good.slice(0, good.indexOf('\nexternal:') + 1)

/** How many validators there are, where they are, and who runs them. */
export const validators: readonly Case[] = [
  {
    name: 'no validator',
    change: (good) => good.replaceAll('role: validator', 'role: rpc'),
    findings: [
      {
        rule: 'validators',
        severity: 'error',
        at: '29:3',
        message: 'no node has the role validator: the chain could make no block',
        hint: 'set the role validator for at least four nodes',
      },
    ],
  },
  {
    name: 'one validator',
    change: (good) =>
      noExternal(good)
        .replaceAll('role: validator', 'role: rpc')
        .replace('validator1, role: rpc', 'validator1, role: validator'),
    findings: [
      {
        rule: 'validators',
        severity: 'warning',
        at: '29:3',
        message: '1 validator survives no malicious one (n ≥ 3f + 1)',
        hint: 'use 4 or more: with fewer, one offline validator stops the chain',
      },
    ],
  },
  {
    name: 'three validators',
    change: (good) => noExternal(good).replace('      - {name: validator4, role: validator, cluster: eu}\n', ''),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 2 of 3 validators: without it the chain stops (2 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
      {
        rule: 'validators',
        severity: 'warning',
        at: '29:3',
        message: '3 validators survive no malicious one (n ≥ 3f + 1)',
        hint: 'use 4 or more: with fewer, one offline validator stops the chain',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '29:5',
        message:
          'organization manufacturer holds 2 of 3 validators: if it stops its nodes the chain stops (2 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
    ],
  },
  {
    name: 'four validators in two clusters, of two organizations',
    change: noExternal,
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 2 of 4 validators: without it the chain stops (3 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 2 of 4 validators: without it the chain stops (3 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '29:5',
        message:
          'organization manufacturer holds 2 of 4 validators: if it stops its nodes the chain stops (3 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message: 'organization carrier holds 2 of 4 validators: if it stops its nodes the chain stops (3 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
    ],
  },
  {
    name: 'six validators',
    change: [['- {name: validator4, role: validator, cluster: eu}', '- {name: validator4, role: rpc, cluster: eu}']],
    findings: [
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
    name: 'too many validators of one external party',
    change: [['organization: harbour', 'organization: bank']],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '42:5',
        message: 'organization bank holds 3 of 7 validators: if it stops its nodes the chain stops (5 are needed)',
        hint: 'place at most 2 of the validators with one organization',
      },
    ],
  },
  {
    name: 'too many validators in one cluster of three',
    change: [
      [
        '- name: us\n',
        '- name: asia\n    provider: kind\n    address: 192.0.2.3\n    recipients: [age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy]\n  - name: us\n',
      ],
      ['role: validator, cluster: us', 'role: validator'],
    ],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 3 of 7 validators: without it the chain stops (5 are needed)',
        hint: 'place at most 2 of the validators with one cluster',
      },
    ],
  },
  {
    name: 'a nodeId that is no public key',
    change: [['nodeId: dc38', 'nodeId: ac38']],
    findings: [
      {
        rule: 'node-id',
        severity: 'error',
        at: '60:17',
        message: 'the nodeId of harbour/validator7 is not a public key: it is not a point of secp256k1',
        hint: 'copy it again from the enode URL of its owner',
      },
    ],
  },
  {
    name: 'a nodeId with capitals',
    change: [['nodeId: dc38', 'nodeId: DC38']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '60:17',
        message:
          'external[harbour].nodes[validator7].nodeId must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL, got "DC3803127b6e0ec5e071e32b…"',
      },
    ],
  },
  {
    name: 'a nodeId with its first byte',
    change: [['nodeId: dc38', 'nodeId: 04dc38']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '60:17',
        message:
          'external[harbour].nodes[validator7].nodeId must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL, got "04dc3803127b6e0ec5e071e3…"',
      },
    ],
  },
  {
    name: 'two external nodes with one nodeId',
    change: (good) => good.replace(/nodeId: cfe7.*/, /nodeId: d95d.*/.exec(good)?.[0] ?? ''),
    findings: [
      {
        rule: 'node-id',
        severity: 'error',
        at: '53:17',
        message: 'bank/validator5 and bank/validator6 have the same nodeId',
        hint: 'ask the owner for the enode URL of the second one: each node has its own key',
      },
    ],
  },
  {
    name: 'fewer peers than nodes',
    change: [['{name: validator3, role: validator}', '{name: validator3, role: validator, settings: {max-peers: 6}}']],
    findings: [
      {
        rule: 'max-peers',
        severity: 'warning',
        at: '37:16',
        message: 'carrier/validator3 would have 7 peers, more than max-peers 6',
        hint: 'raise max-peers in the settings of the validators, or reduce the number of nodes',
      },
    ],
  },
  {
    name: 'fewer peers than nodes, twice',
    change: [
      ['{name: validator3, role: validator}', '{name: validator3, role: validator, settings: {max-peers: 6}}'],
      ['{name: validator1, role: validator}', '{name: validator1, role: validator, settings: {max-peers: 5}}'],
    ],
    findings: [
      {
        rule: 'max-peers',
        severity: 'warning',
        at: '37:16',
        message: 'carrier/validator3 and 1 more would have 7 peers, more than max-peers 6',
        hint: 'raise max-peers in the settings of the validators, or reduce the number of nodes',
      },
    ],
  },
  {
    name: 'a number of peers that is none',
    change: [
      ['{name: validator3, role: validator}', '{name: validator3, role: validator, settings: {max-peers: many}}'],
    ],
    findings: [
      {
        rule: 'max-peers',
        severity: 'error',
        at: '37:67',
        message: 'max-peers of carrier/validator3 is "many": it must be a whole number, at least 1',
        hint: 'Besu would not start: remove it for the default of 100',
      },
    ],
  },
]

import type { Case, Edits } from '../case.ts'

/** The cluster us of good.yaml with another name. */
const calling = (cluster: string): Edits => [
  ['- name: us', `- name: ${cluster}`],
  ['- name: carrier\n    cluster: us', `- name: carrier\n    cluster: ${cluster}`],
  ['role: validator, cluster: us', `role: validator, cluster: ${cluster}`],
]

/** Names that stand twice, that are taken, or that Kubernetes would refuse. */
export const names: readonly Case[] = [
  {
    name: 'two clusters of one name',
    change: [
      ['- name: us', '- name: eu'],
      ['- name: carrier\n    cluster: us', '- name: carrier\n    cluster: eu'],
      ['role: validator, cluster: us', 'role: validator'],
    ],
    findings: [
      {
        rule: 'duplicate-name',
        severity: 'error',
        at: '19:11',
        message: 'duplicate cluster "eu"',
        hint: 'give each its own name',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '11:5',
        message: 'cluster eu holds 4 of 7 validators: without it the chain stops (5 are needed)',
        hint: 'use three clusters: 6 or 9 validators, a third in each, survive the loss of one cluster',
      },
    ],
  },
  {
    name: 'two organizations of one name',
    change: [['- name: carrier', '- name: manufacturer']],
    findings: [
      {
        rule: 'duplicate-name',
        severity: 'error',
        at: '34:11',
        message: 'duplicate organization "manufacturer"',
        hint: 'give each its own name',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '29:5',
        message:
          'organization manufacturer holds 4 of 7 validators: if it stops its nodes the chain stops (5 are needed)',
        hint: 'place at most 2 of the validators with one organization',
      },
    ],
  },
  {
    name: 'two nodes of one name',
    change: [['name: validator4,', 'name: validator3,']],
    findings: [
      {
        rule: 'duplicate-name',
        severity: 'error',
        at: '38:16',
        message: 'duplicate node "carrier/validator3"',
        hint: 'give each its own name',
      },
    ],
  },
  {
    name: 'two nodes of one name in one cluster with one port',
    change: [
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, port: 16005}\n      - {name: rpc1, role: rpc, port: 16005}'],
    ],
    findings: [
      {
        rule: 'duplicate-name',
        severity: 'error',
        at: '40:16',
        message: 'duplicate node "carrier/rpc1"',
        hint: 'give each its own name',
      },
    ],
  },
  {
    name: 'an external node called like one of ours',
    change: [
      ['organization: bank', 'organization: carrier'],
      ['- name: validator6', '- name: rpc1'],
    ],
    findings: [
      {
        rule: 'duplicate-name',
        severity: 'error',
        at: '39:16',
        message: 'duplicate node "carrier/rpc1"',
        hint: 'give each its own name',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message: 'organization carrier holds 4 of 7 validators: if it stops its nodes the chain stops (5 are needed)',
        hint: 'place at most 2 of the validators with one organization',
      },
    ],
  },
  {
    name: 'an organization called ambassador',
    change: [['- name: carrier', '- name: ambassador']],
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '34:11',
        message: 'an organization cannot be called "ambassador"',
        hint: 'choose another name: a part of every cluster has this one',
      },
    ],
  },
  {
    name: 'an organization called crds',
    change: [['- name: carrier', '- name: crds']],
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '34:11',
        message: 'an organization cannot be called "crds"',
        hint: 'choose another name: a part of every cluster has this one',
      },
    ],
  },
  {
    name: 'an organization called like the part that grants rights',
    change: [['- name: carrier', '- name: tenancy']],
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '34:11',
        message: 'an organization cannot be called "tenancy"',
        hint: 'choose another name: a part of every cluster has this one',
      },
    ],
  },
  ...['flux-system', 'kube-system', 'default'].map(
    (namespace): Case => ({
      name: `an organization in the namespace ${namespace}`,
      change: [['- name: carrier\n', `- name: carrier\n    namespace: ${namespace}\n`]],
      findings: [
        {
          rule: 'reserved-name',
          severity: 'error',
          at: '35:16',
          message: `organization carrier cannot have the namespace ${namespace}: it belongs to ${namespace === 'flux-system' ? 'Flux' : 'Kubernetes'}`,
          hint: 'give the organization its own namespace: rights in this one are rights over its owner',
        },
      ],
    }),
  ),
  {
    name: 'a cluster called like the folder of sealed keys of authorities',
    change: calling('issuers'),
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '19:11',
        message: 'a cluster cannot be called "issuers"',
        hint: 'choose another name: a folder of material/sealed has this one',
      },
    ],
  },
  {
    name: "a cluster called like the environment of an issuer's key",
    change: calling('issuers-carrier'),
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '19:11',
        message: 'a cluster cannot be called "issuers-carrier"',
        hint: 'choose another name: issuers-… are environments with the keys of issuers',
      },
    ],
  },
  {
    name: 'a cluster called like the environment that nobody reviews',
    change: calling('eu-drift'),
    findings: [
      {
        rule: 'reserved-name',
        severity: 'error',
        at: '19:11',
        message: 'a cluster cannot be called "eu-drift"',
        hint: 'choose another name: …-drift are environments of the workflow drift, which need no review',
      },
    ],
  },
  {
    name: "an organization in the Ambassador's namespace",
    change: [['- name: carrier', '- name: carrier\n    namespace: supplychain-ambassador']],
    findings: [
      {
        rule: 'duplicate-namespace',
        severity: 'error',
        at: '35:16',
        message: 'organization carrier and the Ambassador would share the namespace supplychain-ambassador',
        hint: 'give the organization its own namespace',
      },
    ],
  },
  {
    name: 'two organizations in one namespace',
    change: [
      ['- name: carrier', '- name: carrier\n    namespace: ledger'],
      ['- name: manufacturer', '- name: manufacturer\n    namespace: ledger'],
    ],
    findings: [
      {
        rule: 'duplicate-namespace',
        severity: 'error',
        at: '36:16',
        message: 'organization carrier and organization manufacturer would share the namespace ledger',
        hint: 'give the organization its own namespace',
      },
    ],
  },
  {
    name: "an organization in another one's namespace",
    change: [['- name: carrier', '- name: carrier\n    namespace: supplychain-manufacturer']],
    findings: [
      {
        rule: 'duplicate-namespace',
        severity: 'error',
        at: '35:16',
        message:
          'organization carrier and organization manufacturer would share the namespace supplychain-manufacturer',
        hint: 'give the organization its own namespace',
      },
    ],
  },
  {
    name: 'a network whose name is too long for a namespace',
    change: [
      ['name: supplychain', `name: ${'s'.repeat(53)}`],
      ['- name: manufacturer', '- name: maker'],
    ],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '3:7',
        message:
          'the namespace sssssssssssssssssssssssssssssssssssssssssssssssssssss-ambassador has 64 characters, more than 63',
        hint: 'shorten the names it is made of',
      },
    ],
  },
  {
    name: 'a namespace that is too long',
    change: [['- name: carrier', `- name: ${'c'.repeat(52)}`]],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '34:11',
        message:
          'the namespace supplychain-cccccccccccccccccccccccccccccccccccccccccccccccccccc has 64 characters, more than 63',
        hint: 'shorten the names it is made of',
      },
    ],
  },
  {
    name: 'a node whose name is too long for a StatefulSet',
    change: [['name: rpc1,', `name: ${'r'.repeat(53)},`]],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '39:16',
        message:
          'the StatefulSet rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr has 53 characters, more than 52',
        hint: 'shorten the names it is made of',
      },
    ],
  },
  {
    name: 'a node whose name is too long for a Service',
    change: [['name: rpc1,', `name: ${'r'.repeat(60)},`]],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '39:16',
        message:
          'the Service rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr-rpc has 64 characters, more than 63',
        hint: 'shorten the names it is made of',
      },
      {
        rule: 'name-length',
        severity: 'error',
        at: '39:16',
        message:
          'the StatefulSet rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr has 60 characters, more than 52',
        hint: 'shorten the names it is made of',
      },
    ],
  },
  {
    name: 'a node whose name is too long for DNS',
    change: [['name: rpc1,', `name: ${'r'.repeat(64)},`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:16',
        message:
          'organizations[carrier].nodes[rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr].name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "rrrrrrrrrrrrrrrrrrrrrrrr…"',
      },
    ],
  },
  {
    name: "a node called like another one's Service",
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc}\n      - {name: rpc1-rpc, role: rpc}']],
    findings: [
      {
        rule: 'name-collision',
        severity: 'error',
        at: '40:16',
        message: 'the Service rpc1-rpc of carrier/rpc1 has the name of node carrier/rpc1-rpc',
        hint: 'rename one of the two',
      },
    ],
  },
  {
    name: 'a host name that is too long',
    change: [['domain: us.example.com', `domain: ${`${'d'.repeat(60)}.`.repeat(4)}com`]],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '33:16',
        message: 'the host name of manufacturer/validator2 has 271 characters, more than 253',
        hint: 'shorten the names it is made of: node, organization, domain of the cluster',
      },
      {
        rule: 'name-length',
        severity: 'error',
        at: '37:16',
        message: 'the host name of carrier/validator3 has 266 characters, more than 253',
        hint: 'shorten the names it is made of: node, organization, domain of the cluster',
      },
      {
        rule: 'name-length',
        severity: 'error',
        at: '39:16',
        message: 'the host name of carrier/rpc1 has 260 characters, more than 253',
        hint: 'shorten the names it is made of: node, organization, domain of the cluster',
      },
    ],
  },
  {
    name: 'a node without name',
    change: [['{name: rpc1, role: rpc}', '{name: , role: rpc}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:10',
        message: 'organizations[carrier].nodes[2].name must be text, got an empty value',
        hint: 'Name of the node and of its objects',
      },
    ],
  },
  {
    name: 'a node whose name is a number',
    change: [['{name: rpc1, role: rpc}', '{name: 1, role: rpc}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:16',
        message: 'organizations[carrier].nodes[2].name must be text, got 1',
        hint: 'write a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63',
      },
    ],
  },
  {
    name: 'a node whose name begins with a digit',
    change: [['{name: rpc1, role: rpc}', '{name: 1st, role: rpc}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:16',
        message:
          'organizations[carrier].nodes[1st].name must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63, got "1st"',
      },
    ],
  },
]

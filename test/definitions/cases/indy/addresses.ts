import type { Case } from '../../case.ts'

/** Where validators are dialled. */
export const addresses: readonly Case[] = [
  {
    name: 'one port for two validators of a cluster',
    change: [
      [
        '    trustees: [{name: alice}]\n    endorsers: [{name: office}]\n    nodes:\n      - {name: validator1, role: validator}\n',
        '    trustees: [{name: alice}]\n    endorsers: [{name: office}]\n    nodes:\n      - {name: validator1, role: validator, port: 9700}\n      - {name: validator2, role: validator, port: 9701}\n',
      ],
      [
        'ambassador: {sourceRanges: [203.0.113.0/24]}',
        'ambassador: {sourceRanges: [203.0.113.0/24, 10.0.0.0/8], ports: 9700-9719}',
      ],
    ],
    findings: [
      {
        rule: 'port-collision',
        severity: 'error',
        at: '33:51',
        message: 'bank/validator1/client and bank/validator2/node both have port 9701 of cluster eu',
        hint: 'Emissary would silently split connections between the two: give one of them another port',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '13:5',
        message: 'cluster eu holds 2 of 5 validators: without it the pool accepts no transactions (4 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '26:5',
        message:
          'organization bank holds 2 of 5 validators: if it stops its nodes the pool accepts no transactions (4 are needed)',
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
    name: 'the same address for validators and clients',
    change: [['        alias: Authority\n', '        alias: Authority\n        clientPort: 9701\n']],
    findings: [
      {
        rule: 'validator-address',
        severity: 'error',
        at: '56:21',
        message: 'authority/validator1 has the address 198.51.100.7:9701 for validators and for clients',
        hint: 'ask its owner for the two ports: each is for one of the two',
      },
    ],
  },
  {
    name: 'no port after the last one',
    change: [['port: 9701', 'port: 65535']],
    findings: [
      {
        rule: 'validator-address',
        severity: 'error',
        at: '54:15',
        message: 'authority/validator1 has no port for clients: there is none after 65535',
        hint: 'set clientPort',
      },
    ],
  },
  {
    name: 'a client host that is the machine itself',
    change: [['        alias: Authority\n', '        alias: Authority\n        clientHost: 127.0.0.1\n']],
    findings: [
      {
        rule: 'validator-address',
        severity: 'error',
        at: '56:21',
        message:
          'the client host 127.0.0.1 of authority/validator1 resolves to the connecting machine itself (loopback, RFC 1122)',
        hint: 'ask its owner for the address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a client host that is everywhere',
    change: [['        alias: Authority\n', '        alias: Authority\n        clientHost: 0.0.0.0\n']],
    findings: [
      {
        rule: 'validator-address',
        severity: 'error',
        at: '56:21',
        message:
          'the client host 0.0.0.0 of authority/validator1 is not the address of a machine: it means "this network" (RFC 791)',
        hint: 'ask its owner for the address, and the port, where others reach it',
      },
    ],
  },
  {
    name: 'a client host and port of a validator of ours',
    change: [
      [
        '        alias: Authority\n',
        '        alias: Authority\n        clientHost: 203.0.113.10\n        clientPort: 15001\n',
      ],
    ],
    findings: [
      {
        rule: 'validator-address',
        severity: 'error',
        at: '57:21',
        message: 'school/validator1 and authority/validator1 have the same address 203.0.113.10:15001',
        hint: 'ask their owners: each validator has two addresses that nothing else has',
      },
    ],
  },
  {
    name: 'a cluster with a domain, in a new pool',
    change: [['    address: 203.0.113.30\n', '    domain: us.example.com\n']],
    findings: [
      {
        rule: 'dns-name',
        severity: 'warning',
        at: '21:13',
        message:
          'addresses of validators in cluster us are names below us.example.com, which they can never change: NODE transactions take IP addresses only',
        hint: 'set `address` instead of `domain`, before the pool begins: the IP address of its Ambassador',
      },
    ],
  },
  {
    name: 'external names',
    change: [
      ['host: 198.51.100.7', 'host: node.authority.example'],
      ['        alias: Authority\n', '        alias: Authority\n        clientHost: client.authority.example\n'],
    ],
    findings: [
      {
        rule: 'dns-name',
        severity: 'warning',
        at: '53:15',
        message:
          'the address node.authority.example of authority/validator1 is a name, which it can never change: NODE transactions take IP addresses only',
        hint: 'ask its owner for the IP address',
      },
      {
        rule: 'dns-name',
        severity: 'warning',
        at: '56:21',
        message:
          'the address client.authority.example of authority/validator1 is a name, which it can never change: NODE transactions take IP addresses only',
        hint: 'ask its owner for the IP address',
      },
    ],
  },
  {
    name: 'two validators behind an Ambassador that refuses pods',
    change: [
      ['alias: School}', 'alias: School, cluster: us}'],
      ['sourceRanges: [198.51.100.0/24, 10.3.0.0/16]', 'sourceRanges: [198.51.100.0/24]'],
    ],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '19:5',
        message: 'cluster us holds 2 of 4 validators: without it the pool accepts no transactions (3 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'hairpin',
        severity: 'warning',
        at: '22:32',
        message:
          'sourceRanges of cluster us lack the addresses of its own pods: its validators dial each other at their own Ambassador, and are refused',
        hint: 'add the range of the pods, such as 10.0.0.0/8',
      },
    ],
  },
  {
    name: 'two validators behind an Ambassador with the PROXY protocol',
    change: [
      ['alias: School}', 'alias: School, cluster: eu}'],
      [
        'ambassador: {sourceRanges: [203.0.113.0/24]}',
        'ambassador: {proxyProtocol: true, sourceRanges: [203.0.113.0/24, 10.2.0.0/16]}',
      ],
    ],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '13:5',
        message: 'cluster eu holds 2 of 4 validators: without it the pool accepts no transactions (3 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'proxy-protocol',
        severity: 'warning',
        at: '17:33',
        message:
          'the Ambassador of cluster eu expects the PROXY protocol: validators of the cluster that dial each other there may reach it without the load balancer, and are refused',
        hint: 'remove proxyProtocol, or let the load balancer set ipMode: Proxy in the status of its Service (Kubernetes 1.29 or later)',
      },
    ],
  },
]

import type { Case } from '../../case.ts'

/** Numbers of validators, and fields of roles. */
export const nodes: readonly Case[] = [
  {
    name: 'options in the command',
    change: [['  command: [acme-node]\n', '  command: [tini, -g, --, acme-node, --dev, --pruning=archive]\n']],
    findings: [
      {
        rule: 'node-program',
        severity: 'error',
        at: '9:38',
        message: 'chain.command has the option --dev: it is for one developer: everybody knows the keys',
        hint: 'remove it: clusters with provider kind run the network on one machine',
      },
      {
        rule: 'node-program',
        severity: 'error',
        at: '9:45',
        message: 'chain.command has the option --pruning=archive: rules and plans look at `settings` only',
        hint: 'set pruning in `settings` of the nodes',
      },
    ],
  },
  {
    name: 'a node of parachains',
    change: [
      ['  image: ghcr.io/acme/acme-node\n', '  image: docker.io/parity/polkadot-omni-node\n'],
      ['  command: [acme-node]\n', '  command: [/usr/local/bin/polkadot-parachain]\n'],
    ],
    findings: [
      {
        rule: 'node-program',
        severity: 'error',
        at: '8:10',
        message:
          'polkadot-omni-node runs parachains only, whose blocks a relay chain orders: Chancery runs solo chains',
        hint: 'use a node and a runtime with their own consensus, such as Aura with GRANDPA',
      },
      {
        rule: 'node-program',
        severity: 'error',
        at: '9:13',
        message:
          'polkadot-parachain runs parachains only, whose blocks a relay chain orders: Chancery runs solo chains',
        hint: 'use a node and a runtime with their own consensus, such as Aura with GRANDPA',
      },
    ],
  },
  {
    name: 'no validator',
    change: (text) => text.replaceAll('role: validator', 'role: rpc').replace(/ {8}sessionKeys:\n.*\n.*\n/, ''),
    findings: [
      {
        rule: 'validators',
        severity: 'error',
        at: '34:3',
        message: 'no node of the genesis has the role validator: the chain could make no block',
        hint: 'set the role validator for at least four nodes, or set sessionKeys of external validators',
      },
    ],
  },
  {
    name: 'three validators',
    change: (text) => text.replace(/external:\n[\s\S]*/, ''),
    findings: [
      {
        rule: 'validators',
        severity: 'warning',
        at: '34:3',
        message: 'with 3 validators blocks are final only while all of them vote (n ≥ 3f + 1)',
        hint: 'use 4 or more: then finality survives the loss of one',
      },
    ],
  },
  {
    name: 'five validators, two of which are of one organization',
    change: [['{name: boot1, role: bootnode}', '{name: validator2, role: validator}']],
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '21:5',
        message: 'cluster eu holds 2 of 5 validators: without it no block becomes final (4 are needed)',
        hint: 'use four clusters with an equal share of the validators, or external validators',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '34:5',
        message:
          'organization farmer holds 2 of 5 validators: if it stops its nodes no block becomes final (4 are needed)',
        hint: 'place at most 1 of the validators with one organization',
      },
      {
        rule: 'validators',
        severity: 'notice',
        at: '34:3',
        message: 'with 5 validators finality survives 1 offline or malicious one; 4 validators survive as many',
        hint: '7 validators survive 2',
      },
    ],
  },
  {
    name: 'fields of validators, of other nodes',
    change: [
      [
        '{name: boot1, role: bootnode}',
        '{name: boot1, role: bootnode, keyRotation: 1, account: 5Epr8zEPaZXz6jSHXfhYy8koBD6xJWfDYHQf2xrRUsNu5UjX}',
      ],
      ['        role: validator\n', '        role: rpc\n'],
    ],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '38:39',
        message: 'keyRotation of farmer/boot1 has no effect for the role bootnode',
        hint: 'remove it, or set the role validator',
      },
      {
        rule: 'role-field',
        severity: 'error',
        at: '38:55',
        message: 'account of farmer/boot1 has no effect for the role bootnode',
        hint: 'remove it, or set the role validator',
      },
      {
        rule: 'role-field',
        severity: 'error',
        at: '58:9',
        message: 'sessionKeys of authority/validator1 has no effect for the role rpc',
        hint: 'remove it, or set the role validator',
      },
      {
        rule: 'validators',
        severity: 'warning',
        at: '34:3',
        message: 'with 3 validators blocks are final only while all of them vote (n ≥ 3f + 1)',
        hint: 'use 4 or more: then finality survives the loss of one',
      },
    ],
  },
  {
    name: 'fields of nodes for clients, of others',
    change: [
      ['{name: boot1, role: bootnode}', '{name: boot1, role: bootnode, expose: [rpc], cors: ["*"]}'],
      [
        '  - name: shop\n    cluster: asia\n    nodes:\n      - {name: validator1, role: validator}',
        '  - name: shop\n    cluster: asia\n    nodes:\n      - {name: validator1, role: validator, expose: [rpc]}',
      ],
    ],
    findings: [
      {
        rule: 'validator-exposed',
        severity: 'error',
        at: '38:47',
        message:
          'farmer/boot1 is a bootnode, and exposes JSON-RPC: requests of clients take its time, and others find each other by it',
        hint: 'remove expose, and expose a node with the role rpc',
      },
      {
        rule: 'role-field',
        severity: 'error',
        at: '38:54',
        message: 'cors of farmer/boot1 has no effect for the role bootnode',
        hint: 'remove it, or add a node with the role rpc',
      },
      {
        rule: 'validator-exposed',
        severity: 'error',
        at: '47:53',
        message:
          'shop/validator1 is a validator, and exposes JSON-RPC: requests of clients take its time, and it signs with keys',
        hint: 'remove expose, and expose a node with the role rpc',
      },
    ],
  },
  {
    name: 'an image with a tag',
    change: [['acme-node\n  command', 'acme-node:1.4.0\n  command']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:10',
        message: 'chain.image must be an image without tag, got "ghcr.io/acme/acme-node:1.4.0"',
        hint: 'set the tag as platformVersion: nodes are upgraded one by one with it',
      },
    ],
  },
  {
    name: 'a moving tag',
    change: [['platformVersion: 1.4.0', 'platformVersion: latest']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '5:18',
        message: 'platformVersion must be an exact release such as 1.4.0, got "latest"',
      },
    ],
  },
  {
    name: 'one Secret for two nodes',
    change: [
      ['{name: boot1, role: bootnode}', '{name: boot1, role: bootnode, existingSecret: keys}'],
      ['{name: rpc1, role: rpc, ', '{name: rpc1, role: rpc, existingSecret: keys, '],
    ],
    findings: [
      {
        rule: 'node-secret',
        severity: 'error',
        at: '39:49',
        message: 'farmer/boot1 and farmer/rpc1 share the Secret keys: two nodes would run with one key',
        hint: 'use a separate Secret for each node: two running copies of one key break consensus',
      },
    ],
  },
  {
    name: 'two external nodes at one address',
    change: [
      [
        'external:\n  - organization: authority\n    nodes:\n',
        'external:\n  - organization: authority\n    nodes:\n      - {name: rpc1, role: rpc, host: 198.51.100.7, port: 30333, peerId: 12D3KooWRPXnpuu3V2o9xvFidGBoKMPGEpbxkGBEzoBAF29RCNYs}\n',
      ],
    ],
    findings: [
      {
        rule: 'external-address',
        severity: 'error',
        at: '57:15',
        message: 'authority/rpc1 and authority/validator1 have the same address 198.51.100.7:30333',
        hint: 'ask their owners: each node needs its own address or port',
      },
    ],
  },
]

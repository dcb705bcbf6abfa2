import type { Case } from '../case.ts'

/** Names that several nodes share. */
export const sharedEndpoints: readonly Case[] = [
  {
    name: 'the name of a node',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: rpc2, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [
      {
        rule: 'shared-endpoint',
        severity: 'error',
        at: '36:24',
        message: 'the name rpc2 of carrier is taken by carrier/rpc2',
        hint: 'choose a name that no node has',
      },
    ],
  },
  {
    name: 'the name of a Service of a node',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: rpc1-rpc, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [
      {
        rule: 'shared-endpoint',
        severity: 'error',
        at: '36:24',
        message: 'the name rpc1-rpc of carrier is taken by carrier/rpc1',
        hint: 'choose a name that no node has',
      },
    ],
  },
  {
    name: 'one name twice',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1, rpc2]}, {name: api, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [
      {
        rule: 'shared-endpoint',
        severity: 'error',
        at: '36:58',
        message: 'the name api of carrier occurs twice',
        hint: 'choose another name',
      },
    ],
  },
  {
    name: 'a node that does not exist',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1, rpc3]}]',
      ],
    ],
    findings: [
      {
        rule: 'reference',
        severity: 'error',
        at: '36:43',
        message: 'carrier has no node "rpc3"',
        hint: 'did you mean "rpc1"?',
      },
    ],
  },
  {
    name: 'nodes of two clusters',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc]}\n      - {name: rpc2, role: rpc, expose: [rpc], cluster: eu}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [
      {
        rule: 'shared-endpoint',
        severity: 'error',
        at: '36:36',
        message: 'the name api of carrier has nodes in us and eu: a host name belongs to one cluster',
        hint: 'list the nodes of one cluster, and use another name for those of the others',
      },
    ],
  },
  {
    name: 'nodes that expose nothing in common',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [
      {
        rule: 'shared-endpoint',
        severity: 'error',
        at: '36:36',
        message: 'the name api of carrier serves nothing: its nodes expose no endpoint in common',
        hint: 'set expose of each to rpc or ws',
      },
    ],
  },
  {
    name: 'one node alone',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1]}]',
      ],
    ],
    findings: [
      {
        rule: 'shared-endpoint',
        severity: 'warning',
        at: '36:36',
        message: 'the name api of carrier has one node: nothing answers while it restarts',
        hint: 'add another node',
      },
    ],
  },
  {
    name: 'a long name',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '36:24',
        message:
          'the host name aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.carrier.us.example.com has 73 characters: the common name of a certificate has at most 64',
        hint: 'shorten the name, the name of the organization, or the domain of the cluster',
      },
    ],
  },
  {
    name: 'a node twice',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1, rpc2, rpc1]}]',
      ],
    ],
    findings: [
      {
        rule: 'no-effect',
        severity: 'warning',
        at: '36:49',
        message: 'the name api of carrier has rpc1 twice',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a name that is too long for a label',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, nodes: [rpc1, rpc2]}]',
      ],
      ['ports: 16000-16009', 'ports: 16000-16009\n      issuer: {name: letsencrypt}'],
    ],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '37:24',
        message:
          'the name aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa of carrier has 58 characters, more than 54',
        hint: 'shorten it: it is a part of a label of pods',
      },
    ],
  },
  {
    name: 'a name that is too long with its domain',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, nodes: [rpc1, rpc2]}]',
      ],
      ['ports: 16000-16009', 'ports: 16000-16009\n      issuer: {name: letsencrypt}'],
      [
        'domain: us.example.com',
        'domain: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc.dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.example.com',
      ],
    ],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '37:24',
        message:
          'the host name of aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa of carrier has 259 characters, more than 253',
        hint: 'shorten the name, the name of the organization, or the domain of the cluster',
      },
    ],
  },
]

export const acceptedSharedEndpoints: readonly Case[] = [
  {
    name: 'two nodes behind one name',
    change: [
      [
        '{name: rpc1, role: rpc}',
        '{name: rpc1, role: rpc, expose: [rpc, ws]}\n      - {name: rpc2, role: rpc, expose: [rpc]}',
      ],
      [
        '- name: carrier\n    cluster: us',
        '- name: carrier\n    cluster: us\n    endpoints: [{name: api, nodes: [rpc1, rpc2]}]',
      ],
    ],
    findings: [],
  },
]

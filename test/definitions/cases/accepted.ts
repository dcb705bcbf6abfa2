import type { Case } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'

/** Definitions that look wrong, or are written in an unusual way, and are right. */
export const accepted: readonly Case[] = [
  { name: 'good.yaml with the material made for it', keysMade: true, findings: [] },
  {
    name: 'names that YAML 1.1 reads as other things',
    change: [
      ['- name: carrier', '- name: on'],
      ['name: rpc1,', 'name: yes,'],
    ],
    findings: [],
  },
  { name: 'Norway', change: [['- name: carrier', '- name: carrier\n    subject: {country: NO}']], findings: [] },
  {
    name: 'a cluster called constructor',
    change: (text) =>
      text.replace('- name: asia', '- name: constructor').replaceAll('cluster: asia', 'cluster: constructor'),
    findings: [],
  },
  { name: 'an organization called constructor', change: [['- name: carrier', '- name: constructor']], findings: [] },
  { name: 'one node name in two organizations', change: [['name: validator3,', 'name: validator1,']], findings: [] },
  {
    name: "a node called like another one's Service, in another organization",
    change: [['name: validator1,', 'name: rpc1-rpc,']],
    findings: [],
  },
  { name: 'two clusters with the same pool', change: [['16000-16009', '15000-15009']], findings: [] },
  { name: 'a pool of exactly as many ports as are needed', change: [['16000-16009', '16000-16002']], findings: [] },
  {
    name: 'an exposed node that tells of transactions which wait',
    change: [
      [rpc, '{name: rpc1, role: rpc, expose: [rpc], settings: {rpc-http-api: [ETH, NET, WEB3, TXPOOL, TRACE]}}'],
    ],
    findings: [],
  },
  { name: 'a pinned port', change: [[rpc, '{name: rpc1, role: rpc, port: 16000}']], findings: [] },
  {
    name: 'a pinned port that the lock has somewhere else',
    change: [[rpc, '{name: rpc1, role: rpc, port: 16009}']],
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc1/p2p: 16001\nmaterial: {}\n',
    findings: [],
  },
  {
    name: 'a lock with the port of a node that is gone',
    lock: 'version: 1\nports:\n  us:\n    carrier/rpc9/p2p: 16000\n  asia:\n    carrier/rpc8/p2p: 80\nmaterial: {}\n',
    findings: [],
  },
  {
    name: 'a local cluster that is open to all',
    change: [
      ['provider: eks', 'provider: kind'],
      ['      sourceRanges: [203.0.113.0/24]\n', ''],
    ],
    findings: [],
  },
  {
    name: 'an endpoint in a cluster with a domain',
    change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc, ws], settings: {rpc-http-api: [eth, net, web3, trace]}}']],
    findings: [],
  },
  {
    name: 'APIs that change a node, on a node that is not exposed',
    change: [[rpc, '{name: rpc1, role: rpc, settings: {rpc-http-api: [ETH, DEBUG]}}']],
    findings: [],
  },
  {
    name: 'APIs that change a node, on an endpoint that is not exposed',
    change: [[rpc, '{name: rpc1, role: rpc, expose: [rpc], settings: {rpc-ws-api: [DEBUG]}}']],
    findings: [],
  },
  {
    name: 'names of Secrets',
    change: [
      [rpc, '{name: rpc1, role: rpc, existingSecret: vault-rpc1}'],
      ['ports: 15000-15009', 'ports: 15000-15009\n      tlsSecret: tls'],
      ['platform: besu', 'platform: besu\nimages: {pullSecret: registry}'],
    ],
    findings: [],
  },
  {
    name: 'an amount with all of its digits',
    change: [
      [
        'chainId: 20261123',
        'chainId: 20261123\n  accounts: [{address: "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1", balance: "0x0200000000000000000000000000000000000000000000000000000000000000"}]',
      ],
    ],
    findings: [],
  },
  {
    name: 'an account with its checksum',
    change: [
      [
        'chainId: 20261123',
        'chainId: 20261123\n  accounts: [{address: "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1", balance: "1000000000000000000", code: "0x60", storage: {"0x01": "0x02"}}]',
      ],
    ],
    findings: [],
  },
  {
    name: 'forks that begin as they would anyway',
    change: [['chainId: 20261123', 'chainId: 20261123\n  forks: {shanghaiTime: 0}']],
    keysMade: true,
    findings: [],
  },
  {
    name: "a contract at a well-known account's address",
    change: [
      [
        'chainId: 20261123',
        'chainId: 20261123\n  accounts: [{address: "0xfe3b557e8fb62b89f4916b721be55ceb828dbd73", code: "0x60"}]',
      ],
    ],
    findings: [],
  },
  {
    name: 'the same times and gas as the defaults',
    keysMade: true,
    change: [
      [
        'chainId: 20261123',
        'chainId: 20261123\n  blockPeriodSeconds: 2\n  requestTimeoutSeconds: 4\n  gasLimit: "0x1FFFFFFFFFFFFF"',
      ],
    ],
    findings: [],
  },
  {
    name: 'half a gibibyte more',
    change: [
      [
        rpc,
        '{name: rpc1, role: rpc, storage: 1.5Gi, resources: {requests: {cpu: 0.5, memory: 2Gi}, limits: {cpu: 500m, memory: 2Gi}}}',
      ],
    ],
    findings: [],
  },
  {
    name: 'labels of our own',
    change: [['platform: besu', 'platform: besu\nlabels: {example.com/cost-centre: "4711", empty: ""}']],
    findings: [],
  },
  {
    name: 'words of secrets without a secret',
    change: [
      ['platform: besu', 'platform: besu\nlabels: {tokenized: "yes"}'],
      ['provider: eks', 'provider: eks\n    context: the key is under the mat and the token is not here either at all'],
    ],
    findings: [],
  },
  {
    name: 'an alias',
    change: [
      ['ports: 15000-15009', 'ports: &pool 15000-15009'],
      ['ports: 16000-16009', 'ports: *pool'],
    ],
    findings: [],
  },
  { name: 'line ends of Windows', change: (good) => good.replaceAll('\n', '\r\n'), findings: [] },
  {
    name: 'a byte order mark, a directive and document markers',
    change: (good) => `\uFEFF%YAML 1.2\n---\n${good}...\n`,
    findings: [],
  },
  {
    name: 'a cluster without recipients, whose organizations all have their own',
    change: [
      ['    recipients:\n      - age1rknd7m7tda33ve4yq2hyan0gfxtnqal2yuvl5cd3z9w3gkfvssjqxarlka\n', ''],
      [
        '- name: carrier',
        '- name: carrier\n    recipients: {us: [age1glut3f7js0me0cxdhc2c2pshtlxynxg8l6sshp362z36alt3fc7s4k7gue]}',
      ],
      [
        '- name: manufacturer',
        '- name: manufacturer\n    recipients: {us: [age1aathd23hcyp6wdeahw84g27jzm6whruraa6xj22tt9ta9vs64s0q2k5093]}',
      ],
    ],
    findings: [],
  },
]

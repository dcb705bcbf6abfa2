import type { Case } from '../../case.ts'

const external = `zone:
  doorman: https://doorman.trade.example.com
  networkMap: https://map.trade.example.com
  rootTruststore:
    file: zone/network-root-truststore.jks
    sha256: "47bf3dc8fd20d14a61732e26451e4164bcba3106e369b797bdb98fd53bd51c8c"
    passwordSecret: {name: zone-truststore}
  minimumPlatformVersion: 10
`
const bank = '    emailAddress: ledger@bank.example.com\n    nodes:\n'
const map = (more = '', name = 'map1'): string =>
  `      - {name: ${name}, role: network-map, legalName: "O=${name === 'map1' ? 'Trade' : 'Other'} Test, L=London, C=GB"${more}}\n`
const notary1 = / {6}- name: notary1\n(?: {8}.*\n)+/ // the first line of a node, and those below
const demo =
  (nodes: string) =>
  (text: string): string =>
    text.replace(external, 'zone: {demo: true}\n').replace(bank, `${bank}${nodes}`)

/** Of every demo zone. */
const forTests = {
  rule: 'demo-zone',
  severity: 'warning',
  at: '8:14',
  message:
    'the doorman of bank/map1 signs every name that is free, for everyone who reaches it: this network is for tests only',
  hint: 'keep nothing of value in it. For anything else, join a zone with an operator: nodes of a demo zone cannot move there',
} as const

/** A zone whose doorman and network map are a node of the definition. */
export const demoZone: readonly Case[] = [
  { name: 'a demo zone', change: demo(map()), findings: [forTests] },
  {
    name: 'H2 in a demo zone',
    change: (text) => demo(map())(text).replace(/ {8}database: .*\n/g, ''),
    findings: [forTests],
  },
  {
    name: 'a demo zone that the whole internet reaches',
    change: (text) =>
      demo(map())(text).replace(
        'ambassador: {sourceRanges: [203.0.113.0/24]}',
        'ambassador: {sourceRanges: [0.0.0.0/0]}',
      ),
    findings: [
      forTests,
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '15:32',
        message: 'the ports of cluster eu are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'a demo zone with a URL',
    change: (text) => demo(map())(text).replace('{demo: true}', '{demo: true, doorman: "https://a.example.com"}'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:7',
        message: 'zone must have either `demo: true` or `doorman`',
        hint: 'a demo zone has its own doorman, network map and root: remove one of the two',
      },
    ],
  },
  {
    name: 'RPC of doorman and network map',
    change: demo(map(', expose: [rpc]')),
    findings: [
      {
        rule: 'exposed-rpc',
        severity: 'error',
        at: '28:92',
        message: 'bank/map1 exposes rpc, and doorman and network map have none',
        hint: 'remove `expose`: everyone who reaches the Ambassador reaches them',
      },
      forTests,
    ],
  },
  {
    name: 'a zone without anything',
    change: (text) => text.replace(external, 'zone: {minimumPlatformVersion: 10}\n'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '8:7',
        message: 'zone must have `doorman`, `networkMap`, `rootTruststore`',
        hint: 'ask the operator of the zone; for a network that is for tests only, write `demo: true` instead of all',
      },
    ],
  },
  {
    name: 'a network map in a zone of somebody else',
    change: [[bank, `${bank}${map()}`]],
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '35:28',
        message: 'bank/map1 has the role network-map, and somebody else runs doorman and network map of the zone',
        hint: 'remove the node; or write `zone: {demo: true}`, for tests only',
      },
    ],
  },
  {
    name: 'a demo zone without a network map',
    change: demo(''),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '8:14',
        message: 'nobody runs doorman and network map of the demo zone',
        hint: 'give one organization a node with role: network-map',
      },
    ],
  },
  {
    name: 'two network maps',
    change: demo(map() + map('', 'map2')),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '29:28',
        message: 'bank/map1 and bank/map2 have the role network-map: a zone has one',
        hint: 'keep one of the two',
      },
      forTests,
    ],
  },
  {
    name: 'a demo zone without a notary',
    change: (text) => demo(map())(text).replace(notary1, ''),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '8:14',
        message:
          'the demo zone has no notary: its network map signs the network parameters when a notary has registered, and no node starts before',
        hint: 'give one organization a node with role: notary',
      },
      forTests,
    ],
  },
  {
    name: 'a demo zone with two notaries',
    change: (text) =>
      demo(map())(text).replace(
        '{name: observer, role: node,',
        '{name: observer, role: notary, notary: {validating: false, serviceName: "O=Other Notary, L=London, C=GB"},',
      ),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '52:32',
        message:
          'the demo zone has the notaries bank/notary1 and regulator/observer: its network map signs the network parameters once, with one of them, and the other is never ready',
        hint: 'keep one of the two',
      },
      forTests,
    ],
  },
  {
    name: 'a demo zone whose notary has no service',
    change: (text) =>
      demo(map())(text).replace(
        'serviceName: "O=Trade Notary Service, L=London, C=GB"',
        'registeredWithoutService: true',
      ),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '38:17',
        message:
          'the notary bank/notary1 has no name of its service: the network map finds its certificate by that name',
        hint: 'set `serviceName`; a volume from before Corda 4.6 belongs to another zone',
      },
      forTests,
    ],
  },
  {
    name: 'a network map without Nashorn',
    change: demo(map(', platformVersion: "4.12"')),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '28:28',
        message: 'bank/map1 has Corda 4.12, whose Java has no Nashorn: that runs doorman and network map',
        hint: 'set platformVersion of that node to 4.11 or older: other nodes can have this one',
      },
      forTests,
    ],
  },
  {
    name: 'a network map with fields of parties',
    change: demo(map(', existingSecret: vaulted, cordapps: [{image: "registry.example.com/loans:1.2"}]')),
    findings: [
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '28:84',
        message: 'bank/map1 has existingSecret, which is for nodes of parties',
        hint: 'remove it: `chancery keys` makes the keys with their certificates',
      },
      {
        rule: 'demo-zone',
        severity: 'error',
        at: '28:109',
        message: 'bank/map1 has cordapps, which is for nodes of parties',
        hint: 'remove it',
      },
      forTests,
    ],
  },
  {
    name: 'a network map with a kind of notary',
    change: demo(map(', notary: {validating: false, serviceName: "O=Test Notary, L=London, C=GB"}')),
    findings: [
      {
        rule: 'notary',
        severity: 'error',
        at: '28:84',
        message: 'bank/map1 has `notary`, and its role is network-map',
        hint: 'set role: notary, or remove notary',
      },
      forTests,
    ],
  },
]

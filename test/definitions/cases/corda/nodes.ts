import type { Case } from '../../case.ts'

const notary = 'notary: {validating: false, serviceName: "O=Trade Notary Service, L=London, C=GB"}'
const loans = 'cordapps: [{image: "registry.example.com/loans:1.2"}]'
const database =
  '        database: {url: "jdbc:postgresql://postgres.bank.example.com:5432/node1", user: node1, passwordSecret: {name: node1-database}, driver: {image: "registry.example.com/postgresql:42"}}\n'
const sha256 = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b'

/** Notaries, CorDapps, databases and users. */
export const nodes: readonly Case[] = [
  {
    name: 'a notary without its kind',
    change: [[`        ${notary}\n`, '']],
    findings: [
      {
        rule: 'notary',
        severity: 'error',
        at: '42:15',
        message: 'the notary bank/notary1 does not say which kind it is',
        hint: 'set `notary: {validating: false, serviceName: "O=Notary Service, L=…, C=…"}`',
      },
    ],
  },
  {
    name: 'a node that is said to be a notary',
    change: [[loans, 'notary: {validating: true, serviceName: "O=Other, L=London, C=GB"}']],
    findings: [
      {
        rule: 'notary',
        severity: 'error',
        at: '38:9',
        message: 'bank/node1 has `notary`, and its role is node',
        hint: 'set role: notary, or remove notary',
      },
    ],
  },
  {
    name: 'a notary without a service',
    change: [[notary, 'notary: {validating: false}']],
    findings: [
      {
        rule: 'notary',
        severity: 'error',
        at: '44:17',
        message: 'the notary bank/notary1 has no name of its service: Corda does not register it',
        hint: 'set `serviceName` to another legal name than that of the node, or `registeredWithoutService: true` if its volume has keys from before Corda 4.6',
      },
    ],
  },
  {
    name: 'an old notary with a service',
    change: [[notary, notary.replace('}', ', registeredWithoutService: true}')]],
    findings: [
      {
        rule: 'notary',
        severity: 'error',
        at: '44:92',
        message: 'the notary bank/notary1 registered without a service, and has a name of it: it would not start',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a CorDapp twice',
    change: [
      [
        loans,
        `cordapps: [{url: "https://a.example.com/loans.jar", sha256: ${sha256}}, {url: "https://b.example.com/loans.jar", sha256: ${sha256}}]`,
      ],
    ],
    findings: [
      {
        rule: 'cordapp',
        severity: 'error',
        at: '38:136',
        message: 'bank/node1 has loans.jar twice among its CorDapps: one takes the place of the other',
        hint: 'keep one of the two',
      },
    ],
  },
  {
    name: 'a CorDapp without its SHA-256',
    change: [[loans, 'cordapps: [{url: "https://a.example.com/loans.jar"}]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '38:20',
        message: 'organizations[bank].nodes[node1].cordapps[0] must have `image`, or `url` and `sha256`',
        hint: 'name an image with the CorDapp, or a URL and the SHA-256 of its file',
      },
    ],
  },
  {
    name: 'an image without a tag',
    change: [[loans, 'cordapps: [{image: registry.example.com/loans}]']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '38:28',
        message:
          'organizations[bank].nodes[node1].cordapps[0].image must be an image with its tag or digest, got "registry.example.com/loans"',
        hint: 'write one such as registry.example.com/loans:1.2',
      },
    ],
  },
  {
    name: 'a user that no node takes',
    change: [['username: loansApp', 'username: loans-app']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '39:31',
        message:
          'organizations[bank].nodes[node1].rpcUsers[0].username must be the name of a user as Corda takes it: letters, digits and "_", got "loans-app"',
      },
    ],
  },
  {
    name: 'a user twice',
    change: [
      [
        'permissions: [ALL]}]',
        'permissions: [ALL]}, {username: loansApp, passwordSecret: {name: other}, permissions: [ALL]}]',
      ],
    ],
    findings: [
      {
        rule: 'rpc-user',
        severity: 'error',
        at: '39:108',
        message: 'bank/node1 has the user loansApp twice',
        hint: 'keep one, with all its permissions',
      },
    ],
  },
  {
    name: 'the user that drains the node',
    change: [['username: loansApp', 'username: chancery_drain']],
    findings: [
      {
        rule: 'rpc-user',
        severity: 'error',
        at: '39:31',
        message: 'bank/node1 has a user chancery_drain: that is the one that drains the node before a stop',
        hint: 'give the user another name',
      },
    ],
  },
  {
    name: 'H2 on a cluster that is not local',
    change: [[database, '']],
    findings: [
      {
        rule: 'database',
        severity: 'warning',
        at: '35:9',
        message: 'bank/node1 keeps its vault in H2 on its volume: R3 supports that for tests only',
        hint: 'set `database` to one in PostgreSQL before the node registers: a node cannot move to another database later',
      },
    ],
  },
  {
    name: 'a database of two nodes',
    change: [['5432/notary1"', '5432/node1"']],
    findings: [
      {
        rule: 'database',
        severity: 'error',
        at: '45:25',
        message: 'bank/node1 and bank/notary1 have one database: each would change the vault of the other',
        hint: 'give each node its own',
      },
    ],
  },
  {
    name: 'a password in the URL of the database',
    change: [['//postgres.bank.example.com:5432/node1', '//node1:hunter2hunter2@postgres.bank.example.com:5432/node1']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '40:25',
        message:
          'organizations[bank].nodes[node1].database.url must be a JDBC URL such as jdbc:postgresql://postgres.bank.example.com:5432/node1, without credentials, got "jdbc:postgresql://node1:…"',
      },
    ],
  },
]

export const acceptedNodes: readonly Case[] = [
  {
    name: 'ports for everybody: nodes and notaries read the certificate of whoever connects',
    change: [['    ambassador: {sourceRanges: [203.0.113.0/24]}\n', '']],
    findings: [],
  },
  {
    name: 'an old notary',
    change: [[notary, 'notary: {validating: false, registeredWithoutService: true}']],
    findings: [],
  },
  {
    name: 'H2 on a local cluster',
    change: [
      [database, ''],
      ['provider: kubernetes', 'provider: kind'],
      ['    storageClass: fast\n', ''],
    ],
    findings: [],
  },
]

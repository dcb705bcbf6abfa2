import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '../../case.ts'

const manufacturer = 'material/public/manufacturer'
const carrier = 'material/public/carrier'
const genesis = 'material/public/channels/trade/genesis.yaml'
const sealedAuthority = 'material/sealed/issuers/carrier/ca.yaml'
const issuer = '    issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]\n'
const cluster = 'age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy'

/** The bank runs the third orderer itself. */
const withBank = (good: string): string =>
  good
    .replace('      - {name: orderer3, role: orderer}\n', '')
    .replace('retailer/orderer3', 'bank')
    .replace(
      '\nchannels:',
      `
external:
  - organization: bank
    mspId: BankMSP
    nodes:
      - {name: orderer1, role: orderer, host: orderer1.bank.example.net, port: 7050}

channels:`,
    )

/** Files of test/definitions/bank in their places. */
const bank =
  (changes: Readonly<Record<string, string | undefined>> = {}) =>
  (files: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> => {
    const names = {
      'ca.crt': 'ca',
      'tlsca.crt': 'tlsca',
      'orderer1/sign.crt': 'sign',
      'orderer1/tls.crt': 'tls',
      ...changes,
    }
    const certificates = Object.entries(names).map(([path, name]) => [
      `material/public/bank/${path}`,
      name === undefined ? undefined : readFileSync(join(import.meta.dirname, `../../bank/${name}.crt`), 'utf8'),
    ])
    return { ...files, ...Object.fromEntries(certificates) }
  }

type Change = (files: Readonly<Record<string, string>>) => Readonly<Record<string, string | undefined>>

const copied =
  (from: string, to: string): Change =>
  (files) => ({ [to]: files[from] })

/** Certificates that do not fit the definition, or each other. */
export const certificates: readonly Case[] = [
  ...(
    [
      [`${carrier}/ca.crt`, 12],
      [`${carrier}/peer1/sign.crt`, 13],
      [`${carrier}/administrators/us/sign.crt`, 13],
    ] as const
  ).map(
    ([path, line]): Case => ({
      name: `a private key behind ${path}`,
      keysMade: true,
      secret: 'bm90IGEga2V5',
      files: (files) => ({
        [path]: `${files[path]}-----BEGIN EC PRIVATE KEY-----\nbm90IGEga2V5\n-----END EC PRIVATE KEY-----\n`,
      }),
      findings: [
        {
          rule: 'plain-secret',
          severity: 'error',
          at: `${path}:${line}:1`,
          message: 'a PEM private key in plain text',
          hint: 'remove it here and from the history of the repository, replace the secret, and let `chancery keys` seal keys or name an existing Kubernetes Secret (existingSecret, pullSecret, tlsSecret, environmentFrom)',
        },
      ],
    }),
  ),
  {
    name: 'nobody who could issue',
    change: [[issuer, '']],
    findings: [
      {
        rule: 'issuer-recipients',
        severity: 'error',
        at: '34:5',
        message: 'nobody could decrypt the keys of the certificate authorities of carrier',
        hint: 'make an age key outside the clusters with `age-keygen`, and set its public half as issuerRecipients: the holder of the private half issues certificates',
      },
    ],
  },
  {
    name: 'an authority that was sealed for a cluster',
    keysMade: true,
    files: (files) => ({ [sealedAuthority]: files[sealedAuthority]?.replace(/age1jud\w+/, cluster) }),
    findings: [
      {
        rule: 'issuer-key-in-cluster',
        severity: 'error',
        at: 'material/sealed/issuers/carrier/ca.yaml:1:1',
        message: 'material/sealed/issuers/carrier/ca.yaml is encrypted for cluster asia, which runs no CA of carrier',
        hint: 'run `chancery keys --recipients` with the age key of the issuers, and replace the authority when you can: the history of Git keeps the old file',
      },
      {
        rule: 'sealed-recipients',
        severity: 'warning',
        at: '34:5',
        message:
          'the key of carrier identity authority is not encrypted for the recipients of the definition (not for age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re, still for age1a48uckxecnjza32q8w32h58tf63ljaunwmzd8j8gz69u6ghp69sst58dhy)',
        hint: 'run `chancery keys --recipients` with an age key that can read it in SOPS_AGE_KEY',
      },
    ],
  },
  {
    name: 'an authority that is none',
    keysMade: true,
    files: copied(`${carrier}/peer1/sign.crt`, `${carrier}/ca.crt`),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: `${carrier}/administrators/us/sign.crt:1:1`,
        message: `${carrier}/administrators/us/sign.crt was not issued by ${carrier}/ca.crt`,
        hint: 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
      },
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/carrier/ca.crt:1:1',
        message:
          'material/public/carrier/ca.crt is not a certificate of an authority (basicConstraints, keyCertSign, subject key identifier)',
        hint: 'commit the certificate of the authority itself, as PEM',
      },
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/carrier/orderer2/sign.crt:1:1',
        message: 'material/public/carrier/orderer2/sign.crt was not issued by material/public/carrier/ca.crt',
        hint: 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
      },
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/carrier/peer1/sign.crt:1:1',
        message: 'material/public/carrier/peer1/sign.crt was not issued by material/public/carrier/ca.crt',
        hint: 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
      },
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/carrier/peer2/sign.crt:1:1',
        message: 'material/public/carrier/peer2/sign.crt was not issued by material/public/carrier/ca.crt',
        hint: 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
      },
    ],
  },
  {
    name: 'one authority for both',
    change: withBank,
    files: bank({ 'ca.crt': 'tlsca', 'orderer1/sign.crt': undefined, 'orderer1/tls.crt': undefined }),
    findings: [
      {
        rule: 'external-certificate',
        severity: 'error',
        at: '48:5',
        message:
          'material/public/bank/orderer1/sign.crt is missing: a channel with an external organization needs its certificates',
        hint: 'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      },
      {
        rule: 'external-certificate',
        severity: 'error',
        at: '48:5',
        message:
          'material/public/bank/orderer1/tls.crt is missing: a channel with an external organization needs its certificates',
        hint: 'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      },
      {
        rule: 'certificate',
        severity: 'warning',
        at: '48:5',
        message: 'the identity authority and the TLS authority of bank are the same',
        hint: 'make two: Fabric needs separate authorities',
      },
    ],
  },
  {
    name: 'a certificate of another organization',
    keysMade: true,
    files: copied(`${carrier}/peer1/sign.crt`, `${manufacturer}/peer1/sign.crt`),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/manufacturer/peer1/sign.crt:1:1',
        message: 'material/public/manufacturer/peer1/sign.crt was not issued by material/public/manufacturer/ca.crt',
        hint: 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
      },
    ],
  },
  {
    name: 'two organizations with one identity authority',
    change: (good) =>
      withBank(good)
        .replace('retailer]', 'retailer, broker]')
        .replace(
          '\nchannels:',
          '  - {organization: broker, mspId: BrokerMSP, nodes: [{name: peer1, role: peer, host: peer1.broker.example.net, port: 7051}]}\n\nchannels:',
        ),
    files: (files) => {
      const all = bank()(files)
      return {
        ...all,
        'material/public/broker/ca.crt': all['material/public/bank/ca.crt'],
        'material/public/broker/tlsca.crt': all['material/public/bank/tlsca.crt'],
      }
    },
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/broker/ca.crt:1:1',
        message:
          'material/public/broker/ca.crt has the same key as material/public/bank/ca.crt: each of the two organizations could issue identities of the other',
        hint: 'use a separate identity authority for each organization',
      },
    ],
  },
  {
    name: 'two orderers of others with one certificate',
    change: (good) =>
      withBank(good).replace(
        '{name: orderer1, role: orderer, host: orderer1.bank.example.net, port: 7050}',
        '{name: orderer1, role: orderer, host: orderer1.bank.example.net, port: 7050}\n      - {name: orderer2, role: orderer, host: orderer1.bank.example.net, port: 7052}\n      - {name: orderer3, role: orderer, host: orderer1.bank.example.net, port: 7053}',
      ),
    files: bank({
      'orderer2/sign.crt': 'sign',
      'orderer2/tls.crt': 'tls',
      'orderer3/sign.crt': 'sign',
      'orderer3/tls.crt': 'tls',
    }),
    findings: [2, 3].flatMap((number) =>
      (['sign', 'tls'] as const).map((certificate) => ({
        rule: 'certificate',
        severity: 'error' as const,
        at: `material/public/bank/orderer${number}/${certificate}.crt:1:1`,
        message: `material/public/bank/orderer${number}/${certificate}.crt has the same key as material/public/bank/orderer1/${certificate}.crt: bank/orderer${number} and bank/orderer1 would be one identity`,
        hint: 'ask its owner for another one: each node needs its own key',
      })),
    ),
  },
  {
    name: 'a certificate of another role',
    keysMade: true,
    files: copied(`${carrier}/peer1/sign.crt`, `${carrier}/orderer2/sign.crt`),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/carrier/orderer2/sign.crt:1:1',
        message: 'material/public/carrier/orderer2/sign.crt has the role (OU) peer, but its node is an orderer',
        hint: 'issue it with OU=orderer, from which Fabric reads roles',
      },
    ],
  },
  {
    name: 'a certificate for other names',
    keysMade: true,
    files: copied(`${carrier}/peer1/tls.crt`, `${carrier}/peer2/tls.crt`),
    findings: [
      {
        rule: 'certificate-names',
        severity: 'error',
        at: 'material/public/carrier/peer2/tls.crt:1:1',
        message:
          'material/public/carrier/peer2/tls.crt lacks the names peer2.carrier.us.example.com, peer2, peer2.supplychain-carrier, peer2.supplychain-carrier.svc, peer2.supplychain-carrier.svc.cluster.local, which others use to dial carrier/peer2',
        hint: 'renew it: `chancery keys --renew carrier/peer2`',
      },
    ],
  },
  {
    name: 'a certificate for other names, of a node that was enrolled at an authority elsewhere',
    change: [
      [
        'name: peer2, role: peer, stateDatabase: couchdb',
        'name: peer2, role: peer, stateDatabase: couchdb, existingSecret: peer2-keys',
      ],
    ],
    keysMade: true,
    files: (files) => ({
      ...copied(`${carrier}/peer1/tls.crt`, `${carrier}/peer2/tls.crt`)(files),
      'material/sealed/issuers/carrier/tlsca.yaml': undefined,
      'material/sealed/us/carrier/peer2.yaml': undefined,
    }),
    findings: [
      {
        rule: 'certificate-names',
        severity: 'error',
        at: 'material/public/carrier/peer2/tls.crt:1:1',
        message:
          'material/public/carrier/peer2/tls.crt lacks the names peer2.carrier.us.example.com, peer2, peer2.supplychain-carrier, peer2.supplychain-carrier.svc, peer2.supplychain-carrier.svc.cluster.local, which others use to dial carrier/peer2',
        hint: 'enroll it again at the authority that issued it, with the same key and the names peer2.carrier.us.example.com, peer2, peer2.supplychain-carrier, peer2.supplychain-carrier.svc, peer2.supplychain-carrier.svc.cluster.local, localhost',
      },
    ],
  },
  {
    name: 'a domain that certificates do not have',
    change: [['domain: asia.example.com', 'domain: asia.example.org']],
    keysMade: true,
    findings: [
      {
        rule: 'certificate-names',
        severity: 'error',
        at: 'material/public/retailer/orderer3/tls.crt:1:1',
        message:
          'material/public/retailer/orderer3/tls.crt lacks the name orderer3.retailer.asia.example.org, which others use to dial retailer/orderer3',
        hint: 'renew it: `chancery keys --renew retailer/orderer3`',
      },
      {
        rule: 'certificate-names',
        severity: 'error',
        at: 'material/public/retailer/peer1/tls.crt:1:1',
        message:
          'material/public/retailer/peer1/tls.crt lacks the name peer1.retailer.asia.example.org, which others use to dial retailer/peer1',
        hint: 'renew it: `chancery keys --renew retailer/peer1`',
      },
    ],
  },
  {
    name: 'no certificate',
    keysMade: true,
    files: () => ({ [`${carrier}/peer1/tls.crt`]: 'hello\n' }),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/carrier/peer1/tls.crt:1:1',
        message: 'material/public/carrier/peer1/tls.crt is not a certificate',
        hint: 'commit it as PEM: -----BEGIN CERTIFICATE-----',
      },
    ],
  },
  {
    name: 'an external organization without certificates',
    change: withBank,
    findings: [
      {
        rule: 'external-certificate',
        severity: 'error',
        at: '48:5',
        message:
          'material/public/bank/ca.crt is missing: a channel with an external organization needs its certificates',
        hint: 'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      },
      {
        rule: 'external-certificate',
        severity: 'error',
        at: '48:5',
        message:
          'material/public/bank/orderer1/sign.crt is missing: a channel with an external organization needs its certificates',
        hint: 'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      },
      {
        rule: 'external-certificate',
        severity: 'error',
        at: '48:5',
        message:
          'material/public/bank/orderer1/tls.crt is missing: a channel with an external organization needs its certificates',
        hint: 'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      },
      {
        rule: 'external-certificate',
        severity: 'error',
        at: '48:5',
        message:
          'material/public/bank/tlsca.crt is missing: a channel with an external organization needs its certificates',
        hint: 'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      },
    ],
  },
  {
    name: 'an external orderer with the certificate of a peer',
    change: withBank,
    files: bank({ 'orderer1/sign.crt': 'sign-of-a-peer' }),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/bank/orderer1/sign.crt:1:1',
        message: 'material/public/bank/orderer1/sign.crt has the role (OU) peer, but its node is an orderer',
        hint: 'issue it with OU=orderer, from which Fabric reads roles',
      },
    ],
  },
  {
    name: 'an external orderer with a certificate has another name',
    change: withBank,
    files: bank({ 'orderer1/tls.crt': 'tls-of-another-name' }),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/bank/orderer1/tls.crt:1:1',
        message:
          'material/public/bank/orderer1/tls.crt lacks the name orderer1.bank.example.net, which others use to dial bank/orderer1',
        hint: 'ask its owner for a certificate with it',
      },
    ],
  },
  {
    name: 'an external orderer whose certificate another authority issued',
    change: withBank,
    files: bank({ 'orderer1/sign.crt': 'tls' }),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/bank/orderer1/sign.crt:1:1',
        message: 'material/public/bank/orderer1/sign.crt has the role (OU) none, but its node is an orderer',
        hint: 'issue it with OU=orderer, from which Fabric reads roles',
      },
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/bank/orderer1/sign.crt:1:1',
        message: 'material/public/bank/orderer1/sign.crt was not issued by material/public/bank/ca.crt',
        hint: 'ask its owner for both',
      },
    ],
  },
  {
    name: 'an external orderer with a key that its channel does not know',
    change: withBank,
    files: bank({ 'orderer1/sign.crt': 'sign-with-ed25519' }),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/bank/orderer1/sign.crt:1:1',
        message:
          'material/public/bank/orderer1/sign.crt has an Ed25519 key, but channel trade lacks the capability V3_0 for it',
        hint: 'use a key of P-256',
      },
    ],
  },
  {
    name: 'an external orderer with a key that Fabric does not know',
    change: withBank,
    files: bank({ 'orderer1/sign.crt': 'sign-with-rsa' }),
    findings: [
      {
        rule: 'certificate',
        severity: 'error',
        at: 'material/public/bank/orderer1/sign.crt:1:1',
        message: 'material/public/bank/orderer1/sign.crt has a rsa key, which Fabric does not support',
        hint: 'use a key of P-256',
      },
    ],
  },
  {
    name: 'a member of a channel that runs leaves the definition',
    change: (good) => {
      const retailer = good.slice(good.indexOf('  - name: retailer'), good.indexOf('\nchannels:'))
      return good
        .replace(retailer, '')
        .replace(', retailer]', ']')
        .replace(', retailer/orderer3]', ']')
        .replace(", 'RetailerMSP.peer'", '')
    },
    keysMade: true,
    findings: [
      {
        rule: 'departed-member',
        severity: 'error',
        at: '43:5',
        message: 'RetailerMSP is in channel trade, but no organization of the definition has this MSP ID',
        hint: 'restore it, and remove it from the channel first (`members`, `orderers`, then `chancery channel update trade`): it can leave the definition when the update has its signatures',
      },
      {
        rule: 'consenters',
        severity: 'warning',
        at: '43:5',
        message: 'channel trade has 2 orderers: with Raft they survive no more failures than 1 would',
        hint: 'use 1 or 3',
      },
      {
        rule: 'channel-update-due',
        severity: 'notice',
        at: '43:5',
        message:
          'the definition of channel trade has changed: orderer3.retailer.asia.example.com:15000 is no longer a consenter; organization RetailerMSP leaves the channel; organization RetailerMSP leaves ordering',
        hint: 'write an update, which members sign: `chancery channel update trade`',
      },
    ],
  },
  {
    name: 'a first block that was changed',
    keysMade: true,
    files: (files) => ({ [genesis]: files[genesis]?.replace(/sha256: ./, 'sha256: x') }),
    findings: [
      {
        rule: 'channel-block',
        severity: 'error',
        at: 'material/public/channels/trade/genesis.yaml:1:1',
        message:
          'material/public/channels/trade/genesis.yaml is not the first block of a channel, or was changed: its digest does not match',
        hint: 'restore it from Git: it cannot be made again',
      },
    ],
  },
  {
    name: 'a first block of another channel',
    change: (good) => good.replaceAll(': trade', ': trades'),
    keysMade: true,
    files: (files) => ({ 'material/public/channels/trades/genesis.yaml': files[genesis] }),
    findings: [
      {
        rule: 'channel-block',
        severity: 'error',
        at: 'material/public/channels/trades/genesis.yaml:1:1',
        message: 'material/public/channels/trades/genesis.yaml is the first block of trade, not of trades',
        hint: 'restore it from Git',
      },
    ],
  },
]

/** Without any finding. */
export const acceptedOfOthers: readonly Case[] = [
  {
    name: 'an organization that keeps the keys of its authorities elsewhere',
    change: [[issuer, '']],
    keysMade: true,
    files: (files) =>
      Object.fromEntries(
        Object.keys(files)
          .filter((path) => path.startsWith('material/sealed/issuers/carrier/'))
          .map((path) => [path, undefined]),
      ),
    findings: [],
  },
  {
    name: 'an external orderer with keys of other curves, and a certificate with a star',
    change: withBank,
    files: bank(),
    findings: [],
  },
  {
    name: 'an Ed25519 key in a channel that knows it',
    change: (good) => withBank(good).replace('    raft: {electionTick: 10}\n', '    capabilities: {channel: V3_0}\n'),
    files: bank({ 'orderer1/sign.crt': 'sign-with-ed25519' }),
    findings: [],
  },
]

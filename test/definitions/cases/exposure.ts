import type { Case } from '../case.ts'

const rpc = '{name: rpc1, role: rpc}'

/** What can be reached from outside. */
export const exposure: readonly Case[] = [
  {
    name: 'an endpoint in a cluster without domain',
    change: [
      ['domain: us.example.com', 'address: 203.0.113.7'],
      [rpc, '{name: rpc1, role: rpc, expose: [ws, rpc]}'],
    ],
    findings: [
      {
        rule: 'expose-needs-domain',
        severity: 'error',
        at: '39:41',
        message: 'carrier/rpc1 exposes rpc and ws in cluster us, which has an address but no domain',
        hint: 'HTTP endpoints share ports 80 and 443 by host name: set a domain for the cluster, or do not expose the node',
      },
    ],
  },
  {
    name: 'more names than one certificate has',
    change: [
      ['ports: 16000-16009', 'ports: 16000-16199\n      issuer: {name: letsencrypt}'],
      [rpc, Array.from({ length: 101 }, (_, at) => `{name: rpc${at}, role: rpc, expose: [rpc]}`).join('\n      - ')],
    ],
    findings: [
      {
        rule: 'issuer-limit',
        severity: 'warning',
        at: '24:15',
        message:
          "the certificate of cluster us would have 101 names: public authorities such as Let's Encrypt put at most 100 into one",
        hint: 'expose fewer nodes there; or remove issuer, and set tlsSecret to a certificate with *.ORGANIZATION.us.example.com for each organization',
      },
      {
        rule: 'max-peers',
        severity: 'warning',
        at: '38:16',
        message: 'carrier/validator3 and 3 more would have 107 peers, more than max-peers 100',
        hint: 'raise max-peers in the settings of the validators, or reduce the number of nodes',
      },
    ],
  },
  {
    name: 'a host name that no certificate can have',
    change: [
      ['domain: us.example.com', `domain: ${'d'.repeat(40)}.example.com`],
      [rpc, '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
    findings: [
      {
        rule: 'name-length',
        severity: 'error',
        at: '39:41',
        message:
          'the host name rpc1.carrier.dddddddddddddddddddddddddddddddddddddddd.example.com has 65 characters: the common name of a certificate has at most 64',
        hint: 'shorten the name of the node, of the organization, or the domain of the cluster',
      },
    ],
  },
  {
    name: 'ports that are open to everybody',
    change: [['      sourceRanges: [203.0.113.0/24]\n', '']],
    findings: [
      {
        rule: 'open-to-all',
        severity: 'warning',
        at: '15:7',
        message: 'the ports of cluster eu are open to the whole internet: anyone who reaches one can read the ledger',
        hint: 'list the addresses of the other clusters in ambassador.sourceRanges',
      },
    ],
  },
]

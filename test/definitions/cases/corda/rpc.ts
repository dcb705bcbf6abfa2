import type { Case } from '../../case.ts'

const users = 'rpcUsers: [{username: loansApp, passwordSecret: {name: node1-rpc}, permissions: [ALL]}]'
const tls = 'rpcTls: {keyStoreSecret: {name: node1-rpc-tls}, passwordSecret: {name: node1-rpc-tls-password}}'
const exposing = (...fields: readonly string[]): [string, string] => [
  `        ${users}\n`,
  ['expose: [rpc]', ...fields].map((field) => `        ${field}\n`).join(''),
]

/** Users of RPC, and RPC for applications outside. */
export const rpc: readonly Case[] = [
  {
    name: 'RPC outside without TLS',
    change: [exposing(users)],
    findings: [
      {
        rule: 'exposed-rpc',
        severity: 'error',
        at: '39:17',
        message: 'bank/node1 exposes rpc without TLS: passwords of its users would cross the internet in clear text',
        hint: 'set `rpcTls` to a Secret with a key store, or do not expose rpc',
      },
    ],
  },
  {
    name: 'RPC outside without a user',
    change: [exposing(tls)],
    findings: [
      {
        rule: 'exposed-rpc',
        severity: 'error',
        at: '39:17',
        message: 'bank/node1 exposes rpc, and has no user of it: nobody can use it',
        hint: 'list the users in `rpcUsers`, or do not expose rpc',
      },
    ],
  },
  {
    name: 'RPC for everyone',
    change: [exposing(users, tls), ['    ambassador: {sourceRanges: [203.0.113.0/24]}\n', '']],
    findings: [
      {
        rule: 'exposed-rpc',
        severity: 'warning',
        at: '38:17',
        message:
          'rpc of bank/node1 would answer the whole internet: only passwords keep others out, and the node lets everyone try them without end',
        hint: 'list the addresses of the other clusters and of the applications in ambassador.sourceRanges',
      },
    ],
  },
  {
    name: 'another endpoint',
    change: [[users, `${users}\n        expose: [p2p]`]],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '40:18',
        message: 'organizations[bank].nodes[node1].expose[0] must be rpc, got "p2p"',
      },
    ],
  },
]

export const acceptedRpc: readonly Case[] = [
  { name: 'RPC outside, with TLS and a user', change: [exposing(users, tls)], findings: [] },
  { name: 'RPC with TLS, inside', change: [[users, `${users}\n        ${tls}`]], findings: [] },
  {
    name: 'RPC for everyone who reaches a local cluster',
    change: [
      exposing(users, tls),
      ['    ambassador: {sourceRanges: [203.0.113.0/24]}\n', ''],
      ['provider: kubernetes', 'provider: kind'],
      ['    storageClass: fast\n', ''],
    ],
    findings: [],
  },
]

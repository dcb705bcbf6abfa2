import type { Case, Edits } from '../../case.ts'

const rpc = '{name: rpc1, role: rpc, expose: [rpc], cors: ["https://app.example.com"]}'
const before = '      - {name: rpc1, role: rpc, expose: [rpc], cors: ["https://app.example.com"], settings: {'
const atKey = `39:${before.length + 1}`
const atValue = (key: string): string => `39:${before.length + key.length + 3}`

/** Settings of farmer/rpc1. */
const withSettings = (settings: string): Edits => [[rpc, rpc.replace(/}$/, `, settings: {${settings}}}`)]]

/** The places of findings about options; test/platforms/substrate/settings.test.ts has all of them. */
export const settings: readonly Case[] = [
  {
    name: 'an option of Chancery',
    change: withSettings('base-path: /tmp'),
    findings: [
      {
        rule: 'owned-setting',
        severity: 'error',
        at: atKey,
        message: 'farmer/rpc1 sets base-path, which Chancery sets itself',
        hint: 'remove it: the node needs it as it is',
      },
    ],
  },
  {
    name: 'an option that Substrate removed',
    change: withSettings('ws-external: true'),
    findings: [
      {
        rule: 'refused-setting',
        severity: 'error',
        at: atKey,
        message:
          'farmer/rpc1 sets ws-external: Substrate merged the servers of HTTP and WebSocket in May 2023, and the node would not start',
        hint: 'remove it: port 9944 serves HTTP and WebSocket, and expose gives it a route',
      },
    ],
  },
  {
    name: 'an option that is nearly one of the SDK',
    change: withSettings('out-peer: 8'),
    findings: [
      {
        rule: 'unknown-setting',
        severity: 'warning',
        at: atKey,
        message:
          'farmer/rpc1 sets out-peer, which no release of the Polkadot SDK has: a node that does not have it would not start',
        hint: 'did you mean "out-peers"?',
      },
    ],
  },
  {
    name: 'a value that no release takes',
    change: withSettings('database: leveldb'),
    findings: [
      {
        rule: 'setting-value',
        severity: 'error',
        at: atValue('database'),
        message: 'database of farmer/rpc1 must be one of its values, got "leveldb"',
        hint: 'use one of rocksdb, paritydb, auto, paritydb-experimental',
      },
    ],
  },
  {
    name: 'unsafe methods for everybody',
    change: withSettings('rpc-methods: unsafe'),
    findings: [
      {
        rule: 'dangerous-api',
        severity: 'error',
        at: atValue('rpc-methods'),
        message:
          'farmer/rpc1 serves unsafe methods (rpc-methods), and is exposed: anyone could insert keys, and change its peers',
        hint: 'remove it: the node serves safe methods only. Unsafe ones are for an rpc node that is not exposed',
      },
    ],
  },
]

export const acceptedSettings: readonly Case[] = [
  {
    name: 'options of the SDK, and one of the own node',
    change: withSettings('in-peers: 100, log: "info,grandpa=debug", ethereum-api-of-ours: true'),
    findings: [],
  },
]

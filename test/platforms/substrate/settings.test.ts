import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspect } from '../../../src/commands/inspect.ts'
import { memoryFiles } from '../../memory-files.ts'

const folder = join(import.meta.dirname, '../../golden/substrate')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const definition = read('network.yaml')
const spec = read('chain/base.json')

const rules = new Set([
  'owned-setting',
  'refused-setting',
  'unknown-setting',
  'setting-value',
  'setting-file',
  'dangerous-api',
])

const places = {
  rpc: ['settings: {in-peers: 50}', 'farmer/rpc1'],
  validator: ['{name: validator1, role: validator}', 'farmer/validator1'],
  archive: ['{name: archive1, role: archive, storage: 200Gi}', 'shop/archive1'],
} as const

/** Findings about settings of a node, each as `error rule: message (hint)`. */
async function found(
  settings: string,
  node: keyof typeof places = 'rpc',
  sdk?: string,
  base = definition,
): Promise<readonly string[]> {
  const [from] = places[node]
  const to = node === 'rpc' ? `settings: {${settings}}` : from.replace('}', `, settings: {${settings}}}`)
  if (base.split(from).length !== 2) throw new Error(`"${from}" is not there exactly once`)
  const text = base.replace(from, to)
  const network = sdk === undefined ? text : text.replace('  spec: ', `  sdk: ${sdk}\n  spec: `)
  const files = memoryFiles({ 'network.yaml': network, 'chain/base.json': spec })
  const { findings } = await inspect({ network: 'network.yaml' }, files)
  return findings
    .filter(({ rule }) => rules.has(rule))
    .map(({ severity, rule, message, hint }) => `${severity} ${rule}: ${message} (${hint})`)
}

it.each([
  'in-peers: 100, out-peers: 16, rpc-max-connections: 500, pool-limit: 10000',
  'log: "info,grandpa=debug", state-pruning: 1000, sync: Warp, database: paritydb',
  'enable-offchain-indexing: true, telemetry-url: ["wss://telemetry.example.com/submit 0"], rpc-methods: safe',
  'reserved-nodes: [/dns/a.example.com/tcp/30333/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp]',
  'ethereum-rpc-of-ours: true, another-option-of-ours: [a, b]',
  'pool-limit: 1, wasm-runtime-overrides: /data/overrides',
])('a node may have %s', async (settings) => {
  expect(await found(settings)).toEqual([])
})

it.each([
  [
    'base-path: /tmp',
    'error owned-setting: farmer/rpc1 sets base-path, which Chancery sets itself (remove it: the node needs it as it is)',
  ],
  [
    'bootnodes: []',
    'error owned-setting: farmer/rpc1 sets bootnodes, which Chancery sets itself (remove it: addresses follow from the definition)',
  ],
  [
    'node-key-file: /data/key',
    'error owned-setting: farmer/rpc1 sets node-key-file, which Chancery sets itself (remove it: keys are files that `chancery keys` makes)',
  ],
  [
    'rpc-cors: all',
    'error owned-setting: farmer/rpc1 sets rpc-cors, which Chancery sets itself (remove it: write the pages into cors of the node)',
  ],
  [
    'unsafe-rpc-external: true',
    'error owned-setting: farmer/rpc1 sets unsafe-rpc-external, which Chancery sets itself (remove it: probes and clients reach RPC at port 9944 of the pod, and NetworkPolicies say who may)',
  ],
  [
    'ws-port: 9944',
    'error refused-setting: farmer/rpc1 sets ws-port: Substrate merged the servers of HTTP and WebSocket in May 2023, and the node would not start (remove it: port 9944 serves HTTP and WebSocket)',
  ],
  [
    'ws-max-connections: 10',
    'error refused-setting: farmer/rpc1 sets ws-max-connections: Substrate merged the servers of HTTP and WebSocket in May 2023, and the node would not start (use rpc-max-connections)',
  ],
  [
    'alice: true',
    'error refused-setting: farmer/rpc1 sets alice: everybody knows the keys of Alice (remove it: role: validator gives the node keys that only it has)',
  ],
  [
    'collator: true',
    'error refused-setting: farmer/rpc1 sets collator: it is an option of a collator, and Chancery runs solo chains only (remove it)',
  ],
  [
    'in-peer: 50',
    'warning unknown-setting: farmer/rpc1 sets in-peer, which no release of the Polkadot SDK has: a node that does not have it would not start (did you mean "in-peers"?)',
  ],
  [
    'in-peers: many',
    'error setting-value: in-peers of farmer/rpc1 must be a whole number, at least 0, got "many" (write digits only)',
  ],
  [
    'sync: wrap',
    'error setting-value: sync of farmer/rpc1 must be one of its values, got "wrap" (did you mean "warp"?)',
  ],
  [
    'state-pruning: all',
    'error setting-value: state-pruning of farmer/rpc1 must be archive, archive-canonical, or a number of blocks, got "all" (correct it)',
  ],
  [
    'pruning: 100, state-pruning: 200',
    'error setting-value: farmer/rpc1 sets pruning and state-pruning, two names of one option (remove one of the two)',
  ],
  [
    'wasm-runtime-overrides: /var/overrides',
    'error setting-file: wasm-runtime-overrides of farmer/rpc1 is /var/overrides, which is in no volume of its pod (mount it with an override (overrides/eu/farmer/rpc1), or use a path below /data/)',
  ],
  [
    'rpc-methods: UNSAFE',
    'error dangerous-api: farmer/rpc1 serves unsafe methods (rpc-methods), and is exposed: anyone could insert keys, and change its peers (remove it: the node serves safe methods only. Unsafe ones are for an rpc node that is not exposed)',
  ],
])('%s', async (settings, expected) => {
  expect(await found(settings)).toEqual([expected])
})

it.each([
  [
    'rpc-disable-batch-requests: true, rpc-max-batch-request-len: 10',
    'rpc-disable-batch-requests: the node does not start with it and rpc-max-batch-request-len (remove one of the two)',
  ],
  [
    'execution: wasm, execution-syncing: native',
    'execution: the node does not start with it and execution-syncing (remove one of the two)',
  ],
  [
    'no-private-ipv4: true, allow-private-ip: true',
    'no-private-ipv4: the node does not start with it and allow-private-ip (remove one of the two)',
  ],
  [
    'ipfs-bootnodes: [/dns/a.example.com/tcp/30333/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp]',
    'ipfs-bootnodes: the node does not start with it and without ipfs-server (add `ipfs-server: true`)',
  ],
])('%s together', async (settings, expected) => {
  expect(await found(settings, 'rpc', 'stable2609')).toEqual([`error refused-setting: farmer/rpc1 sets ${expected}`])
})

it('flags that are off do not count', async () => {
  const off = 'rpc-disable-batch-requests: false, rpc-max-batch-request-len: 10, no-private-ip: true'
  expect(await found(off, 'rpc', 'stable2609')).toEqual([])
})

it('an address of the network that is private needs private addresses', async () => {
  const text = definition.replace('address: 198.51.100.7', 'address: 10.0.0.7')
  expect(text).not.toBe(definition)
  expect(await found('no-private-ip: true', 'rpc', 'stable2609', text)).toEqual([
    'error refused-setting: farmer/rpc1 sets no-private-ip: addresses of this network are private, so Chancery sets allow-private-ip, and the node does not start with both (remove it)',
  ])
})

it('unsafe methods are for nodes that nobody outside reaches, and that sign nothing', async () => {
  expect(await found('rpc-methods: unsafe', 'archive')).toEqual([])
  expect(await found('rpc-methods: unsafe', 'validator')).toEqual([
    'error dangerous-api: farmer/validator1 serves unsafe methods (rpc-methods), and is a validator: who reaches it could replace its session keys (remove it: the node serves safe methods only. Unsafe ones are for an rpc node that is not exposed)',
  ])
})

it('an archive keeps everything', async () => {
  expect(await found('pruning: 256', 'archive')).toEqual([
    'error owned-setting: shop/archive1 sets pruning, which Chancery sets itself (remove it: an archive keeps every block and its state)',
  ])
})

it.each([
  ['stable2503', []],
  [
    'polkadot-stable2409-3',
    [
      'error unknown-setting: farmer/rpc1 sets pool-type, which the Polkadot SDK stable2409 does not have yet: it would not start (remove it, or use stable2412 or a later release)',
    ],
  ],
  [
    undefined,
    [
      'warning unknown-setting: farmer/rpc1 sets pool-type, which the Polkadot SDK has since stable2412: a node of another release would not start (write the release that the node is built with: `chain: {sdk: …}`)',
    ],
  ],
])('an option of some releases, with chain.sdk %s', async (sdk, expected) => {
  expect(await found('pool-type: fork-aware', 'rpc', sdk)).toEqual(expected)
})

it.each([
  ['stable2412', []],
  [
    'unstable2507',
    [
      'error unknown-setting: farmer/rpc1 sets state-cache-size, which was removed in the Polkadot SDK stable2503: it would not start (remove it)',
    ],
  ],
  [
    undefined,
    [
      'warning unknown-setting: farmer/rpc1 sets state-cache-size, which the Polkadot SDK has before stable2503: a node of another release would not start (write the release that the node is built with: `chain: {sdk: …}`)',
    ],
  ],
])('an option that was removed, with chain.sdk %s', async (sdk, expected) => {
  expect(await found('state-cache-size: 1', 'rpc', sdk)).toEqual(expected)
})

import { stringify } from 'smol-toml'
import { keyEntry } from './material.ts'
import { type BesuLedgerNode, type BesuNetwork, isValidator } from './network.ts'
import type { BesuNode } from './schema.ts'

/** Where the base manifests mount things; base/node/statefulset.yaml has the same paths. */
const paths = {
  data: '/data',
  genesis: '/etc/besu/genesis/genesis.json',
  key: `/etc/besu/key/${keyEntry}`,
  staticNodes: '/etc/besu/peers/static-nodes.json',
} as const

export const ports = { p2p: 30303, rpc: 8545, ws: 8546, metrics: 9545 } as const

/** Peers that one node accepts. A fixed number: one that follows the size of the network would restart every node when it grows. */
const defaultMaxPeers = 100

export const maxPeers = (node: BesuLedgerNode): number => Number(node.own.settings['max-peers'] ?? defaultMaxPeers)

/** Options that Besu's configuration file takes as lists only; a text with commas is understood all the same. */
const listOptions = new Set([
  'metrics-category',
  'metrics-categories',
  'rpc-http-api',
  'rpc-http-api-methods-no-auth',
  'rpc-http-cors-origins',
  'rpc-ws-api',
  'rpc-ws-api-methods-no-auth',
])

const needed = 'the node needs it as it is'

/** Options that follow from the definition or from the manifests, in lower case: settings cannot change them. */
export const ownedOptions: ReadonlyMap<string, string> = new Map([
  ...[
    'config-file',
    'data-path',
    'node-private-key-file',
    'static-nodes-file',
    'p2p-enabled',
    'p2p-host',
    'p2p-interface',
    'p2p-port',
    'rpc-http-enabled',
    'rpc-http-host',
    'rpc-http-port',
    'rpc-ws-enabled',
    'rpc-ws-host',
    'rpc-ws-port',
    'metrics-enabled',
    'metrics-host',
    'metrics-port',
    'metrics-protocol',
    'xdns-enabled',
    'xdns-update-enabled',
  ].map((option) => [option, needed] as const),
  ['genesis-file', 'the genesis follows from the key genesis'],
  ['network', 'the network follows from the key genesis'],
  ['network-id', 'the network follows from genesis.chainId'],
  ['host-allowlist', 'it follows from the names of the node'],
  ['nat-method', 'addresses follow from the definition'],
  ['bootnodes', 'discovery is UDP, which no Ambassador passes: peers follow from the definition'],
  ['discovery-enabled', 'discovery is UDP, which no Ambassador passes: peers follow from the definition'],
  ['discovery-mode', 'discovery is UDP, which no Ambassador passes: peers follow from the definition'],
])

/**
 * Besu's configuration file. Everything in it is read at start only: a change restarts the node. What differs between
 * pods (addresses) comes in the environment, and the list of peers is a file of its own that does not restart anything.
 */
export function besuToml(node: BesuLedgerNode, network: BesuNetwork): string {
  const { genesis } = network.top
  const apis = isValidator(node) ? ['ETH', 'NET', 'WEB3', 'QBFT', 'ADMIN'] : ['ETH', 'NET', 'WEB3']
  return stringify({
    'data-path': paths.data,
    'genesis-file': paths.genesis,
    'network-id': genesis.chainId,
    'node-private-key-file': paths.key,
    'static-nodes-file': paths.staticNodes,
    'p2p-port': ports.p2p,
    'discovery-enabled': false,
    'nat-method': 'NONE',
    // Peers are named, and names may get other addresses: without the update Besu resolves each name only once.
    'Xdns-enabled': true,
    'Xdns-update-enabled': true,
    'max-peers': defaultMaxPeers,
    'remote-connections-limit-enabled': false,
    'sync-mode': 'FULL',
    ...(genesis.freeGas ? { 'min-gas-price': 0, 'tx-pool-min-gas-price': 0 } : {}),
    // Besu sets it so with the synchronization above, and warns when it has to.
    'bonsai-limit-trie-logs-enabled': false,
    'rpc-http-enabled': true,
    'rpc-http-host': '0.0.0.0',
    'rpc-http-port': ports.rpc,
    'rpc-http-api': apis,
    ...(isValidator(node)
      ? {}
      : { 'rpc-ws-enabled': true, 'rpc-ws-host': '0.0.0.0', 'rpc-ws-port': ports.ws, 'rpc-ws-api': apis }),
    'metrics-enabled': true,
    'metrics-host': '0.0.0.0',
    'metrics-port': ports.metrics,
    ...settings(node),
  })
}

/** The node's own options, in the order of their names. */
function settings({ own }: BesuLedgerNode): BesuNode['settings'] {
  const entries = Object.entries(own.settings).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([option, value]) => [option, listOptions.has(option) ? listOf(value) : value]))
}

/** `ETH, NET` and `[ETH, NET]` are the same list. */
export const listOf = (value: BesuNode['settings'][string] | undefined): string[] =>
  (Array.isArray(value) ? value.map(String) : String(value ?? '').split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')

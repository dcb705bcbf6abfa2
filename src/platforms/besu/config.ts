import { stringify } from 'smol-toml'
import { keyEntry } from '../evm/material.ts'
import { consensusIn, isValidator } from '../evm/network.ts'
import { defaultMaxPeers } from '../evm/peers.ts'
import type { Consensus, Settings } from '../evm/schema.ts'
import { allowedAccounts, type BesuLedgerNode, type BesuNetwork } from './accounts.ts'
import { client } from './client.ts'
import { byCanonicalName, written } from './options.ts'

const { ports } = client

/** Where the base manifests mount things; base/node/statefulset.yaml has the same paths. */
const paths = {
  data: '/data',
  genesis: '/etc/besu/genesis/genesis.json',
  key: `/etc/besu/key/${keyEntry}`,
  staticNodes: '/etc/besu/peers/static-nodes.json',
  tokens: '/etc/besu/config/tokens.pem',
  accounts: '/etc/besu/config/accounts.toml',
} as const

/** APIs of each role, unless its settings name others. Those of a validator let the Job vote, and no one else reaches them. */
const apis = (consensus: Consensus): Readonly<Record<string, readonly string[]>> => ({
  validator: ['ETH', 'NET', 'WEB3', consensus === 'ibft2' ? 'IBFT' : 'QBFT', 'ADMIN'],
  rpc: ['ETH', 'NET', 'WEB3'],
  archive: ['ETH', 'NET', 'WEB3', 'TRACE'],
})

/**
 * Besu's configuration file. Everything in it is read at start only: a change restarts the node. What differs between
 * pods (addresses) comes in the environment, and the list of peers is a separate file that does not restart anything.
 */
export const besuToml = (node: BesuLedgerNode, network: BesuNetwork): string => stringify(besuOptions(node, network))

/** Options as they are in effect: settings come last. */
export function besuOptions(node: BesuLedgerNode, network: BesuNetwork): Settings {
  const { genesis } = network.top
  return {
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
    ...state(node),
    ...clients(node, consensusIn(network)),
    ...(allowedAccounts(node, network) === undefined
      ? {}
      : {
          'permissions-accounts-config-file-enabled': true,
          'permissions-accounts-config-file': paths.accounts,
        }),
    'metrics-enabled': true,
    'metrics-host': '0.0.0.0',
    'metrics-port': ports.metrics,
    ...settings(node),
  }
}

/** An archive answers for every block there ever was, and finds logs by an index; the others keep the state of recent blocks. */
const state = ({ role }: BesuLedgerNode): Settings =>
  role === 'archive'
    ? { 'data-storage-format': 'FOREST', 'auto-log-bloom-caching-enabled': true }
    : // Besu sets it so with the synchronization above, and warns when it has to.
      { 'bonsai-limit-trie-logs-enabled': false }

/** JSON-RPC by HTTP and, where clients may come, by WebSocket: both ask for the same token. */
function clients(node: BesuLedgerNode, consensus: Consensus): Settings {
  const { authentication, cors } = node.own
  const served = [...(apis(consensus)[node.role] ?? [])]
  const tokens = (protocol: 'http' | 'ws'): Settings =>
    authentication === undefined
      ? {}
      : {
          [`rpc-${protocol}-authentication-enabled`]: true,
          [`rpc-${protocol}-authentication-jwt-public-key-file`]: paths.tokens,
          [`rpc-${protocol}-authentication-jwt-algorithm`]: authentication.algorithm,
        }
  return {
    'rpc-http-enabled': true,
    'rpc-http-host': '0.0.0.0',
    'rpc-http-port': ports.rpc,
    'rpc-http-api': served,
    ...(cors.length === 0 ? {} : { 'rpc-http-cors-origins': [...cors] }),
    ...tokens('http'),
    ...(isValidator(node)
      ? {}
      : {
          'rpc-ws-enabled': true,
          'rpc-ws-host': '0.0.0.0',
          'rpc-ws-port': ports.ws,
          'rpc-ws-api': served,
          ...tokens('ws'),
        }),
  }
}

/** The node's own options, in the order of their names. */
const settings = ({ own }: BesuLedgerNode): Settings =>
  Object.fromEntries(
    Object.entries(byCanonicalName(own.settings))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([option, value]) => [option, written(option, value)]),
  )

import type { Material } from '../../material/material.ts'
import { sortedKeys } from '../../sorted-keys.ts'
import { requestTimeout } from '../evm/genesis.ts'
import { keyEntry } from '../evm/material.ts'
import { genesisPath, isValidator } from '../evm/network.ts'
import { rpcNames } from '../evm/node-objects.ts'
import { defaultMaxPeers } from '../evm/peers.ts'
import { readGenesis } from '../evm/read-genesis.ts'
import type { Settings } from '../evm/schema.ts'
import { client } from './client.ts'
import { consensusOf } from './genesis-file.ts'
import type { QuorumLedgerNode, QuorumNetwork } from './network.ts'

const { ports } = client

const apis: Readonly<Record<string, string>> = {
  validator: 'eth,net,web3,istanbul',
  rpc: 'eth,net,web3',
  archive: 'eth,net,web3',
}

/** Options that follow from the definition or from the manifests: settings cannot change them. */
export const ownedOptions: ReadonlyMap<string, string> = new Map([
  ...['datadir', 'nodekey', 'nodekeyhex', 'port', 'http', 'http.addr', 'http.port', 'ws', 'ws.addr', 'ws.port'].map(
    (option) => [option, 'the node needs it as it is'] as const,
  ),
  ...['metrics', 'metrics.addr', 'metrics.port', 'ipcdisable', 'ipcpath', 'syncmode', 'emitcheckpoints'].map(
    (option) => [option, 'the node needs it as it is'] as const,
  ),
  ...['rpc', 'rpcaddr', 'rpcport', 'rpcapi', 'rpcvhosts', 'http.rpcprefix', 'ws.rpcprefix'].map(
    (option) => [option, 'the node needs it as it is; APIs are in http.api'] as const,
  ),
  ...['mainnet', 'goerli', 'ropsten', 'rinkeby', 'yolov3', 'dev', 'dev.period', 'override.berlin'].map(
    (option) => [option, 'the network follows from the key genesis'] as const,
  ),
  ...['discovery.dns', 'v5disc'].map(
    (option) => [option, 'discovery is UDP, which no Ambassador passes: peers follow from the definition'] as const,
  ),
  ...['graphql.corsdomain', 'graphql.vhosts'].map((option) => [option, 'GraphQL stays off'] as const),
  ['networkid', 'the network follows from genesis.chainId'],
  ['http.vhosts', 'it follows from the names of the node'],
  ['nat', 'addresses follow from the definition'],
  ['bootnodes', 'discovery is UDP, which no Ambassador passes: peers follow from the definition'],
  ['nodiscover', 'discovery is UDP, which no Ambassador passes: peers follow from the definition'],
  ['permissioned', 'who may connect follows from the definition'],
  ['mine', 'a node makes blocks when it has the role validator'],
  ['gcmode', 'it follows from the role: an archive keeps the state of every block'],
  ['graphql', 'GraphQL stays off: JSON-RPC has the same data'],
])

/** The command line of geth. All of it is read at start only: a change restarts the node. */
export const gethArguments = (node: QuorumLedgerNode, network: QuorumNetwork, material: Material): string[] =>
  Object.entries({ ...gethOptions(node, network), ...times(network, material) }).map(([option, value]) =>
    argument(option, value),
  )

/** A chain with options in `config.istanbul` of its genesis file has its times here: rounds in milliseconds. */
function times({ top: { genesis } }: QuorumNetwork, material: Material): Settings {
  const config = readGenesis(material.value(genesisPath))?.file.config
  if (config === undefined || !consensusOf(config)?.timesByCommandLine) return {}
  return {
    'istanbul.blockperiod': genesis.blockPeriodSeconds,
    'istanbul.requesttimeout': 1000 * requestTimeout(genesis),
  }
}

/** Options as they are in effect: settings come last. */
export function gethOptions(node: QuorumLedgerNode, { top }: QuorumNetwork): Settings {
  const served = apis[node.role] ?? ''
  return {
    datadir: '/data',
    nodekey: `/etc/quorum/key/${keyEntry}`,
    networkid: top.genesis.chainId,
    port: ports.p2p,
    nat: 'none',
    nodiscover: true,
    permissioned: true,
    maxpeers: defaultMaxPeers,
    syncmode: 'full',
    ...(node.role === 'archive' ? { gcmode: 'archive' } : {}),
    ...(isValidator(node) ? { mine: true, 'miner.threads': 1, 'miner.gasprice': 0, emitcheckpoints: true } : {}),
    ipcdisable: true,
    http: true,
    'http.addr': '0.0.0.0',
    'http.port': ports.rpc,
    'http.api': served,
    // Probes come with the pod's address, which is always allowed.
    'http.vhosts': ['localhost', ...rpcNames(node)].join(','),
    ...(isValidator(node) ? {} : { ws: true, 'ws.addr': '0.0.0.0', 'ws.port': ports.ws, 'ws.api': served }),
    metrics: true,
    'metrics.addr': '0.0.0.0',
    'metrics.port': ports.metrics,
    ...sortedKeys(node.own.settings),
  }
}

const argument = (option: string, value: Settings[string]): string =>
  value === true ? `--${option}` : `--${option}=${Array.isArray(value) ? value.join(',') : String(value)}`

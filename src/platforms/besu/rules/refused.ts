import { canonical } from '../../../network/options/table.ts'
import type { RefusedOption } from '../../evm/rules/settings.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'
import { besuOptions } from '../config.ts'
import { byCanonicalName, table } from '../options.ts'

const noPrivacy = {
  why: 'Tessera was removed from Besu in 25.6.0',
  hint: 'remove it: there are no private transactions any more',
}
const mining = {
  why: 'Besu removed its options for mining in 25.12.0',
  hint: 'remove it: a node makes blocks when it has the role validator',
}
const tls = {
  why: 'probes and the Ambassador speak to the node without TLS',
  hint: 'remove it: TLS of clients ends at the Ambassador, with tlsSecret or issuer of the cluster',
}

/** Options that Besu no longer has, or that cannot work here. */
const always: readonly RefusedOption[] = [
  {
    prefix: 'permissions-nodes',
    why: 'Besu compares the IP address of the connection, and behind an Ambassador this is never that of the peer',
    hint: 'remove it: say who may connect with ambassador.sourceRanges',
  },
  { prefix: 'privacy', ...noPrivacy },
  { prefix: 'tessera', ...noPrivacy },
  {
    prefix: 'permissions-accounts-contract',
    why: 'permissioning by contract was removed from Besu in 25.6.0',
    hint: 'remove it',
  },
  {
    prefix: 'Xnat-kube',
    why: 'Besu removed its Kubernetes address detection in 25.3.0',
    hint: 'remove it: Chancery gives each node its addresses',
  },
  { prefix: 'miner-enabled', ...mining },
  { prefix: 'miner-coinbase', ...mining },
  { prefix: 'miner-stratum', ...mining },
  { prefix: 'fast-sync-min-peers', why: 'Besu removed fast synchronization', hint: 'remove it, or use sync-min-peers' },
  {
    prefix: 'host-whitelist',
    why: 'Besu removed this option',
    hint: 'remove it: the names of the node are allowed already',
  },
  { prefix: 'rpc-http-tls-', ...tls },
  { prefix: 'rpc-ws-ssl-', ...tls },
  // BesuCommand.metricsConfiguration.
  {
    prefix: 'metrics-push-',
    why: 'Besu does not start with both metrics-enabled, which Chancery sets, and metrics-push-enabled',
    hint: 'remove it: Prometheus fetches the metrics of each node',
  },
  {
    prefix: 'print-paths-and-exit',
    why: 'Besu would end as soon as it starts',
    hint: 'remove it',
  },
  // MiningOptions.validate: a genesis of QBFT has no terminal total difficulty.
  {
    prefix: 'block-txs-selection-max-time',
    why: 'Besu takes it on networks with proof of stake only, and would not start',
    hint: 'use poa-block-txs-selection-max-time, a percentage of the block period',
  },
]

/** TransactionPoolOptions.Layered and .Sequenced. */
const layered = new Set([
  'tx-pool-layer-max-capacity',
  'tx-pool-max-prioritized',
  'tx-pool-max-prioritized-by-type',
  'tx-pool-max-future-by-sender',
  'tx-pool-min-score',
  'tx-pool-enable-balance-check',
])
const sequenced = new Set(['tx-pool-retention-hours', 'tx-pool-limit-by-account-percentage', 'tx-pool-max-size'])

/** Why a node may not have an option, with what else it has; undefined when it may. */
export function refusalOf(option: string, node: BesuLedgerNode, network: BesuNetwork): RefusedOption | undefined {
  const refused = always.find(({ prefix }) => option.toLowerCase().startsWith(prefix.toLowerCase()))
  return refused ?? combined(canonical(option, table), node, network)
}

/** What Besu refuses together with other options. */
function combined(option: string, node: BesuLedgerNode, network: BesuNetwork): RefusedOption | undefined {
  const settings = byCanonicalName(node.own.settings)
  const options = besuOptions(node, network)
  const is = (name: string, value: string): boolean => String(options[name] ?? '').toUpperCase() === value
  const isLayered = options['tx-pool'] === undefined || is('tx-pool', 'LAYERED')
  const pool = settings['tx-pool'] === undefined ? 'LAYERED, the default' : String(settings['tx-pool']).toUpperCase()
  if (sequenced.has(option) && isLayered)
    return refused(
      option,
      `it is for the pools SEQUENCED and LEGACY, and tx-pool is ${pool}: Besu would not start`,
      'remove it, or add `tx-pool: SEQUENCED`; the limits of a layered pool are tx-pool-max-prioritized, tx-pool-max-future-by-sender and tx-pool-layer-max-capacity',
    )
  if (layered.has(option) && !isLayered)
    return refused(
      option,
      `it is for the pool LAYERED, and tx-pool is ${pool}: Besu would not start`,
      'remove it, or remove tx-pool: LAYERED is the default',
    )
  // BesuCommand.getDataStorageConfiguration.
  const isBonsai = options['data-storage-format'] === undefined || is('data-storage-format', 'BONSAI')
  if (option === 'bonsai-limit-trie-logs-enabled' && settings[option] === true && is('sync-mode', 'FULL') && isBonsai)
    return refused(option, 'Besu does not start with it and sync-mode FULL', 'remove it: Chancery sets it to false')
  if (option === 'ethstats-contact' && settings.ethstats === undefined)
    return refused(option, 'Besu does not start with it and without ethstats', 'add ethstats, or remove it')
  // BesuCommand.buildTransactionPoolConfiguration; MiningConfiguration.DEFAULT_MIN_TRANSACTION_GAS_PRICE.
  const least = Number(options['min-gas-price'] ?? 1000)
  if (option === 'tx-pool-min-gas-price' && Number(settings[option]) > least)
    return refused(
      option,
      `${String(settings[option])} is more than min-gas-price, ${least}: Besu would not start`,
      'lower it, or raise min-gas-price of all nodes',
    )
  return undefined
}

const refused = (prefix: string, why: string, hint: string): RefusedOption => ({ prefix, why, hint })

import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { isValidator } from '../../evm/network.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'
import { listOf, ownedOptions } from '../config.ts'

/** Options that Besu no longer has, or that cannot work behind an Ambassador: what they begin with, why, what to do. */
const refused: readonly { readonly prefix: string; readonly why: string; readonly hint: string }[] = [
  {
    prefix: 'permissions-nodes',
    why: 'Besu compares the IP address of the connection, and behind an Ambassador this is never that of the peer',
    hint: 'remove it: say who may connect with ambassador.sourceRanges',
  },
  {
    prefix: 'privacy',
    why: 'Tessera was removed from Besu in 25.6.0',
    hint: 'remove it: there are no private transactions any more',
  },
  {
    prefix: 'tessera',
    why: 'Tessera was removed from Besu in 25.6.0',
    hint: 'remove it: there are no private transactions any more',
  },
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
  {
    prefix: 'miner-',
    why: 'Besu removed its options for mining in 25.12.0',
    hint: 'remove it: a node makes blocks when it has the role validator',
  },
  { prefix: 'fast-sync-min-peers', why: 'Besu removed fast synchronization', hint: 'remove it, or use sync-min-peers' },
  {
    prefix: 'host-whitelist',
    why: 'Besu removed this option',
    hint: 'remove it: the names of the node are allowed already',
  },
]

/** Besu's APIs, as of 26.8: with any other name it does not start. */
const apis = [
  'ADMIN',
  'DEBUG',
  'ENGINE',
  'ETH',
  'IBFT',
  'MINER',
  'NET',
  'PERM',
  'PLUGINS',
  'QBFT',
  'TESTING',
  'TRACE',
  'TXPOOL',
  'WEB3',
]

/** APIs that let a caller change the node or vote on validators. */
const dangerousApis = ['ADMIN', 'DEBUG', 'ENGINE', 'IBFT', 'MINER', 'PERM', 'PLUGINS', 'QBFT', 'TESTING', 'TXPOOL']

const apiOptions = ['rpc-http-api', 'rpc-ws-api'] as const

export const settingProblems = (network: BesuNetwork): Problem[] =>
  network.nodes.flatMap((node) => [
    ...options(node),
    ...unknownApis(node),
    ...exposure(node),
    ...gasPrice(node, network),
  ])

function options(node: BesuLedgerNode): Problem[] {
  return Object.keys(node.own.settings).flatMap((option): Problem[] => {
    const path = [...node.path, 'settings', option]
    const owner =
      node.role === 'archive' && option.toLowerCase() === 'data-storage-format'
        ? 'an archive keeps the state of every block in FOREST'
        : ownedOptions.get(option.toLowerCase())
    if (owner !== undefined) {
      return [
        {
          rule: 'owned-setting',
          severity: 'error',
          message: `${nodeId(node)} sets ${option}, which Chancery sets itself`,
          hint: `remove it: ${owner}`,
          path,
          atKey: true,
        },
      ]
    }
    const match = refused.find(({ prefix }) => option.toLowerCase().startsWith(prefix.toLowerCase()))
    if (match === undefined) return []
    return [
      {
        rule: 'refused-setting',
        severity: 'error',
        message: `${nodeId(node)} sets ${option}: ${match.why}`,
        hint: match.hint,
        path,
        atKey: true,
      },
    ]
  })
}

function exposure(node: BesuLedgerNode): Problem[] {
  if (node.expose.length === 0) return []
  if (isValidator(node)) {
    return [
      {
        rule: 'validator-exposed',
        severity: 'error',
        message: `${nodeId(node)} is a validator and exposes ${node.expose.join(' and ')}`,
        hint: 'add a node with the role rpc for clients: whoever reaches a validator can vote and can keep it busy',
        path: [...node.path, 'expose'],
      },
    ]
  }
  const exposed = { 'rpc-http-api': 'rpc', 'rpc-ws-api': 'ws' } as const
  return apiOptions.flatMap((option): Problem[] => {
    if (!node.expose.includes(exposed[option])) return []
    const dangerous = namesOf(node, option).filter((name) => dangerousApis.includes(name))
    if (dangerous.length === 0) return []
    return [
      {
        rule: 'dangerous-api',
        severity: 'error',
        message: `${nodeId(node)} exposes ${dangerous.join(', ')} (${option}): anybody could vote, or change the node`,
        hint: 'leave ETH, NET and WEB3, or add those to a node that is not exposed',
        path: [...node.path, 'settings', option],
      },
    ]
  })
}

const namesOf = (node: BesuLedgerNode, option: (typeof apiOptions)[number]): string[] =>
  listOf(node.own.settings[option]).map((name) => name.toUpperCase())

const unknownApis = (node: BesuLedgerNode): Problem[] =>
  apiOptions.flatMap((option) =>
    namesOf(node, option)
      .filter((name) => !apis.includes(name))
      .map((name) => ({
        rule: 'unknown-api',
        severity: 'error',
        message: `${nodeId(node)} asks for the API ${name} (${option}), which Besu does not have: it would not start`,
        hint: didYouMean(name, apis),
        path: [...node.path, 'settings', option],
      })),
  )

function gasPrice(node: BesuLedgerNode, network: BesuNetwork): Problem[] {
  const { freeGas } = network.top.genesis
  if (freeGas && node.own.settings['tx-pool-price-bump'] !== undefined) {
    return [
      {
        rule: 'free-gas',
        severity: 'error',
        message: `${nodeId(node)} sets tx-pool-price-bump, but genesis.freeGas is true: Besu would not start`,
        hint: 'remove it: where gas is free there is no price to bump',
        path: [...node.path, 'settings', 'tx-pool-price-bump'],
      },
    ]
  }
  const price = node.own.settings['min-gas-price']
  if (price === undefined) return []
  const path = [...node.path, 'settings', 'min-gas-price']
  if (freeGas && Number(price) !== 0) {
    return [
      {
        rule: 'free-gas',
        severity: 'error',
        message: `${nodeId(node)} asks for a gas price of ${String(price)}, but genesis.freeGas is true`,
        hint: 'its blocks would leave out what the others take: remove one of the two',
        path,
      },
    ]
  }
  if (!freeGas && Number(price) === 0) {
    return [
      {
        rule: 'free-gas',
        severity: 'warning',
        message: `min-gas-price 0 of ${nodeId(node)} without genesis.freeGas: transactions with price 0 may stay out of blocks (the base fee is above 0)`,
        hint: 'set genesis.freeGas: true before the chain begins, or remove the setting',
        path,
      },
    ]
  }
  return []
}

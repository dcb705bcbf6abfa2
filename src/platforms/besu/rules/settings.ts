import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { exposureProblems, optionProblems, type RefusedOption, type ServedApis } from '../../evm/rules/settings.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'
import { listOf, ownedOptions } from '../config.ts'

/** Options that Besu no longer has, or that cannot work behind an Ambassador. */
const refused: readonly RefusedOption[] = [
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

const apiOptions = { 'rpc-http-api': 'rpc', 'rpc-ws-api': 'ws' } as const

export const settingProblems = (network: BesuNetwork): Problem[] =>
  network.nodes.flatMap((node) => [
    ...optionProblems(node, (option) => ownerOf(node, option.toLowerCase()), refusalOf),
    ...unknownApis(node),
    ...exposureProblems(node, servedBy(node), 'ETH, NET and WEB3'),
    ...gasPrice(node, network),
  ])

const ownerOf = ({ role }: BesuLedgerNode, option: string): string | undefined =>
  role === 'archive' && option === 'data-storage-format'
    ? 'an archive keeps the state of every block in FOREST'
    : ownedOptions.get(option)

const refusalOf = (option: string): RefusedOption | undefined =>
  refused.find(({ prefix }) => option.toLowerCase().startsWith(prefix.toLowerCase()))

const servedBy = (node: BesuLedgerNode): ServedApis[] =>
  Object.entries(apiOptions).map(([option, endpoint]) => ({
    option,
    endpoint,
    dangerous: namesOf(node, option).filter((name) => dangerousApis.includes(name)),
  }))

const namesOf = (node: BesuLedgerNode, option: string): string[] =>
  listOf(node.own.settings[option]).map((name) => name.toUpperCase())

const unknownApis = (node: BesuLedgerNode): Problem[] =>
  Object.keys(apiOptions).flatMap((option) =>
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

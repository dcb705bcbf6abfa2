import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { type NodeSettings, optionProblems } from '../../../network/options/rules.ts'
import { canonical } from '../../../network/options/table.ts'
import { itemsOf } from '../../../network/options/value.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { exposureProblems, optionProblems as familyOptionProblems, type ServedApis } from '../../evm/rules/settings.ts'
import type { BesuLedgerNode, BesuNetwork } from '../accounts.ts'
import { keyOf, table, valuesAt } from '../options.ts'
import { ownerOf } from '../owned.ts'
import { ignoredProblems } from './ignored.ts'
import { refusalOf } from './refused.ts'

/** APIs that let a caller change the node or vote on validators. */
const dangerousApis = ['ADMIN', 'DEBUG', 'ENGINE', 'IBFT', 'MINER', 'PERM', 'PLUGINS', 'QBFT', 'TESTING']

const apiOptions = { 'rpc-http-api': 'rpc', 'rpc-ws-api': 'ws' } as const

export const settingProblems = (network: BesuNetwork): Problem[] =>
  network.nodes.flatMap((node) => {
    const owner = (option: string) => ownerOf(node, option)
    const refusal = (option: string) => refusalOf(option, node, network)
    return [
      ...familyOptionProblems(node, owner, refusal),
      ...optionProblems(
        settingsOf(node),
        table,
        (option) =>
          judged.has(canonical(option, table)) || owner(option) !== undefined || refusal(option) !== undefined,
      ),
      ...unknownApis(node),
      ...exposureProblems(node, servedBy(node), 'ETH, NET and WEB3'),
      ...ignoredProblems(node, network),
      ...gasPrice(node, network),
    ]
  })

/** Options whose values rules of their own look at. */
const judged = new Set([...Object.keys(apiOptions), 'max-peers', 'min-gas-price'])

const settingsOf = (node: BesuLedgerNode): NodeSettings => ({
  id: nodeId(node),
  path: [...node.path, 'settings'],
  settings: node.own.settings,
  title: 'Besu',
  release: node.platformVersion,
  syntax: 'typed',
  consequence: 'it would not start',
  // base/node/statefulset.yaml has the volumes; the others are of the image. Besu keeps the pool relative to its data.
  folders: ['/data/', '/tmp/', '/opt/', '/usr/', '/etc/ssl/'],
  override: `overrides/${node.cluster.name}/${nodeId(node)}`,
})

const servedBy = (node: BesuLedgerNode): ServedApis[] =>
  Object.entries(apiOptions).map(([option, endpoint]) => {
    const key = keyOf(node.own.settings, option)
    return {
      option: key,
      endpoint,
      dangerous: namesOf(node, key).filter((name) => dangerousApis.includes(name)),
    }
  })

const namesOf = (node: BesuLedgerNode, key: string): string[] =>
  itemsOf(node.own.settings[key]).map((name) => name.toUpperCase())

const unknownApis = (node: BesuLedgerNode): Problem[] =>
  Object.keys(apiOptions).flatMap((option) => {
    const key = keyOf(node.own.settings, option)
    const apis = valuesAt(option, node.platformVersion)
    return namesOf(node, key)
      .filter((name) => !apis.includes(name))
      .map((name) => ({
        rule: 'unknown-api',
        severity: 'error',
        message: `${nodeId(node)} asks for the API ${name} (${key}), which Besu does not have: it would not start`,
        hint: didYouMean(name, apis),
        path: [...node.path, 'settings', key],
      }))
  })

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

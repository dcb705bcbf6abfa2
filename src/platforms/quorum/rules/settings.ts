import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { optionProblems } from '../../../network/options/rules.ts'
import { itemsOf } from '../../../network/options/value.ts'
import {
  exposureProblems,
  optionProblems as familyOptionProblems,
  type RefusedOption,
  type ServedApis,
} from '../../evm/rules/settings.ts'
import { ownedOptions } from '../arguments.ts'
import type { QuorumLedgerNode, QuorumNetwork } from '../network.ts'
import { table } from '../options.ts'

/** Options of what is not supported here. */
const refused: readonly RefusedOption[] = [
  { prefix: 'raft', why: 'the consensus is QBFT', hint: 'remove it' },
  {
    prefix: 'istanbul.',
    why: 'times follow from the genesis, the same for all nodes',
    hint: 'remove it: see genesis and transitions',
  },
  { prefix: 'ptm.', why: 'there are no private transactions here', hint: 'remove it' },
  { prefix: 'privacymarker.', why: 'there are no private transactions here', hint: 'remove it' },
  { prefix: 'qlight.', why: 'there are no private transactions here', hint: 'remove it' },
  { prefix: 'multitenancy', why: 'there are no private transactions here', hint: 'remove it' },
  {
    prefix: 'unlock',
    why: 'anyone who reaches the node could sign with its accounts',
    hint: 'remove it: sign where the key is, and send signed transactions',
  },
  {
    prefix: 'allow-insecure-unlock',
    why: 'anyone who reaches the node could sign with its accounts',
    hint: 'remove it',
  },
  { prefix: 'exitwhensynced', why: 'geth would end as soon as it has caught up', hint: 'remove it' },
  { prefix: 'password', why: 'no password belongs into a definition', hint: 'remove it' },
]

/** APIs that let a caller change the node or vote on validators. */
const dangerousApis = [
  'admin',
  'clique',
  'debug',
  'istanbul',
  'miner',
  'personal',
  'plugin',
  'quorumExtension',
  'quorumPermission',
  'raft',
]

const apiOptions = { 'http.api': 'rpc', 'ws.api': 'ws' } as const

export const settingProblems = (network: QuorumNetwork): Problem[] =>
  network.nodes.flatMap((node) => [
    ...familyOptionProblems(node, (option) => ownedOptions.get(option), refusalOf),
    ...optionProblems(
      {
        id: nodeId(node),
        path: [...node.path, 'settings'],
        settings: node.own.settings,
        title: 'GoQuorum',
        release: node.platformVersion,
        syntax: 'words',
        consequence: 'it would not start',
        // base/node/statefulset.yaml has the volumes; the others are of the image.
        folders: ['/data/', '/tmp/', '/usr/', '/etc/ssl/'],
        override: `overrides/${node.cluster.name}/${nodeId(node)}`,
      },
      table,
      (option) => option === 'maxpeers' || ownedOptions.has(option) || refusalOf(option) !== undefined,
    ),
    ...openOrigins(node),
    ...exposureProblems(node, servedBy(node), 'eth, net and web3'),
  ])

const servedBy = (node: QuorumLedgerNode): ServedApis[] =>
  Object.entries(apiOptions).map(([option, endpoint]) => {
    const named = String(node.own.settings[option] ?? '').split(',')
    const dangerous = named.map((name) => name.trim()).filter((name) => dangerousApis.includes(name))
    return { option, endpoint, dangerous }
  })

const refusalOf = (option: string): RefusedOption | undefined => refused.find(({ prefix }) => option.startsWith(prefix))

/** Web pages that may call, by the options that name them, and the endpoint that they are of. */
const origins = { 'http.corsdomain': 'rpc', rpccorsdomain: 'rpc', 'ws.origins': 'ws' } as const

const openOrigins = (node: QuorumLedgerNode): Problem[] =>
  Object.entries(origins)
    .filter(([option, endpoint]) => node.expose.includes(endpoint) && itemsOf(node.own.settings[option]).includes('*'))
    .map(([option]) => ({
      rule: 'cors-open',
      severity: 'warning',
      message: `any web page may call ${nodeId(node)} from the browsers of its visitors`,
      hint: 'name the origins of your pages',
      path: [...node.path, 'settings', option],
    }))

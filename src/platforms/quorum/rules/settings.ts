import type { Problem } from '../../../network/finding.ts'
import { exposureProblems, optionProblems, type RefusedOption, type ServedApis } from '../../evm/rules/settings.ts'
import { ownedOptions } from '../arguments.ts'
import type { QuorumLedgerNode, QuorumNetwork } from '../network.ts'

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
    why: 'whoever reaches the node could sign with its accounts',
    hint: 'remove it: sign where the key is, and send signed transactions',
  },
  { prefix: 'allow-insecure-unlock', why: 'whoever reaches the node could sign with its accounts', hint: 'remove it' },
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
  'txpool',
]

const apiOptions = { 'http.api': 'rpc', 'ws.api': 'ws' } as const

export const settingProblems = (network: QuorumNetwork): Problem[] =>
  network.nodes.flatMap((node) => [
    ...optionProblems(
      node,
      (option) => ownedOptions.get(option),
      (option) => refused.find(({ prefix }) => option.startsWith(prefix)),
    ),
    ...exposureProblems(node, servedBy(node), 'eth, net and web3'),
  ])

const servedBy = (node: QuorumLedgerNode): ServedApis[] =>
  Object.entries(apiOptions).map(([option, endpoint]) => {
    const named = String(node.own.settings[option] ?? '').split(',')
    const dangerous = named.map((name) => name.trim()).filter((name) => dangerousApis.includes(name))
    return { option, endpoint, dangerous }
  })

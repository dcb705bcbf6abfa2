import type { Problem } from '../../../network/finding.ts'
import { nodeId } from '../../../network/network.ts'
import { isValidator } from '../../evm/network.ts'
import { ownedOptions } from '../arguments.ts'
import type { QuorumLedgerNode, QuorumNetwork } from '../network.ts'

/** Options of what is not supported here: what they begin with, why, what to do. */
const refused: readonly { readonly prefix: string; readonly why: string; readonly hint: string }[] = [
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
  network.nodes.flatMap((node) => [...options(node), ...exposure(node)])

function options(node: QuorumLedgerNode): Problem[] {
  return Object.keys(node.own.settings).flatMap((option): Problem[] => {
    const place = { severity: 'error' as const, path: [...node.path, 'settings', option], atKey: true }
    const owner = ownedOptions.get(option)
    if (owner !== undefined) {
      const message = `${nodeId(node)} sets ${option}, which Chancery sets itself`
      return [{ ...place, rule: 'owned-setting', message, hint: `remove it: ${owner}` }]
    }
    const match = refused.find(({ prefix }) => option.startsWith(prefix))
    if (match === undefined) return []
    const message = `${nodeId(node)} sets ${option}: ${match.why}`
    return [{ ...place, rule: 'refused-setting', message, hint: match.hint }]
  })
}

function exposure(node: QuorumLedgerNode): Problem[] {
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
  return Object.entries(apiOptions).flatMap(([option, endpoint]): Problem[] => {
    const named = String(node.own.settings[option] ?? '').split(',')
    const dangerous = named.map((name) => name.trim()).filter((name) => dangerousApis.includes(name))
    if (!node.expose.includes(endpoint) || dangerous.length === 0) return []
    return [
      {
        rule: 'dangerous-api',
        severity: 'error',
        message: `${nodeId(node)} exposes ${dangerous.join(', ')} (${option}): anybody could vote, or change the node`,
        hint: 'leave eth, net and web3, or add those to a node that is not exposed',
        path: [...node.path, 'settings', option],
      },
    ]
  })
}

import { createHash } from 'node:crypto'
import type { Material } from '../../material/material.ts'
import type { Path } from '../../network/finding.ts'
import { type Guard, type GuardedOption, guardsAmong } from '../guard.ts'
import { allowedAccounts, type BesuLedgerNode, type BesuNetwork } from './accounts.ts'
import { besuOptions } from './config.ts'
import { keyOf } from './options.ts'
import { isFixed } from './owned.ts'

/** APIs that only read the chain. */
const harmless = new Set(['ETH', 'NET', 'WEB3', 'TRACE'])
const dangerous = (api: string): boolean => !harmless.has(api.toUpperCase())

/** Besu's options that keep others out, or hold them to a limit: https://besu.hyperledger.org/public-networks/reference/cli/options */
const table: readonly GuardedOption[] = [
  { pattern: /^rpc-(http|ws)-authentication-enabled$/, kind: 'on', authenticates: true },
  { pattern: /^rpc-(http|ws)-authentication-/, kind: 'key', authenticates: true },
  { pattern: /^rpc-(http|ws)-api-methods?-no-auth$/, kind: 'allowed', authenticates: true, dangerous: () => true },
  { pattern: /^rpc-(http|ws)-apis?$/, kind: 'allowed', dangerous },
  { pattern: /^rpc-http-cors-origins$/, kind: 'allowed' },
  { pattern: /^(engine-rpc-enabled|engine-jwt-disabled)$/, kind: 'off' },
  { pattern: /^engine-jwt-/, kind: 'key' },
  { pattern: /^engine-host-allowlist$/, kind: 'allowed' },
  { pattern: /^strict-tx-replay-protection-enabled$/, kind: 'on' },
  { pattern: /^(tx-pool-)?min-(gas-price|priority-fee)$/, kind: 'least' },
  { pattern: /^rpc-(gas-cap|max-.*)$|^rpc-(http|ws)-max-|^rpc-tx-feecap$/, kind: 'most' },
  { pattern: /^(security-module|banned-node-ids|ethstats|pid-path|profile)/, kind: 'watched' },
]

/** What keeps others out of a node. */
export function nodeGuards(node: BesuLedgerNode, network: BesuNetwork, material: Material): readonly Guard[] {
  const { authentication, cors, settings } = node.own
  const fields: readonly (readonly [RegExp, string])[] = [
    [/authentication/, 'authentication'],
    [/cors/, 'cors'],
  ]
  const pathOf = (option: string): Path => {
    const key = keyOf(settings, option)
    if (Object.hasOwn(settings, key)) return [...node.path, 'settings', key]
    const field = fields.find(([pattern]) => pattern.test(option))?.[1]
    const isThere = field === 'cors' ? cors.length > 0 : field !== undefined && authentication !== undefined
    return field !== undefined && isThere ? [...node.path, field] : node.path
  }
  const tokens = authentication === undefined ? undefined : material.text(authentication.publicKey)
  const ownAccounts = node.own.allowedAccounts !== undefined
  return [
    ...guardsAmong(besuOptions(node, network), table, pathOf, isFixed),
    {
      name: 'authentication.publicKey',
      value: tokens === undefined ? undefined : `sha256:${createHash('sha256').update(tokens.trim()).digest('hex')}`,
      kind: 'key',
      authenticates: true,
      path: pathOf('authentication'),
    },
    {
      name: 'allowedAccounts',
      value: allowedAccounts(node, network),
      kind: 'allowedOrAll',
      always: true,
      path: ownAccounts ? [...node.path, 'allowedAccounts'] : ['allowedAccounts'],
    },
  ]
}

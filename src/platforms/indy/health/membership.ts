import { isDeepStrictEqual } from 'node:util'
import { groupBy } from '../../../group-by.ts'
import type { Material } from '../../../material/material.ts'
import type { Address } from '../../../network/address.ts'
import { type AnyNode, isOurs, nodeId } from '../../../network/network.ts'
import { counted, several } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { faultTolerance } from '../consensus.ts'
import { genesisFilesOf, strangersOf, validatorCount, validatorsOf } from '../genesis.ts'
import { nodeKeysOf } from '../identity-file.ts'
import { aliasOf, type IndyNetwork, poolNameOf } from '../network.ts'
import { type PoolValidator, poolValidators, readTransactions } from '../pool-file.ts'
import type { Observed } from './observed.ts'

/** Who belongs to the pool, as more than f validators say it; undefined if too few do. */
export interface Membership {
  readonly validators: readonly PoolValidator[]
  /** Those whose pool ledger does not begin with the genesis. */
  readonly strangers: readonly Observed[]
}

export function membershipOf(
  network: IndyNetwork,
  material: Material,
  observed: readonly Observed[],
): Membership | undefined {
  const genesis = readTransactions(genesisFilesOf(network, material)?.pool ?? '').transactions
  const told = observed.flatMap((one) => (one.facts.pool === undefined ? [] : [{ one, text: linesOf(one.facts.pool) }]))
  const isOwn = ({ text }: { readonly text: string }): boolean => {
    const { transactions } = readTransactions(text)
    return genesis.every(({ data }, at) => isDeepStrictEqual(data, transactions[at]?.data))
  }
  const strangers = told.filter((pool) => !isOwn(pool)).map(({ one }) => one)
  const agreeing = [...groupBy(told.filter(isOwn), ({ text }) => text)]
    .map(([text, all]) => ({ validators: poolValidators(readTransactions(text).transactions), count: all.length }))
    // Fewer may all be malicious, and name false keys; or fewer validators than there are, so that they seem enough.
    .filter(({ validators, count }) => {
      const told = validators.filter(({ validates }) => validates).length
      return count > faultTolerance(Math.max(told, validatorCount(network, material)))
    })
    .sort((a, b) => b.count - a.count)
  if (agreeing[0] !== undefined) return { validators: agreeing[0].validators, strangers }
  return strangers.length === 0 ? undefined : { validators: [], strangers }
}

const linesOf = (transactions: readonly unknown[]): string => transactions.map((one) => JSON.stringify(one)).join('\n')

/** What the definition and the pool disagree about. */
export function membershipVerdicts(
  network: IndyNetwork,
  material: Material,
  { validators, strangers }: Membership,
  observed: readonly Observed[],
): readonly Verdict[] {
  return [
    ...strangers.map(({ name }) =>
      bad(
        `${name} belongs to another pool: its first transactions are not those of the genesis`,
        'its data is of another genesis: remove its volume, or check its address',
      ),
    ),
    ...(validators.length === 0
      ? []
      : validatorsOf(network).flatMap((node) => nodeVerdicts(node, material, validators, observed))),
    ...unknownVerdicts(network, material, validators),
  ]
}

function nodeVerdicts(
  node: AnyNode,
  material: Material,
  validators: readonly PoolValidator[],
  observed: readonly Observed[],
): readonly Verdict[] {
  const [id, alias] = [nodeId(node), aliasOf(node as Parameters<typeof aliasOf>[0])]
  const known = validators.find((one) => one.alias === alias)
  const hint = (command: string): string =>
    isOurs(node) ? `its steward changes that: chancery indy node ${command} ${id}` : `ask ${node.organization} about it`
  if (known === undefined) return [bad(`${id} does not belong to the pool`, hint('join'))]
  if (!known.validates) return [bad(`${id} is in the pool, but no validator of it`, hint('return'))]
  const asked = observed.find((one) => one.alias === alias)?.facts.client
  if (asked !== undefined && !isAt(known, asked)) {
    const other = `${known.clientHost}:${known.clientPort}`
    return [bad(`${id} is at ${asked.host}:${asked.port} for clients, and in the pool at ${other}`, hint('move'))]
  }
  const keys = nodeKeysOf(node as Parameters<typeof nodeKeysOf>[0], material)
  if (keys === undefined) return []
  if (keys.verkey !== known.verkey)
    return [
      bad(
        `${id} has another verkey in the pool: ${known.verkey}`,
        'a verkey never changes: the alias is of another node',
      ),
    ]
  return keys.blsKey === known.blsKey ? [] : [bad(`${id} has another BLS key in the pool`, hint('rotate'))]
}

/** Whether the pool has this address of a validator. */
export const isAt = ({ clientHost, clientPort }: PoolValidator, { host, port }: Address): boolean =>
  clientHost === host && clientPort === port

/** Of a new pool the definition has all validators; of one that was joined, others are as they should be. */
function unknownVerdicts(
  network: IndyNetwork,
  material: Material,
  validators: readonly PoolValidator[],
): readonly Verdict[] {
  const defined = new Set(validatorsOf(network).map(aliasOf))
  const before = new Set(strangersOf(network, material).map(({ alias }) => alias))
  const others = validators.filter(({ alias, validates }) => validates && !defined.has(alias))
  const unexpected = others.filter(({ alias }) => !before.has(alias))
  if (unexpected.length === 0) return []
  return [
    {
      good: network.top.genesis !== undefined,
      message: `pool ${poolNameOf(network)} has ${counted(unexpected.length, 'validator')} that the definition does not have: ${several(unexpected.map(({ alias }) => alias))}`,
      hint: 'add them to external, with their keys from the pool',
    },
  ]
}

import type { Material } from '../../material/material.ts'
import { genesisValidators, validatorsOf } from './genesis.ts'
import { aliasOf, type IndyNetwork } from './network.ts'

/** How many validators the pool has, as far as files tell. */
interface Membership {
  /** Those of the definition, and others that the genesis of a pool to join has. */
  readonly total: number
  /** Those of the definition. */
  readonly named: number
}

/** A pool of ours has the validators of its definition; one that others began has those of its genesis, too. */
export function membershipOf(network: IndyNetwork, material: Material): Membership {
  const named = validatorsOf(network).map(aliasOf)
  const { genesis } = network.top
  if (genesis === undefined) return { total: named.length, named: named.length }
  const text = material.text(genesis.pool) ?? ''
  const first = genesisValidators(text).filter(({ validates }) => validates)
  const aliases = new Set([...named, ...first.map(({ alias }) => alias)])
  return { total: aliases.size, named: named.length }
}

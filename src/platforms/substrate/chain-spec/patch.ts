import { encodeAddress } from '../keys/ss58.ts'
import type { SessionKeyKind } from '../network.ts'
import { isMapping, type Mapping, mappingOf } from './base-spec.ts'

/** Genesis of the pallets that Chancery knows, as their GenesisConfig reads it. What the base spec has besides stays. */

/** A validator of the genesis. */
export interface Authority {
  /** Address; undefined where the runtime has none of validators. */
  readonly account?: string
  /** 32 or 33 bytes by name. */
  readonly sessionKeys: ReadonlyMap<string, Uint8Array>
}

export interface GenesisInput {
  readonly authorities: readonly Authority[]
  readonly kinds: readonly SessionKeyKind[]
  readonly prefix: number
  readonly sudo?: string | undefined
  readonly balances?: Readonly<Record<string, bigint>> | undefined
}

/** `genesis` is `patch` or `config` of a plain spec (sc-chain-spec-42.0.0, chain_spec.rs: RuntimeGenesisConfigJson). */
export const patched = (genesis: Mapping, input: GenesisInput): Mapping => ({
  ...genesis,
  ...(input.authorities.some(({ account }) => account !== undefined)
    ? ofSession(genesis, input)
    : ofConsensus(genesis, input)),
  // pallet-balances: GenesisConfig.balances. Numbers: the runtime refuses texts.
  ...(input.balances === undefined
    ? {}
    : { balances: { ...mappingOf(genesis, 'balances'), balances: sortedEntries(input.balances) } }),
  // pallet-sudo: GenesisConfig.key.
  ...(input.sudo === undefined ? {} : { sudo: { ...mappingOf(genesis, 'sudo'), key: input.sudo } }),
})

/** By address: the order of a definition has no effect. */
const sortedEntries = (balances: Readonly<Record<string, bigint>>): [string, bigint][] =>
  Object.entries(balances).sort(([a], [b]) => (a < b ? -1 : 1))

/** How the genesis of a pallet has authorities: with weights, or in order. */
type AuthoritiesForm = 'weighted' | 'plain'

/** Pallets of the SDK with authorities, by the name of their key. */
const consensusPallets: Readonly<Record<string, AuthoritiesForm>> = {
  aura: 'plain',
  babe: 'weighted',
  grandpa: 'weighted',
  beefy: 'plain',
}

/** Of another pallet that is called as its key, the base spec shows the form. */
function formOf(genesis: Mapping, pallet: string): AuthoritiesForm | undefined {
  if (Object.hasOwn(consensusPallets, pallet)) return consensusPallets[pallet]
  const { authorities } = mappingOf(genesis, pallet)
  if (!Array.isArray(authorities)) return undefined
  return Array.isArray(authorities[0]) ? 'weighted' : 'plain'
}

/** Without pallet-session each pallet has its authorities: pallet-aura, pallet-babe, pallet-grandpa and pallet-beefy (GenesisConfig). */
function ofConsensus(genesis: Mapping, { authorities, kinds, prefix }: GenesisInput): Mapping {
  return Object.fromEntries(
    kinds.flatMap(({ name }) => {
      const form = formOf(genesis, name)
      if (form === undefined) return []
      const addresses = authorities.map((authority) => keyOf(authority, name, prefix))
      const list = form === 'plain' ? addresses : addresses.map((address) => [address, 1])
      return [[name, { ...mappingOf(genesis, name), authorities: list }]]
    }),
  )
}

/**
 * pallet-session (GenesisConfig.keys: account, validator, keys) tells the others their first authorities. Aura and others stop with a
 * panic if they have some already (pallet-aura-39.0.0, lib.rs: initialize_authorities).
 */
function ofSession(genesis: Mapping, { authorities, kinds, prefix }: GenesisInput): Mapping {
  const accounts = authorities.flatMap(({ account }) => account ?? [])
  const keys = authorities.map((authority) => [
    authority.account,
    authority.account,
    Object.fromEntries(kinds.map(({ name }) => [name, keyOf(authority, name, prefix)])),
  ])
  const filled = palletsOf(kinds).filter((pallet) => Object.hasOwn(mappingOf(genesis, pallet), 'authorities'))
  return {
    ...Object.fromEntries(filled.map((pallet) => [pallet, { ...mappingOf(genesis, pallet), authorities: [] }])),
    ...chosenBy(genesis, accounts),
    session: { ...mappingOf(genesis, 'session'), keys },
  }
}

const palletsOf = (kinds: readonly SessionKeyKind[]): readonly string[] => [
  ...new Set([...Object.keys(consensusPallets), ...kinds.map(({ name }) => name)]),
]

/** Pallets that choose the validators of the first sessions, if the base spec has them. */
function chosenBy(genesis: Mapping, accounts: readonly string[]): Mapping {
  const { validatorSet, staking } = genesis
  return {
    // substrate-validator-set: GenesisConfig.initial_validators.
    ...(isMapping(validatorSet) ? { validatorSet: { ...validatorSet, initialValidators: accounts } } : {}),
    ...(isMapping(staking) && Array.isArray(staking.stakers) && staking.stakers.length > 0
      ? { staking: stakedBy(staking, staking.stakers, accounts) }
      : {}),
  }
}

/** pallet-staking-42.0.0, pallet/mod.rs (GenesisConfig): each with the stake that the first one has in the base spec. */
function stakedBy(staking: Mapping, stakers: readonly unknown[], accounts: readonly string[]): Mapping {
  const [first] = stakers
  const stake: unknown = Array.isArray(first) ? first[2] : 0
  const { invulnerables } = staking
  return {
    ...staking,
    validatorCount: accounts.length,
    ...(Array.isArray(invulnerables) && invulnerables.length > 0 ? { invulnerables: accounts } : {}),
    stakers: accounts.map((account) => [account, account, stake, 'Validator']),
  }
}

function keyOf({ sessionKeys }: Authority, name: string, prefix: number): string {
  const publicKey = sessionKeys.get(name)
  if (publicKey === undefined) throw new Error(`a validator without ${name} key: material must be complete`)
  return encodeAddress(publicKey, prefix)
}

/** The same without everything that names validators: what the definition decides beside them. */
export function withoutAuthorities(genesis: Mapping, kinds: readonly SessionKeyKind[]): Mapping {
  const emptied: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(palletsOf(kinds).map((pallet) => [pallet, ['authorities']])),
    session: ['keys'],
    validatorSet: ['initialValidators'],
    staking: ['stakers', 'invulnerables', 'validatorCount'],
  }
  return Object.fromEntries(
    Object.entries(genesis).flatMap(([pallet, value]) => {
      const fields = Object.hasOwn(emptied, pallet) ? emptied[pallet] : undefined
      if (fields === undefined || !isMapping(value)) return [[pallet, value]]
      const rest = Object.entries(value).filter(([field]) => !fields.includes(field))
      return rest.length === 0 ? [] : [[pallet, Object.fromEntries(rest)]]
    }),
  )
}

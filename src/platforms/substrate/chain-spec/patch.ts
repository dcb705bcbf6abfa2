import { encodeAddress } from '../keys/ss58.ts'
import type { SessionKeyKind } from '../network.ts'

/** Genesis of the pallets that Chancery knows, as their GenesisConfig reads it. What the base spec has besides stays. */

type Mapping = Readonly<Record<string, unknown>>

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
  ...(hasAccounts(input) ? ofSession(genesis, input) : ofConsensus(genesis, input)),
  // pallet-balances: GenesisConfig.balances.
  ...(input.balances === undefined
    ? {}
    : { balances: { ...section(genesis, 'balances'), balances: Object.entries(input.balances) } }),
  // pallet-sudo: GenesisConfig.key.
  ...(input.sudo === undefined ? {} : { sudo: { ...section(genesis, 'sudo'), key: input.sudo } }),
})

const hasAccounts = ({ authorities }: GenesisInput): boolean => authorities.some(({ account }) => account !== undefined)

/** pallet-session makes the first authorities of the other pallets, which stop with a panic if they have some already. */
function ofSession(genesis: Mapping, { authorities, kinds, prefix }: GenesisInput): Mapping {
  const keys = authorities.flatMap(({ account, sessionKeys }) =>
    account === undefined
      ? []
      : [
          [
            account,
            account,
            Object.fromEntries(kinds.map(({ name }) => [name, addressOf(sessionKeys.get(name), prefix)])),
          ],
        ],
  )
  const emptied = Object.keys(consensusPallets).filter((pallet) =>
    Object.hasOwn(section(genesis, pallet), 'authorities'),
  )
  return {
    ...Object.fromEntries(
      emptied.map((pallet) => [camelCase(pallet), { ...section(genesis, pallet), authorities: [] }]),
    ),
    session: { ...section(genesis, 'session'), keys },
  }
}

/** Pallets whose genesis has authorities: with weights, or in order. */
const consensusPallets: Readonly<Record<string, 'weighted' | 'plain'>> = {
  aura: 'plain',
  babe: 'weighted',
  grandpa: 'weighted',
  beefy: 'plain',
}

/** Without pallet-session each pallet has its authorities: pallet-aura, pallet-babe, pallet-grandpa and pallet-beefy (GenesisConfig). */
function ofConsensus(genesis: Mapping, { authorities, kinds, prefix }: GenesisInput): Mapping {
  return Object.fromEntries(
    kinds.flatMap(({ name }) => {
      const form = Object.hasOwn(consensusPallets, name) ? consensusPallets[name] : undefined
      if (form === undefined) return []
      const addresses = authorities.map(({ sessionKeys }) => addressOf(sessionKeys.get(name), prefix))
      const list = form === 'plain' ? addresses : addresses.map((address) => [address, 1])
      return [[camelCase(name), { ...section(genesis, name), authorities: list }]]
    }),
  )
}

function addressOf(publicKey: Uint8Array | undefined, prefix: number): string {
  if (publicKey === undefined) throw new Error('a validator without a session key: material must be complete')
  return encodeAddress(publicKey, prefix)
}

function section(genesis: Mapping, pallet: string): Mapping {
  const value = genesis[camelCase(pallet)]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {} // a mapping of JSON
}

/** RuntimeGenesisConfig has the names of pallets so (frame-support-procedural, genesis_config.rs). */
const camelCase = (pallet: string): string => pallet.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

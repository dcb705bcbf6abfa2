import type { Material } from '../../../material/material.ts'
import { isCompleted, readSpec } from '../chain-spec/base-spec.ts'
import { specTextOf } from '../chain-spec/finished-spec.ts'
import type { SubstrateNetwork } from '../network.ts'
import { chainSpecPath } from '../places.ts'
import { type Genesis, genesisOf } from './genesis.ts'

/** A real runtime takes up to a second. A plan has two networks. */
const kept = 2
const byText = new Map<string, Genesis>()

/** The genesis of the spec that nodes start with, with stand-ins for missing keys; undefined for one at a URL, and for what is no spec. */
export function computedGenesis(network: SubstrateNetwork, material: Material): Genesis | undefined {
  const text = specTextOf(network, material)
  if (text === undefined) return undefined
  const known = byText.get(text)
  if (known !== undefined) return known
  const spec = readSpec(text)
  if (spec === undefined || spec.form === 'unknown') return undefined
  const genesis = genesisOf(spec.value.genesis)
  const [oldest] = byText.keys()
  if (byText.size === kept && oldest !== undefined) byText.delete(oldest)
  byText.set(text, genesis)
  return genesis
}

/** Whether that is the genesis of the chain: its spec has no stand-ins. */
export const isFinal = (network: SubstrateNetwork, { standIns }: Material): boolean =>
  !isCompleted(network) || !standIns.has(chainSpecPath)

/** The hash of the first block; undefined while it is not known. */
export function genesisHashOf(network: SubstrateNetwork, material: Material): string | undefined {
  const genesis = computedGenesis(network, material)
  return genesis !== undefined && 'hash' in genesis && isFinal(network, material) ? genesis.hash : undefined
}

import { blake2b } from '@noble/hashes/blake2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import { type AnyNode, nodeId } from '../../../network/network.ts'
import { isCompleted, mappingOf, readSpec } from '../chain-spec/base-spec.ts'
import { authoritiesOf, specTextOf, specWith } from '../chain-spec/finished-spec.ts'
import type { Authority } from '../chain-spec/patch.ts'
import type { SessionKeys } from '../identity-file.ts'
import { type SubstrateNetwork, sessionKeyKinds } from '../network.ts'
import { chainSpecPath } from '../places.ts'
import type { SubstrateNode } from '../schema.ts'
import { type Genesis, genesisOf } from './genesis.ts'

/**
 * The genesis of the spec that nodes start with: also before it is written, with stand-ins for missing keys, as it can never change
 * after that. Undefined for a spec at a URL, and for what is no spec.
 */
export function computedGenesis(network: SubstrateNetwork, material: Material): Genesis | undefined {
  const text = specTextOf(network, material)
  if (text !== undefined) return genesisOfText(text)
  return isCompleted(network) ? provisionalGenesis(network, material) : undefined
}

/** Whether that is the genesis of the chain: its spec is written. */
export const isFinal = (network: SubstrateNetwork, material: Material): boolean =>
  !isCompleted(network) || (material.text(chainSpecPath) !== undefined && !material.standIns.has(chainSpecPath))

/** The hash of the first block; undefined while it is not known. */
export function genesisHashOf(network: SubstrateNetwork, material: Material): string | undefined {
  if (!isFinal(network, material)) return undefined
  const genesis = computedGenesis(network, material)
  return genesis !== undefined && 'hash' in genesis ? genesis.hash : undefined
}

/** A real runtime takes up to a second. A plan has two networks. */
const kept = 2
const byText = new Map<string, Genesis>()

function genesisOfText(text: string): Genesis | undefined {
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

function provisionalGenesis(network: SubstrateNetwork, material: Material): Genesis | undefined {
  const spec = specWith(network, material, provisionalAuthorities(network, material))
  return spec === undefined ? undefined : genesisOf(mappingOf(spec, 'genesis'))
}

/** Validators of a genesis that is not written yet, with stand-ins for missing keys. */
export function provisionalAuthorities(network: SubstrateNetwork, material: Material): Authority[] {
  const kinds = sessionKeyKinds(network)
  // A runtime does not check that a key is a point of its curve.
  return authoritiesOf(
    network,
    material,
    (node: AnyNode<SubstrateNode>): SessionKeys =>
      Object.fromEntries(
        kinds.map(({ name, scheme }) => {
          const key = blake2b(utf8ToBytes(`${name} ${nodeId(node)}`), { dkLen: scheme === 'ecdsa' ? 33 : 32 })
          return [name, `0x${bytesToHex(key)}`]
        }),
      ),
  )
}

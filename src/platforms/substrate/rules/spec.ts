import { bytesToHex } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { error } from '../../problem.ts'
import { isCompleted, isMapping, type Mapping, mappingOf, readSpec, specFileOf } from '../chain-spec/base-spec.ts'
import { specTextOf, specWith } from '../chain-spec/finished-spec.ts'
import { configMapsOf, mostConfigMaps, piecesOf } from '../chain-spec/pieces.ts'
import { decodeAddress } from '../keys/ss58.ts'
import type { SubstrateNetwork } from '../network.ts'
import { publishedKey } from '../well-known.ts'

const path = ['chain', 'spec']
const rule = 'chain-spec'

/** The file with the spec can be read, is one that Chancery can complete, and fits into ConfigMaps. */
export function specProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const file = specFileOf(network)
  const text = file === undefined ? undefined : material.text(file)
  if (file === undefined || text === undefined) return []
  const spec = readSpec(text)
  if (spec === undefined || spec.form === 'unknown')
    return [
      error(
        rule,
        `${file} is no chain spec with a runtime`,
        'write it with the build-spec command of the node: it needs genesis.runtimeGenesis with code, and patch or config',
        path,
      ),
    ]
  if (isCompleted(network) && spec.form === 'raw')
    return [
      error(
        rule,
        `${file} is a raw chain spec, which has no place for validators`,
        'write it with build-spec without --raw; for a chain that runs already, set chain.existing',
        path,
      ),
    ]
  return [
    ...parachain(file, spec.value),
    ...size(network, material, text),
    ...(isCompleted(network) ? publishedKeys(file, network, material) : []),
  ]
}

/** Extensions of the specs of parachains: polkadot-omni-node-lib, chain_spec.rs. */
const parachain = (file: string, spec: Mapping): Problem[] =>
  Object.keys(spec).some((key) => /^(?:para_?id|relay_?chain)$/i.test(key))
    ? [
        error(
          rule,
          `${file} is the spec of a parachain, whose blocks a relay chain orders: Chancery runs solo chains`,
          'use a node and a runtime with their own consensus, such as Aura with GRANDPA; polkadot-omni-node runs parachains only',
          path,
        ),
      ]
    : []

function size(network: SubstrateNetwork, material: Material, base: string): Problem[] {
  if (network.top.chain.publishedAt !== undefined) return []
  const pieces = piecesOf(specTextOf(network, material) ?? base)
  const maps = configMapsOf(pieces).length
  if (maps <= mostConfigMaps) return []
  return [
    error(
      'config-map-size',
      `the chain spec with its runtime takes ${maps} ConfigMaps: ${mostConfigMaps} are the most`,
      isCompressed(pieces.code)
        ? 'publish material/public/chain-spec.json at a URL, and set chain.publishedAt'
        : 'build the spec with the compressed runtime (….compact.compressed.wasm), or publish material/public/chain-spec.json and set chain.publishedAt',
      path,
    ),
  ]
}

/** sp-maybe-compressed-blob-11.1.0, lib.rs: CODE_BLOB_BOMB_LIMIT and ZSTD_PREFIX. */
const isCompressed = (code: Uint8Array): boolean => bytesToHex(code.subarray(0, 8)) === '52bc537646db8e05'

/** Base specs of development have accounts of everybody: sudo of a chain, above all, must not be one. */
function publishedKeys(file: string, network: SubstrateNetwork, material: Material): Problem[] {
  const { chain } = network.top
  const spec = specWith(network, material, [])
  const runtime = mappingOf(mappingOf(spec ?? {}, 'genesis'), 'runtimeGenesis')
  const genesis = isMapping(runtime.patch) ? runtime.patch : mappingOf(runtime, 'config')
  const found = new Map<string, { address: string; owner: string }>()
  for (const { at, address } of addressesIn(genesis, [])) {
    const decoded = decodeAddress(address)
    const owner = decoded === undefined ? undefined : publishedKey(`0x${bytesToHex(decoded.publicKey)}`)
    const pallet = String(at[0])
    // What the definition has is a separate finding, at its own line.
    const isOurs =
      (pallet === 'sudo' && chain.sudo !== undefined) || (pallet === 'balances' && chain.balances !== undefined)
    if (owner !== undefined && !isOurs && !found.has(pallet)) found.set(pallet, { address, owner })
  }
  return [...found].map(([pallet, { address, owner }]) =>
    error(
      'well-known-key',
      `${file}: ${pallet} has the address ${address}, whose key is public: it is ${owner}`,
      pallet === 'sudo' || pallet === 'balances'
        ? `set chain.${pallet} with addresses whose keys only their owners have`
        : 'use addresses whose keys only their owners have',
      path,
    ),
  )
}

function* addressesIn(value: unknown, at: Path): Generator<{ readonly at: Path; readonly address: string }> {
  if (typeof value === 'string') yield { at, address: value }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* addressesIn(one, [...at, key])
  }
}

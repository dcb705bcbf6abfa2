import { hexToBytes } from '@noble/hashes/utils.js'
import { formatJson } from '../../../json.ts'
import type { Material } from '../../../material/material.ts'
import { type AnyNode, isOurs, nodeId } from '../../../network/network.ts'
import { type SessionKeys, sessionKeysOf } from '../identity-file.ts'
import { externalOf, type SubstrateNetwork, sessionKeyKinds, validatorsOf } from '../network.ts'
import { chainSpecPath } from '../places.ts'
import type { SubstrateNode } from '../schema.ts'
import { addressPrefixOf, baseSpecOf, isCompleted, type Mapping, mappingOf, specFileOf } from './base-spec.ts'
import { type Authority, patched } from './patch.ts'

/** The spec of a new chain: the base spec with names, authorities, balances and sudo. Bootnodes are not in it, as each node has its own. */
export function finishedSpec(network: SubstrateNetwork, material: Material): string {
  const spec = specWith(network, material, authoritiesOf(network, material))
  if (spec === undefined) throw new Error('no plain chain spec: rules have to refuse it before')
  return `${formatJson(spec, 2)}\n`
}

/** The same with any authorities; undefined while the base spec is missing, or cannot be completed. */
export function specWith(
  network: SubstrateNetwork,
  material: Material,
  authorities: readonly Authority[],
): Mapping | undefined {
  const base = baseSpecOf(network, material)
  if (base === undefined || (base.form !== 'patch' && base.form !== 'config')) return undefined
  const { chain } = network.top
  const genesis = mappingOf(base.value, 'genesis')
  const runtime = mappingOf(genesis, 'runtimeGenesis')
  const input = {
    authorities,
    kinds: sessionKeyKinds(network),
    prefix: addressPrefixOf(network, material),
    sudo: chain.sudo,
    balances: chain.balances,
  }
  return {
    ...base.value,
    name: chain.name ?? base.value.name,
    id: chain.id ?? base.value.id,
    chainType: chain.type ?? 'Live',
    bootNodes: [],
    ...(chain.protocolId === undefined ? {} : { protocolId: chain.protocolId }),
    genesis: {
      ...genesis,
      runtimeGenesis: { ...runtime, [base.form]: patched(mappingOf(runtime, base.form), input) },
    },
  }
}

/** Validators of the genesis, in the order of their names: those of ours with their first keys, and external ones that have theirs in the definition. */
export const genesisValidators = (network: SubstrateNetwork): readonly AnyNode<SubstrateNode>[] =>
  validatorsOf(network).filter((node) => isOurs(node) || externalOf(node).sessionKeys !== undefined)

/** `standIn` has the keys of validators whose own are not made yet. */
export const authoritiesOf = (
  network: SubstrateNetwork,
  material: Material,
  standIn?: (node: AnyNode<SubstrateNode>) => SessionKeys,
): Authority[] =>
  genesisValidators(network).map((node) => {
    const keys = sessionKeysOf(node, material) ?? standIn?.(node)
    if (keys === undefined) throw new Error(`no session keys of ${nodeId(node)}: material must be complete`)
    const account = isOurs(node) ? node.own.account : externalOf(node).account
    return {
      ...(account === undefined ? {} : { account }),
      sessionKeys: new Map(Object.entries(keys).map(([name, key]) => [name, hexToBytes(key.slice('0x'.length))])),
    }
  })

/** The text of the spec that nodes start with; undefined for one at a URL, and while a file is missing. */
export function specTextOf(network: SubstrateNetwork, material: Material): string | undefined {
  if (isCompleted(network)) return material.text(chainSpecPath)
  const file = specFileOf(network)
  return file === undefined ? undefined : material.text(file)
}

import { hexToBytes } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { agreeing, listed } from '../../../words.ts'
import { error } from '../../problem.ts'
import { baseSpecOf, isCompleted, mappingOf } from '../chain-spec/base-spec.ts'
import { keyTypesOf } from '../genesis/key-types.ts'
import { type SubstrateNetwork, sessionKeyKinds } from '../network.ts'

/** The keys of validators are those that the runtime knows: nodes find a key by its type, and announce all in the order of the runtime. */
export function runtimeKeyProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const base = isCompleted(network) ? baseSpecOf(network, material) : undefined
  const { code } = mappingOf(mappingOf(base?.value ?? {}, 'genesis'), 'runtimeGenesis')
  if (typeof code !== 'string' || !/^0x(?:[0-9a-fA-F]{2})+$/.test(code)) return []
  const kinds = sessionKeyKinds(network)
  const types = keyTypesOf(hexToBytes(code.slice('0x'.length)), kinds)
  const ours = kinds.map(({ keyType }) => keyType)
  if (types === undefined || (types !== 'too few' && fits(types, ours, network))) return []
  const message =
    types === 'too few'
      ? `the runtime has more keys of a validator than chain.sessionKeys, which has the types ${listed(ours)}`
      : `the runtime has keys of a validator of ${agreeing(types.length, 'the type', 'the types')} ${listed(types)}, and chain.sessionKeys has ${listed(ours)}`
  return [
    error(
      'runtime-keys',
      message,
      'write the keys of its SessionKeys (impl_opaque_keys!) in their order, each with the keyType that the runtime gives it',
      ['chain', 'sessionKeys'],
    ),
  ]
}

/** The same types in the same order. Without accounts nobody announces keys: a pallet may take keys that are not among them. */
function fits(types: readonly string[], ours: readonly string[], network: SubstrateNetwork): boolean {
  const shared = ours.filter((type) => types.includes(type))
  const areAnnounced = network.nodes.some(({ own }) => own.account !== undefined)
  return shared.join() === types.join() && (!areAnnounced || ours.length === types.length)
}

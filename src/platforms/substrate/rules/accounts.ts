import { bytesToHex } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { type AnyNode, isOurs, nodeId } from '../../../network/network.ts'
import { several } from '../../../words.ts'
import { error } from '../../problem.ts'
import { baseSpecOf, isCompleted, isMapping, mappingOf } from '../chain-spec/base-spec.ts'
import { genesisValidators } from '../chain-spec/finished-spec.ts'
import { decodeAddress } from '../keys/ss58.ts'
import { externalOf, type SubstrateNetwork } from '../network.ts'
import type { SubstrateNode } from '../schema.ts'

type AnySubstrateNode = AnyNode<SubstrateNode>

const accountOf = (node: AnySubstrateNode): string | undefined =>
  isOurs(node) ? node.own.account : externalOf(node).account

const pathOf = (node: AnySubstrateNode): Problem['path'] => [...node.path, 'account']

/** Accounts of validators: each has its own, and either all of the genesis have one or none. */
export const accountProblems = (network: SubstrateNetwork, material: Material): Problem[] => [
  ...duplicates(network),
  ...(isCompleted(network) ? sessionPallet(network, material) : []),
]

/** One account in two forms is the same public key. */
function duplicates({ nodes, external }: SubstrateNetwork): Problem[] {
  const owners = new Map<string, string>()
  return [...nodes, ...external].flatMap((node): Problem[] => {
    const account = accountOf(node)
    const decoded = account === undefined ? undefined : decodeAddress(account)
    if (decoded === undefined) return []
    const key = bytesToHex(decoded.publicKey)
    const other = owners.get(key)
    owners.set(key, other ?? nodeId(node))
    if (other === undefined) return []
    return [
      error(
        'account',
        `${other} and ${nodeId(node)} have the same account ${account}`,
        'use an account for each validator: the chain keeps the keys of one validator for an account',
        pathOf(node),
      ),
    ]
  })
}

/** In a runtime with the session pallet, validators are accounts, and its genesis has their keys. */
function sessionPallet(network: SubstrateNetwork, material: Material): Problem[] {
  const base = baseSpecOf(network, material)
  const runtime = mappingOf(mappingOf(base?.value ?? {}, 'genesis'), 'runtimeGenesis')
  const genesis = base === undefined ? {} : mappingOf(runtime, base.form)
  const validators = genesisValidators(network)
  const without = validators.filter((node) => accountOf(node) === undefined)
  const [first] = validators
  if (first === undefined) return []
  if (without.length > 0 && (isMapping(genesis.session) || without.length < validators.length))
    return [
      error(
        'account',
        `${several(without.map(nodeId))} ${without.length === 1 ? 'has' : 'have'} no account: ${
          isMapping(genesis.session)
            ? `the genesis of the runtime has the session pallet (${String(network.top.chain.spec)})`
            : 'other validators have one'
        }`,
        'set `account` of each validator: the address of its owner',
        pathOf(without[0] ?? first),
      ),
    ]
  if (without.length === 0 && base?.form === 'config' && !isMapping(genesis.session))
    return [
      error(
        'account',
        `the runtime has no session pallet (${String(network.top.chain.spec)}): validators have no accounts there`,
        'remove `account` of the validators',
        pathOf(first),
      ),
    ]
  return []
}

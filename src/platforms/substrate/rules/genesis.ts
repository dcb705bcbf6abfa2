import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { error, notice } from '../../problem.ts'
import { isCompleted } from '../chain-spec/base-spec.ts'
import { computedGenesis, isFinal } from '../genesis/computed.ts'
import type { SubstrateNetwork } from '../network.ts'

/** The runtime of the spec can build its genesis, and it is the one that people expect. */
export function genesisProblems(network: SubstrateNetwork, material: Material): Problem[] {
  const genesis = computedGenesis(network, material)
  if (genesis === undefined) return []
  const { expectedGenesisHash: expected } = network.top.chain
  if ('refused' in genesis)
    return [
      error(
        'genesis-refused',
        `no node can build the genesis of the chain spec: ${genesis.refused}`,
        'compare the fields of chain, and the base spec, with what the build-spec command of the node writes',
        ['chain', 'spec'],
      ),
    ]
  if ('unknown' in genesis)
    return [
      notice(
        'genesis-unknown',
        `Chancery cannot compute the genesis hash: ${genesis.unknown}`,
        'the nodes can: compare their answers to chain_getBlockHash for block 0',
        ['chain', 'spec'],
      ),
    ]
  if (expected === undefined || expected === genesis.hash || !isFinal(network, material)) return []
  return [
    error(
      'genesis-hash',
      `the genesis hash of the chain spec is ${genesis.hash}, not ${expected}`,
      isCompleted(network)
        ? 'remove expectedGenesisHash until the validators and accounts are those of the new chain'
        : 'use the chain spec that the nodes of the chain have',
      ['chain', 'expectedGenesisHash'],
    ),
  ]
}

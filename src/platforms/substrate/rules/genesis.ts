import { bytesToHex } from '@noble/hashes/utils.js'
import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { counted, several } from '../../../words.ts'
import { error, notice } from '../../problem.ts'
import { isCompleted } from '../chain-spec/base-spec.ts'
import { authoritiesIn } from '../genesis/authorities.ts'
import { computedGenesis, isFinal, provisionalAuthorities } from '../genesis/computed.ts'
import type { GenesisState } from '../genesis/genesis.ts'
import { type SubstrateNetwork, sessionKeyKinds } from '../network.ts'

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
  if (isCompleted(network) && !isFinal(network, material)) return foreignAuthorities(network, material, genesis.state)
  if (expected === undefined || expected === genesis.hash) return []
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

/** Authorities that are nobody's, before the spec is written: those of the base spec, or none, in place of ours. They would never sign. */
function foreignAuthorities(network: SubstrateNetwork, material: Material, state: GenesisState): Problem[] {
  const validators = provisionalAuthorities(network, material)
  return sessionKeyKinds(network).flatMap((kind) => {
    const ours = new Set(validators.map(({ sessionKeys }) => hex(sessionKeys.get(kind.name))))
    const foreign = (authoritiesIn(state, kind) ?? []).filter((key) => !ours.has(key))
    return foreign.length === 0
      ? []
      : [
          error(
            'genesis-authorities',
            `the genesis has ${counted(foreign.length, `${kind.name} key`)} that no validator of the definition has: ${several(foreign, 2)}`,
            'set the account of each validator, and remove from the base spec what names other validators: genesis of session, staking or a validator set',
            ['chain', 'spec'],
          ),
        ]
  })
}

const hex = (key: Uint8Array | undefined): string => (key === undefined ? '' : `0x${bytesToHex(key)}`)

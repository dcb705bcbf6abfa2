import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { currentGenesis } from '../current-genesis.ts'
import { genesisFile } from '../genesis.ts'
import { type EvmNetwork, genesisPath, validatorsOf } from '../network.ts'
import { problem } from './genesis-problem.ts'

/** What the values of a ConfigMap may have together: MaxSecretSize in pkg/apis/core/types.go of Kubernetes. */
const mebibyte = 1_048_576

/** Nodes read the genesis from a ConfigMap. Once it is made nothing can make it smaller. */
export function genesisSizeProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const bytes = Buffer.byteLength(textOf(network, material, client))
  if (bytes <= mebibyte) return []
  return [
    problem(
      'error',
      'config-map-size',
      `the genesis has ${bytes} bytes with its accounts; a ConfigMap, from which nodes read it, holds ${mebibyte}`,
      ['accounts'],
      'deploy some of the contracts with transactions, or give them less code and storage: once the genesis is made it cannot change',
    ),
  ]
}

/** Before it is made, as large as it will be: addresses of validators are all equally long. */
function textOf(network: EvmNetwork, material: Material, client: EvmClient): string {
  if (material.text(genesisPath) !== undefined) return currentGenesis(network, material, client)
  const validators = validatorsOf(network).map((_, at) => `0x${at.toString(16).padStart(40, '0')}`)
  return `${JSON.stringify(genesisFile(client, network.top.genesis, validators, material), null, 2)}\n`
}

import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { currentGenesis } from '../current-genesis.ts'
import { genesisFile } from '../genesis.ts'
import { type EvmNetwork, genesisPath, validatorsOf } from '../network.ts'
import { problem } from './genesis-problem.ts'

/** The largest size of all values of a ConfigMap: MaxSecretSize in pkg/apis/core/types.go of Kubernetes. */
const mebibyte = 1_048_576

/** Nodes read the genesis from a ConfigMap. Once made, it cannot become smaller. */
export function genesisSizeProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const bytes = Buffer.byteLength(textOf(network, material, client))
  if (bytes <= mebibyte) return []
  return [
    problem(
      'error',
      'config-map-size',
      `the genesis with its accounts has ${bytes} bytes; nodes read it from a ConfigMap, which holds at most ${mebibyte}`,
      ['accounts'],
      'deploy some contracts with transactions, or reduce their code and storage: the genesis cannot change once it is made',
    ),
  ]
}

/** Before it is made, as large as it will be: addresses of validators are all equally long. */
function textOf(network: EvmNetwork, material: Material, client: EvmClient): string {
  if (material.text(genesisPath) !== undefined) return currentGenesis(network, material, client)
  const validators = validatorsOf(network).map((_, at) => `0x${at.toString(16).padStart(40, '0')}`)
  return `${JSON.stringify(genesisFile(client, network.top.genesis, validators, material), null, 2)}\n`
}

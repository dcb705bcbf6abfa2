import type { Material } from '../../material/material.ts'
import type { EvmClient } from './client.ts'
import { readGenesis } from './genesis.ts'
import { addressesOf, type EvmNetwork, genesisPath } from './network.ts'

/**
 * The genesis file as nodes read it: the first block as it was written once, with the forks and transitions that the definition
 * has now. Without any that came later it is the very file.
 */
export function currentGenesis(network: EvmNetwork, material: Material, client: EvmClient): string {
  const written = readGenesis(material.value(genesisPath))?.file
  if (written === undefined) return material.text(genesisPath) ?? ''
  const { genesis, transitions } = network.top
  const forks = Object.fromEntries(client.forks.map((fork) => [fork, genesis.forks[fork]]))
  const later = client.transitions(
    [...transitions].sort((a, b) => a.block - b.block),
    (names) => addressesOf(names, network, material),
  )
  const same = client.forks.every((fork) => forks[fork] === written.config[fork]) && transitions.length === 0
  if (same) return material.text(genesisPath) ?? ''
  return `${JSON.stringify({ ...written, config: { ...written.config, ...forks, ...later } }, null, 2)}\n`
}

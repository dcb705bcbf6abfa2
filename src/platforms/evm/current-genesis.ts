import { formatJson } from '../../json.ts'
import type { Material } from '../../material/material.ts'
import type { EvmClient, GenesisFile } from './client.ts'
import { entryOf } from './entries.ts'
import { forksIn, withForks, writtenForks } from './forks.ts'
import { addressesOf, consensusIn, type EvmNetwork, genesisPath } from './network.ts'
import { readGenesis } from './read-genesis.ts'

/**
 * The genesis file as nodes read it: the first block as it was written once, with the forks and transitions that the definition
 * has now. Without any that came later it is the very file, independent of its author.
 */
export function currentGenesis(network: EvmNetwork, material: Material, client: EvmClient): string {
  const written = readGenesis(material.value(genesisPath))?.file
  if (written === undefined) return material.text(genesisPath) ?? ''
  const { transitions } = network.top
  const [was, is] = [writtenForks(material, client) ?? {}, forksIn(network, material, client)]
  const same = client.forks.every((fork) => was[fork] === is[fork]) && transitions.length === 0
  if (same) return material.text(genesisPath) ?? ''
  const config = withTransitions(withForks(written.config, is, client), network, material, client)
  return `${formatJson({ ...written, config }, 2)}\n`
}

/** Those of the file stay, and those of the definition are added: a transition that came once is part of the chain. */
function withTransitions(
  config: GenesisFile['config'],
  network: EvmNetwork,
  material: Material,
  client: EvmClient,
): GenesisFile['config'] {
  const { transitions } = network.top
  if (transitions.length === 0) return config
  const blocks = new Set(transitions.map(({ block }) => block))
  const kept = client
    .transitionsIn(config, consensusIn(network))
    .filter((one) => !blocks.has(Number(entryOf(one, 'block'))))
  const ours = transitions.map((one) => client.transition(one, (names) => addressesOf(names, network, material)))
  const all = [...kept, ...ours].sort((a, b) => Number(entryOf(a, 'block')) - Number(entryOf(b, 'block')))
  return client.withTransitions(config, all, consensusIn(network))
}

import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient, WrittenTransition } from '../client.ts'
import { entryOf } from '../entries.ts'
import { addressesOf, consensusIn, type EvmNetwork, genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'

/** Transitions of an existing genesis file: the definition may repeat them, but not contradict them. */
export function writtenTransitionProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  const config = readGenesis(material.value(genesisPath))?.file.config
  if (config === undefined) return []
  const written = client.transitionsIn(config, consensusIn(network))
  return network.top.transitions.flatMap((transition, at): Problem[] => {
    const before = written.find((one) => Number(entryOf(one, 'block')) === transition.block)
    const after = client.transition(transition, (names) => addressesOf(names, network, material))
    if (before === undefined || meaning(before) === meaning(after)) return []
    return [
      {
        rule: 'genesis-changed',
        severity: 'error',
        message: `the transition at block ${transition.block} differs from the one in ${genesisPath}`,
        hint: 'remove it to keep the one of the file: nodes past it judge blocks by it',
        path: ['transitions', at, 'block'],
      },
    ]
  })
}

/** Equal for transitions that do the same, however names and numbers are written. */
const meaning = (transition: WrittenTransition): string =>
  JSON.stringify(
    Object.entries(transition)
      .map(([name, value]) => [name.toLowerCase(), text(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).sort().join()
  const written = String(value).toLowerCase()
  return /^(\d+|0x[0-9a-f]+)$/.test(written) ? BigInt(written).toString() : written
}

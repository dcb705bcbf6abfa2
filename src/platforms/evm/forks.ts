import type { Material } from '../../material/material.ts'
import type { EvmClient, GenesisFile } from './client.ts'
import { entryOf } from './entries.ts'
import { type EvmNetwork, genesisPath } from './network.ts'
import { readGenesis } from './read-genesis.ts'
import type { Fork, Genesis } from './schema.ts'

/** When each fork begins: a block, or seconds since 1970. One that is absent never does. */
export type Forks = Readonly<Partial<Record<Fork, number>>>

/** Forks of a chain that is to begin: those that are left out begin with it, where the client has them by default. */
export const forksOf = (genesis: Genesis, client: EvmClient): Forks =>
  present(client, (fork) => genesis.forks[fork] ?? client.defaultForks[fork])

/** Forks that the first block was written with; undefined while there is none. */
export function writtenForks(material: Material, client: EvmClient): Forks | undefined {
  const config = readGenesis(material.value(genesisPath))?.file.config
  if (config === undefined) return undefined
  return present(client, (fork) => {
    const value = entryOf(config, fork)
    return value === undefined ? undefined : Number(value)
  })
}

/** Forks as nodes get them: those of the file where the definition leaves them out. */
export function forksIn(network: EvmNetwork, material: Material, client: EvmClient): Forks {
  const { genesis } = network.top
  const written = writtenForks(material, client)
  if (written === undefined) return forksOf(genesis, client)
  return present(client, (fork) => genesis.forks[fork] ?? written[fork])
}

/** `config` of a genesis file with these forks and no others. Forks keep the place and the spelling that they have. */
export function withForks(config: GenesisFile['config'], forks: Forks, client: EvmClient): GenesisFile['config'] {
  const added = Object.entries(forks).filter(([fork]) => entryOf(config, fork) === undefined)
  const kept = Object.entries(config).flatMap(([name, value]) => {
    const fork = client.forks.find((one) => one.toLowerCase() === name.toLowerCase())
    if (fork === undefined) return [[name, value]]
    if (forks[fork] === undefined) return []
    return [[name, Number(value) === forks[fork] ? value : forks[fork]]]
  })
  return Object.fromEntries([...kept, ...added]) as GenesisFile['config'] // its other entries are those it had
}

const present = ({ forks }: EvmClient, timeOf: (fork: Fork) => number | undefined): Forks =>
  Object.fromEntries(
    forks.flatMap((fork) => {
      const value = timeOf(fork)
      return value === undefined ? [] : [[fork, value]]
    }),
  )

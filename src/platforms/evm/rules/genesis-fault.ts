import type { EvmClient } from '../client.ts'
import { readGenesis } from '../genesis.ts'
import { genesisPath } from '../network.ts'
import { entryOf } from '../written.ts'

interface Fault {
  readonly message: string
  readonly hint: string
}

/** Consensus of another kind, by its name in `config`: a chain that begins with it alone cannot be joined. */
const others: readonly (readonly [name: string, title: string])[] = [
  ['ibft2', 'IBFT 2.0'],
  ['ibft', 'IBFT'],
  ['istanbul', 'IBFT'],
  ['clique', 'Clique'],
  ['ethash', 'proof of work'],
]

/** Why a genesis file is none that nodes here could run with; undefined for one that is. */
export function genesisFault(value: unknown, client: EvmClient): Fault | undefined {
  if (readGenesis(value) === undefined) return otherConsensus(value) ?? unreadable
  const { config } = value as { config: { qbft: Readonly<Record<string, unknown>> } } // its shape has been checked
  const contract = entryOf(config.qbft, 'validatorContractAddress')
  if (typeof contract === 'string' && !/^0x0*$/.test(contract)) {
    return {
      message: `${genesisPath}: the validators of this chain are in the contract ${contract}`,
      hint: 'that is not supported: who validates is decided here by the first block, by votes and by transitions',
    }
  }
  const early = client.beforeQbft.find((name) => entryOf(config, name) !== undefined)
  if (early === undefined) return undefined
  return {
    message: `${genesisPath}: config has ${early} besides qbft, which ${client.title} takes first`,
    hint: 'that is not supported: QBFT has to hold from the first block',
  }
}

const unreadable: Fault = {
  message: `${genesisPath} cannot be read`,
  hint: 'restore it from Git: it can never be made again',
}

function otherConsensus(value: unknown): Fault | undefined {
  const config: unknown = (value as { config?: unknown } | null | undefined)?.config
  if (typeof config !== 'object' || config === null) return undefined
  const of = (name: string): unknown => entryOf(config as Readonly<Record<string, unknown>>, name)
  const other = of('qbft') === undefined ? others.find(([name]) => of(name) !== undefined) : undefined
  if (other === undefined) return undefined
  return {
    message: `${genesisPath} is of a chain with ${other[1]} (config.${other[0]}): only QBFT is supported`,
    hint: 'a chain of IBFT can go on with QBFT from a block on (config.qbft.startBlock of Besu): join it after that',
  }
}

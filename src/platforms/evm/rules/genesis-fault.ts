import type { EvmClient } from '../client.ts'
import { readGenesis } from '../genesis.ts'
import { genesisPath } from '../network.ts'
import { entryOf } from '../written.ts'

interface Fault {
  readonly message: string
  readonly hint: string
}

/** Other kinds of consensus, by their key in `config`: a chain that begins with one alone cannot be joined. */
const others: readonly (readonly [name: string, title: string])[] = [
  ['ibft2', 'IBFT 2.0'],
  ['ibft', 'IBFT'],
  ['istanbul', 'IBFT'],
  ['clique', 'Clique'],
  ['ethash', 'proof of work'],
]

/** Why nodes could not run with a genesis file; undefined when they can. */
export function genesisFault(value: unknown, client: EvmClient): Fault | undefined {
  if (readGenesis(value) === undefined) return otherConsensus(value) ?? unreadable
  const { config } = value as { config: { qbft: Readonly<Record<string, unknown>> } } // its shape has been checked
  const contract = entryOf(config.qbft, 'validatorContractAddress')
  if (typeof contract === 'string' && !/^0x0*$/.test(contract)) {
    return {
      message: `${genesisPath}: the validators of this chain are in the contract ${contract}`,
      hint: 'use a chain whose first block lists the validators: a validator contract is not supported',
    }
  }
  const early = client.beforeQbft.find((name) => entryOf(config, name) !== undefined)
  if (early === undefined) return undefined
  return {
    message: `${genesisPath}: config has ${early} besides qbft, and ${client.title} prefers it`,
    hint: 'use a chain with QBFT from the first block: a migrated chain is not supported',
  }
}

const unreadable: Fault = {
  message: `${genesisPath} is not a valid genesis file`,
  hint: 'restore it from Git: it cannot be made again',
}

function otherConsensus(value: unknown): Fault | undefined {
  const config: unknown = (value as { config?: unknown } | null | undefined)?.config
  if (typeof config !== 'object' || config === null) return undefined
  const of = (name: string): unknown => entryOf(config as Readonly<Record<string, unknown>>, name)
  const other = of('qbft') === undefined ? others.find(([name]) => of(name) !== undefined) : undefined
  if (other === undefined) return undefined
  return {
    message: `${genesisPath} belongs to a chain with ${other[1]} (config.${other[0]}): only QBFT is supported`,
    hint: 'an IBFT chain can switch to QBFT at a block (config.qbft.startBlock of Besu): join it after that',
  }
}

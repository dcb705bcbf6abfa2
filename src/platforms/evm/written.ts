import { accountsIn } from './accounts.ts'
import type { EvmClient, GenesisFile } from './client.ts'
import { amount, entryOf } from './entries.ts'
import type { Consensus, Fork } from './schema.ts'

/** A value of a genesis file: as it is written, and what it means; files of other generators write the same in other ways. */
interface Written {
  readonly written: unknown
  /** Comparable: equal texts mean the same. */
  readonly meaning: string
}

/** What a genesis file says, by the fields of the definition. What it leaves out has the client's own default. */
export type WrittenGenesis = Readonly<Record<WrittenField, Written>>

export type WrittenField =
  | 'chainId'
  | 'blockPeriodSeconds'
  | 'requestTimeoutSeconds'
  | 'emptyBlockPeriodSeconds'
  | 'epochLength'
  | 'gasLimit'
  | 'freeGas'
  | 'contractSizeLimit'
  | 'blockReward'
  | 'miningBeneficiary'
  | 'accounts'

export function writtenGenesis(file: GenesisFile, consensus: Consensus, client: EvmClient): WrittenGenesis {
  const { config } = file
  const options = client.consensusOf(config)?.options(consensus) ?? {}
  const number = (value: unknown, otherwise: number | bigint = 0): Written => ({
    written: value,
    meaning: amount(value ?? otherwise),
  })
  const bft = (name: string, otherwise: number): Written => {
    const value = entryOf(options, name)
    return number(client.zeroIsDefault && Number(value) === 0 ? undefined : value, otherwise)
  }
  const beneficiary = String(entryOf(options, 'miningbeneficiary') ?? '').trim()
  const limit = client.contractSizeLimit(config)
  return {
    chainId: number(config.chainId),
    blockPeriodSeconds: bft('blockperiodseconds', client.defaultTimes.blockPeriodSeconds),
    requestTimeoutSeconds: bft('requesttimeoutseconds', client.defaultTimes.requestTimeoutSeconds),
    emptyBlockPeriodSeconds: emptyBlocks(options),
    epochLength: bft('epochlength', 30_000),
    gasLimit: number(entryOf(file, 'gasLimit')),
    freeGas: freeGas(config),
    contractSizeLimit: number(limit, 24_576),
    blockReward: bft('blockreward', 0),
    miningBeneficiary: {
      written: beneficiary === '' ? undefined : beneficiary,
      meaning: beneficiary.toLowerCase().replace(/^0x/, ''),
    },
    accounts: { written: file.alloc, meaning: JSON.stringify(accountsIn(file.alloc, client)) },
  }
}

/** Where the client makes empty blocks at the pace of all others, it is 0 or absent. Before Besu 26.5.0 it had an experimental name. */
function emptyBlocks(options: Readonly<Record<string, unknown>>): Written {
  const written = emptyPeriodOf(options)
  return { written, meaning: amount(written ?? 0) }
}

/** The time until a block without transactions, among options of the consensus or in a transition. */
export const emptyPeriodOf = (options: Readonly<Record<string, unknown>>): unknown =>
  entryOf(options, 'emptyblockperiodseconds') ?? entryOf(options, 'xemptyblockperiodseconds')

const london: Fork = 'londonBlock'

/** Before London there is no base fee that could be zero. */
function freeGas(config: GenesisFile['config']): Written {
  const free = entryOf(config, 'zeroBaseFee') === true
  return { written: free, meaning: entryOf(config, london) === undefined ? 'no base fee' : String(free) }
}

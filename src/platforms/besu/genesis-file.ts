import type { ChainConsensus, GenesisFile, WrittenTransition } from '../evm/client.ts'
import { entryOf, isMapping, mappingOf, withEntry } from '../evm/entries.ts'
import { blockForks, missingField, wrongType } from '../evm/genesis-types.ts'
import type { Consensus } from '../evm/schema.ts'

/** How Besu reads a genesis file: config/ of its source. */

type Config = GenesisFile['config']

/** BesuController.java: with a consensus before it, QBFT begins at its start block. Besu alone decides for proof of work first. */
export function consensusOf(config: Config): ChainConsensus | undefined {
  const has = (name: string): boolean => isMapping(entryOf(config, name))
  const options = (name: Consensus) => mappingOf(config, name)
  if (has('qbft') && has('ibft2')) return { names: ['qbft', 'ibft2'], options }
  if (has('qbft') && has('ibft')) return { names: ['qbft'], options }
  if (has('ethash') || has('fixedDifficulty')) return undefined
  if (has('ibft2')) return { names: ['ibft2'], options }
  return has('qbft') ? { names: ['qbft'], options } : undefined
}

/** JsonGenesisConfigOptions.java, JsonBftConfigOptions.java. */
const configTypes = [
  {
    names: [
      ...blockForks.filter((name) => name !== 'eip155block'),
      ...['londonblock', 'arrowglacierblock', 'grayglacierblock', 'mergenetsplitblock', 'shanghaitime', 'cancuntime'],
      ...['praguetime', 'osakatime', 'bpo1time', 'bpo2time', 'bpo3time', 'bpo4time', 'bpo5time', 'amsterdamtime'],
      ...['contractsizelimit', 'evmstacksize'],
    ],
    type: 'number',
  },
  { names: ['zerobasefee', 'fixedbasefee'], type: 'boolean' },
] as const

const optionTypes = [
  { names: ['epochlength', 'requesttimeoutseconds', 'emptyblockperiodseconds', 'startblock'], type: 'number' },
  { names: ['blockreward', 'miningbeneficiary', 'validatorcontractaddress'], type: 'text' },
] as const

/** Values with which Besu stops at its start. */
export function refuses(file: GenesisFile): string | undefined {
  const { config } = file
  return (
    missingField(file, ['difficulty', 'gasLimit']) ??
    (/^\d+$/.test(String(config.chainId)) ? undefined : 'config.chainId must be a number in digits') ??
    wrongType(config, 'config.', configTypes) ??
    wrongType(mappingOf(config, 'qbft'), 'config.qbft.', optionTypes) ??
    wrongType(mappingOf(config, 'ibft2'), 'config.ibft2.', optionTypes) ??
    (Array.isArray(entryOf(config, 'transitions'))
      ? 'config.transitions is a list: Besu reads one below the name of the consensus (config.transitions.qbft)'
      : undefined) ??
    (file.extraData.startsWith('0X') ? 'extraData must begin with "0x" in small letters' : undefined)
  )
}

/** GenesisReader.java reads every nonce in hexadecimal digits, with "0x" or without. */
export const accountNonce = (written: unknown): unknown => `0x${String(written).replace(/^0x/i, '')}`

/** By consensus: TransitionsConfigOptions.java. */
const transitionsOf = (config: Config): Readonly<Record<string, unknown>> => mappingOf(config, 'transitions')

export function transitionsIn(config: Config, consensus: Consensus): readonly WrittenTransition[] {
  const list = entryOf(transitionsOf(config), consensus)
  return Array.isArray(list) ? list.filter(isMapping) : []
}

export const withTransitions = (config: Config, list: readonly WrittenTransition[], consensus: Consensus): Config =>
  withEntry(config, 'transitions', withEntry(transitionsOf(config), consensus, list))

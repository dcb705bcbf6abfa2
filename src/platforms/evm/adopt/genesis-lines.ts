import { counted, listed } from '../../../words.ts'
import type { AdoptionOutcome } from '../../adoption.ts'
import type { ChainConsensus, EvmClient, GenesisFile } from '../client.ts'
import { mappingOf } from '../entries.ts'

/** What becomes of one key of a genesis file: `gasLimit`, `config.chainId`. */
export interface GenesisLine {
  readonly key: string
  readonly outcome: AdoptionOutcome
  readonly text: string
}

const stays = 'stays in the file, which nodes read unchanged'

/** Options of a consensus that are fields, in small letters. */
const consensusFields: Readonly<Record<string, string>> = {
  blockperiodseconds: 'blockPeriodSeconds',
  requesttimeoutseconds: 'requestTimeoutSeconds',
  emptyblockperiodseconds: 'emptyBlockPeriodSeconds',
  xemptyblockperiodseconds: 'emptyBlockPeriodSeconds',
  epochlength: 'epochLength',
  blockreward: 'blockReward',
  miningbeneficiary: 'miningBeneficiary',
}

/** The line of a key of `config`. */
export function configLine(
  key: string,
  config: GenesisFile['config'],
  chain: ChainConsensus,
  client: EvmClient,
): GenesisLine {
  const lower = key.toLowerCase()
  const line = (outcome: AdoptionOutcome, text: string): GenesisLine => ({ key: `config.${key}`, outcome, text })
  const fork = client.forks.find((one) => one.toLowerCase() === lower)
  if (fork !== undefined) return line('derived', `\`genesis.forks.${fork}\``)
  if (['qbft', 'ibft2', 'ibft', 'istanbul'].includes(lower)) {
    const options = Object.keys(mappingOf(config, key)).map((name) => name.toLowerCase())
    const fields = [...new Set(options.flatMap((name) => consensusFields[name] ?? []))]
    if (chain.names.length > 1 || fields.length === 0)
      return line('derived', `\`genesis.consensus\`: ${chain.names.join(', before it ')}`)
    return line(
      'derived',
      `\`genesis\`: ${listed(fields.map((field) => `\`${field}\``))}. All options stay in the file`,
    )
  }
  if (lower === 'transitions') return line('taken', `${stays}. New ones belong in \`transitions\` of the definition`)
  if (lower === 'chainid') return line('derived', '`genesis.chainId`')
  if (lower === 'zerobasefee' && client.forks.includes('londonBlock')) return line('derived', '`genesis.freeGas`')
  return client.contractSizeKeys.includes(lower) ? line('derived', '`genesis.contractSizeLimit`') : line('taken', stays)
}

/** The line of any other key of the file. */
export function topLine(
  key: string,
  counts: { readonly accounts: number; readonly contracts: number; readonly validators: number },
): GenesisLine {
  switch (key.toLowerCase()) {
    case 'alloc':
      return {
        key,
        outcome: 'derived',
        text:
          counts.accounts === 0
            ? 'none: `genesis.accounts` stays empty'
            : `\`genesis.accounts\`: ${counted(counts.accounts, 'account')}${counts.contracts === 0 ? '' : `, with the code of ${counted(counts.contracts, 'contract')} in files`}`,
      }
    case 'gaslimit':
      return { key, outcome: 'derived', text: '`genesis.gasLimit`' }
    case 'extradata':
      return { key, outcome: 'derived', text: `the ${counted(counts.validators, 'validator')} of the first block` }
    default:
      return { key, outcome: 'taken', text: stays }
  }
}

import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { requestTimeout } from '../genesis.ts'
import type { EvmNetwork } from '../network.ts'
import type { Genesis } from '../schema.ts'
import { accountProblems } from './accounts.ts'
import { problem } from './genesis-problem.ts'

/** Chains that everybody knows: a transaction signed for one of them could be replayed here. https://chainlist.org */
const publicChains: ReadonlyMap<number, string> = new Map([
  [1, 'Ethereum Mainnet'],
  [10, 'OP Mainnet'],
  [56, 'BNB Smart Chain'],
  [100, 'Gnosis'],
  [137, 'Polygon'],
  [8453, 'Base'],
  [17000, 'Holesky'],
  [42161, 'Arbitrum One'],
  [43114, 'Avalanche C-Chain'],
  [59144, 'Linea'],
  [560048, 'Hoodi'],
  [11155111, 'Sepolia'],
])

/** Chain ids that tools use unless they are told otherwise. */
const defaultChains = new Set([1337, 31337, 2018])

export const genesisProblems = ({ top: { genesis } }: EvmNetwork, client: EvmClient): Problem[] => [
  ...consensus(genesis, client),
  ...chain(genesis),
  ...times(genesis),
  ...gas(genesis),
  ...reward(genesis),
  ...accountProblems(genesis),
]

function consensus({ consensus: given }: Genesis, { title }: EvmClient): Problem[] {
  if (given === 'qbft') return []
  const hint =
    given === 'ibft2'
      ? `use qbft: ibft2 is only kept by ${title} for networks that exist`
      : `use qbft: no other consensus of ${title} is fit for a new permissioned network`
  return [problem('error', 'consensus', `consensus "${given}" is not supported`, ['consensus'], hint)]
}

function chain({ chainId }: Genesis): Problem[] {
  const name = publicChains.get(chainId)
  if (name !== undefined) {
    return [
      problem(
        'error',
        'chain-id',
        `chainId ${chainId} is ${name}: transactions could be replayed`,
        ['chainId'],
        "choose a number that no public chain has, for example today's date and two digits",
      ),
    ]
  }
  if (!defaultChains.has(chainId)) return []
  return [
    problem(
      'warning',
      'chain-id',
      `chainId ${chainId} is the default of development tools: many networks have it`,
      ['chainId'],
      'choose a number of your own, or transactions of another network could be replayed',
    ),
  ]
}

function times(genesis: Genesis): Problem[] {
  const timeout = requestTimeout(genesis)
  if (timeout > genesis.blockPeriodSeconds) return []
  return [
    problem(
      'error',
      'request-timeout',
      `requestTimeoutSeconds ${timeout} must be more than blockPeriodSeconds ${genesis.blockPeriodSeconds}`,
      ['requestTimeoutSeconds'],
      'twice the block period is usual: a shorter round would end before its block is due',
    ),
  ]
}

function gas({ gasLimit }: Genesis): Problem[] {
  if (gasLimit >= 5000n && gasLimit < 2n ** 63n) return []
  const message = `gasLimit ${gasLimit} must be at least 5000 and below 2^63`
  return [problem('error', 'gas-limit', message, ['gasLimit'], 'leave it out: the default lets large contracts in')]
}

function reward({ blockReward, miningBeneficiary }: Genesis): Problem[] {
  if (miningBeneficiary === undefined || (blockReward ?? 0n) > 0n) return []
  const message = 'miningBeneficiary has nothing to earn: blockReward is 0'
  return [problem('warning', 'block-reward', message, ['miningBeneficiary'], 'give a blockReward, or leave both out')]
}

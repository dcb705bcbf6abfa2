import type { Problem } from '../../../network/finding.ts'
import { requestTimeout } from '../genesis.ts'
import type { BesuNetwork } from '../network.ts'
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

export const genesisProblems = ({ top: { genesis } }: BesuNetwork): Problem[] => [
  ...consensus(genesis),
  ...chain(genesis),
  ...times(genesis),
  ...gas(genesis),
  ...forkOrder(genesis),
  ...accountProblems(genesis),
]

function consensus({ consensus: given }: Genesis): Problem[] {
  if (given === 'qbft') return []
  const hint =
    given === 'ibft2'
      ? 'use qbft: ibft2 is only kept by Besu for networks that exist'
      : 'use qbft: Besu 26.3 and later have no other consensus for a new permissioned network'
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
  if (chainId > Number.MAX_SAFE_INTEGER) {
    return [
      problem(
        'error',
        'chain-id',
        `chainId ${chainId} is above 2^53 - 1`,
        ['chainId'],
        'wallets and libraries lose digits of larger numbers: choose a smaller one',
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

function gas({ gasLimit, freeGas, forks }: Genesis): Problem[] {
  const problems: Problem[] = []
  if (gasLimit < 5000n || gasLimit >= 2n ** 63n) {
    problems.push(
      problem(
        'error',
        'gas-limit',
        `gasLimit ${gasLimit} must be at least 5000 and below 2^63`,
        ['gasLimit'],
        'leave it out: the default lets large contracts in',
      ),
    )
  }
  if (freeGas && forks.londonBlock === undefined) {
    problems.push(
      problem(
        'error',
        'free-gas',
        'freeGas needs the London fork: without it there is no base fee to be zero',
        ['freeGas'],
        'add londonBlock: 0 to forks, or say freeGas: false',
      ),
    )
  }
  return problems
}

const forkNames = ['shanghaiTime', 'cancunTime', 'pragueTime', 'osakaTime'] as const

function forkOrder({ forks }: Genesis): Problem[] {
  const problems: Problem[] = []
  const { berlinBlock, londonBlock } = forks
  if (londonBlock !== undefined && londonBlock < berlinBlock) {
    problems.push(
      problem(
        'error',
        'fork-order',
        `londonBlock ${londonBlock} is before berlinBlock ${berlinBlock}`,
        ['forks', 'londonBlock'],
        'forks follow each other: give London the same block or a later one',
      ),
    )
  }
  let last: (typeof forkNames)[number] | undefined
  for (const [at, name] of forkNames.entries()) {
    const time = forks[name]
    if (time === undefined) continue
    const previous = forkNames[at - 1]
    if (previous === undefined ? londonBlock === undefined : forks[previous] === undefined) {
      problems.push(
        problem(
          'error',
          'fork-order',
          `${name} needs ${previous ?? 'londonBlock'} before it`,
          ['forks', name],
          `add ${previous ?? 'londonBlock'}: each fork builds on the one before`,
        ),
      )
    }
    const before = last === undefined ? undefined : forks[last]
    if (last !== undefined && before !== undefined && time < before) {
      problems.push(
        problem(
          'error',
          'fork-order',
          `${name} ${time} is before ${last} ${before}`,
          ['forks', name],
          'forks follow each other: give it the same time or a later one',
        ),
      )
    }
    last = name
  }
  return problems
}

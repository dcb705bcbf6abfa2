import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import type { EvmClient } from '../client.ts'
import { forksIn } from '../forks.ts'
import { requestTimeout } from '../genesis.ts'
import { type EvmNetwork, genesisPath, validatorsOf } from '../network.ts'
import type { Genesis } from '../schema.ts'
import { accountProblems } from './accounts.ts'
import { codeProblems } from './code.ts'
import { problem } from './genesis-problem.ts'
import { longTimes } from './long-times.ts'
import { storageProblems } from './storage.ts'

/** Well-known chains: a transaction signed for one of them could be replayed here. https://chainlist.org */
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

/** Default chain ids of tools. */
const defaultChains = new Set([1337, 31337, 2018])

export const genesisProblems = (network: EvmNetwork, material: Material, client: EvmClient): Problem[] => {
  const { genesis } = network.top
  return [
    ...consensusProblems(genesis, material, client),
    ...chain(genesis),
    ...times(genesis),
    ...gas(genesis),
    ...epoch(network),
    ...rewards(network),
    ...accountProblems(genesis, forksIn(network, material, client)),
    ...storageProblems(genesis),
    ...codeProblems(genesis, material),
  ]
}

/** A new chain gets QBFT. One of IBFT 2.0 exists already: its genesis file was not made here. */
function consensusProblems(
  { consensus }: Genesis,
  material: Material,
  { title, consensuses, changeToQbft }: EvmClient,
): Problem[] {
  const error = (message: string, hint: string): Problem[] => [
    problem('error', 'consensus', message, ['consensus'], hint),
  ]
  const exists = material.text(genesisPath) !== undefined && !material.standIns.has(genesisPath)
  if (!consensuses.some((one) => one === consensus)) {
    const hint =
      exists && consensus.startsWith('ibft')
        ? `use qbft: ${changeToQbft}`
        : `use qbft: no other consensus of ${title} suits a new permissioned network`
    return error(`consensus "${consensus}" is not supported`, hint)
  }
  if (consensus === 'qbft' || exists) return []
  return error(
    `consensus "${consensus}" is for chains that exist, and ${genesisPath} is missing`,
    `use qbft for a new chain; for a chain that exists, copy the genesis file of its nodes to ${genesisPath}`,
  )
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
      `chainId ${chainId} is the default of development tools, and many networks use it`,
      ['chainId'],
      'choose a unique number, or transactions of another network could be replayed',
    ),
  ]
}

function times(genesis: Genesis): Problem[] {
  const timeout = requestTimeout(genesis)
  if (timeout > genesis.blockPeriodSeconds) return longTimes(genesis, ['genesis'])
  return [
    problem(
      'error',
      'request-timeout',
      `requestTimeoutSeconds ${timeout} must be more than blockPeriodSeconds ${genesis.blockPeriodSeconds}`,
      ['requestTimeoutSeconds'],
      'set twice the block period: a shorter round would end before its block is due',
    ),
  ]
}

/** A transfer takes 21000 gas, and each byte of a contract that is deployed 200. */
function gas({ gasLimit }: Genesis): Problem[] {
  if (gasLimit >= 1_000_000n && gasLimit < 2n ** 63n) return []
  const wrong = (severity: Problem['severity'], message: string): Problem[] => [
    {
      rule: 'gas-limit',
      severity,
      message: `gasLimit ${gasLimit} ${message}`,
      hint: 'remove it: the default allows large contracts',
      path: ['genesis', 'gasLimit'],
    },
  ]
  if (gasLimit < 5000n || gasLimit >= 2n ** 63n) return wrong('error', 'must be at least 5000 and below 2^63')
  if (gasLimit < 21_000n) return wrong('error', 'is less than the least gas of a transaction (21000)')
  return wrong('warning', 'is low: most contracts could not be deployed')
}

/** Each block has one vote, and more than half of the validators must vote before the epoch ends. */
function epoch(network: EvmNetwork): Problem[] {
  const { epochLength } = network.top.genesis
  const votes = Math.floor(validatorsOf(network).length / 2) + 1
  if (epochLength > votes) return []
  return [
    problem(
      'warning',
      'epoch-length',
      `epochLength ${epochLength} is too short for ${votes} votes, one in each block: no validator could be added or removed`,
      ['epochLength'],
      'remove it: the default is 30000',
    ),
  ]
}

/** The beneficiary earns rewards, and fees where transactions have a price. A reward may come later. */
function rewards({ top: { genesis, transitions } }: EvmNetwork): Problem[] {
  const earns = [genesis, ...transitions].some(({ blockReward = 0n }) => blockReward > 0n)
  if (earns || genesis.freeGas === false) return []
  const message = 'miningBeneficiary has no effect: blockReward is 0'
  const hint = 'set a blockReward, or remove miningBeneficiary'
  return [{ path: ['genesis'], ...genesis }, ...transitions.map((one, at) => ({ path: ['transitions', at], ...one }))]
    .filter(({ miningBeneficiary }) => miningBeneficiary !== undefined)
    .map(({ path }) => ({
      rule: 'block-reward',
      severity: 'warning',
      message,
      hint,
      path: [...path, 'miningBeneficiary'],
    }))
}

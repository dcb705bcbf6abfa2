import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { counted } from '../../../words.ts'
import type { EvmClient, GenesisFile } from '../client.ts'
import { genesisFile, readGenesis } from '../genesis.ts'
import { type EvmNetwork, genesisPath } from '../network.ts'
import type { Fork } from '../schema.ts'

interface Baked {
  readonly path: readonly string[]
  readonly read: (file: GenesisFile) => unknown
  readonly means: string
}

const otherBlock = 'the first block would be another one: nodes refuse to start with their data'
const refused = "nodes with the old and the new value refuse each other's blocks"

/** What is baked into the first block, in the words of the definition. */
const baked = (client: EvmClient): readonly Baked[] => [
  { path: ['chainId'], read: ({ config }) => config.chainId, means: client.chainIdChanged },
  {
    path: ['blockPeriodSeconds'],
    read: ({ config }) => config.qbft.blockperiodseconds,
    means:
      'nodes with the old and the new value disagree on when a block is due; transitions change it at a block to come',
  },
  {
    path: ['requestTimeoutSeconds'],
    read: ({ config }) => config.qbft.requesttimeoutseconds,
    means: 'nodes with the old and the new value disagree on when a round ends',
  },
  {
    path: ['epochLength'],
    read: ({ config }) => config.qbft.epochlength,
    means: 'nodes would count votes differently and the chain would split',
  },
  { path: ['gasLimit'], read: (file) => file.gasLimit, means: otherBlock },
  { path: ['freeGas'], read: ({ config }) => config.zeroBaseFee ?? false, means: refused },
  {
    path: ['contractSizeLimit'],
    read: ({ config }) => config.contractSizeLimit ?? config.maxCodeSizeConfig,
    means: refused,
  },
  {
    path: ['blockReward'],
    read: ({ config }) => config.qbft.blockreward,
    means: `${refused}; transitions change it at a block to come`,
  },
  { path: ['miningBeneficiary'], read: ({ config }) => config.qbft.miningbeneficiary, means: refused },
  { path: ['accounts'], read: (file) => file.alloc, means: otherBlock },
]

export function historyProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  if (material.text(genesisPath) === undefined || material.standIns.has(genesisPath)) return []
  const read = readGenesis(material.value(genesisPath))
  if (read === undefined) {
    return [
      {
        rule: 'genesis',
        severity: 'error',
        message: `${genesisPath} cannot be read`,
        hint: 'restore it from Git: it can never be made again',
        path: [],
        file: genesisPath,
      },
    ]
  }
  const { file: written, validators } = read
  const { genesis } = network.top
  const wanted = JSON.parse(JSON.stringify(genesisFile(client, genesis, validators, material))) as GenesisFile // as it would be read back
  return [
    ...baked(client).flatMap(({ path, read, means }): Problem[] => {
      const [before, after] = [read(written), read(wanted)]
      if (path[0] === 'requestTimeoutSeconds' && genesis.requestTimeoutSeconds === undefined) return [] // it follows the block period, which is reported
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [changed(path, before, after, means)]
    }),
    ...client.forks.flatMap((fork) => forkProblems(fork, written.config[fork], wanted.config[fork])),
  ]
}

/** A fork that was in force from the first block stays so; one that was to come may be moved while it has not come. */
function forkProblems(fork: Fork, before: unknown, after: unknown): Problem[] {
  if (before === after) return []
  const path = ['forks', fork]
  if (before === 0 || hasLongCome(fork, after))
    return [changed(path, before, after, 'nodes would judge the blocks that there are by other rules')]
  if (before === undefined) return []
  return [
    {
      rule: 'fork-moved',
      severity: 'warning',
      message: `genesis.forks.${fork} was ${shown(before)} when the chain began, now ${shown(after)}`,
      hint: 'that is possible while the chain has reached neither: afterwards nodes would refuse the blocks that there are',
      path: ['genesis', ...path],
    },
  ]
}

/** A fork that is added later has to be ahead; there is no clock here, but no chain of ours is as old as this. */
const hasLongCome = (fork: Fork, begins: unknown): boolean =>
  begins === 0 || (fork.endsWith('Time') && typeof begins === 'number' && begins < oldest)

/** November 2023. */
const oldest = 1_700_000_000

const changed = (path: readonly string[], before: unknown, after: unknown, means: string): Problem => ({
  rule: 'genesis-changed',
  severity: 'error',
  message:
    shown(before) === shown(after)
      ? `genesis.${path.join('.')} has other content than when the chain began (${genesisPath})`
      : `genesis.${path.join('.')} was ${shown(before)} when the chain began (${genesisPath}), now ${shown(after)}`,
  hint: `${means}: put the old value back`,
  path: ['genesis', ...path],
})

const shown = (value: unknown): string => {
  if (value === undefined) return 'absent'
  if (typeof value !== 'object' || value === null) return String(value)
  const count = Object.keys(value).length
  return `a list of ${counted(count, 'account', 'accounts')}`
}

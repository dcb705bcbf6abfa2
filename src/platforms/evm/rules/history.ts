import type { Material } from '../../../material/material.ts'
import type { Problem } from '../../../network/finding.ts'
import { counted } from '../../../words.ts'
import type { ChainConsensus, EvmClient, GenesisFile } from '../client.ts'
import { forksIn, withForks, writtenForks } from '../forks.ts'
import { allocations, genesisFile } from '../genesis.ts'
import { consensusIn, type EvmNetwork, genesisPath } from '../network.ts'
import { readGenesis } from '../read-genesis.ts'
import type { Fork, Genesis } from '../schema.ts'
import { type WrittenField, type WrittenGenesis, writtenGenesis } from '../written.ts'
import { accountSteps, asWritten } from './as-written.ts'
import { genesisFault } from './genesis-fault.ts'

/** Fields that the definition may leave out. */
const left: ReadonlySet<WrittenField> = new Set(['requestTimeoutSeconds', 'emptyBlockPeriodSeconds'])

/** Options that nodes read, and that not every definition has. */
const rewards: ReadonlySet<WrittenField> = new Set(['blockReward', 'miningBeneficiary'])

/** Seconds that older files of GoQuorum leave to its command line. */
const times: ReadonlySet<WrittenField> = new Set(['blockPeriodSeconds', 'requestTimeoutSeconds'])

const otherBlock = 'the first block would change: nodes refuse to start with their data'
const refused = "nodes with the old and the new value refuse each other's blocks"

/** Fields of the first block, and the effect of another value. */
const baked = (client: EvmClient): Readonly<Record<WrittenField, string>> => ({
  chainId: client.chainIdChanged,
  blockPeriodSeconds:
    'nodes with the old and the new value disagree on when a block is due; transitions change it at a later block',
  requestTimeoutSeconds: 'nodes with the old and the new value disagree on when a round ends',
  emptyBlockPeriodSeconds:
    'nodes with the old and the new value disagree on when a block without transactions is due; transitions change it at a later block',
  epochLength: 'nodes would count votes differently and the chain would split',
  gasLimit: otherBlock,
  freeGas: refused,
  contractSizeLimit: refused,
  blockReward: `${refused}; transitions change it at a later block`,
  miningBeneficiary: refused,
  accounts: otherBlock,
})

/** The definition still matches the first block of an existing chain. */
export function historyProblems(network: EvmNetwork, material: Material, client: EvmClient): Problem[] {
  if (material.text(genesisPath) === undefined || material.standIns.has(genesisPath)) return []
  const fault = genesisFault(material, client)
  if (fault !== undefined) return [{ rule: 'genesis', severity: 'error', ...fault, path: [], file: genesisPath }]
  const read = readGenesis(material.value(genesisPath))
  const chain = read === undefined ? undefined : client.consensusOf(read.file.config)
  if (read === undefined || chain === undefined) return []
  const consensus = consensusProblems(network, chain)
  if (consensus.length > 0) return consensus
  const { genesis } = network.top
  const [was, is] = [writtenForks(material, client) ?? {}, forksIn(network, material, client)]
  const { before, after } = compared(read, network, material, client)
  return [
    ...fields(baked(client)).flatMap(([field, means]): Problem[] => {
      // What is left out is what the file says.
      if (left.has(field) && genesis[field as keyof Genesis] === undefined) return [] // a field of both
      if (chain.timesByCommandLine && times.has(field)) return []
      if (!client.hasRewards && rewards.has(field)) return []
      if (before[field].meaning === after[field].meaning) return []
      const steps =
        field === 'accounts'
          ? accountSteps(read.file.alloc, allocations(genesis, material, client), client)
          : asWritten(field, before)
      return [changed([field], before[field].written, after[field].written, `${steps}: ${means}`)]
    }),
    ...client.forks.flatMap((fork) => forkProblems(fork, was[fork], is[fork])),
  ]
}

/** A chain keeps its consensus. One that changes from IBFT 2.0 to QBFT may have either name, as its head has one or the other. */
function consensusProblems({ top: { genesis } }: EvmNetwork, { names }: ChainConsensus): Problem[] {
  if (names.some((name) => name === genesis.consensus)) return []
  return [
    changed(
      ['consensus'],
      names[0],
      genesis.consensus,
      `write \`consensus: ${names[0]}\`: nodes run with the consensus of the genesis file`,
    ),
  ]
}

/** Fields with equal meaning in the first block and the definition; none without a first block. */
export function settledFields(network: EvmNetwork, material: Material, client: EvmClient): ReadonlySet<string> {
  const read = material.standIns.has(genesisPath) ? undefined : readGenesis(material.value(genesisPath))
  if (read === undefined) return new Set()
  const { before, after } = compared(read, network, material, client)
  return new Set(
    fields(baked(client)).flatMap(([field]) => (before[field].meaning === after[field].meaning ? [field] : [])),
  )
}

/** What the file says and what the definition would say. What some fields mean depends on the forks, so both have those of today. */
function compared(
  { file, validators }: NonNullable<ReturnType<typeof readGenesis>>,
  network: EvmNetwork,
  material: Material,
  client: EvmClient,
): { before: WrittenGenesis; after: WrittenGenesis } {
  const forks = forksIn(network, material, client)
  const meaningOf = (one: GenesisFile) =>
    writtenGenesis({ ...one, config: withForks(one.config, forks, client) }, consensusIn(network), client)
  const made = JSON.stringify(genesisFile(client, network.top.genesis, validators, material))
  return { before: meaningOf(file), after: meaningOf(JSON.parse(made) as GenesisFile) } // as it would be read back
}

const fields = (means: Readonly<Record<WrittenField, string>>): [WrittenField, string][] =>
  Object.entries(means) as [WrittenField, string][] // Object.entries forgets the type of the keys

/** A fork that began with the first block stays so; one that was to come may be moved while it has not come. */
function forkProblems(fork: Fork, before: number | undefined, after: number | undefined): Problem[] {
  if (before === after) return []
  const path = ['forks', fork]
  if (before === 0 || hasLongCome(fork, after))
    return [
      changed(
        path,
        before,
        after,
        `${before === undefined ? `remove ${fork}` : `write \`${fork}: ${before}\``}: nodes would judge existing blocks by other rules`,
      ),
    ]
  if (before === undefined) return []
  return [
    {
      rule: 'fork-moved',
      severity: 'warning',
      message: `genesis.forks.${fork} was ${shown(before)} when the chain began, now ${shown(after)}`,
      hint: 'change it only while the chain has reached neither: otherwise nodes would reject existing blocks',
      path: ['genesis', ...path],
    },
  ]
}

/** A fork that is added later must be in the future; there is no clock here, but no chain of ours is as old as this. */
const hasLongCome = (fork: Fork, begins: unknown): boolean =>
  begins === 0 || (fork.endsWith('Time') && typeof begins === 'number' && begins < oldest)

/** November 2023. */
const oldest = 1_700_000_000

const changed = (path: readonly string[], before: unknown, after: unknown, hint: string): Problem => ({
  rule: 'genesis-changed',
  severity: 'error',
  message:
    shown(before) === shown(after)
      ? `genesis.${path.join('.')} has other content than when the chain began (${genesisPath})`
      : `genesis.${path.join('.')} was ${shown(before)} when the chain began (${genesisPath}), now ${shown(after)}`,
  hint,
  path: ['genesis', ...path],
})

const shown = (value: unknown): string => {
  if (value === undefined) return 'absent'
  if (typeof value !== 'object' || value === null) return String(value)
  const count = Object.keys(value).length
  return `a list of ${counted(count, 'account', 'accounts')}`
}

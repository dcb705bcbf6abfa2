import * as z from 'zod'
import type { Address } from '../../network/address.ts'
import { address, hexData, repositoryPath, seconds, wei, word } from './values.ts'

export { address, repositoryPath, seconds, wei } from './values.ts'

/** What definitions of all ledgers of this family have. Checks that need more than one field are rules (see rules/). */

const account = z
  .strictObject({
    address: address.meta({
      description: 'Address of the account, never its key. The checksum of mixed case is checked (EIP-55).',
      examples: ['0xfe3b557e8fb62b89f4916b721be55ceb828dbd73'],
    }),
    balance: wei.prefault('0').meta({ description: 'Balance in wei.', examples: ['1000000000000000000'] }),
    code: hexData.optional().meta({
      description: 'Runtime code of a contract that exists from the first block.',
      examples: ['0x6080604052'],
    }),
    artifact: repositoryPath.optional().meta({
      description:
        'File in the repository with the runtime code (`deployedBytecode`), instead of `code`. Hardhat, Foundry, Truffle and solc write it.',
      examples: ['contracts/Registry.json'],
    }),
    storage: z
      .record(word, word)
      .optional()
      .meta({
        description: 'Storage slots of the contract.',
        kind: 'mapping of 32-byte values',
        examples: [{ '0x0': '0x1' }],
      }),
    nonce: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Nonce of the account.', examples: [1] }),
  })
  .describe('An account at genesis.')

/** Fork names as in a genesis file: blocks up to London, then times in seconds since 1970. */
const block = z.int().min(0).meta({ kind: 'block number' })
const time = z.int().min(0).meta({ kind: 'seconds since 1970' })

/** 0 for a chain that is to begin. One that began without it does not get it by default. */
const fromTheStart = { default: 0, examples: [0] }

export const berlinBlock = block.optional().meta({ description: 'First block of the Berlin fork.', ...fromTheStart })

const forks = z
  .strictObject({
    berlinBlock,
    londonBlock: block.optional().meta({ description: 'First block of the London fork.', ...fromTheStart }),
    shanghaiTime: time.optional().meta({ description: 'Start of the Shanghai fork.', ...fromTheStart }),
    cancunTime: time.optional().meta({ description: 'Start of the Cancun fork.', examples: [0] }),
    pragueTime: time.optional().meta({ description: 'Start of the Prague fork.', examples: [0] }),
    osakaTime: time.optional().meta({ description: 'Start of the Osaka fork.', examples: [0] }),
  })
  .describe('Start of each fork. A chain that runs keeps the forks it began with; a later fork can be added.')

/** Size of contract code; a ledger narrows it. */
export const contractSize = z.int().min(24_576).max(2_147_483_647)

/** Fields of a genesis that all ledgers of this family have. */
export const genesisFields = {
  chainId: z
    .int()
    .min(1)
    .meta({
      description:
        'Chain ID, which identifies the chain in every transaction. Choose a number that no other chain has.',
      examples: [20261123],
    }),
  consensus: z
    .string()
    .default('qbft')
    .meta({ enum: ['qbft'], description: 'Consensus protocol. Only `qbft` is supported.', examples: ['qbft'] }),
  blockPeriodSeconds: seconds.default(2).meta({ description: 'Time between blocks.', examples: [5] }),
  requestTimeoutSeconds: seconds.optional().meta({
    description: 'Time of the first round of consensus. It must be more than the block period.',
    absent: 'twice the block period',
    examples: [10],
  }),
  emptyBlockPeriodSeconds: seconds.optional().meta({
    description: 'Time until a block without transactions. QBFT only. It must not be less than the block period.',
    absent: 'the block period',
    examples: [60],
  }),
  epochLength: z
    .int()
    .min(1)
    .default(30_000)
    .meta({
      description: 'Number of blocks after which pending votes are dropped.',
      kind: 'blocks',
      examples: [30000],
    }),
  gasLimit: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^0x[0-9a-fA-F]{1,16}$/, 'must be a number, or "0x" and at most 16 hexadecimal digits in quotes'),
    ])
    .default('0x1fffffffffffff')
    .transform((limit) => BigInt(limit))
    .meta({ description: 'Gas limit of a block.', kind: 'number or hexadecimal text', examples: [30000000] }),
  accounts: z.array(account).default([]).describe('Funded accounts and contracts at genesis.'),
} as const

export const firstBlock =
  'The first block, in `material/public/genesis.json`. Once written, almost nothing of it can change.'

export const contractSizeDescription = 'Largest code of a contract, in bytes.'

export const genesis = z
  .strictObject({
    ...genesisFields,
    consensus: z
      .string()
      .default('qbft')
      .meta({
        enum: ['qbft', 'ibft2'],
        description: 'Consensus protocol. `ibft2` (IBFT 2.0) is for a chain that exists, with its own genesis file.',
        examples: ['qbft'],
      }),
    freeGas: z
      .boolean()
      .default(true)
      .meta({
        description: 'Accept transactions with a gas price of zero. It needs the London fork.',
        examples: [false],
      }),
    contractSizeLimit: contractSize
      .optional()
      .meta({ description: contractSizeDescription, absent: '`24576`', examples: [65536] }),
    blockReward: wei.optional().meta({
      description: 'Reward of a block, in wei.',
      absent: 'nothing',
      examples: ['2000000000000000000'],
    }),
    miningBeneficiary: address.optional().meta({
      description: 'Account that receives the block reward.',
      absent: 'the validator that proposed the block',
      examples: ['0xfe3b557e8fb62b89f4916b721be55ceb828dbd73'],
    }),
    forks: forks.prefault({}),
  })
  .describe(firstBlock)

export const transitionFields = {
  block: z
    .int()
    .min(1)
    .meta({
      description: 'First block with the new rules. Choose one well ahead of the head of the chain.',
      kind: 'block number',
      examples: [120000],
    }),
  blockPeriodSeconds: seconds.optional().meta({
    description: 'Time between blocks. It must be less than the time of a round.',
    absent: 'unchanged',
    examples: [5],
  }),
  emptyBlockPeriodSeconds: seconds.optional().meta({
    description: 'Time until a block without transactions. QBFT only.',
    absent: 'unchanged',
    examples: [60],
  }),
} as const

export const transitionDescription = 'New rules from a block on.'

export const transitionsDescription =
  'Changes of the rules at a later block, while the chain runs. Transitions of the past stay in the list.'

const setting = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])

export { settingsDescription } from '../../network/shapes.ts'

/** The ledger software's own options, by names of its own form. */
export const settingsOf = (name: RegExp, rule: string, described: string, example: object) =>
  z
    .record(z.string().regex(name, rule), setting)
    .default({})
    .meta({ description: described, examples: [example] })

/** Consensus protocols of chains that exist. A new chain gets QBFT. */
export type Consensus = 'qbft' | 'ibft2'
export type Fork = keyof z.output<typeof forks>
export type Account = z.output<typeof account>

/** The first block as this folder sees it: what a ledger of the family lacks is absent. */
export interface Genesis extends Omit<z.output<typeof genesis>, 'forks' | 'freeGas'> {
  readonly freeGas?: boolean | undefined
  readonly forks: Readonly<Partial<Record<Fork, number | undefined>>>
}

/** A change of the rules at a block that is to come. */
export interface Transition {
  readonly block: number
  readonly blockPeriodSeconds?: number | undefined
  readonly emptyBlockPeriodSeconds?: number | undefined
  readonly requestTimeoutSeconds?: number | undefined
  readonly blockReward?: bigint | undefined
  readonly miningBeneficiary?: string | undefined
  /** Nodes that are the validators from then on, as `carrier/validator1`. */
  readonly validators?: readonly string[] | undefined
}

export interface EvmTop {
  readonly genesis: Genesis
  readonly transitions: readonly Transition[]
}
export type Settings = Readonly<Record<string, z.output<typeof setting>>>
export interface EvmNode {
  readonly validator?: boolean | undefined
  readonly adopted?: boolean | undefined
  readonly movesFrom?: Address | undefined
  readonly settings: Settings
}

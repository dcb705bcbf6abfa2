import * as z from 'zod'

/** What definitions of all ledgers of this family have. Checks that need more than one field are rules (see rules/). */

export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address in quotes: "0x" and 40 hexadecimal digits')

const hexData = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'must be hexadecimal data in quotes: "0x" and an even number of digits')

const word = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,64}$/, 'must be a 32-byte value in quotes: "0x" and at most 64 hexadecimal digits')

/** Wei are larger than the numbers that YAML readers keep exactly: text, or a number below 2^53. */
export const wei = z
  .union([
    z.int().min(0),
    z
      .string()
      .regex(/^(\d+|0x[0-9a-fA-F]+)$/, 'must be an amount in wei, in quotes: digits, or "0x" and hexadecimal digits'),
  ])
  .transform((amount) => BigInt(amount))
  .refine((amount) => amount < 2n ** 256n, 'must be below 2^256 wei')

/** A file of the repository: relative to the definition, and not above it. */
export const repositoryPath = z
  .string()
  .regex(
    /^(?!\.\.?(\/|$))[\w.@ -]+(\/(?!\.\.?(\/|$))[\w.@ -]+)*$/,
    'must be the path of a file in the repository such as contracts/Registry.json: relative, without ".."',
  )

const account = z
  .strictObject({
    address,
    balance: wei.prefault('0').describe('In wei'),
    code: hexData.optional().describe('Runtime code of a contract that is there from the first block'),
    artifact: repositoryPath
      .optional()
      .describe(
        'File in the repository with the runtime code, in place of code: what a compiler writes (deployedBytecode)',
      ),
    storage: z.record(word, word).optional().describe('Storage slots of that contract'),
    nonce: z.int().min(0).optional(),
  })
  .describe('An account at genesis: its address only, never its key')

/** Fork names as in a genesis file: blocks up to London, then times in seconds since 1970. */
const begins = z.int().min(0).optional()

/** 0 for a chain that is to begin. One that began without it does not get it by default. */
export const firstFork = begins.meta({ default: 0 })

const forks = z
  .strictObject({
    berlinBlock: firstFork,
    londonBlock: firstFork,
    shanghaiTime: firstFork,
    cancunTime: begins,
    pragueTime: begins,
    osakaTime: begins,
  })
  .describe('When the rules of each Ethereum fork begin')

/** Clients keep seconds in 32 bits. */
export const seconds = z.int().min(1).max(2_147_483_647)

/** Fields of a genesis that all ledgers of this family have. */
export const genesisFields = {
  chainId: z.int().min(1).describe('Identifies the chain in every transaction: never change it, never share it'),
  consensus: z
    .string()
    .default('qbft')
    .meta({ enum: ['qbft'] })
    .describe('Only qbft is supported'),
  blockPeriodSeconds: seconds.default(2),
  requestTimeoutSeconds: seconds.optional().describe('Time of the first round; twice the block period when absent'),
  epochLength: z.int().min(1).default(30_000).describe('Blocks after which pending votes are dropped'),
  gasLimit: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^0x[0-9a-fA-F]{1,16}$/, 'must be a number, or "0x" and at most 16 hexadecimal digits in quotes'),
    ])
    .default('0x1fffffffffffff')
    .transform((limit) => BigInt(limit))
    .describe('Gas of a block'),
  accounts: z.array(account).default([]).describe('Funded accounts and contracts at genesis'),
} as const

const firstBlock = 'The first block. It is written once; most of it can never change'

export const genesis = z
  .strictObject({
    ...genesisFields,
    freeGas: z.boolean().default(true).describe('Transactions with a gas price of zero are taken'),
    contractSizeLimit: z
      .int()
      .min(24_576)
      .max(2_147_483_647)
      .optional()
      .describe('Bytes of a contract; 24576 when absent'),
    blockReward: wei.optional().describe('What a block earns, in wei; nothing when absent'),
    miningBeneficiary: address.optional().describe('Who earns it; the validator that proposed the block when absent'),
    forks: forks.prefault({}),
  })
  .describe(firstBlock)

export const transitionFields = {
  block: z.int().min(1).describe('The first block that it holds for: well ahead of the head of the chain'),
  blockPeriodSeconds: seconds.optional(),
} as const

const setting = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])

/** The ledger software's own options, by names of its own form. */
export const settingsOf = (name: RegExp, rule: string, described: string) =>
  z.record(z.string().regex(name, rule), setting).default({}).describe(described)

const validator = z
  .boolean()
  .optional()
  .describe(
    'For nodes with the role validator, on a chain that has begun: whether the chain is to count it as one; true when absent. The validators vote until it does',
  )

export const nodeFields = { validator } as const

export const externalNodeFields = {
  nodeId: z
    .string()
    .regex(
      /^[0-9a-f]{128}$/,
      'must be the public key of the node: 128 hexadecimal digits in lower case, as in its enode URL',
    )
    .describe('Public key, as in the enode URL'),
  validator,
} as const

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
  readonly settings: Settings
}
